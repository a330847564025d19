"""Whether a verb that directs something is said of somebody who is to do it: وجه الرئيس الوزارة بفتح تحقيق.

Takes a context, the article's phrases and a trigger, gives yes or no.
"""

from collections.abc import Container, Sequence

from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_TO, _THAT = "الي", "بان"
CALL_REACH = 24  # tokens from a call sent to somebody to what he has to do


def is_directed(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether its object is somebody, behind whom stands what he has to do, with بـ or إلى (Ryding 16).

    A lone phrase behind the verb is as often who directs: ووجه الوزير بفتح تحقيق.
    """
    clauses, form = Clauses.of(context, phrases), context.tokens[trigger.token].form.removeprefix("و")
    if trigger.until - trigger.start > 1:  # وجه دعوة إلى, mostly an invitation
        return _calls_for_act(context, phrases, trigger)
    if trigger.pronoun:  # تحذير وجهه إلى الوزير
        return trigger.kind == "V" and _is_act(context, phrases, trigger.until, {_THAT})
    if trigger.kind not in "VA" or (trigger.kind == "A" and not form.endswith(("ا", "ه"))) or form.startswith("ال"):
        return False
    opened = trigger.kind == "A" or any(phrases[i].last == trigger.token for i in context.outer)
    for i in context.outer:
        if phrases[i].first <= trigger.token or clauses.government(i) != ("", False):
            continue
        end = clauses.end_of_list(i)
        if clauses.parted(trigger.token, phrases[i].first):
            return False
        if opened and _is_act(context, phrases, end, {_TO, _THAT}):
            return True
        opened = True
    return False


def _calls_for_act(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether what the call is for is an act that may be demanded, and no visit: دعوة إلى الحكومة لوقف القتال."""
    clauses, tokens = Clauses.of(context, phrases), context.tokens
    for k in range(trigger.until, min(len(tokens), trigger.until + CALL_REACH)):
        joined, rest = words.split(tokens[k].form)[1:]
        if clauses.is_stop(k) or is_in(rest, "invitations"):
            return False
        opened = joined[:1] in {"ب", "ل"} or (k > trigger.until and tokens[k - 1].form == _TO)
        if opened and is_in(rest, "acts"):
            return not is_in(rest, "attendings")
    return False


def _is_act(context: Context, phrases: Sequence[Phrase], k: int, openers: Container[str]) -> bool:
    """Whether what somebody has to do stands at token ``k``, behind one of ``openers`` or بـ."""
    while k < len(context.tokens) and is_in(context.tokens[k].form, "adverbs"):  # يوجه الوزارة دائما بفتح
        k += 1
    if k + 1 >= len(context.tokens) or any(phrases[i].first == k for i in context.outer):
        return False
    form = context.tokens[k].form
    return form in openers or (preposition_of(form) == "ب" and not is_in(form, "unjoined", "times"))
