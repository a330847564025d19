"""When an event took place: what its sentence says, else the day the article was published.

Takes the article, the text of the sentence and where in it the event's word stands; gives an ``EventDate`` or
None. Of the dates that the sentence states (``stated_dates``) or tells from the day of publication
(``relative_dates``), the one that stands nearest to the word counts; of two that overlap, the longer (الاثنين 5
أبريل), the stated one first. Relative words need the day of publication; without one they give nothing.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from ingest.article import Article
from ingest.dating.date_words import Found, date_words
from ingest.dating.relative_dates import relative
from ingest.dating.stated_dates import stated
from ingest.reading import EventDate

ADJACENT = 2  # words between parts of one date: الاثنين الموافق 5 أبريل
MEMO = 256  # sentences: relations of one sentence come one after the other
_PRECISIONS = ("day", "week", "month", "year")


def event_date(article: Article, sentence: str, at: int = 0, *, coming: bool = False) -> EventDate | None:
    """The date of the event whose word stands ``at`` code points into ``sentence``; None where nothing tells it.

    ``coming``: whether the event is only planned, so that a weekday means the next one.
    """
    today = article.date
    kept, places = _dates(sentence, today, coming=coming)
    if kept:
        here = max(bisect_right(places, at) - 1, 0)
        return min(kept, key=lambda f: (_distance(f, here), f.first)).date
    return None if today is None else EventDate(today.isoformat(), "day", "publication")


@lru_cache(MEMO)
def _dates(sentence: str, today: dt.date | None, *, coming: bool) -> tuple[list[Found], list[int]]:
    """The dates of a sentence, and where its words begin."""
    words, places = date_words(sentence)
    found = list(stated(words, today))
    if today is not None:
        found += relative(words, today, coming=coming)
    return _whole(found), places


def _whole(found: Iterable[Found]) -> list[Found]:
    """Those that no better one overlaps or adjoins: the more exact, the stated, the longer."""
    kept: list[Found] = []
    for one in sorted(found, key=_rank):
        if not any(one.first < other.last + ADJACENT and other.first < one.last + ADJACENT for other in kept):
            kept.append(one)
    return kept


def _rank(found: Found) -> tuple[int, bool, int]:
    return _PRECISIONS.index(found.date.precision), found.date.basis != "stated", found.first - found.last


def _distance(found: Found, here: int) -> int:
    return max(found.first - here, here - found.last + 1, 0)
