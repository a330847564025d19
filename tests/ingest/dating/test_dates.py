import datetime as dt

import pytest

from ingest.article import Article
from ingest.dating.dates import event_date
from ingest.reading import EventDate
from tests.ingest.phenomena import cases

PUBLISHED = dt.date(2021, 4, 7)  # a Wednesday
TABLE = dict(cases("dates"))


def dated(sentence, *, published=PUBLISHED, coming=False):
    at = max(sentence.find("["), 0)
    text = sentence.replace("[", "").replace("]", "")
    return event_date(Article(name="reed-1", text=text, date=published), text, at, coming=coming)


@pytest.mark.parametrize("case", TABLE.values(), ids=TABLE.keys())
def test_date_of_an_event(case):
    expected = EventDate(
        case.get("date", PUBLISHED.isoformat()), case.get("precision", "day"), case.get("basis", "publication")
    )
    assert dated(case["text"]) == expected


@pytest.mark.parametrize("case", [c for c in TABLE.values() if c.get("basis") != "stated"], ids=lambda c: c["id"])
def test_relative_words_say_nothing_without_the_day_of_publication(case):
    assert dated(case["text"], published=None) is None


def test_what_is_to_come_takes_the_next_weekday():
    assert dated("يجتمعان الأحد", coming=True) == EventDate("2021-04-11", "day", "relative")
    assert dated("يجتمعان الأربعاء", coming=True) == EventDate("2021-04-07", "day", "relative")


def test_of_two_dates_the_one_nearest_to_the_word():
    both = "{}اجتمعا{} أمس في عمّان ثم في بغداد وفي دمشق ثم عادا و{}تحادثا{} في 3 شباط 2020"
    assert dated(both.format("[", "]", "", "")).value == "2021-04-06"
    assert dated(both.format("", "", "[", "]")).value == "2020-02-03"


def test_an_empty_sentence():
    assert dated("") == EventDate("2021-04-07", "day", "publication")
    assert dated("", published=None) is None
