"""Where a light verb with somebody's own call has no subject any more: وجدد مطالبته الوزير بكذا (Ryding 12.3 and 5.1).

Takes a context and a trigger, gives a token.
"""

from ingest.grammar import agreement
from ingest.text.context import Context
from ingest.text.triggers import Trigger


def own_call_end(context: Context, trigger: Trigger) -> int:
    """The call with a pronoun that the verb carries, behind which its object stands and no subject; else the end."""
    noun = context.tokens[trigger.after]
    light = trigger.relation == "demands" and trigger.after > trigger.token
    return trigger.after if light and agreement.owned(noun.form, noun.surface) else len(context.tokens)
