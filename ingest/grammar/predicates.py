"""Who it is of whom a noun says that he is a danger or a threat: الحركة خطر على، وصف الحركة بأنها خطر، باتت خطرا على.

Takes a context, the article's phrases and a noun or masdar of threatening, gives a phrase or None. The predicate of a
sentence without a verb stands right behind its subject, a pronoun or a verb of being or becoming between at most
(Ryding 2005, 4.1 and 36).
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_TAKEN_UP = {"بانها": "f", "انها": "f", "بانه": "m", "انه": "m", "بانهم": "", "انهم": ""}
_MOST = frozenset({"اكبر", "اخطر", "اهم", "اول", "مصدر"})  # أكبر خطر على


def predicated(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """The phrase right before the noun that it is the predicate of; None where it is none."""
    tokens, clauses, k = context.tokens, Clauses.of(context, phrases), trigger.start
    while k > 0 and (is_in(tokens[k - 1].form, "remaining", "identifying") or tokens[k - 1].form in _MOST):
        k -= 1
    taken_up = k > 0 and tokens[k - 1].form in _TAKEN_UP
    place = k - taken_up
    before = [i for i in context.outer if phrases[i].last == place]
    if not before or clauses.government(before[-1])[0]:
        return None
    if taken_up:
        return before[-1] if clauses.agrees(before[-1], _TAKEN_UP[tokens[k - 1].form]) else None
    first = phrases[before[-1]].first
    opened = first == 0 or is_in(tokens[first - 1].form, "complementizers", "clause_openers")
    return before[-1] if opened or not tokens[first - 1].form.isalnum() else None
