"""Closed classes of words: prepositions, negatives, titles and the like, from ``function_words.toml``.

Gives one frozen set of folded words a class; read once. A word of the file that is not folded, or stands
twice in a class, raises ``DataFileError``.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ontology.errors import DataFileError
from ontology.spelling import fold

PATH = Path(__file__).with_suffix(".toml")


@cache
def load_function_words() -> Mapping[str, frozenset[str]]:
    """The classes that come with Shabaka."""
    return read_function_words(PATH)


@cache
def united(*names: str) -> frozenset[str]:
    """The words of several classes, put together once."""
    return frozenset().union(*(load_function_words()[name] for name in names))


def read_function_words(path: Path) -> Mapping[str, frozenset[str]]:
    """Every class of ``path``, checked; ``_`` joins the words of a fixed phrase."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: _words(path, name, table) for name, table in tables.items()}


def _words(path: Path, name: str, table: Mapping[str, str]) -> frozenset[str]:
    if set(table) != {"source", "words"}:
        raise DataFileError(path, name, "has other keys than source and words", "give exactly these two")
    listed = table["words"].split()
    twice = next((word for word, count in Counter(listed).items() if count > 1), None)
    if twice is not None:
        raise DataFileError(path, name, f'"{twice}" stands twice', "leave it out once")
    wrong = next((word for word in listed if fold(word) != word), None)
    if wrong is not None:
        raise DataFileError(path, name, f'"{wrong}" is not folded', f'write "{fold(wrong)}"')
    return frozenset(listed)
