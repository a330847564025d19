"""The date an article states in its fields, where it can be read in one way only."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T|\s|$)")


def stated_date(value: object) -> dt.date | None:
    """The day of ISO 8601 (2024-03-02, 2024-03-02T10:00Z, 20240302), 2024/3/2 or RFC 2822; else None.

    An order of day and month that has to be guessed, as in 03/02/2024, is no date.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        return None
    try:
        if match := _ISO.match(value) or _COMPACT.match(value):
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        return parsedate_to_datetime(value).date()
    except (ValueError, OverflowError):
        return None
