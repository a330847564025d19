"""What only looks like a threat: a team to be faced on the pitch, a letter to be answered, a plot that was uncovered.

Takes a context and a trigger, gives yes or no. Who uncovers or foils a plot is not who made it: أحبط الأمن مخططا
لاستهداف الوزير; behind على of an answer stands what is answered (Ryding 2005, 16.2): سيرد على رسالة الوزير. Sanctions
that somebody opposes or will not back are not his: لن تؤيد بلاده فرض عقوبات على روسيا.
"""

from ingest.text import words
from ingest.text.context import Context
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

ANSWER, FACE, SUFFER, SANCTION = "radda", "waajaha", "face-harm", "3uquba"
OPPOSED_REACH = 6  # tokens from sanctions to who opposes them: تعارض اليونان أي حزمة عقوبات
ANSWERED_REACH = 8  # tokens from an answer to على with what is answered, its subject between
PLOT_REACH, FOILED_REACH = 4, 9  # tokens from a masdar back to the plot, from there to who uncovers it
TEAM_REACH = 6  # tokens from facing to the team faced
_THREATS = frozenset({"تهديد", "تهديدات"})
_ON, _STOPS = "علي", frozenset(".؛:!؟")


def is_no_threat(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger tells of no harm that its subject means to do, or is a call that only threatens."""
    if trigger.relation == "meets":  # تلقى اتصالات تهديد, in construct (8.1)
        return any(token.form in _THREATS for token in context.tokens[trigger.until : trigger.until + 1])
    if trigger.relation != "threatens":
        return False
    spoken = _is_reply(context, trigger) or _is_opposed(context, trigger)
    return spoken or _is_on_pitch(context, trigger) or _is_foiled(context, trigger)


def _is_opposed(context: Context, trigger: Trigger) -> bool:
    """Whether sanctions are opposed, or the verb of backing that governs them is denied (Ryding 37)."""
    tokens = context.tokens
    if SANCTION not in {trigger.verb, trigger.entry}:
        return False
    backing = {t.token for t in context.triggers if t.relation == "supports" and t.kind == "V"}
    for k in range(trigger.start - 1, max(0, trigger.start - OPPOSED_REACH) - 1, -1):
        if tokens[k].surface in _STOPS or tokens[k].form in "،,":
            return False
        if is_in(tokens[k].form, "opposing"):
            return not (k and is_in(tokens[k - 1].form, "negatives"))
        if k in backing:
            return k > 0 and is_in(tokens[k - 1].form, "negatives")
    return False


def _is_reply(context: Context, trigger: Trigger) -> bool:
    """Whether words are answered: a letter, questions, an offer; not a threat or an attack."""
    if trigger.entry != ANSWER:
        return False
    tokens = context.tokens
    for k in range(trigger.token + 1, min(len(tokens) - 1, trigger.token + ANSWERED_REACH)):
        if tokens[k].form == _ON:
            return is_in(words.without_article(tokens[k + 1].form), "answered_words")
        if tokens[k].surface in _STOPS:
            return False
    return False


def _is_on_pitch(context: Context, trigger: Trigger) -> bool:
    """Whether a team is faced."""
    behind = context.tokens[trigger.until : trigger.until + TEAM_REACH]
    return trigger.entry == FACE and any(is_in(words.without_article(token.form), "teams") for token in behind)


def _is_foiled(context: Context, trigger: Trigger) -> bool:
    """Whether the masdar is what a plot was for that the verb before uncovers or foils."""
    tokens, k = context.tokens, trigger.start
    near = range(k - 1, max(-1, k - 1 - PLOT_REACH), -1)
    plot = next((j for j in near if is_in(words.split(tokens[j].form)[2], "plots")), None)
    if trigger.kind != "M" or plot is None:
        return False
    for j in range(plot - 1, max(-1, plot - 1 - FOILED_REACH), -1):
        if tokens[j].surface in _STOPS:
            return False
        if is_in(tokens[j].form, "foiling"):
            return True
    return False
