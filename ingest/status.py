"""Whether a trigger's relation is stated, denied or only possible.

Takes a context, the article's phrases and a trigger, gives a ``Status``. Order: what denies the word
(``denial``); what leaves it open: the future, plan, wish, purpose, condition; else it is stated. A perfect
verb and an attribute (الفصائل المدعومة) tell what is so, whatever governs their clause; so does a masdar of
time (خلال لقائه). A threat or a demand is uttered when it is announced, so its future is no doubt about it
(guidelines of the task).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.acts.meeting import Meeting
from ingest.grammar.called_acts import is_asked_for
from ingest.grammar.clauses import Clauses
from ingest.grammar.denial import is_denied
from ingest.reading import Status
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import Scope, is_future, is_in, without_preposition
from ingest.text.triggers import Trigger

MODAL_REACH = 9  # words: من المقرر أن يزور الوزير بغداد ويلتقي
HEAD_REACH = 4  # استعداد الدولة الكامل لتقديم الدعم
NEAR_REACH = 3  # من المرجح أن يطالب
COMING_REACH = 5  # اجتماع في الرياض الأسبوع المقبل
_HOLDING = frozenset({"3aqada", "ajra", "istaanafa"})  # whose masdar tells of what is to be held: استئناف المفاوضات
_COMMAS = frozenset("،,")
_UNREAL = "لو"  # before what did not happen (Ryding 39.2): لو هددت طهران الرياض لكان
_QAD = frozenset({"قد", "وقد", "فقد"})  # doubt before an imperfect, completion before a perfect (Ryding 21.4)


def status(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> Status:
    """The status of the relation that ``trigger`` opens."""
    scope = Scope(context, phrases, trigger)
    if is_denied(scope) or _is_refused(context, phrases, trigger):
        return "negated"
    return "hypothetical" if _is_open(scope) or is_asked_for(context, phrases, trigger) else "asserted"


def _is_refused(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the verb that governs a meeting over its subject is one of refusing: رفض الرئيس فلان لقاء الوزير."""
    wanting = Meeting(context, phrases, trigger, Clauses.of(context, phrases)).wanting
    if trigger.relation != "meets" or trigger.kind != "M" or wanting is None:
        return False
    before = context.tokens[wanting - 1].form if wanting else ""
    verb = context.tokens[wanting].form
    return is_in(verb.removeprefix("و"), "refusals") and not is_in(before, "negatives")


def _is_open(scope: Scope) -> bool:
    relation, kind = scope.trigger.relation, scope.kind
    if relation in {"threatens", "demands"} and kind == "V" and scope.previous().lstrip("وف") == _UNREAL:
        return True
    if relation == "threatens" or kind in "AS":
        return False
    if relation == "demands":  # سيطالب; but سنطالب demands already
        expected = not scope.is_perfect and _is_modal([scope.form, *scope.before(NEAR_REACH)])
        future = scope.is_future and not scope.form.lstrip("وف").startswith("سن")
        return kind == "V" and (future or expected)
    return _is_open_verb(scope) if kind in "VP" else _is_open_noun(scope)


def _is_open_verb(scope: Scope) -> bool:
    before = list(scope.before(MODAL_REACH))
    if scope.is_perfect:
        promised = scope.trigger.relation == "supports" and is_in(scope.form, "promises")
        return promised or _any(before[:3], "conditionals") or _is_perhaps(before)
    if scope.is_future:
        return not is_in(scope.form, "continuing")
    if _is_modal([scope.form, *before]) or _any(before[:HEAD_REACH], "conditionals", "prospects"):
        return True
    return scope.trigger.relation == "meets" and _is_announced(scope, before)


def _is_perhaps(before: Sequence[str]) -> bool:
    """A perfect behind يكون that may be (Ryding 21.1): ثمة احتمال لأن يكون الوزير قد التقى، قد يكون التقى."""
    being = next((i for i, word in enumerate(before) if word in {"يكون", "تكون"}), None)
    return being is not None and (_is_modal(before[being:]) or _any(before[being:], "prospects"))


def _is_announced(scope: Scope, before: Sequence[str]) -> bool:
    """A meeting in the imperfect is a programme (يلتقي الوزير اليوم), save in headlines and where it goes on."""
    if scope.is_of_headline:
        return _any(scope.behind(), "coming")
    goes_on = _any(before, "past") or is_in(scope.previous(), "subjects", "relatives") or scope.follows_perfect
    if scope.is_of_noun:  # المفاوضات التي تجريها
        goes_on |= is_in(scope.context.tokens[scope.trigger.token - 1].form, "relatives")
    return not goes_on and not _any(scope.behind(6), "progress")


def _is_open_noun(scope: Scope) -> bool:
    before = list(scope.before())
    own = without_preposition(scope.context.tokens[scope.trigger.start].form)  # مواصلة دعم
    if _any(before[:1], "temporals") or _any([own, *before[:3]], "continuing") or _is_occasion(scope):
        return False
    if any(map(is_future, before[:MODAL_REACH])) or _is_modal(["", *before[:MODAL_REACH]]):
        return True
    heads = [*before[:HEAD_REACH], *map(without_preposition, before[:HEAD_REACH])]
    if _any(heads, "promises", "prospects"):
        return True
    return scope.trigger.relation == "meets" and _is_arranged(scope, before)


def _is_occasion(scope: Scope) -> bool:
    """Whether a meeting is where something is called for: ودعا الرئيس، في اتصال هاتفي بنظيره، إلى ضبط النفس.

    The noun stands behind في, and a comma or the verb of the call before it: what is called for stands behind إلى.
    """
    k, tokens = scope.trigger.start - 1, scope.context.tokens
    if scope.trigger.relation != "meets" or k < 1 or tokens[k].form != "في":
        return False
    calls = any(t.relation == "demands" and t.kind in "VA" and t.until == k for t in scope.context.triggers)
    return calls or tokens[k - 1].surface in _COMMAS


def _is_arranged(scope: Scope, before: Sequence[str]) -> bool:
    """Whether a meeting is asked for, prepared, the purpose of a journey, announced, or said to come."""
    if _any(before, "past") or _any(before[:3], "performed") or _any(scope.behind(6), "progress"):
        return False
    held = scope.trigger.verb in _HOLDING and not scope.trigger.pronoun  # the pronoun is a verb's: مؤتمر عقده أمس
    arranged = held or _any(before[:HEAD_REACH], "arrangements")
    announced = not scope.is_of_headline and _is_carried(before[:MODAL_REACH])
    heads = [*before[:HEAD_REACH], *map(without_preposition, before[:HEAD_REACH])]
    arranged = arranged or _any(heads, "postponements")  # أبلغت الخرطوم بتأجيل لقاء
    return scope.is_purpose or arranged or announced or _any(scope.behind(COMING_REACH), "coming")


def _is_carried(before: Sequence[str]) -> bool:
    """An imperfect that announces the meeting it governs, unless it tells what goes on (أنه يجري اتصالات)."""
    near = pairwise([*before, ""])
    return any(is_in(word, "carriers") and not is_in(further, "subjects") for word, further in near)


def _is_modal(near: Sequence[str]) -> bool:
    """Words of plan and possibility, not denied, in ``near``, the nearest first; قد only before an imperfect."""
    for after, word, further in zip(near, near[1:], [*near[2:], ""], strict=False):
        if word in _QAD:
            if after[:1] in {"ي", "ت", "ن"} and not after.endswith("ت"):
                return True
        elif is_in(word, "future", "excluding") and is_in(word, "excluding") == is_in(further, "negatives"):
            return True
    return False


def _any(found: Iterable[str], *classes: str) -> bool:
    return any(is_in(word, *classes) for word in found)
