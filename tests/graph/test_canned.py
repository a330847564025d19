"""The canned queries asked of a built file."""

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import dataset
from graph.canned import canned_queries
from graph.cli import cli
from tests.readings import KINANI, MEETING, RAWI, READING, SUNBULA, THREAT, reading

GIVEN = {"actor": RAWI.id, "one": RAWI.id, "other": SUNBULA.id, "article": READING.article.name, "text": "هدد"}
TYPED = {"relation": "threatens", "date": "2021-04-01", "integer": "5", "decimal": "0.5"}
MET = replace(MEETING, status="asserted", date=None)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One threat in April by its article's date, one negated meeting on a day, and without any date one of each."""
    undated = replace(MEETING, date=None)
    readings = [READING, reading(2, replace(THREAT, date=None), undated), reading(3, MET, date=dt.date(2021, 5, 2))]
    path = tmp_path_factory.mktemp("built") / "graph.ttl"
    path.write_bytes(dataset.turtle(dataset.of(readings)))
    return path


def ask(built: Path, *words: str) -> list[dict[str, str]]:
    out = built.with_name("answer.csv")
    done = CliRunner().invoke(cli, ["query", str(built), *words, "--format", "csv", "--out", str(out)])
    assert done.exit_code == 0, done.exception or done.stderr
    return list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))


def test_every_query_finds_what_there_is(built: Path) -> None:
    found = {}
    for name, query in canned_queries().items():
        required = [p for p in query.parameters if p.default is None]
        words = [word for p in required for word in (f"--{p.name}", GIVEN.get(p.name) or TYPED[p.type])]
        found[name] = len(ask(built, name, *words))
    # nobody demands of, supports or threatens الراوي or holds an office known beforehand, so that these find nothing
    empty = ("allies-of-enemies", "changes-of-stance", "demands-by-month", "mediators", "office-holders", "paths")
    empty = (*empty, "merged-actors", "reports-of-events")
    assert found == dict.fromkeys((*empty, "supporters-and-opponents", "threats-against"), 0) | {
        "balance": 1,
        "co-occurrence": 2,
        "denied-events": 2,
        "event-clusters": 2,
        "events-between": 2,
        "events-by-month": 2,
        "events-of-article": 2,
        "evidence-with": 2,
        "meetings": 1,
        "meetings-of": 3,
        "offices-of": 1,
        "outlets-on-pair": 1,
        "sources-of-claims": 1,
        "strongest-ties": 1,
        "unknown-actors": 3,
    }


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (("denied-events",), ["2021-04-07", ""]),
        (("denied-events", "--since", "2021-04-07"), ["2021-04-07"]),
        (("denied-events", "--until", "2021-04-06"), []),
        (("threats-against", "--actor", SUNBULA.name), ["2021-04", ""]),
        (("threats-against", "--actor", SUNBULA.name, "--until", "2021-04-30"), ["2021-04"]),
        (("meetings",), ["2021-05-02"]),
        (("meetings-of", "--actor", KINANI.name), ["2021-05-02", "2021-04-07", ""]),
        (("events-between", "--one", RAWI.name, "--other", SUNBULA.name, "--since", "2021-01-01"), ["2021-04"]),
    ],
    ids=lambda given: "-".join(word.strip("-") for word in given if word.isascii()) or "never",
)
def test_an_event_without_a_date_is_told_where_no_bound_is_given(
    built: Path, words: tuple[str, ...], days: list[str]
) -> None:
    assert [row["on"] for row in ask(built, *words)] == days


def test_a_state_that_only_a_nisba_names_is_mentioned_with_nobody(built: Path) -> None:
    assert {row["with"] for row in ask(built, "co-occurrence", "--actor", RAWI.id)} == {SUNBULA.name, KINANI.name}
