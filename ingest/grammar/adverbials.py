"""Adverbials that tell no argument of the verb: إن الأردن بقيادته الهاشمية يساند، رحب في جلسة برئاسة فلان بالقرار.

Takes a context, the article's phrases and a token, gives where a subject before one ends, or whether one governs.
"""

from collections.abc import Sequence

from ingest.grammar.attacks import is_of_attack
from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

LONGEST = 4  # tokens of an adverbial
HARM = 2  # tokens between a purpose and whom it harms: لإسقاط نظام الرئيس
LED = 8  # tokens behind who leads somebody to what that one praises
TITLE = 3  # tokens between برئاسة and a name: برئاسة النائب الأول فلان


def before_adverbial(context: Context, phrases: Sequence[Phrase], clauses: Clauses, k: int) -> int:
    """Where the subject behind أن ends that an adverbial parts from the verb at ``k``; ``k`` where none does.

    The adverbial is of one preposition or a word like وحده, without a verb or sign (Ryding 2005, 11, 16).
    """
    tokens = context.tokens
    for i in context.outer:
        first, last = phrases[i].first, phrases[i].last
        tie = tokens[first - 1].form if first and last == k and context.prepositions[i] == "ل" else ""
        if tie.startswith("ال") and is_in(tie[2:], "ties"):  # كتلة الصادقون | التابعة للعصائب | طالبت
            return first - 1
        if not 0 < k - last <= LONGEST or not first or not is_in(tokens[first - 1].form, "complementizers"):
            continue
        opening = tokens[last].form
        adverbial = is_in(opening, "prepositions", "adverbs", "alone_words") or preposition_of(opening) in {"ب", "ل"}
        plain = all(token.form.isalnum() for token in tokens[last:k])
        if adverbial and plain and not clauses.parted(last - 1, k):
            return last
    return k


def is_aside(context: Context, phrases: Sequence[Phrase], trigger: Trigger, first: int) -> bool:
    """Whether the phrase at token ``first`` is no argument: whose attack it is, who attends, who is harmed."""
    if is_of_attack(context, phrases, trigger, first) or _is_led(context, trigger, first):
        return True
    if trigger.relation == "meets" and trigger.kind == "M":
        return _is_of_content(context, trigger, first)
    if trigger.relation == "demands" and _is_of_harm(context, first):
        return True
    return trigger.relation == "supports" and (
        _is_of_who_attends(context, phrases, trigger, first)
        or _is_harmed(context, trigger, first)
        or _is_of_attribute(context, trigger, first)
    )


def _is_of_content(context: Context, trigger: Trigger, first: int) -> bool:
    """Whether أن opens between a meeting and the phrase: قال بعد اللقاء إن حزبه لن يتحاور مع الجيش (Ryding 19)."""
    return any(is_in(t.form, "complementizers") for t in context.tokens[trigger.after + 1 : first])


def _is_of_harm(context: Context, first: int) -> bool:
    """Whether a masdar of harm right before the phrase governs it: داعيا للتصدي لكل من يهاجم البلاد."""
    before = (t for t in context.triggers if t.token == first - 1)
    return any(t.relation == "threatens" and t.kind == "M" and not t.part for t in before)


def _is_led(context: Context, trigger: Trigger, first: int) -> bool:
    """Whether the phrase leads or is spoken for by somebody in the clause: وفد بقيادة فلان، الناطق باسم الأركان."""
    before = context.tokens[first - 1].form if first - 1 > trigger.after else ""
    return trigger.relation in {"demands", "threatens"} and is_in(before, "leading", "speaking_for")


def _is_of_attribute(context: Context, trigger: Trigger, first: int) -> bool:
    """Whether a participle right before the phrase governs it, an attribute of a deed: مواقفها الداعمة للبنان (11)."""
    return context.tokens[first - 1].form.startswith("ال") and any(
        t.relation == "supports" and t.kind == "A" and trigger.after < t.token == first - 1 for t in context.triggers
    )


def _is_harmed(context: Context, trigger: Trigger, first: int) -> bool:
    """Whether the phrase suffers what somebody is backed for: دعم المعارضة لإسقاط النظام (Ryding 5.1)."""
    forms = (words.split(context.tokens[k].form) for k in range(max(trigger.after + 1, first - HARM), first))
    return any(joined == "ل" and is_in(rest, "harms") for _, joined, rest in forms)


def _is_of_who_attends(context: Context, phrases: Sequence[Phrase], trigger: Trigger, first: int) -> bool:
    """Whether the phrase is only who leads or attends what a preposition behind a word of backing governs.

    رحبت الكتلة في اجتماع برئاسة فلان بالقرار; right behind its verb it is what is praised: أشاد بقيادة فلان.
    """
    tokens, low = context.tokens, trigger.after
    for k in range(first - 1, max(low, first - 1 - TITLE), -1):
        if is_in(tokens[k].form, "leading", "chairing", "adverbials"):
            between, behind = tokens[low + 1 : k], tokens[first + 1 : first + LED]
            subject = any(low < phrases[i].first and phrases[i].last == k for i in context.outer)
            if subject and any(preposition_of(token.form) == "ب" for token in behind):
                return True  # أشاد الوفد برئاسة فلان بالدور
            return any(is_in(token.form, "prepositions", "temporals", "gatherings") for token in between)
    return False


def gap(context: Context, low: int, high: int) -> int:
    """How many words between two places tell no time, which may be long: أجرى صباح الثلاثاء 10 مارس 2015 الوزير."""
    bare = (words.without_article(token.form) for token in context.tokens[low:high] if token.surface not in QUOTES)
    return sum(not (form.isdigit() or is_in(form, "times", "spans_of_time")) for form in bare)


def is_conditioned(context: Context, low: int, high: int) -> bool:
    """Whether a condition opens between the tokens, whose subject is none of the verb's: هدد بالحشد إذا اضطرت بلاده."""
    return any(is_in(token.form, "conditionals") for token in context.tokens[low:high])
