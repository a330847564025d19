"""The date an article states in its fields, where it can be read in one way only."""

import datetime as dt
import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime

from ingest.dating.date_words import date_words
from ingest.dating.stated_dates import stated

_ISO = re.compile(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T|\s|$)")
_TURNED = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}")  # 29/08/2023
_SECONDS, _THOUSANDTHS = 10, 13  # digits of the time since 1970 for some centuries
_ENGLISH = ("%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y")
_MONTHS = 12
_OURS = 1600  # years before are of the Hijri count: no paper is as old


def stated_date(value: object) -> dt.date | None:
    """The day that a field states in a way that is read alike by all; else None, also for a month or year alone.

    Known are ISO 8601 (2024-03-02, 2024-03-02T10:00Z, 20240302), 2024/3/2, also of the Hijri count (1445-02-13), RFC
    2822, 29 Aug 2023, months in Arabic by any of their names (29 آب/أغسطس 2023), days and months in figures whose order
    is plain (29/08/2023) and seconds or thousandths since 1970. An order of day and month that has to be guessed, as in
    03/02/2024, is no date.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(str(int(value))) if abs(value) < 10**_THOUSANDTHS else None
    if not isinstance(value, str):
        return None
    for reading in (_in_order, _since_1970, _in_english, _by_mail, _in_words):
        if (day := _safely(reading, value)) is not None:
            return day
    return None


def _safely(reading: Callable[[str], dt.date | None], value: str) -> dt.date | None:
    try:
        return reading(value)
    except (ValueError, OverflowError):
        return None


def _in_order(value: str) -> dt.date | None:
    match = _ISO.match(value) or _COMPACT.match(value)
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    return _one_day("/".join(match.groups())) if year < _OURS else dt.date(year, month, day)


def _since_1970(value: str) -> dt.date | None:
    digits = value.strip()
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in {_SECONDS, _THOUSANDTHS}:
        return None
    return dt.datetime.fromtimestamp(int(digits[:_SECONDS]), dt.UTC).date()


def _in_english(value: str) -> dt.date | None:
    for form in _ENGLISH:
        try:
            return dt.datetime.strptime(value.strip(), form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    return None


def _by_mail(value: str) -> dt.date | None:
    return parsedate_to_datetime(value).date()


def _in_words(value: str) -> dt.date | None:
    return None if _TURNED.search(value) and not _plain_order(value) else _one_day(value)


def _plain_order(value: str) -> bool:
    """Whether of day and month in figures one can be no month, or both are the same; the day comes first then."""
    found = [(int(match[1]), int(match[2])) for match in _TURNED.finditer(value)]
    return all(day == month or day > _MONTHS for day, month in found)


def _one_day(value: str) -> dt.date | None:
    """The only day that the words of ``value`` state, by our calendar or the Hijri one."""
    found = {one.date.value for one in stated(date_words(value)[0], None) if one.date.precision == "day"}
    return dt.date.fromisoformat(found.pop()) if len(found) == 1 else None
