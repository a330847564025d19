"""When an event took place: what its sentence says, else the day the article was published.

Takes the article and the text of the sentence, gives an ``EventDate`` or None. The first of these that is
found: a day with its month (and year), Gregorian or Hijri; a month with a year or an attribute (الماضي); a
numeric date; a day relative to publication (أمس, a weekday, which is the last such day unless it is said to
come); the past, present or next week, month or year; the day of publication. Relative words need the day
of publication; without one they give nothing. A bare year is no date of an event.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hijridate import Hijri

from ingest.article import Article
from ingest.reading import EventDate
from ontology.calendar import load_calendar
from ontology.spelling import fold

_WORD = re.compile(r"\d+(?:[/.-]\d+)*|\w+")
_NUMERIC = re.compile(r"(?:(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))")
_DAY, _YEAR, _HIJRI_YEAR = range(1, 32), range(1900, 2101), range(1300, 1500)
_FILLERS = frozenset({"من", "شهر", "عام", "سنه", "لسنه", "لعام", "يوم", "و"})


def event_date(article: Article, sentence: str) -> EventDate | None:
    """The date of an event told in ``sentence``; None where nothing tells it."""
    words = _WORD.findall(fold(sentence))
    today = article.date
    for found in (_stated(words, today), _relative(words, today)):
        if (first := next(found, None)) is not None:
            return first
    return None if today is None else EventDate(today.isoformat(), "day", "publication")


def _stated(words: Sequence[str], today: dt.date | None) -> Iterator[EventDate]:
    calendar = load_calendar()
    for i, length, month in _matches(words, calendar.months):
        yield from _gregorian(words, i, i + length, month, today)
    for i, length, month in _matches(words, calendar.hijri):
        yield from _hijri(words, i, i + length, month)
    for word in words:
        if match := _NUMERIC.fullmatch(word):
            order = (1, 2, 3) if match[1] else (6, 5, 4)
            year, month, day = (int(match[group]) for group in order)
            yield from _day(year, month, day)


def _gregorian(words: Sequence[str], start: int, end: int, month: int, today: dt.date | None) -> Iterator[EventDate]:
    """A month's name with its day before and its year, or an attribute, behind: 7 نيسان 2021, مارس الماضي."""
    end = _second_name(words, end)
    day = _number(words, start, -1, _DAY)
    year = _number(words, end - 1, 1, _YEAR)
    attribute = load_calendar().attributes.get(words[end]) if end < len(words) else None
    if year is None and today is not None and (day is not None or attribute is not None):
        year = _year_of(month, day, attribute, today)
    if year is None:
        return
    if day is not None:
        yield from _day(year, month, day)
    else:
        yield EventDate(f"{year:04}-{month:02}", "month", "stated")


def _second_name(words: Sequence[str], end: int) -> int:
    """Past the other tradition's name of the same month: نيسان/أبريل."""
    months = load_calendar().months
    return end + 1 if end < len(words) and words[end] in months else end


def _year_of(month: int, day: int | None, attribute: int | None, today: dt.date) -> int:
    """The year that makes the month the last one, or the next one with المقبل, seen from ``today``."""
    if attribute == 1:
        return today.year + (month < today.month)
    if attribute == -1:
        return today.year - (month >= today.month)
    later = month - today.month if day is None else month - today.month + (day > today.day) / 2
    return today.year - (later > 6)


def _hijri(words: Sequence[str], start: int, end: int, month: int) -> Iterator[EventDate]:
    day, year = _number(words, start, -1, _DAY), _number(words, end - 1, 1, _HIJRI_YEAR)
    if year is None or day is None:
        return
    try:
        date = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return
    yield EventDate(date.isoformat(), "day", "stated")


def _relative(words: Sequence[str], today: dt.date | None) -> Iterator[EventDate]:
    if today is None:
        return
    calendar = load_calendar()
    for _, _, offset in _matches(words, calendar.days):
        yield EventDate((today + dt.timedelta(offset)).isoformat(), "day", "relative")
    for i, length, weekday in _matches(words, calendar.weekdays):
        comes = _attribute(words, i + length) == 1
        days = (weekday - today.weekday()) % 7 or 7 if comes else -((today.weekday() - weekday) % 7)
        yield EventDate((today + dt.timedelta(days)).isoformat(), "day", "relative")
    for i, word in enumerate(words):
        attribute = _attribute(words, i + 1)
        if word in calendar.periods and attribute is not None:
            yield _period(calendar.periods[word], attribute, today)


def _attribute(words: Sequence[str], i: int) -> int | None:
    return load_calendar().attributes.get(words[i]) if i < len(words) else None


def _period(kind: str, offset: int, today: dt.date) -> EventDate:
    """A week from its first day (Monday, ISO 8601), a month or a year, ``offset`` from the present one."""
    if kind == "week":
        monday = today + dt.timedelta(7 * offset - today.weekday())
        return EventDate(monday.isoformat(), "week", "relative")
    if kind == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + offset, 12)
        return EventDate(f"{year:04}-{month + 1:02}", "month", "relative")
    return EventDate(f"{today.year + offset:04}", "year", "relative")


def _day(year: int, month: int, day: int) -> Iterator[EventDate]:
    try:
        yield EventDate(dt.date(year, month, day).isoformat(), "day", "stated")
    except ValueError:
        return


def _number(words: Sequence[str], i: int, step: int, allowed: Iterable[int]) -> int | None:
    """The nearest number before or behind word ``i``, over at most two words like من and عام."""
    for _ in range(3):
        i += step
        if not 0 <= i < len(words):
            return None
        if words[i].isdecimal():
            return int(words[i]) if int(words[i]) in allowed else None
        if words[i] not in _FILLERS:
            return None
    return None


def _matches(words: Sequence[str], names: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    """Where one of ``names`` stands, the longest at each place: index, words, number."""
    i = 0
    while i < len(words):
        for length in (3, 2, 1):
            key = " ".join(words[i : i + length])
            if key in names and i + length <= len(words):
                yield i, length, names[key]
                i += length - 1
                break
        i += 1
