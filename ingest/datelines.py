"""Where a report was written and who sent it: what stands before a dash, a colon or in parentheses and is no subject.

Takes a context, the article's phrases and a phrase, gives yes or no.
"""

from collections.abc import Sequence

from ingest.context import Context
from ingest.mentions import Phrase

_DASHES = frozenset("-–—ـ:/")  # between the place of a report and its text


def is_dateline(context: Context, phrases: Sequence[Phrase], phrase: int) -> bool:
    """Whether the phrase only tells that: الرباط – استقبلت الوزيرة، أنقرة: زار الوزير، (رويترز) طلب الوزير."""
    first, behind = phrases[phrase].first, context.tokens[phrases[phrase].last].surface
    enclosed = first > 0 and context.tokens[first - 1].surface == "(" and behind == ")"
    return enclosed or (phrase == context.subject and behind in _DASHES)
