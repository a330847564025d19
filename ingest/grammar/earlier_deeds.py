"""Who did something before, as سبق tells with لـ and أن before the verb: سبق للوزارة أن طالبت إيران بـ (Ryding 19).

Takes a context, the article's phrases, a phrase and a token, gives yes or no.
"""

from collections.abc import Sequence

from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in

_THAT, _FOR = "ان", "ل"


def did_before(context: Context, phrases: Sequence[Phrase], phrase: int, k: int) -> bool:
    """Whether the phrase, behind لـ, does what the verb at token ``k`` behind أن tells; not what never was: لم يسبق."""
    here, tokens = phrases[phrase], context.tokens
    if here.last != k - 1 or tokens[k - 1].form != _THAT or context.prepositions[phrase] != _FOR:
        return False
    at = here.first - 1 - (here.first > 0 and tokens[here.first - 1].form == _FOR)
    denied = at > 0 and is_in(tokens[at - 1].form.removeprefix("و"), "negatives")
    return at >= 0 and not denied and is_in(tokens[at].form.removeprefix("و"), "earlier")
