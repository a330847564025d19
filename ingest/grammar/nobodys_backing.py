"""Masdars of backing whose doer nobody around them is: تراجعت مساعدات الدول، مسألة تسليح مصر، التحقيق في تمويل.

Takes a context, the article's phrases and a masdar of support, gives whether who backs is left untold, so that the
subject of the clause is not carried on to it. A masdar that is itself the subject of a verb of waxing or waning has no
doer but its genitive (Ryding 2005, 5.1); what stands in construct with a word for a question names a topic (8.1); and
within a relative clause it is the doing of the noun that the clause describes, whose phrase no actor is (14.1).
"""

from collections.abc import Sequence
from itertools import takewhile

from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.name_rules import adjectives
from ingest.text.scope import is_in
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class

FADING = 4  # tokens from a masdar behind أن to the verb of which it is the subject: إن مساعدات الدول تراجعت
RELATIVE_REACH = 5  # tokens from a relative pronoun to a masdar that its verb governs: الكلية التي تتولى تدريب
PREDICATE = 6  # tokens from a masdar behind أن to the verb whose subject it is
LISTED = 8  # tokens from a verb of talking over to what is talked over: ناقش الجانبان الجهود المبذولة في دعم
WANTED = 4  # tokens from what is wanted, over of whom, to the masdar
_IN, _OF, _STANCE = "في", "من", "الموقف"


def is_nobodys(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether nobody is told to do what the masdar names; a masdar with a pronoun has its own."""
    if trigger.kind != "M" or trigger.pronoun or trigger.start < 1:
        return False
    if trigger.relation == "threatens":  # التهديدات الأوروبية لإيران, of which somebody tells
        return _is_of_many(context, trigger, "of_many", "regional")
    if trigger.relation != "supports":
        return False
    if _is_of_many(context, trigger) or _is_topic(context, trigger):
        return True
    return _is_subject(context, trigger) or _is_question(context, trigger) or _is_of_thing(context, phrases, trigger)


def _is_of_many(context: Context, trigger: Trigger, *classes: str) -> bool:
    """Whether an adjective tells that the backing is of nobody in particular: بالدعم الغربي لأوكرانيا (Ryding 10.1)."""
    definite = words.split(context.tokens[trigger.token].form)[1].endswith(("ال", "لل"))
    end = adjectives(context.tokens, trigger.until, definite=definite)
    behind = context.tokens[trigger.until : end]
    bare = [words.without_article(t.form).removesuffix("ا") for t in behind]
    return any(is_in(form, "of_many") or (classes and is_in(form.removesuffix("ه"), *classes)) for form in bare)


def _is_topic(context: Context, trigger: Trigger) -> bool:
    """Whether the masdar is the subject of a verb, or one of several things told: إن هذا الدعم يطيل الحرب (3.1, 19.1).

    What is said to be a duty, who says so backs: إن مساعدة أوكرانيا واجب.
    """
    k, tokens = trigger.start - 1, context.tokens
    shown = k > 0 and is_in(tokens[k].form, "demonstratives")
    if not is_in(tokens[k - shown].form, "complementizers"):
        return is_in(tokens[k].form, "among_things")
    behind = takewhile(lambda t: t.form.isalnum(), tokens[trigger.until : trigger.until + PREDICATE])
    return shown or any(_is_predicate(t) for t in behind)


def _is_predicate(token: Token) -> bool:
    """Whether a masdar is what the word tells of: a verb, what denies one, or a word of blame."""
    return word_class(token.form, token.surface) == "V" or is_in(token.form, "negatives", "wrongs")


def _is_subject(context: Context, trigger: Trigger) -> bool:
    """Whether the masdar is what grows or fades: تزايد دعم المانحين، من تلاشي الدعم."""
    before = context.tokens[trigger.start - 1].form
    behind = context.tokens[trigger.until : trigger.until + FADING]
    if is_in(before, "complementizers") and any(is_in(token.form, "waxing_and_waning") for token in behind):
        return True  # إن مساعدات قطر تراجعت
    return is_in(before, "waxing_and_waning") or is_in(words.split(before)[2], "waxing_and_waning")


def _is_question(context: Context, trigger: Trigger) -> bool:
    """Whether the masdar is in construct with a word for a question or stands behind one of looking into something."""
    k, tokens = trigger.start, context.tokens
    if any(is_in(token.form, "wanted_things") for token in tokens[max(0, k - WANTED) : k]):
        return True  # المطلوب من الوزير دعم الجيش
    if is_in(words.split(tokens[k - 1].form)[2], "questions") and not tokens[k - 1].form.startswith("ال"):
        return True
    governed = k > 1 and tokens[k - 1].form == _IN and is_in(words.split(tokens[k - 2].form)[2], "inquiries")
    stance = tokens[k - 1].form == _OF and any(t.form == _STANCE for t in tokens[max(0, k - 3) : k - 1])
    return governed or stance or _is_talked_over(context, trigger)


def _is_talked_over(context: Context, trigger: Trigger) -> bool:
    """Whether a verb of talking something over stands before it in its clause: ناقشا الجهود المبذولة في دعم."""
    for k in range(trigger.start - 1, max(-1, trigger.start - 1 - LISTED), -1):
        form, surface = context.tokens[k].form, context.tokens[k].surface
        if is_in(form, "talking_over"):
            return True
        if not form.isalnum() or is_in(form, "complementizers", "relatives") or word_class(form, surface)[-1] == "V":
            return False
    return False


def _is_of_thing(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the masdar is in a relative clause on a noun that no phrase tells: الكلية التي تتولى تدريب الضباط."""
    tokens = context.tokens
    for k in range(trigger.start - 1, max(0, trigger.start - 1 - RELATIVE_REACH), -1):
        if is_in(tokens[k].form, "relatives"):
            end = k - (not tokens[k - 1].form.isalnum())
            described = any(end - 1 <= phrases[i].last <= k for i in context.outer)
            verb = word_class(tokens[k + 1].form, tokens[k + 1].surface)[-1] == "V"
            return verb and not described
        taken = any(phrases[i].first <= k < phrases[i].last for i in context.outer)
        if taken or not tokens[k].form.isalnum() or is_in(tokens[k].form, "complementizers", "clause_openers"):
            return False
    return False
