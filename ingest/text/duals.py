"""Duals in construct with the names of both whom they stand for: وفدا العراق وإيران.

Takes the tokens of a sentence and where phrases begin and end, gives yes or no.
"""

from collections.abc import Mapping, Sequence

from ingest.text import words
from ingest.text.sentences import Token
from ontology.function_words import load_function_words


def of_two(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> bool:
    """Whether the word is a dual in construct with two who are named and act themselves (8.1): وفدا العراق وإيران."""
    other, classes = named.get(k + 1, 0), load_function_words()
    dual = words.split(tokens[k].form)[2] in classes["dual_parties"] | classes["dual_sides"]
    return dual and other in named and tokens[other].form[:1] == "و"
