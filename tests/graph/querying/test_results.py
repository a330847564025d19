"""A result as a table: what an article says is shown as it is, in its own direction."""

import json

import pytest

from graph.querying.results import draw, read_json

PREFIXES = {"sb": "https://w3id.org/shabaka/ontology#", "base": "https://w3id.org/shabaka/"}


def result(*rows: dict[str, str], kind: str = "literal") -> bytes:
    names = list(dict.fromkeys(name for row in rows for name in row))
    bindings = [{name: {"type": kind, "value": value} for name, value in row.items()} for row in rows]
    return json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}).encode()


def shown(*rows: dict[str, str], kind: str = "literal") -> list[str]:
    return draw(read_json(result(*rows, kind=kind), PREFIXES)).splitlines()


@pytest.mark.parametrize("text", ["[/]", "[bold]x[/bold]", ":smile:", "[link=x]y[/link]", "\\[x]"])
def test_what_looks_like_markup_is_text(text: str) -> None:
    assert shown({"x": text})[-1].strip() == text


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in "".join(shown({"x": "a\x1b[31mb"}))


def test_arabic_is_isolated_and_set_to_the_right() -> None:
    lines = shown({"x": "نص"}, {"x": "نص أطول (US)."})
    assert lines[-1].strip() == "\u2068نص أطول (US).\u2069"
    assert lines[-2].startswith("          ")


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("https://w3id.org/shabaka/ontology#Threat", "sb:Threat"),
        ("https://w3id.org/shabaka/x", "base:x"),
        ("https://w3id.org/shabaka/x/y", "https://w3id.org/shabaka/x/y"),
        ("https://other.example/", "https://other.example/"),
    ],
)
def test_an_iri_is_shown_by_its_shortest_name(iri: str, name: str) -> None:
    assert shown({"x": iri}, kind="uri")[-1].strip() == name


def test_an_unbound_variable_is_an_empty_cell() -> None:
    assert shown({"x": "1", "y": "2"}, {"y": "3"})[-1].split() == ["3"]


def test_a_truth_is_one_cell() -> None:
    assert draw(read_json(b'{"head":{},"boolean":false}', {})).split()[-1] == "false"
