"""Subjects that no phrase of an actor tells: قال الوزير إن شعبه يقدر، أعلنت خمس صحف تضامنها، أما الأهالي فدعوا.

Takes a context, the article's phrases and a trigger, gives whether its clause has such a subject, so that no actor is
carried on to it. The noun right behind أن or أما is the subject of the verb that follows without a sign or verb between
(Ryding 2005, 19, 3.1), and so is one between a light verb and its noun (VSO): no object stands before another.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.verbs import Verbs
from ingest.text import words
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class
from ontology.lexicon import load_lexicon

SHORTEST = 3  # letters of a noun; a single one is a preposition before a quotation mark
TOPIC_REACH = 12  # tokens between أن and the verb of its clause: أن فصيلا مسلحا منتشرا في السهل يريد
_OWN = ("ه", "ها", "هم", "هما")
_ANOTHER, _BETWEEN = frozenset({"واخر", "واخري"}), "بين"
_ANY, _TANWIN = "اي", "\u064b"


def is_of_other(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the subject of the verb is a noun that is no actor's phrase."""
    if _is_the_other(context, trigger):
        return True
    return _has_other_behind(context, phrases, trigger) or _has_topic(context, phrases, trigger)


def _is_the_other(context: Context, trigger: Trigger) -> bool:
    """Whether it is the second of two nouns behind بين: بين جناح مؤيد لفلان وآخر يطالب برحيله (Ryding 10.1, 14.3)."""
    before = [token.form for token in context.tokens[: trigger.start]]
    return bool(before) and before[-1] in _ANOTHER and _BETWEEN in before


def _has_other_behind(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a noun stands between a light verb and its noun (عبر سموه عن شكره), or behind one without an object.

    انحاز ستة إلى الوزير: what has no preposition there is the subject.
    """
    k = trigger.token + 1
    if trigger.kind != "V" or trigger.start < trigger.token or k >= len(context.tokens):
        return False
    numbered = trigger.relation == "supports" and is_in(context.tokens[k].form, "numerals")  # اصطف عشرة وزراء خلف فلان
    if trigger.after <= k and not (_is_intransitive(trigger) or (numbered and trigger.until > k + 1)):
        return False
    form, surface = context.tokens[k].form, context.tokens[k].surface
    light = is_in(form, "identifying") or (word_class(form, surface) == "n" and not _is_light(form))
    adverb = surface.endswith(("ا", _TANWIN)) or len(form) < SHORTEST or is_in(form, "adverbial_nouns")
    light = light and (trigger.after > k or not adverb)  # أشاد كثيرا، أشاد ب«صمود»
    counting = form == _ANY or is_in(form, "quantifiers")  # قدم أي دعم، لقي كل ترحيب
    number = form.isdigit() or is_in(form, "numerals")
    counting = counting or (number and k + 1 == trigger.after)  # قدمت 28 طلبا: of the noun itself (Ryding 15.1)
    return light and not counting and not _is_named(context, phrases, k)


def _is_intransitive(trigger: Trigger) -> bool:
    """Whether the verb of backing takes whom it backs behind a preposition alone, as رحب, or is none of backing."""
    entry = load_lexicon()[trigger.entry]
    roles = [frame.get(role, ()) for frame in entry.frames for role in ("target", "content")]
    backs = trigger.relation == "supports" and entry.kind == "verb" and not trigger.pronoun
    return backs and all("obj" not in slots for slots in roles)


def _has_topic(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the noun behind the أن or أما that opens the verb's clause is no actor.

    What و joins may go on with a verb before: قال الوزير إن العملية مستحيلة ودعا; that of وقفت is its radical.
    """
    tokens, verbs = context.tokens, Verbs.of(context, phrases)
    if verbs.has_and(trigger.token):
        return False
    for k in range(trigger.start - 1, max(-1, trigger.start - 1 - TOPIC_REACH), -1):
        token = tokens[k]
        if is_in(token.form, "complementizers", "fronting"):
            if is_in(token.form, "with_subject"):
                return False
            first = k + 1 + (k + 1 < trigger.start and tokens[k + 1].surface in QUOTES)
            return first < trigger.start and _is_topic(context, phrases, first, trigger.start)
        if not (token.form.isalnum() or token.surface in QUOTES) or k in verbs.seen or is_in(token.form, "relatives"):
            return False
        if word_class(token.form, token.surface)[-1] in "VJR" and not _is_passed(token.form):
            return False
    return False


def _is_passed(form: str) -> bool:
    """Whether a verb of being or the like stands between subject and verb: كانا يزوران، لا يزال يدعم."""
    return is_in(form, "remaining", "auxiliaries", "negatives", "verbal_particles")


def _is_topic(context: Context, phrases: Sequence[Phrase], first: int, end: int) -> bool:
    """Whether the words from ``first`` on are a noun that is the subject, in no phrase nor in construct with one."""
    form, surface = context.tokens[first].form, context.tokens[first].surface
    if _is_named(context, phrases, first) or word_class(form, surface) != "n" or _is_light(form):
        return False
    near = (i for i in context.outer if first < phrases[i].first <= first + 2)
    return not any(phrases[i].last == end and phrases[i].first == first + 1 for i in near)


def _is_named(context: Context, phrases: Sequence[Phrase], k: int) -> bool:
    return any(phrases[i].first <= k < phrases[i].last for i in context.phrases)


def _is_light(form: str) -> bool:
    """Whether the word is an adverb, particle or preposition and no subject."""
    joined = words.split(form)[1]
    return joined not in {"", "ال"} or is_in(
        form,
        "prepositions",
        "adverbs",
        "times",
        "spans_of_time",
        "progress",
        "moments",
        "circumstances",
        "resuming",
        "during",
        "alone_words",
        "strong_pronouns",
        "own_places",
        "conditionals",
        "what",
    )


def tells_of_talks(context: Context, trigger: Trigger) -> bool:
    """Whether the verb's subject are the talks before it, with which alone it agrees: أجرى لقاءات شملت فلانا."""
    meets = trigger.relation == "meets" and trigger.start < trigger.token
    owned = context.tokens[trigger.token].form.endswith(_OWN)  # لقاء جمعهما
    frames = load_lexicon()[trigger.entry].frames if meets and not owned else ()
    return bool(frames) and all("subj" not in frame.get("source", ()) for frame in frames)


def is_place(context: Context, phrases: Sequence[Phrase], phrase: int) -> bool:
    """Whether a preposition tells of the state or city as a place, whom nobody meets: التقاه في بغداد وبحث معه."""
    here = phrases[phrase].type == "state" and phrase in context.prepositions
    return here and Clauses.of(context, phrases).government(phrase)[0] in {"في", "الي", "من", "ب"}
