"""Two who each head a side at a meeting: ترأس الجانب الكويتي فلان، فيما ترأس الجانب القطري فلان.

Takes a context with a verb of chairing, gives the pair of persons. The side, which a nationality tells, is the verb's
object and stands before its subject (Ryding 2005, 3.1); the other side is told of in the same sentence, by such a verb
or behind من and عن.
"""

from collections.abc import Iterator, Sequence

from ingest.grammar.clauses import Clauses
from ingest.naming.names import load_names
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

REACH = 10  # tokens from a side to who heads it: الجانب الكويتي في الاجتماع، سعادة السفير
_CHAIR, _OF = "tara-asa", frozenset({"من", "عن", "ومن", "وعن"})
_SIDES = frozenset({"جانب", "وفد", "فريق"})
Pair = tuple[int, int]


def headed_sides(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger
) -> Iterator[Pair]:
    """The two who head the sides, told of by the verb of the first; nothing where there is one side only."""
    if trigger.entry != _CHAIR or trigger.kind != "V" or _state(context, trigger.token + 1) is None:
        return
    sides = [
        k
        for k in range(trigger.token + 1, len(context.tokens))
        if _state(context, k) is not None and (k == trigger.token + 1 or _is_headed(context, k))
    ]
    if len(sides) != 2 or _state(context, sides[0]) == _state(context, sides[1]):
        return
    first = _head(context, phrases, sides[0], sides[1])
    second = _head(context, phrases, sides[1], len(context.tokens))
    if first is not None and second is not None and actors[first] != actors[second]:
        yield first, second


def _state(context: Context, k: int) -> str | None:
    """The state whose side the definite word at token ``k`` is, by the nationality behind it: الجانب الكويتي."""
    forms = [token.form for token in context.tokens[k : k + 2]]
    side = len(forms) > 1 and words.without_article(forms[0]) in _SIDES and forms[0].startswith("ال")
    return load_names().nisba(forms[1]) if side else None


def _is_headed(context: Context, k: int) -> bool:
    """Whether a verb of chairing or من stands right before the side."""
    form = context.tokens[k - 1].form
    return form in _OF or is_in(form, "heading_verbs")


def _head(context: Context, phrases: Sequence[Phrase], k: int, end: int) -> int | None:
    """The first person that no preposition governs behind the side at token ``k``, before token ``end``."""
    clauses, last = Clauses.of(context, phrases), min(end, k + REACH)
    persons = (i for i in context.outer if k + 1 < phrases[i].first < last and phrases[i].type == "person")
    return next((i for i in persons if clauses.bare(i)), None)
