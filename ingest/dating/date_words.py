"""The words of a sentence as date expressions are read from them.

Takes a sentence, gives its folded words with where each begins; then runs of words that are names of the
calendar, and the numbers beside them. A number joined to its conjunction (5 و7 نيسان) counts as a number.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.reading import EventDate
from ontology.spelling import fold_map

LONGEST = 3  # words of a name: الثاني والعشرين with a word to spare
_WORD = re.compile(r"\d+(?:[/.-]\d+)*|و(?=\d)|[^\W\d]+")
_FILLERS = frozenset("من شهر عام سنه لسنه لعام يوم و".split())
_JOINED = frozenset("وفبلك")


@dataclass(frozen=True, slots=True)
class Found:
    """A date and the words ``[first, last)`` that say it."""

    first: int
    last: int
    date: EventDate


def date_words(sentence: str) -> tuple[list[str], list[int]]:
    """The folded words and numbers of ``sentence`` and the offset of each."""
    folded, places = fold_map(sentence)
    matches = list(_WORD.finditer(folded))
    return [match.group() for match in matches], [places[match.start()] for match in matches]


def runs(words: Sequence[str], names: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    """Where one of ``names`` stands, the longest at each place: first word, behind the last, number.

    A conjunction or preposition may be joined to it (والاثنين, بالأمس).
    """
    i = 0
    while i < len(words):
        for length in range(LONGEST, 0, -1):
            key = " ".join(words[i : i + length])
            bare = key[1:] if key[:1] in _JOINED else key
            name = key if key in names else bare
            if name in names and i + length <= len(words):
                yield i, i + length, names[name]
                i += length - 1
                break
        i += 1


def number(words: Sequence[str], i: int, step: int, allowed: Container[int]) -> tuple[int, int] | None:
    """The nearest number from word ``i`` on in steps of ``step``, over words like من and عام, and its place."""
    for place in (i, i + step, i + 2 * step):
        if not 0 <= place < len(words):
            return None
        if words[place].isdecimal():
            value = int(words[place])
            return (value, place) if value in allowed else None
        if words[place] not in _FILLERS:
            return None
    return None


def ordinal(words: Sequence[str], i: int, names: Mapping[str, int]) -> tuple[int, int] | None:
    """The day in words that ends at word ``i``, over a preposition: السابع من; and where it begins."""
    end = i + 1
    while end > 0 and words[end - 1] in _FILLERS:
        end -= 1
    for length in range(LONGEST, 0, -1):
        key = " ".join(words[max(0, end - length) : end])
        for name in (key, key[1:] if key[:1] in _JOINED else key):
            if name in names and end >= length:
                return names[name], end - length
    return None
