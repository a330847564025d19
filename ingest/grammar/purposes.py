"""Whose purpose, role or readiness a masdar behind a preposition tells: استعداد مصر لدعم، دور قطر في مساعدة.

Takes a context, the article's phrases and a masdar, gives the phrase of who is to do it, or None (Ryding 2005, 5.1).
"""

from collections.abc import Sequence

from ingest.grammar.apposed import before_whole
from ingest.grammar.clauses import Clauses
from ingest.grammar.urged import takes_object
from ingest.text.context import PREPOSITIONS, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

CONTROLLED = frozenset({"supports", "threatens", "demands"})
CONTROL_REACH = 3  # tokens from an actor to the masdar behind a preposition
ACCUSED_REACH = 40  # tokens from a verb of accusing to what somebody is accused of, over asides
_COMMAS, _WHERE = frozenset("،,"), frozenset({"في", "الي", "امام"})


def controller(context: Context, phrases: Sequence[Phrase], trigger: Trigger, clauses: Clauses) -> int | None:
    """Who stands before the preposition that governs the masdar, in its clause and not himself but company or place."""
    k, tokens = trigger.start, context.tokens
    joined = preposition_of(tokens[k].form)
    controlled = trigger.relation in CONTROLLED or _is_readiness(context, trigger)
    behind = bool(joined) or (k > 0 and tokens[k - 1].form in PREPOSITIONS)
    if not (controlled and behind) or takes_object(context, trigger):  # على إيران لإجبارها على
        return None
    edge = before_whole(context, k - (not joined)) + (not joined)
    edge = edge if not joined else clauses.before_aside(edge)  # اتهم إيران، في خطاب ألقاه أمس، بتسليح
    before = [i for i in context.outer if 0 <= edge - phrases[i].last <= CONTROL_REACH]
    near = before[-1] if before else None
    by = "" if near is None else context.prepositions[near]  # مع: يعمل مع الأردن على تدريب
    if near is not None and joined == "ل" and (by in _WHERE or _is_visited(context, phrases, clauses, near)):
        return None  # تجمعوا في لندن للمطالبة
    if near is not None and not by and joined == "ب" and _is_accused(context, phrases[near].last, k):
        return near
    parted = near is None or by == "مع" or clauses.parted(phrases[near].last - 1, k)
    return None if parted or (edge == k and tokens[k - 1].surface in _COMMAS) else near


def _is_accused(context: Context, end: int, k: int) -> bool:
    """Whether a comma alone stands between who ends before ``end`` and what he is accused of, by an aside before.

    اتهم النائبان، خلال جلسة للمجلس، الوزير، بدعم الحزب (Ryding 3.1, 16).
    """
    tokens = context.tokens
    closed = end == k - 1 and tokens[end].surface in _COMMAS
    return closed and any(is_in(token.form, "accusing") for token in tokens[max(0, k - ACCUSED_REACH) : end])


def _is_visited(context: Context, phrases: Sequence[Phrase], clauses: Clauses, phrase: int) -> bool:
    """Whether the phrase is the object behind a subject, whose purpose ل tells: زار وفد الحركة طهران لشكر."""
    before = [i for i in context.outer if phrases[i].last == phrases[phrase].first]
    return bool(before) and clauses.government(phrase) == ("", False) and clauses.bare(before[0])


def _is_readiness(context: Context, trigger: Trigger) -> bool:
    """Whether right before a meeting a word tells of readiness or wish for it: الوزير مستعد لاستقبال الوفد."""
    k = trigger.start
    return trigger.relation == "meets" and k > 0 and is_in(context.tokens[k - 1].form, "prospects")
