"""Clauses in which somebody asks not to be named: مسؤول أميركي طلب عدم ذكر اسمه، دبلوماسي رفض الكشف عن هويته.

Takes the tokens of a sentence, gives those of every such clause. It describes a noun without article, so that no
relative pronoun opens it (Ryding 2005, 14.3): it is no part of the noun's phrase, and what is asked for or refused
there is told of nobody but him.
"""

from collections.abc import Sequence

from ingest.text.sentences import Sentence, Token
from ontology.function_words import load_function_words

REACH = 6  # tokens from the verb to his name or identity: طلب عدم الإفصاح عن هويته


def anonymous(tokens: Sequence[Token]) -> set[int]:
    """The tokens of the clauses, from the verb to the name; most sentences have none."""
    classes, found = load_function_words(), set[int]()
    for k, token in enumerate(tokens):
        if token.form not in classes["own_names"]:
            continue
        low = max(0, k - REACH)
        kept = any(t.form in classes["withholding"] for t in tokens[low:k])
        asking = (j for j in range(low, k) if tokens[j].form in classes["withheld_by"])
        if kept and (first := next(asking, None)) is not None:
            found.update(range(first, k + 1))
    return found


def without_anonymous(split: Sequence[Sentence], rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The labels of a tagger, one row a sentence, with every span ended before such a clause."""
    ended = []
    for sentence, row in zip(split, rows, strict=True):
        labels, hidden = list(row), anonymous(sentence.tokens)
        for k in sorted(hidden):
            labels[k] = "O"
            if k + 1 < len(labels) and k + 1 not in hidden and labels[k + 1][0] == "I":
                labels[k + 1] = f"B{labels[k + 1][1:]}"
        ended.append(labels)
    return ended
