"""What stands between a trigger and a phrase, as a run of classes: verbs, other actors, prepositions, commas.

Takes a context, gives for a trigger and a phrase the ``Path`` between them. A list of names between, a preposition
or none, another verb: that is what decides whose argument a phrase is where no parse is to be had, and a class
is seen often where a word is not. A phrase within another is reached as the outermost one is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.context import Context
from ingest.mentions import Phrase
from ingest.word_classes import word_class

ACTOR = "E"  # a phrase, whole; "pE" with a preposition joined, "&" before it where coordinated
LONGEST = 7  # classes of a path that is told whole


@dataclass(frozen=True, slots=True)
class Path:
    """From a trigger to a phrase on its ``side`` (b before, a after, i around it)."""

    side: str
    classes: tuple[str, ...]
    nested: bool  # the phrase lies within another

    @property
    def text(self) -> str:
        """Side and classes, the middle of a long path left out."""
        run = self.classes
        told = "".join(run) if len(run) <= LONGEST else "".join(run[:3]) + "~" + "".join(run[-3:])
        return f"{self.side}{told}{'w' if self.nested else ''}"

    def count(self, what: str, most: int) -> int:
        """How many classes end in one of the letters ``what``, at most ``most``."""
        return min(most, sum(one[-1] in what for one in self.classes))

    @property
    def verbs(self) -> int:
        """Verbs on the way, at most 2."""
        return self.count("V", 2)

    @property
    def clauses(self) -> int:
        """Words on the way that open a clause, at most 2."""
        return self.count("CRJ", 2)

    @property
    def actors(self) -> int:
        """Phrases on the way, at most 3."""
        return self.count(ACTOR, 3)

    @property
    def commas(self) -> int:
        """Commas and colons on the way, at most 2."""
        return self.count(",", 2)


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
            return Path("b", self._between(top.last, k), nested)
        if top.first > k:
            return Path("a", self._between(k + 1, top.first), nested)
        return Path("i", (), nested)

    def _between(self, low: int, high: int) -> tuple[str, ...]:
        run: list[str] = []
        for one in self._classes[low:high]:
            if one and not (one in {"n", "&n", "b", "&b"} and run and run[-1] == one):
                run.append(one)
        return tuple(run)

    def _actor(self, i: int) -> str:
        joined = "p" if self._phrases[i].clitics[-1:] in {"ب", "ل", "ك"} else ""
        return ("&" if self._context.head(i) != i else "") + joined + ACTOR
