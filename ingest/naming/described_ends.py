"""Spans that end in a participle of backing, of which only the noun before it is the actor: الحزب | المدعوم أميركيا.

Takes the tokens of a sentence, its triggers and spans; gives where a span ends, or the labels of the inner tagger anew.
A definite participle with its complement is an attribute and no part of a name (Ryding 2005, 11 and 14), and without
the noun before it stands for nobody.
"""

from collections.abc import Sequence

from ingest.naming.names import load_names
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Sentence, Token
from ingest.text.triggers import Trigger

_TANWIN = "\u064b"


def without_participles(
    split: Sequence[Sentence], inner: Sequence[Sequence[str]], opened: Sequence[Sequence[Trigger]]
) -> list[list[str]]:
    """The inner labels, one row a sentence, with every such span ended, and none that is but a passive participle."""
    rows = []
    for sentence, row, triggers in zip(split, inner, opened, strict=True):
        labels, backing = list(row), {t.token for t in triggers if t.kind == "S" and t.relation == "supports"}
        for first, last, _ in list(spans(labels)) if any(t.kind in "AS" for t in triggers) else ():
            adverb = last - first == 2 and is_adverb(sentence.tokens[last - 1])
            alone = first in backing and last - adverb == first + 1
            end = first if alone else ends_in_participle(sentence.tokens, triggers, first, last)
            labels[end:last] = ["O"] * (last - end)
        rows.append(labels)
    return rows


def ends_in_participle(tokens: Sequence[Token], triggers: Sequence[Trigger], first: int, last: int) -> int:
    """Where a span ends before a participle of the lexicon whose complement stands behind it; ``last`` for none.

    So does one before a nationality that is an adverb, in the span or behind it: المدعومة إيرانيا (Ryding 11).
    """
    if last - first < 2 or last >= len(tokens):
        return last
    adverb = next((k for k in (last - 1, last) if is_adverb(tokens[k])), None)
    form, (_, joined, _) = tokens[last].form, words.split(tokens[last].form)
    complement = adverb is not None or form == "من" or joined in {"ل", "لل", "ب", "بال"}
    k = last - 1 if adverb is None else adverb - 1
    told = complement and k > first and any(t.token == k and t.kind in "AS" for t in triggers)
    return k if told else last


def is_adverb(token: Token) -> bool:
    """Whether the word is a nationality as an adverb, and no state: أميركيا; تركيا only with its nunation."""
    form, names = token.form, load_names()
    adverb = form.endswith("يا") and names.nisba(form[:-1]) is not None
    return adverb and (_TANWIN in token.surface or names.state(form) is None)
