"""Whose act a fronted adverbial tells of by a pronoun, before who it is is named: وبعد لقائه الوزير، قال السفير.

Takes a context, the article's phrases and a masdar with a pronoun, gives the subject of the main verb behind the
adverbial. Arabic lets the pronoun of a fronted adverbial look ahead, so that it is the subject of its own sentence
rather than that of the one before (Ryding 2005, 12.3, 16); where the main verb names none, nobody is given.
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
_COMMAS, _GENDERS = frozenset("،,"), {"3ms": "m", "3fs": "f"}


def subject_behind(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """The person whose act it is by the main verb behind; None where the masdar is not fronted or nobody is named."""
    gender, k, tokens = _GENDERS.get(trigger.pronoun), trigger.token, context.tokens
    start = next((j for j, token in enumerate(tokens) if token.form.isalnum()), 0)
    opening = tokens[start].form.removeprefix("و")
    if gender is None or k - start > FRONT or not is_in(opening, "temporals", "occasions"):
        return None
    clauses, verb = Clauses.of(context, phrases), _main_verb(context, phrases, k)
    if verb is None:
        return None
    for i in context.outer:
        gap = phrases[i].first - verb - 1
        if gap >= 0 and clauses.bare(i):
            named = gap <= NEAR and phrases[i].type == "person" and not clauses.parted(verb, phrases[i].first)
            return i if named and agreement.agree(gender, agreement.of_phrase(phrases[i])) else None
    return None


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
