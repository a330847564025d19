"""How a masdar stands in its clause: with the article, for a passive, joined to another, apart from who does it.

Takes a context and a trigger, gives yes or no, or where its genitive stands.
"""

from collections.abc import Sequence

from ingest.grammar.carried import Filler
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words
from ontology.lexicon import load_lexicon

_BEFORE_NOUN = frozenset({"عن", "علي"})


def is_definite(context: Context, trigger: Trigger, role: str = "source") -> bool:
    """Whether the masdar has the article, and so nobody in construct (Ryding 8.1): حضر الاستقبال الوزير.

    The target of a construction is in construct with its last word: الوقوف إلى جانب مصر.
    """
    if role == "target" and trigger.until - trigger.token > 1 and trigger.relation == "supports":
        return False
    if role == "target" and trigger.relation == "meets" and trigger.kind == "V" and trigger.until > trigger.token + 1:
        return words.split(context.tokens[trigger.until - 1].form)[1] == "ال"  # ترأس القمة السعودية
    form = context.tokens[trigger.token].form
    conjunction, joined, _ = words.split(form)
    own = form.removeprefix(conjunction)[1:] in load_function_words()["unjoined"]  # the second ل of للقاء
    own |= form.removeprefix(conjunction).removeprefix("ب") in load_function_words()["like_definite"]  # بإلزام
    noun = trigger.kind == "N" and trigger.relation in {"meets", "supports"}  # القمة، الجلسة
    noun = trigger.kind == "M" or (noun and trigger.until == trigger.start + 1)  # not الدعم المقدم من
    return noun and joined in {"ال", "بال", "لل"} and not own


def is_done(context: Context, trigger: Trigger) -> bool:
    """Whether the masdar stands for a passive, its genitive for the object (Ryding 38): ستتم ملاحقتهم."""
    before = context.tokens[trigger.token - 1].form if trigger.token else ""
    return trigger.kind == "M" and is_in(before, "done")


def is_of_others(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether threats are those of a noun that is no actor's, in construct with it (8.1): تهديدات بعض الساسة."""
    k, tokens = trigger.until, context.tokens
    several = trigger.kind == "M" and tokens[trigger.token].form.endswith("ات") and not is_definite(context, trigger)
    if trigger.relation != "threatens" or not several or k >= len(tokens):
        return False
    owned = tokens[k].form.startswith("ال") or is_in(tokens[k].form, "quantifiers")
    return owned and not any(phrases[i].first <= k < phrases[i].last for i in context.phrases)


def is_attribute(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the word is no masdar but a participle, definite right behind whose deed it describes, لـ behind it.

    مواقف قطر المساندة لفلسطين (Ryding 11): the feminine of measure III is spelled like its masdar.
    """
    k = trigger.token
    definite = trigger.relation == "supports" and context.tokens[k].form.startswith("ال")
    behind = context.tokens[k + 1].form if k + 1 < len(context.tokens) else ""
    return definite and preposition_of(behind) == "ل" and any(phrases[i].last == k for i in context.outer)


def genitive_place(context: Context, trigger: Trigger, role: str) -> int:
    """The token at which the genitive of a noun stands; the source of a construction's masdar follows the masdar.

    A masdar of backing can share it with the one that و joins to it: دعم ومساندة مصر, a construct with two first
    terms, as papers write it (Ryding 2005, 8.1).
    """
    if role == "target" and trigger.kind == "N" and _holds_genitive(trigger):
        return trigger.start + 1
    own = trigger.kind == "M" and (_gives(trigger) or (role == "source" and not _tells_of_noun(context, trigger)))
    k = trigger.token + 1 if own else trigger.until
    if trigger.relation != "supports" or trigger.kind != "M" or k >= len(context.tokens):
        return k
    bare = not words.split(context.tokens[trigger.token].form)[1].endswith(("ال", "لل"))
    joined = words.split(context.tokens[k].form)[:2] == ("و", "")
    second = joined and any(t.token == k and t.kind == "M" and not t.pronoun for t in context.triggers)
    return k + 1 if second and bare else k


def past_measures(tokens: Sequence[Token], k: int) -> int:
    """One behind the pronoun for whom it is, over how much he backs: وقوف مصر الدائم إلى جانبها، دعم مصر الكامل لها.

    ``k``: one behind whose backing it is.
    """
    while k < len(tokens) and is_in(tokens[k].form, "measures_of_backing"):
        k += 1
    return k + 1 + (k < len(tokens) and tokens[k].form == "الي")


def _gives(trigger: Trigger) -> bool:
    """Whether a light masdar has who gets the thing given for its object, before that: منح كييف مدرعات (5.1, 3.1.2)."""
    entry = load_lexicon()[trigger.entry]
    return entry.kind == "light" and any("obj" in frame.get("target", ()) for frame in entry.frames)


def _tells_of_noun(context: Context, trigger: Trigger) -> bool:
    """Whether a light masdar has its noun right behind a preposition, whose genitive backs: تعبيرا عن تضامن مصر."""
    behind = context.tokens[trigger.token + 1].form if trigger.token + 1 < trigger.until else ""
    light = trigger.relation == "supports" and load_lexicon()[trigger.entry].kind == "light"
    return light and behind in _BEFORE_NOUN


def _holds_genitive(trigger: Trigger) -> bool:
    """Whether the construction goes on behind its first word's genitive: أيام الحكومة معدودة، مصير فلان سيكون كمصير."""
    patterns = load_lexicon()[trigger.entry].patterns
    return trigger.until - trigger.start > 2 and bool(patterns) and all(p.split()[1:2] == ["…"] for p in patterns)


def is_astray(trigger: Trigger, slot: str, found: Filler | None) -> bool:
    """Whether من too far behind a masdar of backing tells hardly who backs: تدريب مئة شاب من سكان الريف.

    So it is behind a noun of demanding (لبى النداء وتعهد من باريس) and a masdar of harm: لفرض عقوبات على من يشتري من.
    Whose meeting it is stands right behind لـ: not مفاوضات لتشكيل الحكومة مع الأحزاب. Other slots never stray.
    """
    if slot != "min":
        return slot == "li" and found is not None and found.how == "of"
    far = found is not None and found.how in {"far", "of"}
    return far and (trigger.relation, trigger.kind) in {("supports", "M"), ("demands", "N"), ("threatens", "M")}
