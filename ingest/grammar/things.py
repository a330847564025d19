"""What threatens and is no actor: الخلاف يهدد الاستقرار، نقص في المياه يهدد البلاد، ما يهدد الأمن.

Takes a context, the article's phrases and a verb, gives yes or no. A noun right before the verb opens its clause (SVO,
Ryding 2005, 3.1) or is described by it (14.3), a definite one behind it is its subject (VSO), and what ما takes up is
a matter (14.6); then no actor that was spoken of before is carried on as the verb's subject.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class

_TANWIN = ("\u064b", "\u064bا")
_ACCUSATIVES = ("\u064b", "ا")  # of an adverbial: امتدح المدير قائلا
_LIGHT = (
    "adverbial_nouns",
    "adverbs",
    "times",
    "spans_of_time",
    "temporals",
    "moments",
    "during",
    "progress",
    "prepositions",
    "negatives",
    "verbal_particles",
    "complementizers",
    "relatives",
    "speech",
    "alone_words",
    "months",
)


def is_of_thing(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a thing is the subject of the verb: in the imperfect, singular, with no pronoun that takes it up."""
    k, tokens = trigger.token, context.tokens
    own = trigger.until > k + 1 and trigger.start == k  # سترد الصاع صاعين
    behind = tokens[k + 1].form if k + 1 < len(tokens) and not own else ""
    told = trigger.relation == "threatens" and tokens[k].form[:1] in "يتس" and not is_in(behind, "resuming")
    if not told or agreement.is_plural(tokens[k].surface, trigger.verb):
        return False
    if behind.startswith("ال") and not is_in(behind[2:], "at_risk") and _is_thing(context, phrases, k + 1):
        return True  # تهدد الألغام حياة السكان
    k -= 1
    while k > 0 and is_in(tokens[k].form, "negatives", "verbal_particles", "auxiliaries", "remaining"):
        k -= 1  # لا تزال تهدد
    return k >= 0 and _is_thing(context, phrases, k)


def _is_thing(context: Context, phrases: Sequence[Phrase], k: int) -> bool:
    """Whether the token is a noun, or ما, that is within no actor's phrase, and neither adverb nor particle."""
    if any(phrases[i].first <= k < phrases[i].last for i in context.phrases):
        return False
    form, surface = context.tokens[k].form, context.tokens[k].surface
    if is_in(form, "what"):
        return True
    if is_in(form, "own_forces"):  # قال القائد إن قواته ستضرب
        return False
    timed = is_in(words.without_article(form), "adverbs", "times", "spans_of_time", "progress")
    particle = is_in(form, "with_subject", "complementizers", "clause_openers", "speech", "reporting")
    return word_class(form, surface)[-1] in "nb" and not (timed or particle or surface.endswith(_TANWIN))


def opens_thing(context: Context, phrases: Sequence[Phrase], k: int) -> bool:
    """Whether at token ``k`` an accusative begins that no actor is: a noun in construct, or a number with its noun.

    امتدح مدير الوكالة نظام الأجور, whose subject stands before its object (Ryding 2005, 3.1, 8.1 and 15).
    """
    tokens = context.tokens
    if k + 1 >= len(tokens) or any(phrases[i].first <= k < phrases[i].last for i in context.phrases):
        return False
    form, surface, behind = tokens[k].form, tokens[k].surface, tokens[k + 1].form
    if word_class(form, surface) != "n" or words.split(form)[:2] != ("", "") or surface.endswith(_ACCUSATIVES):
        return False
    if is_in(form, "titles", "people", "counterparts", "quantifiers", *_LIGHT):
        return False
    numbered = is_in(form, "numerals") and not is_in(behind, *_LIGHT)
    named = any(phrases[i].first == k + 1 for i in context.outer) and not words.split(behind)[0]
    return numbered or named or (behind.startswith("ال") and not is_in(behind, *_LIGHT))
