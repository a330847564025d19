"""Names of the inner tagger, without what the outer spans lose and without the titles behind them.

Takes the labels of the inner tagger, gives them anew.
"""

from collections.abc import Sequence

from ingest.text.mentions import spans
from ingest.text.sentences import Sentence
from ontology.function_words import load_function_words

Row = Sequence[str]
_CHIEF = frozenset({"كبير", "كبيره"})


def shortened(inner: Sequence[Row], tagged: Sequence[Row], ended: Sequence[Row]) -> list[list[str]]:
    """The inner labels, one row a sentence, taken from every word that the outer ones lost: ``tagged`` to ``ended``."""
    return [
        ["O" if was != "O" and now == "O" else label for label, was, now in zip(*rows, strict=True)]
        for rows in zip(inner, tagged, ended, strict=True)
    ]


def without_titles(split: Sequence[Sentence], inner: Sequence[Row]) -> list[list[str]]:
    """The inner labels, one row a sentence, of persons without the title behind a name: تشارلز ولي (عهد بريطانيا)."""
    rows, titles = [], load_function_words()["behind_names"]
    for sentence, row in zip(split, inner, strict=True):
        labels = list(row)
        for first, last, kind in spans(row):
            if kind == "person" and last - first > 1 and sentence.tokens[last - 1].form in titles:
                labels[last - 1] = "O"
            chief = (k for k in range(first + 1, last - 1) if kind == "person" and sentence.tokens[k].form in _CHIEF)
            if (k := next(chief, None)) is not None:  # فلان كبير مستشاري الملك
                labels[k:last] = ["O"] * (last - k)
        rows.append(labels)
    return rows
