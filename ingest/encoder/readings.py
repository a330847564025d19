"""What the encoder reads in an article for one actor doing something to another, in numbers for the judge.

Takes the readings of all sentences and the actor of every phrase; gives for a relation and pair of actors the best
and second-best log-odds of all pairs of their phrases, those of the pair turned round and of other relations, those
where the ranker's best candidate stands, and how far better ones of the same source and target are.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp

from ingest.encoder.encoder import Reading
from ingest.fitted.claimed import Key
from ingest.fitted.ranker import Candidate
from ingest.reading import RELATIONS, Relation

NEVER = -12.0  # log-odds where no sentence has both


class Readings:
    """All log-odds of an article, by relation, source and target actor, the best first."""

    def __init__(self, read: Mapping[int, Reading], actors: Sequence[int]) -> None:
        """Sort the log-odds of pairs of phrases by their actors; one actor with itself is left out."""
        self._read = read
        self._found: dict[Key, list[float]] = defaultdict(list)
        for reading in read.values():
            ends = [actors[i] for i in reading.phrases]
            for source, row in zip(ends, reading.odds.tolist(), strict=True):
                for target, odds in zip(ends, row, strict=True):
                    if source != target:
                        for relation, one in zip(RELATIONS, odds, strict=True):
                            self._found[relation, source, target].append(one)
        self._best_of: dict[tuple[str, str, int], float] = defaultdict(lambda: NEVER)
        for (relation, source, target), found in self._found.items():
            found.sort(reverse=True)
            for end in ((relation, "source", source), (relation, "target", target)):
                self._best_of[end] = max(self._best_of[end], found[0])

    def numbers(self, key: Key, shown: Candidate) -> dict[str, float]:
        """The named numbers of a relation between two actors, whose best candidate is ``shown``."""
        relation, source, target = key
        straight, turned = self._found.get(key, []), self._found.get((relation, target, source), [])
        best = sorted([*straight, *turned], reverse=True) if relation == "meets" else straight
        others = [
            self._best(other, *pair)
            for other in RELATIONS
            if other != relation
            for pair in ((source, target), (target, source))
        ]
        first = best[0] if best else NEVER
        return {
            "read best": first,
            "read second": best[1] if len(best) > 1 else NEVER,
            "read sum": sum(map(_probability, best)),
            "read reverse": NEVER if relation == "meets" else self._best(relation, target, source),
            "read other": max(others),
            "read here": self._here(shown),
            "read source lead": _probability(first) - _probability(self._best_of[relation, "source", source]),
            "read target lead": _probability(first) - _probability(self._best_of[relation, "target", target]),
        }

    def _best(self, relation: Relation, source: int, target: int) -> float:
        found = self._found.get((relation, source, target))
        return found[0] if found else NEVER

    def _here(self, shown: Candidate) -> float:
        """The log-odds of the two phrases of a candidate, either way round for a meeting."""
        reading = self._read.get(shown.context)
        if reading is None or not {shown.source, shown.target} <= set(reading.phrases):
            return NEVER
        one, other = reading.phrases.index(shown.source), reading.phrases.index(shown.target)
        relation = RELATIONS.index(shown.trigger.relation)
        odds = float(reading.odds[one, other, relation])
        turned = float(reading.odds[other, one, relation]) if shown.trigger.relation == "meets" else odds
        return max(odds, turned)


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-odds))
