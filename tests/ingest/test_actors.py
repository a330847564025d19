"""Actors get a name and an id."""

import datetime as dt

import pytest

from ingest.article import Article
from ingest.pipeline import read

ADDRESSED = "ثمن الرئيس اللبناني سليم الدوري دعم خادم الحرمين الشريفين لبنان."
KINGS = {
    "before": (dt.date(2014, 5, 1), "الملك عبد الله بن عبد العزيز"),
    "after": (dt.date(2019, 5, 1), "الملك سلمان بن عبد العزيز"),
    "undated": (None, "خادم الحرمين الشريفين"),
}


@pytest.mark.parametrize(("date", "name"), KINGS.values(), ids=KINGS.keys())
def test_a_title_of_one_office_tells_who_held_it_that_day(date, name):
    found = read(Article("case", ADDRESSED, date=date))
    assert name in [actor.name for actor in found.actors]


def test_a_title_that_many_states_have_tells_nobody():
    found = read(Article("case", "ثمن الرئيس اللبناني سليم الدوري دعم الملك.", date=dt.date(2019, 5, 1)))
    assert not any(actor.known and actor.type == "person" for actor in found.actors)
