"""An apposition that takes an actor in whole, over which the clause goes on: الجزائر، حكومة وشعبا، في دعمها.

Takes a context and a token, gives where the apposition before it begins.
"""

from ingest.text.context import Context
from ingest.text.scope import is_in

_COMMAS = frozenset("،,")


def before_whole(context: Context, k: int) -> int:
    """Where the accusatives begin that end right before token ``k``, else ``k`` (Ryding 2005, 11)."""
    tokens, start = context.tokens, k
    while start > 1 and (tokens[start - 1].surface in _COMMAS or is_in(tokens[start - 1].form, "state_and_people")):
        start -= 1
    told = any(is_in(token.form, "state_and_people") for token in tokens[start:k])
    return start if told else k
