"""Whom the last one named or the first of two means: وطالب الأخير، اشترط الأول، فرد الثاني (Ryding 2005, 7.1 and 15.2).

Takes the cast of an article, a context and a token that is such a word, gives actors; none where the word describes a
noun (الأسبوع الأخير، في الأول من أيار).
"""

from collections.abc import Container

from ingest.cast.cast_index import CastIndex
from ingest.cast.coreference import Cast
from ingest.cast.duals import NAMED, PAIR
from ingest.grammar import agreement
from ingest.text.context import Context
from ingest.text.prepositions import pronominal
from ingest.text.scope import is_in

_OF_TIME = frozenset({"في", "منذ", "حتي", "قبل", "بعد", "خلال"})  # before a day or a time that has a number


def latter(cast: Cast, index: CastIndex, context: Context, k: int, others: Container[int]) -> list[int]:
    """Who can be the last one named, the nearest first: أعلنت الأخيرة, the state and no man; ``others``: who can be."""
    gender = "f" if context.tokens[k].form.endswith("ه") else ""
    phrases = cast.phrases
    named = (i for i in index.before(context.number, k) if phrases[i].type in NAMED)
    fitting = [i for i in named if agreement.agree(gender, agreement.of_phrase(phrases[i]))]
    return [actor for i in fitting if (actor := cast.actors[i]) in others]


def one_of_two(cast: Cast, index: CastIndex, context: Context, k: int, others: Container[int]) -> list[int]:
    """The first or second of the last two persons named, in this sentence or the one before; nobody where none are."""
    near = [i for i in index.before(context.number, k) if cast.phrases[i].sentence >= context.number - 1]
    persons = [cast.actors[i] for i in near if cast.phrases[i].type == "person" and cast.actors[i] in others]
    two = list(dict.fromkeys(persons))[:PAIR]
    other = k > 1 and is_in(context.tokens[k - 1].form.removeprefix("ال"), "first", "second")  # وطالب الأول الثاني
    if len(two) < PAIR or not is_pronoun(context, k - other) or context.tokens[k - 1].form in _OF_TIME:
        return []
    return two[1:] if is_in(context.tokens[k].form.removeprefix("ال"), "first") else two[:1]


def is_pronoun(context: Context, k: int) -> bool:
    """Whether the word stands for somebody and does not describe the noun before it (الأسبوع الأخير)."""
    before = context.tokens[k - 1].form if k else ""
    verb = any(t.token == k - 1 and t.kind in "VP" for t in context.triggers)
    told = is_in(before, "speech", "prepositions", "complementizers", "clause_openers", "resuming")  # لكن الأخير
    return verb or told or bool(pronominal(before))  # طلب فيه الأخير
