"""Actors by title, office and apposition: the table of what is found in a sentence and what it is called."""

import tomllib
from pathlib import Path

import pytest

from ingest.article import Article
from ingest.pipeline import read

TABLE = Path(__file__).parents[1] / "phenomena" / "actors" / "titles.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


def named(case):
    return [(actor.name, actor.type) for actor in read(Article("case", case["text"])).actors]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_every_actor_is_found_by_its_name_without_title(case):
    found = named(case)
    assert [tuple(wanted) for wanted in case["names"] if tuple(wanted) not in found] == [], found


@pytest.mark.parametrize("case", [c for c in CASES if "not" in c], ids=[c["id"] for c in CASES if "not" in c])
def test_nothing_else_is_a_name(case):
    assert [name for name, _ in named(case) if name in case["not"]] == []
