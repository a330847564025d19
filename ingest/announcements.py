"""Whether what somebody is told or warned of is a harm: حذر الحركة من أن الجيش سيرد، أبلغ السفير بأن بلاده ستطرده.

Takes a context and a trigger of informing or warning, gives yes or no. Behind أن (Ryding 2005, 19) stands a harm in the
future, or anything in the future that comes unless something is done (39): أبلغه أن الدعم سيتوقف ما لم يتراجع.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.clauses import Clauses
from ingest.context import Context
from ingest.mentions import Phrase
from ingest.scope import is_future, is_in
from ingest.triggers import Trigger
from ontology.function_words import load_function_words

THAT_REACH = 16  # tokens from a word of telling to what is told, the one told between
TOLD_REACH = 30  # tokens of what is told
_UNLESS = frozenset({("ما", "لم"), ("ان", "لم"), ("اذا", "لم"), ("حال", "لم"), ("حال", "عدم")})


def announces_harm(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a harm to come is told behind the trigger, or what comes unless something is done."""
    tokens, clauses = context.tokens, Clauses.of(context, phrases)
    ends = range(trigger.until, min(len(tokens), trigger.until + THAT_REACH))
    that = next((k for k in ends if is_in(tokens[k].form, "complementizers") or clauses.is_stop(k)), None)
    if that is None or clauses.is_stop(that):
        return False
    end = _end(context, clauses, that + 1)
    told = [t for t in context.triggers if that < t.token < end and t.relation == "threatens" and t.kind in "VP"]
    if any(is_future(tokens[t.token].form) for t in told):
        return True
    forms = [token.form for token in tokens[that + 1 : end]]
    coming = any(is_future(form) or form == "لن" for form in forms)
    return coming and not _UNLESS.isdisjoint(pairwise(forms))


def _end(context: Context, clauses: Clauses, k: int) -> int:
    """The token behind what is told: a stop, or where the speaker is told of anew (مضيفا، وقال)."""
    known = load_function_words()["saying_participles"]
    for j in range(k, min(len(context.tokens), k + TOLD_REACH)):
        form = context.tokens[j].form
        if clauses.is_stop(j) or form in known or is_in(form, "speech", "reporting"):
            return j
    return min(len(context.tokens), k + TOLD_REACH)
