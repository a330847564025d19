"""Common verbs of news, from ``verbs.toml`` and the lexicon of relations: what tells a verb from a noun.

Gives the folded perfects in the third person masculine singular. A word of the file that is not folded raises
``DataFileError``.
"""

from functools import cache
from pathlib import Path

from ontology.function_words import read_function_words
from ontology.lexicon import load_lexicon
from ontology.spelling import fold

PATH = Path(__file__).with_suffix(".toml")


@cache
def load_verbs() -> frozenset[str]:
    """The verbs that come with Shabaka."""
    related = frozenset(fold(entry.lemma) for entry in load_lexicon().values() if entry.kind == "verb")
    return read_function_words(PATH)["perfects"] | related
