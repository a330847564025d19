"""Of whom an aside tells by more than one noun: باسيل، وهو صهر عون وحليف لحزب الله، التقى الوزير.

Takes a context, the article's phrases and a noun that و joins, gives the phrase before the aside or None.
The aside opens with وهو or وهي behind a comma, and what و joins in it is said of the same one (Ryding 2005, 4.1, 18.1).
"""

from collections.abc import Sequence

from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger

REACH = 12  # tokens from وهو to the noun
_AND_HE, _COMMAS = frozenset({"وهو", "وهي"}), frozenset("،,")


def of_aside(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """Who stands right before the comma and وهو; None where و joins no noun there."""
    tokens, k = context.tokens, trigger.token
    if trigger.kind != "N" or tokens[k].form[:1] != "و":
        return None
    for j in range(k - 1, max(0, k - REACH), -1):
        if tokens[j].surface in _COMMAS:
            return None
        if tokens[j].form in _AND_HE and tokens[j - 1].surface in _COMMAS:
            return next((i for i in context.outer if phrases[i].last == j - 1), None)
    return None
