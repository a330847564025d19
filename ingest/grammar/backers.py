"""Who does not back: whom a clause on a thing or on whoever does something leaves out, and whose backing is sought.

Takes a context, the article's phrases and a trigger of support, gives yes or no. An indefinite noun right before a verb
is described by its clause, which takes the noun up as its subject or by a pronoun (Ryding 2005, 14.3): شبكة تمول
الجماعة، مستشفى يموله الصندوق; so is من, whoever (14.6). Behind a word of getting or asking a masdar's genitive is
who backs (5.1): الفوز بترشيح الحزب; so it is where بـ makes an adverbial of the masdar: وصل بمساعدة الجيران.
"""

from collections.abc import Sequence

from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class

TOPIC_REACH = 3  # tokens from a word of talking to the backing talked about: ناقش سبل تعزيز دعم
GOT = 3  # tokens from a word of getting to what is got: حشد مزيد من التأييد
ENJOYED = 20  # tokens from a verb of enjoying to the backing behind بـ: يحظى، كما قال العضو، بمباركة السفارة
MEANS_REACH = 12  # tokens before a masdar behind بـ in which a word stands that بـ may belong to
_FOLLOWERS = frozenset({"nasir", "taba3"})
_TANWIN = ("\u064b", "\u064bا")
_GOVERNING = frozenset({"علي", "في", "الي", "عن", "مع", "بعد", "قبل", "حول", "ضد"})
_WHO = frozenset({"من", "ومن", "لمن", "بمن", "ممن", "فمن"})


def is_of_noun(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the verb's clause describes an indefinite thing, or whoever does something, right before it."""
    k, tokens = trigger.token - 1, context.tokens
    while k > 0 and is_in(tokens[k].form, "negatives", "verbal_particles", "auxiliaries", "remaining"):
        k -= 1
    if trigger.relation != "supports" or trigger.kind not in "VP" or k < 0 or trigger.start < trigger.token:
        return False
    form, surface = tokens[k].form, tokens[k].surface
    if tokens[trigger.token].form[:1] == "و" or any(phrases[i].first <= k < phrases[i].last for i in context.phrases):
        return False
    if form in _WHO:
        return True
    kinds = {"n", "&n", "A"} if trigger.pronoun else {"n", "&n"}  # معرضا تدعمه, a noun of the pattern of a participle
    described = word_class(form, surface) in kinds and not form.removeprefix("و").startswith(("ال", "لل", "بال"))
    light = is_in(
        form,
        "adverbs",
        "times",
        "spans_of_time",
        "progress",
        "demonstratives",
        "with_subject",
        "with_speaker",
        "clause_openers",
        "before_clauses",
        "before_verbs",
        "speech",
        "reporting",
        "affirming",
        "alone_words",
        "identifying",
        "aside_openers",
        "conditionals",
        "resuming",
        "what",
        "future",
    )
    manner = surface.endswith(_TANWIN) and (not trigger.pronoun or form.endswith("يا") or is_in(form, "phrase_ends"))
    return described and form.isalpha() and not (light or manner or surface.endswith(("ها", "هم", "ه", "نا")))


def describes_noun(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a participle, no accusative, tells of the indefinite noun before it: جناح مؤيد للوزير (10.1)."""
    k = trigger.token
    form = context.tokens[k].form
    if trigger.relation != "supports" or k == 0 or form.startswith("و") or form.endswith(("ا", "ه", "ين", "ون", "ات")):
        return False
    before = context.tokens[k - 1]
    named = any(phrases[i].first < k <= phrases[i].last for i in context.phrases)
    return word_class(before.form, before.surface) == "n" and not before.form.startswith("ال") and not named


def is_of_unnamed(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a noun right behind أن that no phrase tells acts with the backing: إن شبكة إرهابية بتمويل من فلان."""
    tokens = context.tokens
    that = (k for k in range(trigger.token - 2, -1, -1) if is_in(tokens[k].form, "complementizers"))
    k = next(that, None)
    if k is None or tokens[k + 1].form.startswith("ال") or is_in(tokens[k + 1].form, "negatives", "own_states"):
        return False
    noun = word_class(tokens[k + 1].form, tokens[k + 1].surface) == "n"
    return noun and not any(k < phrases[i].first < trigger.token for i in context.outer)


def is_unsaid(context: Context, trigger: Trigger) -> bool:
    """Whether backing is only talked about, or somebody's own followers are only named: دعا أنصاره إلى التظاهر."""
    own = trigger.entry in _FOLLOWERS and bool(trigger.pronoun)
    return _is_topic(context, trigger) or own or _is_governed(context, trigger)


def _is_governed(context: Context, trigger: Trigger) -> bool:
    """Whether a preposition governs the word, which so is a noun spelled like a verb (Ryding 16): على ترشح فلان."""
    verb = trigger.relation == "supports" and trigger.kind == "V" and trigger.start == trigger.token > 0
    before = context.tokens[trigger.token - 1].form if trigger.token else ""
    return verb and before in _GOVERNING


def _is_topic(context: Context, trigger: Trigger) -> bool:
    """Whether backing is only what somebody talks about: ناقشا سبل دعم مصر."""
    before = context.tokens[max(0, trigger.token - TOPIC_REACH) : trigger.token]
    backing = trigger.relation == "supports" and trigger.kind == "M"
    return backing and any(is_in(token.form, "topics") for token in before)


def is_got(context: Context, trigger: Trigger) -> bool:
    """Whether the backing that a masdar tells of is got or asked for, so that its genitive backs: حشد تأييد الحزب."""
    near = context.tokens[max(0, trigger.token - GOT) : trigger.token]
    far = context.tokens[max(0, trigger.token - ENJOYED) : trigger.token]
    enjoyed = preposition_of(context.tokens[trigger.token].form) == "ب" and any(is_in(t.form, "enjoying") for t in far)
    got = any(is_in(form, "getting") for token in near for form in (token.form, words.split(token.form)[2]))
    return trigger.kind == "M" and (enjoyed or got)  # للحصول على دعم، لكسب تأييد


def is_needed(context: Context, trigger: Trigger) -> bool:
    """Whether the masdar is in construct with a word of need, so that its genitive has yet to back: ضرورة دعم الدول."""
    before = context.tokens[trigger.start - 1].form if trigger.start else ""
    return is_in(words.split(before)[2], "needs")


def is_means(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether بـ makes an adverbial of the masdar, whose genitive backs the subject: سيطرت القوات بمؤازرة تركيا.

    So it does of one that shares its genitive with another noun: بدعم وتنسيق التحالف.
    """
    form, k = context.tokens[trigger.token].form, trigger.token + 1
    if trigger.kind != "M" or trigger.pronoun or preposition_of(form) != "ب":
        return False
    shared = k < len(context.tokens) and words.split(context.tokens[k].form)[:2] == ("و", "")
    if not is_in(form.removeprefix("و"), "means") and not (shared and not any(t.token == k for t in context.triggers)):
        return False
    return not is_complement(context, trigger) and any(phrases[i].last <= trigger.token for i in context.outer)


def is_complement(context: Context, trigger: Trigger) -> bool:
    """Whether a word of its clause governs the masdar by بـ: اتهمه بمساندة الجيش، تعهد بمساعدة مصر (Ryding 16)."""
    for k in range(trigger.token - 1, max(-1, trigger.token - 1 - MEANS_REACH), -1):
        form = context.tokens[k].form
        if is_in(form, "complementizers") or context.tokens[k].surface in {".", "؛", ":"}:
            return False
        bare = form.removeprefix("و").removeprefix("ال")
        if is_in(bare, "complements_with_bi") or is_in(bare.removeprefix("س"), "complements_with_bi"):
            return True
    return False


def is_other_side(context: Context, phrase: Phrase) -> bool:
    """Whether who is joined to the backer is of the other side: one's own people, or who is told to be backed himself.

    بين القوات المدعومة من مصر والكتائب المدعومة من تركيا.
    """
    attributes = (t.token for t in context.triggers if t.kind == "S" and t.relation == "supports")
    backed = any(phrase.first < token <= phrase.last for token in attributes)
    return backed or _is_own_people(context, phrase)


def _is_own_people(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase is of people with a pronoun: أنصارها، وحلفائه (Ryding 12.3)."""
    rest = words.split(context.tokens[phrase.first].form)[2] if phrase.sentence == context.number else ""
    ending = next((e for e in ("ها", "هم", "ه") if rest.endswith(e)), "")
    bare = rest.removesuffix(ending).replace("ئ", "ا")
    return bool(ending) and phrase.length == 1 and is_in(bare, "human_plurals", "sides_in_plural")


def is_of_next(context: Context, low: int, high: int) -> bool:
    """Whether who stands at token ``high`` is told by another participle of backing behind token ``low``.

    القوات المدعومة من تحالف عربي، والحوثيون المدعومون من إيران: each has its own agent behind من (Ryding 2005, 11).
    """
    backed = (t for t in context.triggers if t.kind == "S" and t.relation == "supports")
    return any(low < t.token < high for t in backed)
