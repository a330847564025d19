"""Several persons whom a tagger takes for one: short names joined by و, a second title with a name behind the first.

Takes the tokens of a sentence and the labels of a tagger, which it changes. What و joins is one more (شولتس وماكرون
وتوسك; Ryding 2005, 18.1), unless و is the name's own letter; and behind a whole name a definite title that a name
follows begins another person (السيناتور فلان الفلاني | الرئيس عون; 8.5).
"""

from collections.abc import Sequence

from ingest.naming.names import load_names
from ingest.naming.runs import NONE
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

LEAST, LONGEST = 2, 5  # words of a name
_AND, _KINDS = "و", frozenset({"group", "person"})


def part(tokens: Sequence[Token], labels: list[str]) -> None:
    """Begin a person's span at each of them."""
    for first, last, kind in list(spans(labels)):
        if kind in _KINDS and last - first > 1 and _is_row(tokens, first, last):
            labels[first:last] = ["B-person"] * (last - first)
        elif kind == "person" and (second := _second_title(tokens, first, last)) is not None:
            labels[second] = "B-person"


def _is_row(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether every word of the span is a name, و joined to all but the first, and most are those of known persons."""
    if not all(token.form[:1] == _AND and token.form.isalpha() for token in tokens[first + 1 : last]):
        return False
    names = [words.split(tokens[first].form)[2], *(token.form[1:] for token in tokens[first + 1 : last])]
    names[0] = tokens[first].form if _is_known(tokens[first].form) else names[0]
    known = sum(map(_is_known, names))
    common = united("titles", "people", "bodies", "human_stems", "broken_human_plurals")
    return known >= LEAST and known >= len(names) - 1 and not any(name in common for name in names)


def _is_known(form: str) -> bool:
    """Whether the word alone is what a known person is called."""
    names = load_names()
    sure = names.index.get(form, NONE).get((form,)) == "person"
    return sure or any(names.type(actor) == "person" for actor in names.so_called(form))


def _is_name(forms: Sequence[str]) -> bool:
    """Whether the words are all of a known person's name."""
    whole = load_names().index.get(forms[0], NONE).get(tuple(forms)) == "person"
    return whole or (len(forms) == 1 and _is_known(forms[0]))


def _second_title(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The definite title that begins another person behind a known person's whole name; None for none.

    Behind what he is called alone only where the span begins with it: شكر عباس | الرئيس البرازيلي لولا.
    """
    titles = load_function_words()["titles"]
    forms = [token.form for token in tokens[first:last]]
    for k in range(len(forms) - 2):
        known = load_names().index.get(forms[k], NONE).at(forms[k], forms, k)
        ends = [k + length for length, kind in known if kind == "person" and LEAST <= length <= LONGEST]
        ends += [1] * (k == 0 and _is_known(forms[0]))
        for end in (e for e in ends if e + 1 < len(forms)):
            if forms[end].startswith("ال") and forms[end][2:] in titles and _is_named(forms[end + 1 :]):
                return first + end
    return None


def _is_named(forms: Sequence[str]) -> bool:
    """Whether a known person's name ends the words, definite adjectives of his title before it."""
    begin = next((k for k, form in enumerate(forms) if not form.startswith("ال")), len(forms) - 1)
    return any(_is_name(forms[k:]) for k in {0, begin})
