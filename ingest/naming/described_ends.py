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


def without_adverbs(
    split: Sequence[Sentence], rows: Sequence[Sequence[str]], opened: Sequence[Sequence[Trigger]]
) -> list[list[str]]:
    """The labels, one row a sentence, without nationalities that tell as adverbs who backs: المدعوم إيرانياً وروسياً.

    A stand-in for the state is made of each later; as a phrase of its own it would be somebody's object.
    """
    found = []
    for sentence, row, triggers in zip(split, rows, opened, strict=True):
        labels, told = list(row), adverbs(sentence.tokens, triggers)
        for first, last, _ in list(spans(labels)) if told else ():
            if first in told and last - first == 1:
                labels[first] = "O"
        found.append(labels)
    return found


def adverbs(tokens: Sequence[Token], triggers: Sequence[Trigger]) -> frozenset[int]:
    """The tokens right behind passive participles of backing that tell by nationality who backs."""
    found = set[int]()
    behind = {t.until for t in triggers if t.kind == "S" and t.relation == "supports"}
    for k in range(min(behind, default=len(tokens)), len(tokens)):
        if (k in behind or k - 1 in found) and _is_of_state(tokens[k].form):
            found.add(k)
    return frozenset(found)


def _is_of_state(form: str) -> bool:
    """Whether the word is a nationality in the accusative, و joined or not."""
    bare = form.removeprefix("و")
    return bare.endswith("يا") and load_names().nisba(bare[:-1]) is not None


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
    """Whether the word is a relative adjective as an adverb: شعبياً; without nunation a nationality and no state."""
    form, names = token.form, load_names()
    nisba = form.endswith("يا") and names.nisba(form[:-1]) is not None
    return (form.endswith("يا") and _TANWIN in token.surface) or (nisba and names.state(form) is None)
