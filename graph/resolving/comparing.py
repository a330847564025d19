"""Unknown actors compared within blocks: who surely is one with whom, who leads whom, who is in doubt.

Takes the actors of a corpus with their facts, gives links between those that are not known for sure. Only actors
that share a key are compared. In a block of more than ``BLOCK`` the first by id lead: they are compared among
themselves, each other one only with them. In the block of a last word only a name that is no more than this is
compared, and in a large one none. A short name that fits two full ones is linked to neither, nor is a name that two
bear whom their states tell apart.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from graph.resolving.known_match import candidates, open_keys
from graph.resolving.name_similarity import NONE, Match, apart, compare
from graph.resolving.profiles import RECENT, Facts, Profile, profile
from graph.resolving.verdicts import Verdicts

BLOCK = 20  # actors of one key that are compared each with each


class Actors(Protocol):
    """The unknown actors of a corpus."""

    verdicts: Verdicts

    def facts(self, actor: str) -> Facts:
        """What is known of the actor."""

    def block(self, key: str) -> list[str]:
        """The actors with that key, sorted."""

    def occurs(self, actor: str) -> bool:
        """Whether some article names the actor."""

    def all(self) -> Iterable[str]:
        """All actors of whom there are facts."""


class Comparing:
    """Comparisons of the actors of a corpus, each made once."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors
        self._matches: dict[tuple[str, str], Match] = {}
        self._links: dict[str, dict[str, Match]] = {}
        self._unclear: dict[str, bool] = {}
        self._shared: dict[str, bool] = {}
        self._short: dict[str, bool] = {}

    def match(self, one: str, other: str) -> Match:
        """How far two unknown actors are one."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._matches:
            facts = self.actors.facts(pair[0]), self.actors.facts(pair[1])
            self._matches[pair] = _compared(*facts) if all(facts) else NONE
        return self._matches[pair]

    def neighbours(self, actor: str) -> set[str]:
        """The actors that share a key with it: in the block of a last word only where one name is but that."""
        found: set[str] = set()
        short = self._is_short(actor)
        for key in open_keys(self.actors.facts(actor)):
            members = self.actors.block(key)
            by_last = key.startswith("last ")
            if by_last and len(members) <= BLOCK:
                found |= {member for member in members if short or self._is_short(member)}
            elif not by_last and actor in members[:BLOCK]:
                found |= set(members[:BLOCK])
        return found - {actor}

    def concerned(self, actor: str, key: str) -> list[str]:
        """Whom it may count for that ``actor`` comes to the block of ``key``, goes from it or is another in it."""
        members = self.actors.block(key)
        if not key.startswith("last "):
            return members if len(members) <= BLOCK or actor in members[:BLOCK] else []
        if len(members) > BLOCK:
            return []
        return members if self._is_short(actor) else [member for member in members if self._is_short(member)]

    def leader(self, actor: str) -> tuple[str, Match] | None:
        """The leader of a large block that it surely is one with; None where it leads itself or there is none."""
        found = []
        for key in sorted(open_keys(self.actors.facts(actor))):
            members = self.actors.block(key)
            if not key.startswith("last ") and actor not in members[:BLOCK]:
                found += [(self.match(actor, other), other) for other in members[:BLOCK]]
        sure = [(-match.score, other, match) for match, other in found if match.sure and not match.partial]
        if not sure or (not self._profile(actor).states and self._are_apart([other for _, other, _ in sure])):
            return None
        return min(sure)[1], min(sure)[2]

    def links(self, actor: str) -> dict[str, Match]:
        """The unknown actors that it surely is one with."""
        if actor not in self._links:
            self._links[actor] = {
                other: match
                for other in self.neighbours(actor)
                if (match := self.match(actor, other)).sure
                and not (match.partial and self._is_unclear(self._shorter(actor, other)))
                and not (not match.partial and any(map(self._is_shared, (actor, other))))
            }
        return self._links[actor]

    def _is_shared(self, plain: str) -> bool:
        """Whether a name whose state nobody tells is that of two who are apart."""
        if plain not in self._shared:
            whole = (other for other in self.neighbours(plain) if not self.match(plain, other).partial)
            bearers = [other for other in whole if self.match(plain, other).sure]
            self._shared[plain] = not self._profile(plain).states and self._are_apart(bearers)
        return self._shared[plain]

    def _are_apart(self, actors: Sequence[str]) -> bool:
        """Whether two of them are apart by their states or offices."""
        told = [self._profile(actor) for actor in actors]
        return any(apart(one, other) for i, one in enumerate(told) for other in told[:i])

    def _profile(self, actor: str) -> Profile:
        return profile(self.actors.facts(actor))

    def _shorter(self, one: str, other: str) -> str:
        return min(one, other, key=lambda actor: (length(self.actors.facts(actor)), actor))

    def _is_unclear(self, short: str) -> bool:
        """Whether a name that is a part of others fits two that are not one, or also a known actor."""
        if short not in self._unclear:
            fitting = [
                other
                for other in self.neighbours(short)
                if self.match(short, other).sure and self.match(short, other).partial
            ]
            self._unclear[short] = bool(candidates(self.actors.facts(short))) or any(
                not self.match(a, b).sure for i, a in enumerate(fitting) for b in fitting[:i]
            )
        return self._unclear[short]

    def _is_short(self, actor: str) -> bool:
        if actor not in self._short:
            known = self._profile(actor).names()
            self._short[actor] = any(len(name.words) == 1 or len(name.words[0]) == 1 for name in known if name.words)
        return self._short[actor]


@lru_cache(2 * RECENT)
def _compared(one: Facts, other: Facts) -> Match:
    """Kept in mind: most pairs of a block are compared before and after a change, and by every change of it."""
    return compare(profile(one), profile(other))


def length(facts: Facts) -> int:
    """The words of the fullest name; 0 where there is none."""
    return max((len(name.words) for name in profile(facts).names()), default=0)
