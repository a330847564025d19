"""Whom somebody meets, called his guest or host: أكدت الوزيرة التزامها ودعت ضيفها، شكر مضيفه (Ryding 2005, 12.3)."""

from collections.abc import Sequence

from ingest.cast.cast_index import CastIndex
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words

_HOUSE = frozenset({"في", "الي"})  # في مضيفه, a guesthouse


def guest(context: Context, k: int) -> tuple[str, str] | None:
    """The word for a guest or host at token ``k``, with what is joined before it; None for another word."""
    form, known = context.tokens[k].form, load_function_words()["hosts_and_guests"]
    house = k > 0 and context.tokens[k - 1].form in _HOUSE
    return None if house else next((pair for pair in (("", form), *words.splits(form)) if pair[1] in known), None)


def facing(index: CastIndex, phrases: Sequence[Phrase], actors: Sequence[int], context: Context, k: int) -> list[int]:
    """The last person named before token ``k`` who is not the sentence's subject, else not the last one named."""
    persons, subject = index.last(context.number, k, {"person"}), context.subject
    own = subject is not None and phrases[subject].type == "person"
    owner = [actors[subject]] if own and subject is not None else persons[:1]
    return [person for person in persons if person not in owner][:1]
