"""The canned queries asked of a built file: what has no date."""

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import dataset
from graph.cli import cli
from tests.readings import KINANI, MEETING, RAWI, READING, SUNBULA, THREAT, reading

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
