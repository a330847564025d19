"""Who is accused of what a verb tells behind بأن with a pronoun: تتهم كابول الجهاز بأنه ما زال يمول الشبكة.

So is who is warned of what he will suffer: حذر باريس من أنها ستندم.

Takes a context, the article's phrases and a verb, gives the accused or None. The pronoun takes up the phrase right
before بأن, be it the object of the word of accusing or the subject of its passive (Ryding 2005, 16, 19.2 and 38); who
accuses, whether named between the two or before both, is never whose deed it is.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.sentences import Token

_THAT = frozenset({"بانه", "بانها", "بانهم", "وبانه", "وبانها", "وبانهم", "انه", "انها", "انهم"})
_FEARED, _OF = frozenset({"انه", "انها", "انهم"}), "من"
_PARTICLES = frozenset({"ما", "لا", "قد"})  # before the verb or one of remaining: بأنها ما زالت تمول
_REACH = 20  # tokens from a word of accusing to بأن: its subject and its object, either with a title


def _may_stand_between(token: Token) -> bool:
    return token.form in _PARTICLES or token.surface in QUOTES or is_in(token.form, "remaining")


def taken_up(context: Context, phrases: Sequence[Phrase], token: int, gender: str) -> int | None:
    """The accused whom the pronoun of the بأن right before the verb at ``token`` takes up; None where it is no such."""
    tokens, k = context.tokens, token - 1
    while k > 0 and _may_stand_between(tokens[k]):
        k -= 1
    if k <= 0 or tokens[k].form not in _THAT:
        return None
    feared = tokens[k].form in _FEARED and tokens[k - 1].form == _OF  # محذرا باريس من أنها ستندم
    near = [i for i in context.outer if phrases[i].last == k - feared]
    clauses = Clauses.of(context, phrases)
    if not near or not clauses.agrees(near[-1], gender):
        return None
    for j in range(phrases[near[-1]].first - 1, max(-1, k - _REACH), -1):
        if clauses.is_stop(j) or is_in(tokens[j].form, "complementizers", "relatives"):
            return None
        if is_in(tokens[j].form.removeprefix("و").removeprefix("س"), "warnings" if feared else "accusing"):
            return near[-1]
    return None
