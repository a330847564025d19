"""What stands between a trigger and a phrase, as a run of classes: verbs, other actors, prepositions, commas.

Takes a context, gives for a trigger and a phrase the ``Path`` between them. A list of names between, a preposition
or none, another verb: that is what decides whose argument a phrase is where no parse is to be had, and a class
is seen often where a word is not. A phrase within another is reached as the outermost one is.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.word_classes import word_class

ACTOR = "E"  # a phrase, whole; "pE" with a preposition joined, "&" before it where coordinated
LONGEST = 7  # classes of a path that is told whole
MEMO = 1 << 13  # paths kept


class Endings(NamedTuple):
    """What features of a way end with; see ``features.of_path``."""

    bare: tuple[str, ...]
    of_relation: tuple[str, ...]
    of_kind: tuple[str, ...]
    whole: tuple[str]
    opening: tuple[str]


class Path:
    """From a trigger to a phrase on its ``side`` (b before, a after, i around it), in ``classes``.

    ``text``: side and classes, the middle of a long path left out; ``verbs``, ``clauses`` (words that open one) and
    ``commas`` on the way, at most 2 of each; ``actors``: phrases on the way, at most 3; ``counted``: side with verbs
    and clauses, side with phrases; ``endings``: what features of it end with.
    """

    __slots__ = ("actors", "classes", "clauses", "commas", "counted", "endings", "side", "text", "verbs")

    def __init__(self, side: str, classes: tuple[str, ...], *, nested: bool) -> None:
        """``nested``: whether the phrase lies within another."""
        self.side, self.classes, mark = side, classes, "w" if nested else ""
        last = "".join([one[-1] for one in classes])
        self.verbs = verbs = min(2, last.count("V"))
        self.clauses = clauses = min(2, sum(map(last.count, "CRJ")))
        self.actors = actors = min(3, last.count(ACTOR))
        self.commas = min(2, last.count(","))
        run = "".join(classes) if len(classes) <= LONGEST else "".join(classes[:3]) + "~" + "".join(classes[-3:])
        self.text = f"{side}{run}{mark}"
        self.counted = f"{side}{mark}{verbs}{clauses}", f"{side}{mark}{actors}"
        whole, end = f"P{self.text}", f"9{side}{''.join(classes[-2:])}"
        self.endings = Endings(
            bare=(whole, f"V{side}{verbs}"),
            of_relation=(whole, f"V{side}{verbs}{clauses}", end),
            of_kind=(
                whole,
                f"V{side}{verbs}{actors}",
                f"W{side}{verbs}{clauses}{self.commas}",
                f"U{side}{actors}{clauses}{verbs}{mark}",
                end,
            ),
            whole=(whole,),
            opening=(f"1{side}{''.join(classes[:2])}",),
        )


@lru_cache(MEMO)
def _path(side: str, classes: tuple[str, ...], *, nested: bool) -> Path:
    """Each path once: short ones come again and again, and sums over their features are kept by path."""
    return Path(side, classes, nested=nested)


class Paths:
    """The paths of one context, each made once."""

    def __init__(self, context: Context, phrases: Sequence[Phrase]) -> None:
        """Give every token its class, and those of an outer phrase the phrase's."""
        self._context, self._phrases = context, phrases
        self._classes = [word_class(token.form, token.surface) for token in context.tokens]
        self._outer = [phrases[i] for i in context.outer]
        for i in context.outer:
            self._classes[phrases[i].first : phrases[i].last] = [""] * phrases[i].length
            self._classes[phrases[i].first] = self._actor(i)
        self._memo: dict[tuple[int, int], Path | None] = {}

    @classmethod
    def within(cls, context: Context, phrases: Sequence[Phrase]) -> "Paths":
        """The paths of ``context``, worked out once a sentence."""
        if cls not in context.once:
            context.once[cls] = cls(context, phrases)
        found: Paths = context.once[cls]
        return found

    def of(self, token: int, phrase: int) -> Path | None:
        """From the trigger at ``token`` to ``phrase``; None where it stands in another sentence."""
        key = token, phrase
        if key not in self._memo:
            self._memo[key] = self._path(token, phrase)
        return self._memo[key]

    def _path(self, k: int, number: int) -> Path | None:
        found = self._phrases[number]
        if found.sentence != self._context.number:
            return None
        nested = found.within is not None
        top = next((p for p in self._outer if p.first <= found.first and found.last <= p.last), found)
        if top.last <= k:
            return _path("b", self._between(top.last, k), nested=nested)
        if top.first > k:
            return _path("a", self._between(k + 1, top.first), nested=nested)
        return _path("i", (), nested=nested)

    def _between(self, low: int, high: int) -> tuple[str, ...]:
        run: list[str] = []
        for one in self._classes[low:high]:
            if one and not (one in {"n", "&n", "b", "&b"} and run and run[-1] == one):
                run.append(one)
        return tuple(run)

    def _actor(self, i: int) -> str:
        joined = "p" if self._phrases[i].clitics[-1:] in {"ب", "ل", "ك"} else ""
        return ("&" if self._context.head(i) != i else "") + joined + ACTOR
