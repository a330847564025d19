"""Known names of several words that a tagger cuts in two, made whole: (وزير خارجية الولايات) المتحدة.

Takes the labels of one tagger, gives them anew. A span that ends within the name of a known state or body goes on to
the end of it, and so ends one of the inner tagger before it; what only stands within the name is no phrase.
"""

from collections.abc import Iterator, Sequence

from ingest.naming.runs import NONE, Known
from ingest.text.mentions import spans
from ingest.text.name_rules import adjectives
from ingest.text.sentences import Sentence, Token

Row = Sequence[str]


def extended(split: Sequence[Sentence], outer: Sequence[Row], known: Known) -> list[list[str]]:
    """The outer labels, one row a sentence, whose spans end within no known name."""
    rows = []
    for sentence, row in zip(split, outer, strict=True):
        labels = list(row)
        for first, last, named in _names(sentence.tokens, known):
            for begin, end, kind in list(spans(labels)) if labels[first] != "O" else ():
                free = named != "person" or (kind == named and set(labels[end:last]) == {"O"})  # مايك | والتز
                if begin <= first < end < last and free:
                    _relabel(labels, end, last, kind, "I")
                    if last < len(labels) and labels[last][0] == "I":
                        labels[last] = f"B{labels[last][1:]}"
        rows.append(labels)
    return rows


def parted(split: Sequence[Sentence], inner: Sequence[Row], known: Known) -> list[list[str]]:
    """The inner labels, one row a sentence, whose spans cross no known name."""
    rows = []
    for sentence, row in zip(split, inner, strict=True):
        labels = list(row)
        for first, last, kind in _names(sentence.tokens, known):
            if kind == "person":
                continue
            goes_on = labels[first][0] == "I" or (labels[last : last + 1] and labels[last][0] == "I")
            if goes_on and any(s[0] < first < s[1] < last or first < s[0] < last < s[1] for s in spans(labels)):
                _relabel(labels, first, last, kind, "B")
                _leave_adjectives(sentence.tokens, labels, last)
                if last < len(labels) and labels[last][0] == "I":
                    labels[last] = f"B{labels[last][1:]}"
        rows.append(labels)
    return rows


def _leave_adjectives(tokens: Sequence[Token], labels: list[str], k: int) -> None:
    """Take out the end of a span from token ``k`` on that only describes the name (10.1): الحوثي | الانقلابية."""
    end = k
    while end < len(labels) and labels[end][0] == "I":
        end += 1
    if end > k and adjectives(tokens, k, definite=True) >= end:
        labels[k:end] = ["O"] * (end - k)


def _names(tokens: Sequence[Token], known: Known) -> Iterator[tuple[int, int, str]]:
    """The longest known name of several words at every token."""
    forms = [token.form for token in tokens]
    behind = 0
    for k, form in enumerate(forms):
        here = known.get(form, NONE).at(form, forms, k) if k >= behind else ()
        length, kind = max(here, default=(0, ""))
        if length > 1:
            yield k, k + length, kind
            behind = k + length


def _relabel(labels: list[str], first: int, last: int, kind: str, mark: str) -> None:
    labels[first:last] = [f"{mark}-{kind}", *[f"I-{kind}"] * (last - first - 1)]
