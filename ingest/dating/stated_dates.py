"""Dates that a sentence states by the calendar: a day, a month with its year, a date in figures.

Takes folded words and the day of publication, gives ``Found`` after ``Found``. Months have the names of the
Levant, Egypt and the Gulf, and the Maghreb, or of the Hijri calendar, which is turned into the Gregorian one
(``hijridate``, the Umm al-Qura calendar). Where no year is said, the month is the last one seen from
publication, the next one with المقبل. A year alone counts behind في عام only (since a treaty has its year too).
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from hijridate import Gregorian, Hijri

from ingest.dating.date_words import Found, number, ordinal, runs
from ingest.reading import EventDate
from ontology.calendar import load_calendar

_NUMERIC = re.compile(r"(?:(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))")
_DAY, _YEAR, _HIJRI_YEAR = range(1, 32), range(1900, 2101), range(1343, 1501)  # the years hijridate knows
_IN = frozenset({"في", "خلال"})
_BLESSED = frozenset({"المبارك", "الحرام", "المكرم", "المعظم"})  # رمضان المبارك
_OF_MONTH = 15  # a Hijri month lies in two Gregorian ones; its middle is taken


def stated(words: Sequence[str], today: dt.date | None) -> Iterator[Found]:
    """All of them, in no order."""
    calendar = load_calendar()
    for start, end, month in runs(words, calendar.months):
        yield from _gregorian(words, start, end, month, today)
    for start, end, month in runs(words, calendar.hijri):
        yield from _hijri(words, start, end, month, today)
    for i, word in enumerate(words):
        if match := _NUMERIC.fullmatch(word):
            order = (1, 2, 3) if match[1] else (6, 5, 4)
            year, month, day = (int(match[group]) for group in order)
            yield from _day(i, i + 1, year, month, day)
        if word in {"عام", "العام", "سنه"} and i and words[i - 1] in _IN and (year_ := number(words, i + 1, 1, _YEAR)):
            yield Found(i, i + 2, EventDate(f"{year_[0]:04}", "year", "stated"))


def _gregorian(words: Sequence[str], start: int, end: int, month: int, today: dt.date | None) -> Iterator[Found]:
    """A month's name with its day before and its year, or an attribute, behind: 7 نيسان 2021, مارس الماضي."""
    end = _second_name(words, end)
    day, first = _day_before(words, start)
    year, last = number(words, end, 1, _YEAR) or (None, end - 1)
    attribute, behind = _attribute(words, end)
    if year is None:
        last = behind - 1
    opened = start > 0 and words[start - 1] in load_calendar().openers
    if year is None and today is not None and (day is not None or attribute is not None or opened):
        year = _year_of(month, day, attribute, today)
    if year is None:
        return
    if day is not None:
        yield from _day(first, last + 1, year, month, day)
    else:
        yield Found(start, last + 1, EventDate(f"{year:04}-{month:02}", "month", "stated"))


def _second_name(words: Sequence[str], end: int) -> int:
    """Past the other tradition's name of the same month: نيسان/أبريل."""
    for start, stop, _ in runs(words[end : end + 2], load_calendar().months):
        return end + stop if start == 0 else end
    return end


def _day_before(words: Sequence[str], start: int) -> tuple[int | None, int]:
    """The day before a month's name, in figures or words, and where it begins; of two (5 و6 أبريل) the first."""
    found = number(words, start - 1, -1, _DAY) or ordinal(words, start - 1, load_calendar().ordinals)
    if found is None:
        return None, start
    earlier = number(words, found[1] - 1, -1, _DAY) if found[1] and words[found[1] - 1] == "و" else None
    return earlier if earlier is not None and earlier[0] < found[0] else found


def _attribute(words: Sequence[str], end: int) -> tuple[int | None, int]:
    for start, stop, value in runs(words[end : end + 2], load_calendar().attributes):
        return (value, end + stop) if start == 0 else (None, end)
    return None, end


def _year_of(month: int, day: int | None, attribute: int | None, today: dt.date) -> int:
    """The year that makes the month the last one, or the next one with المقبل, seen from ``today``."""
    if attribute == 1:
        return today.year + (month < today.month)
    if attribute is not None and attribute < 0:
        return today.year - (month > today.month or (month == today.month and day is None))
    later = month - today.month if day is None else month - today.month + (day > today.day) / 2
    return today.year - (later > 6)


def _hijri(words: Sequence[str], start: int, end: int, month: int, today: dt.date | None) -> Iterator[Found]:
    """A Hijri month with its day or its year: the names are persons' too (رجب طيب)."""
    if end < len(words) and words[end] in _BLESSED:
        end += 1
    day, first = _day_before(words, start)
    told, (attribute, behind) = number(words, end, 1, _HIJRI_YEAR), _attribute(words, end)
    if told is None and (today is None or (day is None and attribute is None)):
        return
    year, last = told or (_hijri_year(month, day, attribute, today), behind - 1)
    try:
        date = Hijri(year, month, day or _OF_MONTH).to_gregorian()
    except (ValueError, OverflowError):
        return
    value = EventDate(date.isoformat(), "day", "stated")
    yield Found(first, last + 1, value if day else EventDate(f"{date.year:04}-{date.month:02}", "month", "stated"))


def _hijri_year(month: int, day: int | None, attribute: int | None, today: dt.date | None) -> int:
    """The Hijri year of the last such month seen from ``today``, or the next one with المقبل; 0 without ``today``."""
    if today is None:
        return 0
    now = Gregorian.fromdate(today).to_hijri()
    return int(_year_of(month, day, attribute, dt.date(now.year, now.month, min(now.day, 28))))


def _day(first: int, last: int, year: int, month: int, day: int) -> Iterator[Found]:
    """A day by its numbers; a year of the Hijri count is one (1438/12/06), another one is no date of news."""
    try:
        if year in _HIJRI_YEAR:
            date = dt.date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())
        elif year in _YEAR:
            date = dt.date(year, month, day)
        else:
            return
    except (ValueError, OverflowError):
        return
    yield Found(first, last, EventDate(date.isoformat(), "day", "stated"))
