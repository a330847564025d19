"""Common verbs of news, from ``verbs.toml``: what tells a verb from a noun where the lexicon of relations is silent.

Gives the folded perfects in the third person masculine singular. A word of the file that is not folded raises
``DataFileError``.
"""

from functools import cache
from pathlib import Path

from ontology.function_words import read_function_words

PATH = Path(__file__).with_suffix(".toml")


@cache
def load_verbs() -> frozenset[str]:
    """The verbs that come with Shabaka."""
    return read_function_words(PATH)["perfects"]
