"""To whom the words are spoken in which somebody threatens or orders: ترامب لإيران: ستندمون، خاطبهم قائلا: ارحلوا.

Takes a context, the article's phrases and a trigger of threatening or demanding, gives a phrase or None. Whom a
headline names behind its speaker by لـ, whom a word of addressing has for its object or behind إلى (Ryding 2005, 16),
or, of a verb in the second person (21), to whom it was said.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.naming.names import load_names
from ingest.text import words
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

REACH = 40  # tokens from what opens the words to the threat in them
TOLD = 4  # tokens between whom one speaks to and the mark: خاطب الوزراء أمس قائلا:
ADDRESS = 9  # tokens from a word of addressing to whom it is for, over who speaks: توجه الوزير فلان إلى
_TO = frozenset({"", "ل", "الي"})
_YOU = "كم"
_ON, _STOPS = "علي", frozenset(".؛!؟")


def spoken_to(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """The phrase for whoever is spoken to where the trigger stands; None where nobody is told."""
    order = trigger.relation == "demands" and trigger.until - trigger.start > 1  # whose first word is the mark
    mark = _mark(context, trigger.until - 1 if order else trigger.start)
    if mark is None or (trigger.kind == "M" and _orders(context, mark)):
        return None
    near = [i for i in context.outer if 0 <= mark - phrases[i].last <= TOLD]
    last = near[-1] if near else -1
    answered = bool(near) and _is_answered(context, phrases, last)
    if not near or not (answered or context.prepositions[last] in _TO):
        return None
    if answered:
        return last if _is_second(context, trigger) else None
    return last if _is_addressed(context, phrases, trigger, last, mark) else None


def _orders(context: Context, mark: int) -> bool:
    """Whether the words behind the mark open with what somebody is to do, or to stop: توقف عن تهديدنا."""
    return any(t.relation == "demands" and t.kind == "N" and mark <= t.start <= mark + 1 for t in context.triggers)


def is_of_you(context: Context, trigger: Trigger) -> bool:
    """Whether the verb has the second person for its object, also that of a set phrase: سنعيدكم إلى العصر الحجري."""
    several = trigger.kind == "V" and trigger.until - trigger.start > 1
    return trigger.pronoun[:1] == "2" or (several and context.tokens[trigger.token].form.endswith(_YOU))


def is_for_you(context: Context, trigger: Trigger, slot: str, role: str) -> bool:
    """Whether whoever is spoken to fills the slot: أدعوكم, his own, or the subject that suffers: ستواجهون الجحيم."""
    suffers = slot == "subj" and role == "target" and is_to_you(context, trigger)
    return slot == "spoken" or suffers or (slot == "obj" and is_of_you(context, trigger))


def _mark(context: Context, k: int) -> int | None:
    """The colon that opens the words around token ``k``, or else the quotation mark."""
    tokens = context.tokens
    for j in range(k - 1, max(-1, k - 1 - REACH), -1):
        if tokens[j].surface in _STOPS and not context.quoted[j]:
            return None
        if tokens[j].surface == ":":
            return j
        if tokens[j].surface in QUOTES and not context.quoted[j - 1]:
            return j - (j > 0 and tokens[j - 1].surface == ":")
    return None


def _is_answered(context: Context, phrases: Sequence[Phrase], phrase: int) -> bool:
    """Whether على behind a verb of answering governs the phrase: رد الزعيم على الوزير بالقول: سنعيدكم."""
    before = context.tokens[max(0, phrases[phrase].first - ADDRESS) : phrases[phrase].first]
    return context.prepositions[phrase] == _ON and any(is_in(token.form, "retorting") for token in before)


def _is_addressed(context: Context, phrases: Sequence[Phrase], trigger: Trigger, phrase: int, mark: int) -> bool:
    first, tokens = phrases[phrase].first, context.tokens
    before = tokens[max(0, first - ADDRESS) : first]
    if any(is_in(token.form, "addressing") for token in before):
        return True
    if context.prepositions[phrase] != "ل" or load_names().is_outlet(phrases[phrase]):
        return False
    if phrases[phrase].last == mark and any(phrases[i].last == first and phrases[i].first == 0 for i in context.outer):
        return context.number == 0 or tokens[-1].surface not in _STOPS
    head = words.without_article(phrases[phrase].form.split()[0])
    told = any(is_in(token.form, "speech") for token in tokens[:first]) and not is_in(head, "reporters")
    return told and _is_second(context, trigger)


def _is_second(context: Context, trigger: Trigger) -> bool:
    """Whether the verb can only be the second person's, or has it for its object: ستندمون، سنحاسبكم، ارحلوا."""
    if trigger.relation == "demands" and trigger.kind == "N":
        return True
    return is_of_you(context, trigger) or is_to_you(context, trigger)


def is_to_you(context: Context, trigger: Trigger) -> bool:
    """Whether the verb can only have the second person for its subject: ستندمون، ستواجهون."""
    found = agreement.verbs(context.tokens[trigger.token].surface, trigger.verb) if trigger.kind == "V" else ()
    return bool(found) and all(a.person == "2" for a in found)
