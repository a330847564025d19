"""Through whom somebody acts that are his own: قال الوزير إن قواته سترد (Ryding 2005, 12.3).

Takes a context and a trigger, gives the gender of who owns them, with whom the verb behind them goes on instead of
agreeing with the forces.
"""

from ingest.text.context import Context
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_OWNERS = {"ها": "f", "ه": "m"}  # by the pronoun behind them


def owner_gender(context: Context, trigger: Trigger) -> str:
    """The gender of whose forces stand right before the threat or its negation; empty where none do."""
    tokens, k = context.tokens, trigger.start - 1
    while k > 0 and is_in(tokens[k].form, "negatives", "verbal_particles"):
        k -= 1  # قواته لن تقف مكتوفة الأيدي
    if trigger.relation != "threatens" or k < 0 or not is_in(tokens[k].form, "own_forces"):
        return ""
    surface = tokens[k].surface
    return next((gender for ending, gender in _OWNERS.items() if surface.endswith(ending)), "")
