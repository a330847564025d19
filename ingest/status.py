"""Whether a trigger's relation is stated, denied or only possible.

Takes a context and a trigger, gives a ``Status``. Order: a negative particle right before the word, or a
word of refusal that governs it, denies; then words of plan, wish and possibility, the future prefix, and
conditionals before it make it hypothetical. A threat or a demand is uttered when it is announced, so its
future is no doubt about it (guidelines of the task).
"""

from itertools import pairwise

from ingest import words
from ingest.context import Context
from ingest.reading import Relation, Status
from ingest.triggers import Trigger
from ontology.function_words import load_function_words

PARTICLE_REACH = 2  # tokens between a particle and the verb it denies: لم يكن قد التقى
REFUSAL_REACH = 4  # رفض رئيس الوزراء لقاء
MODAL_REACH = 9  # من المقرر أن يزور الوزير بغداد ويلتقي
_UTTERED: frozenset[Relation] = frozenset({"threatens", "demands"})
_BOUNDS = frozenset(".؛:!؟")
_QAD = "قد"  # doubt before an imperfect, completion before a perfect (Ryding 21.4)
_IMPERFECT = frozenset("يتنا")
_NOUN_NEGATIVES = frozenset({"دون", "بدون", "عدم", "غير"})


def status(context: Context, trigger: Trigger) -> Status:
    """The status of the relation that ``trigger`` opens."""
    if _denied(context, trigger):
        return "negated"
    if trigger.relation not in _UTTERED and (_is_future(context, trigger.token) or _is_possible(context, trigger)):
        return "hypothetical"
    return "asserted"


def _denied(context: Context, trigger: Trigger) -> bool:
    classes, k = load_function_words(), trigger.token
    near = _before(context, k, PARTICLE_REACH)
    if trigger.kind in "VP" and any(word in classes["negatives"] and word not in _NOUN_NEGATIVES for word in near):
        return True
    if any(word in _NOUN_NEGATIVES for word in near[-1:]):
        return True
    return any(word in classes["refusals"] for word in _before(context, k, REFUSAL_REACH))


def _is_future(context: Context, k: int) -> bool:
    """The prefix of the future on a verb: سيلتقي, وستستقبل (Ryding 21.3)."""
    form = context.tokens[k].form
    rest = form[1:] if form[:1] in {"و", "ف"} else form
    return len(rest) > 4 and rest[0] == "س" and rest[1] in "يتنا" and words.stem(form) != rest[1:]


def _is_possible(context: Context, trigger: Trigger) -> bool:
    classes = load_function_words()
    modal, found = classes["future"] | classes["conditionals"], _before(context, trigger.token, MODAL_REACH)
    pairs = pairwise([*found, context.tokens[trigger.token].form])
    return any(word in modal and (word != _QAD or after[:1] in _IMPERFECT) for word, after in pairs)


def _before(context: Context, k: int, reach: int) -> list[str]:
    """The words before token ``k``, not beyond a boundary, without conjunction or preposition."""
    found: list[str] = []
    for token in reversed(context.tokens[max(0, k - reach) : k]):
        if token.surface in _BOUNDS:
            break
        conjunction, _, _ = words.split(token.form)
        found.append(token.form.removeprefix(conjunction) if conjunction and len(token.form) > 2 else token.form)
    return found[::-1]
