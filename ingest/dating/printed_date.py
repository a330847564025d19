"""The day of publication that an article prints above its text, where no field states one.

Takes the text, gives a day or None. Read are the lines below the headline (a date in a headline is the event's): a
short line that a date opens or ends (الأحد 14/4/2002), and the dateline that opens the first paragraph, whose date a
dash, a colon or a parenthesis follows (بغداد 10-9-2014 (وكالة) - قال). A date needs its day, its month and its year.
One line that prints two days that are not the same by two calendars tells none.
"""

import datetime as dt
import re
from collections.abc import Iterator

from ingest.dating.date_words import Found, date_words
from ingest.dating.stated_dates import stated

_LINES = 3  # below the headline: section, place and byline, date
_SHORT = 12  # words of a line that is no paragraph
_OPENING = 8  # words of a paragraph's dateline: place, weekday, day, month, year, agency
_CALENDARS_DIFFER = 1  # days between a date of ours and the Hijri one beside it, which follows the moon
_MARK = re.compile(r"\s*(?:[-–—ـ:|(/]|م\b|هـ)")  # 2015م -, 2015 (رويترز)
_STOPPED = re.compile(r"[.!?؟…]\s*$")  # a sentence, however short
_LEADING = frozenset("في منذ حتي قبل بعد".split())  # before an event's date; also: القاهرة في 17 أكتوبر
_PLACE = 3  # words


def printed_date(text: str) -> dt.date | None:
    """The day printed in the first lines below the headline; None where there is none, or more than one."""
    lines = [line for line in text.splitlines() if line.strip()][1 : _LINES + 1]
    for line in lines:
        words, places = date_words(line)
        short = len(words) <= _SHORT and not _STOPPED.search(line)
        days = list(_days(line, words, places, short=short))
        if days and max(days) - min(days) <= dt.timedelta(_CALENDARS_DIFFER):
            return days[0]
        if days or len(words) > _SHORT:
            return None
    return None


def _days(line: str, words: list[str], places: list[int], *, short: bool) -> Iterator[dt.date]:
    """The days that the line prints as its own, those of our calendar first."""
    found = [one for one in stated(words, None) if one.date.precision == "day"]
    for one in sorted(found, key=lambda one: not _is_ours(one, words)):
        behind = places[one.last - 1] + len(words[one.last - 1])
        at_edge = one.first <= 1 or one.last >= len(words) - 1 or len(found) > 1
        if one.first > _PLACE and words[one.first - 1] in _LEADING:
            continue
        if (short and at_edge) or (one.last <= _OPENING and _MARK.match(line, behind)):
            yield dt.date.fromisoformat(one.date.value)


def _is_ours(one: Found, words: list[str]) -> bool:
    """Whether the year is the one that is written, not turned from the Hijri count."""
    return any(one.date.value[:4] in word for word in words[one.first : one.last])
