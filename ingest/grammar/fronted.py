"""Whose act a fronted adverbial tells of, before who it is is named: وبعد لقائه الوزير، قال السفير.

Takes a context, the article's phrases and a masdar or noun, gives the subject of the main verb behind the adverbial.
Arabic lets the pronoun of a fronted adverbial look ahead, so that it is the subject of its own sentence rather than
that of the one before (Ryding 2005, 12.3, 16); so is who has a meeting, a purpose or a threat that is nobody else's
(في اجتماع مع الوزير، دعما للجيش; 7.5). Where the main verb names none, nobody is given.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.clauses import Clauses
from ingest.grammar.verbs import Verbs
from ingest.text.context import Context
from ingest.text.imperfects import is_imperfect
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class

FRONT = 4  # tokens from the beginning of the sentence to the masdar: وفي ختام محادثاته
REACH = 40  # tokens from the masdar to the main verb
NEAR = 4  # tokens from the main verb to its subject: أعلن أمس في بيان الوزير
_AS = frozenset({"في"})
_COMMAS, _GENDERS = frozenset("،,"), {"3ms": "m", "3fs": "f"}


def subject_behind(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """Who does it by the main verb behind; None where the masdar is not fronted or nobody is named who agrees."""
    gender, k, tokens = _GENDERS.get(trigger.pronoun), trigger.token, context.tokens
    start = next((j for j, token in enumerate(tokens) if token.form.isalnum()), 0)
    that = (j for j in range(max(start, k - FRONT), k) if is_in(tokens[j].form, "complementizers"))
    start = next(that, start - 1) + 1  # قالت إنه بعد التشاور مع فلان قرر فلان
    if k - start > FRONT or not _is_adverbial(context, trigger, start):
        return None
    if trigger.pronoun and gender is None:
        return None
    clauses, verb = Clauses.of(context, phrases), _main_verb(context, phrases, k)
    if verb is None or (gender is not None and _gender(tokens[verb].form) != gender):
        return None
    for i in context.outer:
        gap = phrases[i].first - verb - 1
        if gap >= 0 and clauses.bare(i):
            named = gap <= NEAR and not clauses.parted(verb, phrases[i].first)
            return i if named and _agrees(phrases[i], gender or "") else None
    return None


def drops_subject(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the main verb behind a fronted meeting goes on with whoever was spoken of: وبعد لقاء مع فلان، قال إن.

    It is he then who met (Ryding 3.1, 16): a singular verb of saying, right behind which what is said is told.
    """
    k, start = trigger.token, next((j for j, token in enumerate(context.tokens) if token.form.isalnum()), 0)
    if trigger.relation != "meets" or k - start > FRONT or not _is_adverbial(context, trigger, start):
        return False
    verb, clauses, teller = _main_verb(context, phrases, k), Clauses.of(context, phrases), context.inherited
    if verb is None or teller is None or not is_in(context.tokens[verb].form, "speech", "reporting", "affirming"):
        return False
    behind = context.tokens[verb + 1].form if verb + 1 < len(context.tokens) else ""
    said = is_in(behind, "complementizers") or behind == ":"
    return said and clauses.agrees(teller, _gender(context.tokens[verb].form))


def _is_adverbial(context: Context, trigger: Trigger, start: int) -> bool:
    """Whether the sentence opens with what the trigger is of: a preposition, or the trigger as a purpose (7.5).

    Without a pronoun a meeting is whose sentence it is, and what its own purpose or kind is told of: وتضامنا مع
    فلسطين، أغلقت النقابة؛ وفي تهديد واضح لإيران، قال الرئيس; not بعد تهديد لإيران, which is anybody's.
    """
    opening = context.tokens[start].form.removeprefix("و")
    if trigger.pronoun:
        return is_in(opening, "temporals", "occasions", "concessives")
    if trigger.relation == "meets":
        return is_in(opening, "temporals", "occasions")
    first = trigger.token == start and trigger.kind == "M"
    motive = first and context.tokens[start].form.endswith("ا")
    means = first and trigger.relation == "supports" and opening.startswith("ب")  # بدعم من روسيا، استعاد
    return motive or means or (opening in _AS and trigger.token == start + 1 and trigger.kind in "MN")


def _agrees(phrase: Phrase, gender: str) -> bool:
    """Whether the phrase can be who the pronoun means: a person, or another of just that gender (Ryding 7.2)."""
    own = agreement.of_phrase(phrase)
    return agreement.agree(gender, own) if phrase.type == "person" or not gender else own == gender


def _gender(verb: str) -> str:
    """The gender of a third person singular by its letters: قالت، تقول, f; قال، يقول, m."""
    bare = verb.removeprefix("و")
    return "f" if bare.endswith("ت") or (bare.startswith("ت") and is_imperfect(bare)) else "m"


def _main_verb(context: Context, phrases: Sequence[Phrase], k: int) -> int | None:
    """The verb right behind a comma or a phrase that goes on with the sentence, over clauses on a noun."""
    tokens, verbs, clauses = context.tokens, Verbs.of(context, phrases), Clauses.of(context, phrases)
    ends = {phrases[i].last for i in context.outer}
    for j in range(k + 1, min(len(tokens), k + REACH)):
        if clauses.is_stop(j) and tokens[j].form != ":":
            return None
        behind = tokens[j - 1].surface in _COMMAS or j in ends
        told = j in verbs.seen or word_class(tokens[j].form, tokens[j].surface) == "V" or is_imperfect(tokens[j].form)
        if behind and told:
            return j
    return None
