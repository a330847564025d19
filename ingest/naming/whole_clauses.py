"""Whoever does something, whole, where a tagger sees only how his clause begins: من يشارك في حصار المدينة.

Takes the phrases of a sentence by place and changes them: the phrase ends with its clause (``ingest.naming.whoever``),
and what would cross that end, or only goes on with the clause behind a preposition, is no phrase (Ryding 2005, 14.6).
"""

from collections.abc import Sequence

from ingest.naming.whoever import opens, whoever
from ingest.text.imperfects import is_imperfect
from ingest.text.mentions import Phrase, Vocabulary, phrase_at
from ingest.text.sentences import Sentence
from ingest.text.word_classes import is_verb
from ontology.function_words import load_function_words

Place = tuple[int, int, int]


def whole_clauses(here: dict[Place, Phrase], split: Sequence[Sentence], number: int, known: Vocabulary) -> None:
    """Make the phrases of sentence ``number`` whole that begin such a clause."""
    tokens = split[number].tokens
    for phrase in [p for p in here.values() if p.basis == "tagger" and opens(tokens[p.first].form)]:
        named = {p.first: p.last for p in sorted(here.values(), key=lambda p: p.length) if p.first > phrase.first}
        end = whoever(tokens, phrase.first, named) if _is_cut(tokens[phrase.last - 1].form) else None
        if end is None or end <= phrase.last or phrase.place not in here:
            continue
        for other in [p for p in here.values() if phrase.first < p.first < end]:
            if other.last > end or tokens[other.first].form in load_function_words()["prepositions"]:
                here.pop(other.place)
        for other in [p for p in here.values() if p.first == phrase.first and _is_cut(tokens[p.last - 1].form)]:
            here.pop(other.place)
        whole = phrase_at(split, number, phrase.first, end, "group", phrase.basis, known)
        here[whole.place] = whole


def _is_cut(last: str) -> bool:
    """Whether a clause does not end with the word: with a verb that has its object behind it, or a preposition."""
    return is_verb(last) or is_imperfect(last) or last in load_function_words()["prepositions"]
