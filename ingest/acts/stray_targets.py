"""Whom a word of backing seems to be for and is not: guests who are bidden welcome, who stands too far behind it.

Takes a context, the article's phrases, a trigger of support and a ``Filled`` frame, gives yes or no. A guest is
welcomed as guests are, which backs nobody; a noun or adverbial of alliance tells of whom مع brings close behind it
(يدا بيد مع); and between a masdar with its genitive and لـ stand adjectives alone (دعم مصر الكامل والثابت للسودان;
Ryding 2005, 5.1).
"""

from collections.abc import Sequence

from ingest.acts.filled import Filled
from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class
from ontology.lexicon import load_lexicon

SET_PHRASE = 3  # tokens of a set phrase whose مع may stand farther off: في خندق واحد مع
LED = 8  # tokens behind who leads them to what they praise: أشاد الوفد برئاسة فلان بالجهود
CONVEYED = 4  # tokens from a word of carrying to the greeting carried, over who carries it
_WELCOME, _GREETING = "rahhaba", "tahiyya"
_PARTING = frozenset("VRCJp")  # classes of words that no attribute of a masdar is
_TOGETHER, _GIVE = "ma3a", "qaddama"


def is_stray(context: Context, phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> bool:
    """Whether the frame's target is not whom the word is for; False for a frame without one."""
    if trigger.relation != "supports" or frame.target is None:
        return False
    hoped = trigger.kind == "V" and frame.target_slot == "gen" and _is_hoped(context, trigger)
    hoped |= trigger.kind == "V" and _leads(context, phrases, trigger, frame.target)
    if hoped or _is_handed_in(phrases, trigger, frame):
        return True
    if trigger.kind == "N" and trigger.entry == _GREETING:
        return _is_conveyed(context, trigger)
    if trigger.kind == "N" and frame.target_slot == _TOGETHER and trigger.until - trigger.start < SET_PHRASE:
        return frame.target_how == "far"
    if _WELCOME in {trigger.entry, load_lexicon()[trigger.entry].noun}:
        greeted = is_in(words.without_article(phrases[frame.target].form.split()[0]), "greeted")
        return greeted or _is_guest(context, phrases, frame.target)
    far = (frame.source_slot, frame.source_how, frame.target_slot, frame.target_how) == ("gen", "near", "li", "far")
    return trigger.kind == "M" and far and _is_parted(context, phrases, frame)


def _leads(context: Context, phrases: Sequence[Phrase], trigger: Trigger, target: int) -> bool:
    """Whether the phrase only leads who welcomes or praises something: رحبت الحركة بقيادة فلان بالهدنة."""
    k, tokens = phrases[target].first - 1, context.tokens
    led = k > trigger.token and tokens[k].form.startswith("ب") and is_in(tokens[k].form, "leading")
    if phrases[target].sentence != context.number or not led:
        return False
    near = any(trigger.token < phrases[i].first and phrases[i].last == k for i in context.outer)
    behind = tokens[phrases[target].last : phrases[target].last + LED]
    other = any(preposition_of(token.form) == "ب" for token in behind)
    return (near or other) if trigger.entry == _WELCOME else near and other


def _is_handed_in(phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> bool:
    """Whether the pronoun of a masdar of giving is what is given, right before whom it is for: تقديمه للنيابة (5.1)."""
    gives = trigger.kind == "M" and trigger.entry == _GIVE and bool(trigger.pronoun)
    return gives and frame.target_slot == "li" and phrases[frame.target or 0].first == trigger.until


def _is_hoped(context: Context, trigger: Trigger) -> bool:
    """Whether a light verb tells of hope for a backing, which is so of its genitive: أعرب عن أمله في دعم فرنسا."""
    between = context.tokens[trigger.token + 1 : trigger.until - 1]
    return any(is_in(token.form, "hopes") for token in between)


def _is_conveyed(context: Context, trigger: Trigger) -> bool:
    """Whether a greeting is only carried to somebody for another: نقل السفير تحيات الملك إلى الوزير."""
    near = context.tokens[max(0, trigger.token - CONVEYED) : trigger.token]
    return any(is_in(token.form, "conveying") for token in near)


def _is_guest(context: Context, phrases: Sequence[Phrase], target: int) -> bool:
    """Whether the phrase, or the noun whose nisba it is, is a word for a guest: بالضيف القطري، بضيوف الجزائر."""
    first = phrases[target].first
    near = context.tokens[max(0, first - 1) : first + 1] if phrases[target].sentence == context.number else ()
    return any(is_in(words.split(token.form)[2], "guests") for token in near)


def _is_parted(context: Context, phrases: Sequence[Phrase], frame: Filled) -> bool:
    if frame.source is None or frame.target is None:
        return False
    tokens, end = context.tokens, Clauses.of(context, phrases).end_of_list(frame.source)
    between = tokens[end : phrases[frame.target].first]
    return any(word_class(t.form, t.surface)[-1] in _PARTING or is_in(t.form, "resuming") for t in between)
