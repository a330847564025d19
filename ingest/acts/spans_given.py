"""Whether days that are told with a gift only date it: أعطى الرئيس أوكرانيا صواريخ قبل شهرين.

Takes a context and a trigger, gives yes or no. A time given stands in the accusative (Ryding 2005, 7.3), one that dates
what was done behind a preposition (16).
"""

from ingest.text.context import Context
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

GIVEN = "given-days"


def is_dated(context: Context, trigger: Trigger) -> bool:
    """Whether the last word of giving days stands behind a preposition: قبل أيام، منذ أسبوعين."""
    before = context.tokens[trigger.until - 2].form if trigger.until > 1 else ""
    return trigger.entry == GIVEN and is_in(before, "prepositions", "temporals")
