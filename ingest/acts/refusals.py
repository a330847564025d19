"""Who will not do something unless another does: الجزائر لن تعيد سفيرها ما لم تعتذر باريس.

Takes a context, the article's phrases and a trigger of such a condition, gives the phrase of whoever will not, which
makes the condition, be it that a spokesman tells it: the subject of the denied verb (Ryding 2005, 3.1 and 37). And that
of who is to act first, where he is only the subject carried on: لن يجلس مع الحركة قبل أن تفرج عن الأسرى.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.clauses import Clauses
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_THIRD = frozenset("يت")  # the letters of the third person in the imperfect
_WILL_NOT, _REFUSED = "لن", frozenset({"رفض", "رفضت"})


def refuser(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """The phrase; None where the subject is a pronoun or the first person, who is whoever speaks."""
    clauses, tokens = Clauses.of(context, phrases), context.tokens
    at = _denial(context, clauses, trigger)
    if at is None:
        return None
    first = at
    while first and (tokens[first - 1].surface in QUOTES or is_in(tokens[first - 1].form, "auxiliaries")):
        first -= 1
    before = [i for i in context.outer if phrases[i].last == first and clauses.government(i) == ("", False)]
    if before:
        return None if _is_own(context, phrases[before[-1]]) else before[-1]
    verb = at + (tokens[at].form == _WILL_NOT)
    refused = tokens[at].form in _REFUSED  # رفضت الحركة التفاوض قبل أن تنسحب إسرائيل
    told = refused or (verb < len(tokens) and tokens[verb].form[:1] in _THIRD)
    if not told or (first and is_in(tokens[first - 1].form, "with_subject")):
        return None
    return next((i for i in context.outer if phrases[i].first == verb + 1 and clauses.bare(i)), None)


def first_to_act(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """The last of the denied clause that agrees with the verb of the condition, if that has no subject behind."""
    clauses, tokens, verb = Clauses.of(context, phrases), context.tokens, trigger.until
    at = _denial(context, clauses, trigger)
    if at is None or tokens[at].form != _WILL_NOT or verb + 1 >= len(tokens) or tokens[verb].form[:1] not in _THIRD:
        return None
    if any(0 < phrases[i].first - verb <= 2 and clauses.bare(i) for i in context.outer):
        return None
    gender = "m" if tokens[verb].form.startswith("ي") else "f"
    return next((i for i in reversed(_faced(context, phrases, at, trigger)) if clauses.agrees(i, gender)), None)


def whose_people(context: Context, phrases: Sequence[Phrase], trigger: Trigger, acting: int) -> int | None:
    """Whose own people are to act, where they are: لن تجلس مع الحركة قبل خروج مقاتليها; else who acts."""
    head = context.tokens[phrases[acting].first]
    at = _denial(context, Clauses.of(context, phrases), trigger)
    if at is None or phrases[acting].length > 1 or not agreement.owned(head.form, head.surface):
        return acting
    return next(iter(_faced(context, phrases, at, trigger)[::-1]), None)


def _faced(context: Context, phrases: Sequence[Phrase], at: int, trigger: Trigger) -> list[int]:
    """With whom or for whom something will not be done, behind the denial at token ``at``."""
    clauses = Clauses.of(context, phrases)
    met = [i for i in context.outer if at < phrases[i].first and phrases[i].last <= trigger.start]
    return [i for i in met if clauses.government(i) in {("مع", False), ("ل", False)}]


def _denial(context: Context, clauses: Clauses, trigger: Trigger) -> int | None:
    """The token of the negative or the refusal before the condition, in its clause."""
    for k in range(trigger.start - 1, -1, -1):
        if clauses.is_stop(k):
            return None
        if is_in(context.tokens[k].form, "will_not") and not context.tokens[k].form.startswith("و"):
            return k  # not the second of لن يصافحه ولن يحادثه
    return None


def _is_own(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase is people of whoever speaks, whom nothing else names: رجاله، وفده."""
    head = context.tokens[phrase.first]
    named = is_in(head.form, "own_states", "own_bodies") or phrase.form.split()[0] != head.form  # بلاده، حركته
    return not named and bool(agreement.owned(head.form, head.surface))
