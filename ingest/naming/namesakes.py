"""Persons who only share the last name of somebody known: كلير هاموند is not فيليب هاموند.

Takes the phrases of an article and what the gazetteer knows a name for; gives the numbers of those that name another
person all the same: a last name within a longer name whose first names are none of his, and that last name alone where
the article nowhere names him in full. A first name that differs by its spelling is his (فدريكا موغيريني).
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from ingest.text import words
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words
from ontology.gazetteer import Gazetteer
from ontology.spelling import fold

_ALIKE = 2 / 3  # of the letters of two first names, from which on one is the other in another spelling
_NESTED = 8  # phrases behind the one that holds them


def strangers(phrases: Sequence[Phrase], known: Sequence[str | None], gazetteer: Gazetteer) -> frozenset[int]:
    """The phrases among the known that name somebody else."""
    last = {
        i
        for i, actor in enumerate(known)
        if actor is not None and phrases[i].length == 1 and phrases[i].type == "person"
    }
    if not last:
        return frozenset()
    within = {inner for i in range(len(phrases)) for inner in _misnamed(i, phrases, known, last, gazetteer)}
    called = {phrases[i].form for i in within}
    full = {known[i] for i, phrase in enumerate(phrases) if phrase.length > 1}
    return frozenset(within | {i for i in last if phrases[i].form in called and known[i] not in full})


def _misnamed(
    number: int, phrases: Sequence[Phrase], known: Sequence[str | None], last: set[int], gazetteer: Gazetteer
) -> Iterator[int]:
    """The known last names within a person's phrase that stand behind first names of somebody else."""
    holder = phrases[number]
    if holder.type != "person" or holder.length == 1 or known[number] is not None:
        return
    for i in range(number + 1, min(number + _NESTED, len(phrases))):
        actor = known[i]
        if i not in last or actor is None or not holder.holds(phrases[i]):
            continue
        row = holder.form.split()
        place = next((k for k in range(len(row) - 1, 0, -1) if row[k] == phrases[i].form), 0)
        first = list(_first_names(row, place, gazetteer))
        own = {word for name in gazetteer.actors[actor].names for word in fold(name).split()}
        if first and not any(_alike(one, other) for one in first for other in own):
            yield i


def _first_names(row: Sequence[str], place: int, gazetteer: Gazetteer) -> Iterator[str]:
    """The words right before ``place`` that can be names, the nearest first: no title, nisba, state or body."""
    for word in reversed(row[:place]):
        if word.startswith("ال") or word in gazetteer.nisba or word in gazetteer.strong or word in gazetteer.metonyms:
            return
        if word not in load_function_words()["given"] and _is_of_language(word):
            return
        yield word


@lru_cache(words.MEMO)
def _is_of_language(word: str) -> bool:
    """Whether a class of the language knows the word, with or without what may be joined to it."""
    bare = words.split(word)[2]
    return any(word in known or bare in known for known in load_function_words().values())


@lru_cache(words.MEMO)
def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
