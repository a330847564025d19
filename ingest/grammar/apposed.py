"""An apposition that takes an actor in whole, over which the clause goes on: الجزائر، حكومة وشعبا، في دعمها.

Takes a context and a token, gives where the apposition before it begins; and whether what goes on with a pronoun is of
people over what they are told to be.
"""

from collections.abc import Sequence

from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in

_COMMAS = frozenset("،,")


def before_whole(context: Context, k: int) -> int:
    """Where the accusatives begin that end right before token ``k``, else ``k`` (Ryding 2005, 11)."""
    tokens, start = context.tokens, k
    while start > 1 and (tokens[start - 1].surface in _COMMAS or is_in(tokens[start - 1].form, "state_and_people")):
        start -= 1
    told = any(is_in(token.form, "state_and_people") for token in tokens[start:k])
    return start if told else k


def is_of_people(context: Context, phrases: Sequence[Phrase], phrase: int, k: int) -> bool:
    """Whether هم at token ``k`` behind a comma means the people, over what they are: المكلفون بالوساطة، بينهم."""
    here, before = phrases[phrase], {token.surface for token in context.tokens[max(0, k - 2) : k]}
    between = (phrases[i].type for i in context.outer if here.last <= phrases[i].first < k)
    told = here.type == "group" and context.tokens[k].form.endswith("هم") and not _COMMAS.isdisjoint(before)
    return told and {"group", "armed_group"}.isdisjoint(between)


def is_body(phrase: Phrase) -> bool:
    """Whether the phrase is a state, a body or several: أبرز الحركات العربية; not النائبين فلان وفلان."""
    head = words.without_article(phrase.form.split()[0])
    several = head.endswith("ات") or is_in(head, "feminine_plurals")
    return phrase.type != "person" if phrase.type != "group" else several
