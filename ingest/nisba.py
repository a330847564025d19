"""Actors that only an adjective of origin names: الدعم الإيراني is Iran's (Ryding 10.2).

Takes a context and a token, gives the phrase that stands for the state whose nisba is there.
"""

from collections.abc import Sequence

from ingest.context import Context
from ingest.mentions import Phrase


def state_behind(context: Context, phrases: Sequence[Phrase], token: int) -> int | None:
    """The stand-in for a state at the token, or at the next where an adjective is between; None for no nisba."""
    outer = set(context.outer)
    for place in (token, token + 1):
        for i in context.phrases:
            if phrases[i].first == place and phrases[i].type == "state" and i not in outer:
                return i if phrases[i].within == i else None
    return None
