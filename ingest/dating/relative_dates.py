"""Dates that a sentence tells from the day of publication: أمس, الأربعاء, الأسبوع الماضي, قبل ثلاثة أيام.

Takes folded words and the day of publication, gives ``Found`` after ``Found``. A weekday is the last such day,
the next one with المقبل or where what is told is still to come; with الماضي never the day itself. A week begins
on Monday (ISO 8601).
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from ingest.dating.date_words import Found, number, ordinal, runs
from ingest.reading import EventDate, Precision
from ontology.calendar import load_calendar

_DAY, _COUNT = range(1, 32), range(1, 100)
_THIS = frozenset({"هذا", "هذه"})
_OF = "من"


def relative(words: Sequence[str], today: dt.date, *, coming: bool) -> Iterator[Found]:
    """All of them, in no order."""
    calendar = load_calendar()
    for start, end, offset in runs(words, calendar.days):
        yield Found(start, end, _day(today + dt.timedelta(offset)))
    for start, end, weekday in runs(words, calendar.weekdays):
        yield _weekday(words, start, end, weekday, today, coming=coming)
    yield from _periods(words, today)
    yield from _counted(words, today)


def _weekday(words: Sequence[str], start: int, end: int, weekday: int, today: dt.date, *, coming: bool) -> Found:
    """الأربعاء, الأربعاء المقبل, الأربعاء من الأسبوع المقبل."""
    if end + 1 < len(words) and words[end] == _OF and (period := _period_at(words, end + 1)) and period[0] == "week":
        monday = today + dt.timedelta(7 * period[1] - today.weekday())
        return Found(start, period[2], _day(monday + dt.timedelta(weekday)))
    attribute, last = _attribute(words, end)
    ahead = (weekday - today.weekday()) % 7
    if attribute == 1:
        days = ahead or 7
    elif attribute is not None and attribute < 0:
        days = ahead - 7
    else:
        days = ahead if coming or not ahead else ahead - 7
    return Found(start, last, _day(today + dt.timedelta(days)))


def _periods(words: Sequence[str], today: dt.date) -> Iterator[Found]:
    """الأسبوع الماضي, هذا الشهر, الخامس من الشهر الجاري, 3 الجاري."""
    for i, word in enumerate(words):
        lone = word.isdecimal() and _attribute(words, i + 1)[0] == 0
        period = ("month", 0, i + 2) if lone else _period_at(words, i)
        if period is None:
            continue
        kind, offset, last = period
        day = number(words, i - (not lone), -1, _DAY) or ordinal(words, i - 1, load_calendar().ordinals)
        if kind == "month" and day is not None:
            year, month = _month(today, offset)
            yield from _within(day[1], last, year, month, day[0])
        else:
            yield Found(i, last, _period(kind, offset, today))


def _period_at(words: Sequence[str], i: int) -> tuple[str, int, int] | None:
    """Kind, offset from the present and end of the period that begins at word ``i``; None where none does."""
    periods = load_calendar().periods
    kind = periods.get(words[i]) or periods.get(words[i][1:])  # with a conjunction or preposition
    attribute, last = _attribute(words, i + 1)
    if kind is not None and attribute is not None:
        return kind, attribute, last
    this = i > 0 and words[i - 1] in _THIS
    return (kind, 0, i + 1) if kind is not None and this else None


def _counted(words: Sequence[str], today: dt.date) -> Iterator[Found]:
    """قبل يومين, منذ ثلاثة أسابيع, بعد شهر; counted from something else with من behind (قبل يومين من الانتخابات)."""
    calendar = load_calendar()
    for start, end, direction in runs(words, calendar.directions):
        told = _count(words, end)
        if told is None or (told[2] < len(words) and words[told[2]] == _OF):
            continue
        count, unit, last = told
        offset = direction * count
        date = _day(today + dt.timedelta(offset)) if unit == "day" else _period(unit, offset, today)
        yield Found(start, last, date)


def _count(words: Sequence[str], i: int) -> tuple[int, str, int] | None:
    """How many of which unit stand from word ``i`` on, and where that ends."""
    calendar = load_calendar()
    if i < len(words) and words[i] in calendar.duals:
        return 2, calendar.duals[words[i]], i + 1
    if i < len(words) and words[i] in calendar.units:
        return 1, calendar.units[words[i]], i + 1
    if i + 1 >= len(words) or words[i + 1] not in calendar.units:
        return None
    figure = number(words[i : i + 1], 0, 1, _COUNT)
    count = figure[0] if figure else calendar.numbers.get(words[i])
    return None if count is None else (count, calendar.units[words[i + 1]], i + 2)


def _attribute(words: Sequence[str], i: int) -> tuple[int | None, int]:
    for start, stop, value in runs(words[i : i + 2], load_calendar().attributes):
        return (value, i + stop) if start == 0 else (None, i)
    return None, i


def _period(kind: str, offset: int, today: dt.date) -> EventDate:
    """A week from its first day, a month or a year, ``offset`` from the present one."""
    if kind == "week":
        monday = today + dt.timedelta(7 * offset - today.weekday())
        return EventDate(monday.isoformat(), "week", "relative")
    if kind == "month":
        year, month = _month(today, offset)
        return EventDate(f"{year:04}-{month:02}", "month", "relative")
    return EventDate(f"{today.year + offset:04}", "year", "relative")


def _month(today: dt.date, offset: int) -> tuple[int, int]:
    year, month = divmod(today.year * 12 + today.month - 1 + offset, 12)
    return year, month + 1


def _within(first: int, last: int, year: int, month: int, day: int) -> Iterator[Found]:
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return
    yield Found(first, last, _day(date))


def _day(date: dt.date, precision: Precision = "day") -> EventDate:
    return EventDate(date.isoformat(), precision, "relative")
