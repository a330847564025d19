"""The page without a browser: what it allows, what of an article's text stands in it, the same every time."""

import base64
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser

import networkx as nx
import pytest
from rdflib import Graph
from typer.testing import CliRunner

from graph.cli import cli
from graph.drawing.network import from_dataset
from graph.drawing.view import Wanted, fitting_page, page, page_of
from graph.errors import DrawingError
from tests.graph.samples import HOSTILE, TURTLE, with_hostile_text


class Reader(HTMLParser):
    """Elements with their attributes and, of scripts and styles, their text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], str]] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), ""))
        self.inside = tag in {"script", "style"}

    def handle_endtag(self, _tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            tag, attributes, text = self.elements[-1]
            self.elements[-1] = (tag, attributes, text + data)

    def all(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, text) for name, attributes, text in self.elements if name == tag]


@pytest.fixture(scope="module")
def network():
    return from_dataset(Graph().parse(data=TURTLE, format="turtle"))


@pytest.fixture(scope="module")
def read(network):
    return Reader(page(network))


def unpacked(read: Reader, name: str):
    text = next(text for attributes, text in read.all("script") if attributes.get("id") == name)
    return json.loads(gzip.decompress(base64.b64decode(text)))


def test_policy_refuses_everything_but_its_own_scripts(read):
    policy = next(a["content"] for a, _ in read.all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    rules = {name: set(values) for name, *values in (rule.split() for rule in policy.split(";"))}
    assert rules["default-src"] == {"'none'"}
    assert "connect-src" not in rules
    assert not {value for name in ("script-src", "style-src") for value in rules[name] if "unsafe" in value}
    scripts = [text for attributes, text in read.all("script") if "type" not in attributes]
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts}
    assert rules["script-src"] == hashes


def test_page_asks_for_nothing(read):
    for tag, attributes, _ in read.elements:
        assert not {"src", "href", "srcset", "background", "style"} & set(attributes), (tag, attributes)
        assert not [name for name in attributes if name.startswith("on")], (tag, attributes)
    assert not read.all("link")


def test_scripts_turn_no_text_into_markup_or_code(read):
    ours = [text for attributes, text in read.all("script") if "type" not in attributes][1:]
    assert len(ours) > 5
    for script in ours:
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(|XMLHttp", script
        )


def test_page_holds_every_event_with_its_sentence(network, read):
    data, evidence = unpacked(read, "network-data"), unpacked(read, "evidence-data")
    found = set()
    for edge, about in zip(data["edges"], evidence["events"], strict=True):
        ends = data["nodes"][edge["from"]]["iri"], data["nodes"][edge["to"]]["iri"]
        found.add((*ends, edge["relation"], edge["status"], evidence["sentences"][about["sentence"]]))
    assert found == {(s, t, d["relation"], d["status"], d["sentence"]) for s, t, d in network.edges(data=True)}


def test_same_network_gives_the_same_bytes(network):
    turned = nx.MultiDiGraph(**network.graph)
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from(reversed(list(network.edges(keys=True, data=True))))
    assert page(network) == page(turned)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_never_stands_in_the_page(network, payload):
    hostile = with_hostile_text(network, payload)
    written = page(hostile, title=payload)
    if "<" in payload:
        assert payload not in written
    tags = [tag for tag, *_ in Reader(written).elements]
    assert tags == [tag for tag, *_ in Reader(page(network, title="x")).elements]


def test_words_are_the_same_in_both_languages(read):
    settings = json.loads(next(text for a, text in read.all("script") if a.get("id") == "settings"))
    words = settings["words"]
    assert set(words["ar"]) == set(words["en"])
    said = {a[key] for _, a, _ in read.elements for key in ("data-say", "data-label", "data-hint") if key in a}
    assert said <= set(words["ar"])


def test_language_there_is_not(network):
    with pytest.raises(DrawingError, match="choose one of ar, en"):
        page(network, language="fr")


def test_nothing_to_draw():
    with pytest.raises(DrawingError, match="nothing to draw"):
        page(nx.MultiDiGraph())


def test_page_too_large_keeps_the_strongest_and_names_the_others(network, monkeypatch):
    monkeypatch.setattr("graph.drawing.view.MOST_ACTORS", 3)
    written, left_out = fitting_page(network)
    assert left_out == ["https://w3id.org/shabaka/actor/najm"]
    assert len(unpacked(Reader(written), "network-data")["nodes"]) == 3


def test_page_of_a_file_and_of_a_network_read_before(network, tmp_path):
    (tmp_path / "graph.ttl").write_text(TURTLE, encoding="utf-8")
    wanted = Wanted(actor="عباس", relations=("meets", "supports"), language="en")
    of_file = page_of(str(tmp_path / "graph.ttl"), wanted)
    assert of_file == page_of(network, wanted)
    assert (of_file.actors, of_file.left_out) == (3, [])


def test_command_names_whom_the_page_has_no_room_for(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.drawing.view.MOST_ACTORS", 3)
    (tmp_path / "graph.ttl").write_text(TURTLE, encoding="utf-8")
    result = CliRunner().invoke(cli, ["view", str(tmp_path / "graph.ttl"), "--out", str(tmp_path / "p.html")])
    assert "3 actors" in result.stdout
    assert "1 actors with the fewest events are not on the page, among them نجم" in result.stderr


def test_command_writes_the_page(tmp_path):
    (tmp_path / "graph.ttl").write_text(TURTLE, encoding="utf-8")
    result = CliRunner().invoke(
        cli, ["view", str(tmp_path / "graph.ttl"), "--out", str(tmp_path / "p.html"), "--relation", "meets"]
    )
    assert result.exit_code == 0, result.output
    data = unpacked(Reader((tmp_path / "p.html").read_text(encoding="utf-8")), "network-data")
    assert [edge["relation"] for edge in data["edges"]] == ["meets"]
