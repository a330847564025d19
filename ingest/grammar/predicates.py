"""Who it is of whom a noun says that he is a danger or a threat: الحركة خطر على، وصف الحركة بأنها خطر، باتت خطرا على.

Takes a context, the article's phrases and a noun or masdar of threatening, gives a phrase or None. The predicate of a
sentence without a verb stands right behind its subject, a pronoun or a verb of being or becoming between at most
(Ryding 2005, 4.1 and 36).
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in, without_preposition
from ingest.text.triggers import Trigger

SPOKEN_REACH = 6  # tokens from a word of speech to the threat seen in it: في كلام الوزير الأخير تهديدا
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
    if (owner := _of_words(context, phrases, k)) is not None:
        return owner
    if before and clauses.government(before[-1])[0]:
        before = _described_by(context, phrases, before[-1])
    if not before:
        return None
    if taken_up:
        return before[-1] if clauses.agrees(before[-1], _TAKEN_UP[tokens[k - 1].form]) else None
    first = phrases[before[-1]].first
    opened = first == 0 or is_in(tokens[first - 1].form, "complementizers", "clause_openers")
    return before[-1] if opened or not tokens[first - 1].form.isalnum() else None


def _of_words(context: Context, phrases: Sequence[Phrase], k: int) -> int | None:
    """Whose words they are in which somebody sees the threat at token ``k``: في كلام الوزير تهديد للحكومة (8.1)."""
    for j in range(k - 1, max(-1, k - 1 - SPOKEN_REACH), -1):
        form = context.tokens[j].form
        if is_in(without_preposition(form), "own_words"):
            near = [i for i in context.outer if phrases[i].first == j + 1 and phrases[i].last <= k]
            return near[0] if near else None
        if not (form.isalnum() or context.tokens[j].surface in QUOTES):
            return None
    return None


def _described_by(context: Context, phrases: Sequence[Phrase], agent: int) -> list[int]:
    """Who is described by a participle with the phrase for its agent: الجماعة المدعومة من إيران خطر (Ryding 11)."""
    for k in range(phrases[agent].first - 1, max(0, phrases[agent].first - 3), -1):
        if context.tokens[k].form.startswith("الم"):
            return [i for i in context.outer if phrases[i].last == k]
    return []
