"""Triggers: the words that open a relation's frame, by the lexicon.

Takes the tokens of a sentence, gives one ``Trigger`` a token and relation. A word that the lexicon also
knows as something else (طالب, student) is kept only with its relation's reading; what tells the two
apart is the frame around it, which later steps see.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.reading import Relation
from ingest.sentences import Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of the sentence that can show a relation."""

    token: int  # index into the sentence
    relation: Relation
    entry: str  # the lexicon entry
    kind: str  # V verb, P passive verb, M masdar, A active and S passive participle, N other
    pronoun: str  # enclitic, "3ms" or the like; empty for none
    fused: str  # preposition or article joined to it


Lookup = Callable[[str], Sequence[tuple[Relation, str, str, str]]]


def triggers(tokens: Sequence[Token], lookup: Lookup) -> Iterator[Trigger]:
    """The triggers among ``tokens``; ``lookup`` gives a word's readings: relation, entry, kind, pronoun."""
    for index, token in enumerate(tokens):
        for relation, entry, kind, pronoun in lookup(token.surface):
            yield Trigger(index, relation, entry, kind, pronoun, token.form[:2] if kind in "MAS" else "")
