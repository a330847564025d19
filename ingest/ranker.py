"""Scores for source and target of every trigger: sparse logistic regression over named features.

Takes contexts, phrases and their actors, gives ``Candidate`` after ``Candidate``: a trigger with two
phrases and the probability that it relates them. The weights are a readable table (feature, weight)
that ``ingest.fitting`` fits and writes. A trigger's part of the score and each phrase's part in each
role are summed once and shared by all pairs of the trigger.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import exp
from pathlib import Path

from ingest import features, frames
from ingest.context import Context
from ingest.mentions import Phrase
from ingest.paths import Paths
from ingest.triggers import Trigger
from ontology.lexicon import load_lexicon

REACH = 12  # phrases on each side of a trigger


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with the phrases that may be its source and target, by index."""

    context: int
    trigger: Trigger
    source: int
    target: int
    probability: float = 0.0


def pairs(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger
) -> Iterator[tuple[int, int]]:
    """Source and target phrases worth scoring: those around the trigger, and as source the inherited subject.

    In a sentence of some 30 phrases or more, the far ones are left out: pairs would grow with their square.
    """
    near = _near(context, phrases, trigger)
    for target in near:
        for source in near:
            symmetric = trigger.relation == "meets" and source > target
            if actors[source] != actors[target] and not symmetric:
                yield source, target
        inherited = context.inherited
        if inherited is not None and actors[inherited] != actors[target]:
            yield inherited, target


def _near(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> Sequence[int]:
    """The ``REACH`` phrases that begin before the trigger or hold it, and as many behind."""
    behind = bisect_right(context.phrases, trigger.token, key=lambda i: phrases[i].first)
    return context.phrases[max(0, behind - REACH) : behind + REACH]


class Ranker:
    """The fitted weights."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Keep a weight a feature; the bias is the feature "bias"."""
        self._weights = weights

    @classmethod
    def load(cls, path: Path) -> "Ranker":
        """Read a table of tab-separated feature and weight."""
        with path.open(encoding="utf-8") as lines:
            rows = (line.rstrip("\n").rpartition("\t") for line in lines)
            return cls({feature: float(weight) for feature, _, weight in rows})

    def candidates(
        self, contexts: Sequence[Context], phrases: Sequence[Phrase], actors: Sequence[int]
    ) -> Iterator[Candidate]:
        """All candidates of an article in text order; none for an article without triggers or phrases."""
        for context in contexts:
            paths = Paths(context, phrases)
            for trigger in context.triggers:
                yield from self._of_trigger(context, phrases, actors, trigger, paths)

    def _of_trigger(
        self, context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, paths: Paths
    ) -> Iterator[Candidate]:
        alone = self._sum(
            features.of_trigger(context, trigger, read=frames.is_read(context, phrases, trigger))
        ) + self._weights.get("bias", 0.0)
        roles: dict[tuple[int, str], float] = {}
        slots = frames.roles(context, phrases, frames.filled(context, phrases, actors, trigger, load_lexicon()))
        for source, target in pairs(context, phrases, actors, trigger):
            score = alone
            for number, role in ((source, "S"), (target, "T")):
                if (number, role) not in roles:
                    found = features.of_role(context, phrases, trigger, number, role)
                    found += features.of_slot(trigger, slots, number, role)
                    found += features.of_path(trigger, paths.of(trigger.token, number), role)
                    roles[number, role] = self._sum(found)
                score += roles[number, role]
            score += self._sum(features.of_pair(context, phrases, trigger, source, target))
            score += self._sum(features.of_slots(trigger, slots, source, target))
            score += self._sum(features.of_paths(trigger, *(paths.of(trigger.token, i) for i in (source, target))))
            yield Candidate(context.number, trigger, source, target, 1 / (1 + exp(-score)))

    def _sum(self, found: Sequence[str]) -> float:
        return sum(map(self._weights.get, found, repeat(0.0)))
