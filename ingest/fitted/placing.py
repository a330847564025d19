"""Where a phrase stands, seen from a trigger, as endings of features (see ``features.Part``).

Takes a context, the token of a trigger and a phrase; gives how far it is, what governs it, what stands between and
beside them and how the phrase looks. Nothing here knows of relations, entries or roles, so that all triggers at a token
share it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase

_COMMAS = frozenset("،,:")
_THAT = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها"})
_RELATIVE = frozenset({"التي", "الذي", "الذين", "اللذين", "اللتين"})
EDGE = "\u2400"
NAME = 3  # words of a phrase that is told whole
Parts = tuple[list[str], list[str], list[str]]


def distance(tokens: int) -> int:
    """Tokens between, in steps that grow: 0 1 2 3 4-5 6-8 9-13 14-22 and more."""
    return bisect_left((0, 1, 2, 3, 5, 8, 13, 22), tokens)


def placed(context: Context, phrases: Sequence[Phrase], token: int, number: int) -> list[str]:
    """Where phrase ``number`` stands, seen from a trigger at ``token``, whatever its relation, entry and role."""
    before, beside, behind = parts(context, phrases, token, number)
    return [*before, *beside, *behind]


def parts(
    context: Context, phrases: Sequence[Phrase], token: int, number: int
) -> tuple[list[str], list[str], list[str]]:
    """The same in three, of which the second is the same list for all triggers that the phrase stands alike to."""
    if is_elsewhere(context, phrases, number):
        return [], _inherited(context, phrases, number), []
    return _placed(context, phrases, token, number)


class End(NamedTuple):
    """How a phrase stands to a trigger."""

    side: str  # see ``side``; x in another sentence
    by: str  # its preposition
    type: str


def end(context: Context, phrases: Sequence[Phrase], token: int, number: int) -> End:
    """Phrase ``number`` seen from a trigger at ``token``."""
    phrase = phrases[number]
    if is_elsewhere(context, phrases, number):
        return End("x", "", phrase.type[:3])
    return End(side(phrase, token), context.prepositions.get(context.head(number), ""), phrase.type[:3])


def order(source: Phrase, target: Phrase) -> str:
    """Which of two phrases of a sentence comes first."""
    return "st" if source.first < target.first else "ts"


def side(phrase: Phrase, token: int) -> str:
    """Where ``phrase`` stands: b before the trigger at ``token``, a after it, i around it."""
    if phrase.last <= token:
        return "b"
    return "a" if phrase.first > token else "i"


def is_elsewhere(context: Context, phrases: Sequence[Phrase], number: int) -> bool:
    """Whether phrase ``number`` stands in another sentence."""
    return phrases[number].sentence != context.number


def _looks(phrase: Phrase) -> list[str]:
    """The phrase itself: its first and last word, how many it has, and a name of few words whole."""
    forms = phrase.form.split()
    found = [
        f"h{words.stem(forms[0])}",
        f"e{words.stem(forms[-1])}",
        f"l{min(len(forms), 5)}{forms[0].startswith('ال')}",
    ]
    return [*found, f"i{'_'.join(forms)}"] if len(forms) <= NAME else found


def _inherited(context: Context, phrases: Sequence[Phrase], number: int) -> list[str]:
    key = _inherited, number
    if key not in context.once:
        phrase = phrases[number]
        context.once[key] = [
            "X",
            f"Xt{phrase.type[:3]}",
            f"Xgap{min(3, context.number - phrase.sentence)}",
            f"Xhead{phrase.sentence == 0}",
            *_looks(phrase),
        ]
    found: list[str] = context.once[key]
    return found


def _placed(context: Context, phrases: Sequence[Phrase], k: int, number: int) -> tuple[list[str], list[str], list[str]]:
    phrase = phrases[number]
    head, where = phrases[context.head(number)], side(phrase, k)
    start = head.first if head.first > k else phrase.first
    low, high = {"b": (phrase.last, k), "a": (k + 1, start), "i": (k, k)}[where]
    between = [phrases[i] for i in context.outer if low <= phrases[i].first and phrases[i].last <= high]
    far, count = distance(high - low), min(len(between), 4)
    by = context.prepositions.get(context.head(number), "")
    middle = {t.form for t in context.tokens[low:high]}
    before = [f"d{where}{far}", f"n{where}{count}", f"p{where}{by}", f"pn{where}{min(count, 2)}{by}{far // 2}"]
    flags = {
        "cm": not middle.isdisjoint(_COMMAS),
        "an": not middle.isdisjoint(_THAT),
        "rel": not middle.isdisjoint(_RELATIVE),
        "q": context.quoted[phrase.first] != context.quoted[k],
    }
    behind = [name + where for name, holds in flags.items() if holds]
    if where == "a" and high - low <= 1:
        behind.append("m" + "_".join(context.stems[low:high]))
    return before, _beside(context, phrase, number, where), behind


def _beside(context: Context, phrase: Phrase, number: int, where: str) -> list[str]:
    """What phrase ``number`` is and stands beside, which is the same for all triggers that it stands ``where`` to."""
    key = _beside, number, where
    if key not in context.once:
        first, last, stems = phrase.first, phrase.last, context.stems
        flags = {
            "co": context.head(number) != number,
            "w": phrase.within is not None,
            "0": first == 0,
            "subj": context.subject == number,
            "other": context.subject not in {None, number},
        }
        context.once[key] = [
            f"t{where}{phrase.type[:3]}",
            f"b{where}{phrase.basis}",
            f"<{where}{stems[first - 1] if first else EDGE}",
            f">{where}{stems[last] if last < len(stems) else EDGE}",
            f"<<{where}{'_'.join(stems[max(0, first - 2) : first])}",
            f">>{where}{'_'.join(stems[last : last + 2])}",
            *_looks(phrase),
            *(name + where for name, holds in flags.items() if holds),
        ]
    found: list[str] = context.once[key]
    return found
