"""What stands between a light verb and its noun that is passed over: parentheses, relative clauses.

Takes the words of a sentence and a place, gives where what opens there ends, or the places to look at.
"""

from collections.abc import Iterator, Sequence

from ingest.text.prepositions import pronominal
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words
from ontology.spelling import fold

ASIDE = 10  # words of a parenthesis between two marks: ، للمرة الثانية خلال أسبوع،
RELATIVE = 14  # words of a relative clause between two commas
COMMAS, _DASHES = frozenset("،,"), frozenset("-–—")


def steps(words: Sequence[str], first: int, reach: int, *, over: bool) -> Iterator[int]:
    """``reach`` places from ``first`` on; ``over``: parentheses are passed over, and do not count.

    No noun is a preposition with its pronoun, as إليه is no آلية.
    """
    k, left = first, reach
    while k < len(words) and left:
        end = beyond_aside(words, k) if over else 0
        if end:
            k = end + 1
            continue
        if not (words[k].endswith("ه") and pronominal(fold(words[k]))):
            yield k
        k, left = k + 1, left - 1


def beyond_aside(words: Sequence[str], k: int) -> int:
    """The mark that closes the parenthesis which one opens at word ``k``; 0 where none does (Ryding 2005, 14, 16).

    No clause of its own is in it but that of a relative pronoun: وجه الوزير، بحسب مصادر، إنذارا؛ الوزير، الذي زار مصر،.
    """
    marks = COMMAS if words[k] in COMMAS else _DASHES if words[k] in _DASHES else frozenset()
    if not marks or k + 1 >= len(words):
        return 0
    if relative := beyond_relative(words, k):
        return relative
    for j in range(k + 1, min(len(words), k + 1 + ASIDE)):
        if words[j] in marks:
            return j
        if begins_clause(words[j]):
            return 0
    return 0


def beyond_relative(words: Sequence[str], k: int) -> int:
    """The comma behind a relative clause that one opens at word ``k`` (Ryding 14): أجرى الوزير، الذي زار مصر، لقاء."""
    if words[k] not in COMMAS or k + 1 >= len(words) or not is_one(words[k + 1], "relatives"):
        return 0
    return next((j for j in range(k + 1, min(len(words), k + RELATIVE + 1)) if words[j] in COMMAS), 0)


def begins_clause(word: str) -> bool:
    """Whether a clause of its own begins with the word: a verb, that, who, or one that opens it (Ryding 14, 19)."""
    form = fold(word)
    opens = any(is_one(word, name) for name in ("complementizers", "relatives", "clause_openers"))
    return opens or word_class(form, word)[-1] == "V"


def is_one(word: str, name: str) -> bool:
    """Whether the word is of a closed class, with or without a conjunction."""
    form, known = fold(word), load_function_words()[name]
    return form in known or (form[:1] in {"و", "ف"} and form[1:] in known)
