"""Governments called by who leads them: إدارة الرئيس جورج بوش، حكومة رئيس الوزراء البريطاني توني بلير.

Takes the tokens of every sentence, the labels of the outer and the inner tagger and the gazetteer's index, gives the
outer labels anew: a word for a government in construct with a title and a person's name (Ryding 2005, 8.1) is one
phrase for a state, up to the end of the name. The taggers end it within the title, take the title and the name alone,
or go on over the object behind it (حكومة نتنياهو | حماس).
"""

from collections.abc import Callable, Mapping, Sequence

from ingest.naming.roles import is_title
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Sentence, Token
from ontology.function_words import load_function_words

REACH = 6  # words of a title, at most: حكومة المستشار الألماني السابق هلموت كول
LONGEST = 5  # words of a known name
Row = Sequence[str]
Known = Mapping[str, Mapping[tuple[str, ...], str]]


def reigning(
    split: Sequence[Sentence],
    outer: Sequence[list[str]],
    inner: Sequence[Row],
    known: Known,
    nisba: Callable[[str], object],
) -> list[list[str]]:
    """The outer labels, one row a sentence, with every such government whole."""
    return [_row(s.tokens, over, under, known, nisba) for s, over, under in zip(split, outer, inner, strict=True)]


def _row(
    tokens: Sequence[Token], labels: list[str], inner: Row, known: Known, nisba: Callable[[str], object]
) -> list[str]:
    heads = load_function_words()["reigns"]
    for k, token in enumerate(tokens[:-1]):
        if token.form not in heads and not any(rest in heads for _, rest in words.splits(token.form)):
            continue
        named = {a: b for a, b, kind in spans(inner) if kind == "person"}
        end = _end(tokens, k + 1, named, known, nisba)
        if end is not None:
            labels[k:end] = ["B-state", *["I-state"] * (end - k - 1)]
            _free(tokens, labels, end, known)
    return labels


def _end(
    tokens: Sequence[Token], first: int, named: Mapping[int, int], known: Known, nisba: Callable[[str], object]
) -> int | None:
    """One behind the name of who leads the government that is told of before token ``first``; None where none is."""
    for k in range(first, min(first + REACH, len(tokens))):
        end = _known_end(tokens, k, known) or (named.get(k) if k > first else None)
        if end is not None and not _opens_title(tokens, k):
            return None if _is_managed(tokens, end) else end
        if not _may_be_title(tokens, k, first, nisba):
            return None
    return None


def _known_end(tokens: Sequence[Token], k: int, known: Known) -> int | None:
    """One behind the longest known person's name that begins at token ``k``."""
    forms = tuple(token.form for token in tokens[k : k + LONGEST])
    runs = known.get(forms[0], {}).items()
    return max((k + len(run) for run, kind in runs if kind == "person" and run == forms[: len(run)]), default=None)


def _opens_title(tokens: Sequence[Token], k: int) -> bool:
    return is_title(tokens[k].form) and tokens[k].form.startswith("ال")


def _may_be_title(tokens: Sequence[Token], k: int, first: int, nisba: Callable[[str], object]) -> bool:
    """Whether the word can be of the title: it opens it, or goes on with a definite word or a nationality."""
    form = tokens[k].form
    return is_title(form) if k == first else form.startswith("ال") or nisba(form) is not None or is_title(form)


def _is_managed(tokens: Sequence[Token], end: int) -> bool:
    """Whether what is led stands behind the name, so that no government is meant: إدارة الرئيس ترامب للأزمة."""
    return end < len(tokens) and tokens[end].form.startswith("لل")


def _free(tokens: Sequence[Token], labels: list[str], end: int, known: Known) -> None:
    """Part from the phrase what stands behind its end: a known name is one of its own, anything else is none."""
    last = end
    while last < len(labels) and labels[last][0] == "I":
        last += 1
    if last > end:
        forms = tuple(token.form for token in tokens[end:last])
        runs = [(len(run), kind) for run, kind in known.get(forms[0], {}).items() if run == forms[: len(run)]]
        labels[end:last] = ["O"] * (last - end)
        if runs:
            length, kind = max(runs)
            labels[end : end + length] = [f"B-{kind}", *[f"I-{kind}"] * (length - 1)]
