"""Scores for source and target of every trigger: sparse logistic regression over named features.

Takes contexts, phrases and their actors, gives ``Candidate`` after ``Candidate``: a trigger with two
phrases and the probability that it relates them. The weights are a readable table (feature, weight)
that ``ingest.fitting`` fits and writes. A trigger's part of the score and each phrase's part in each
role are summed once and shared by all pairs of the trigger.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from math import exp
from pathlib import Path

from ingest import features, frames, kinds, words
from ingest.context import Context
from ingest.mentions import Phrase
from ingest.paths import Path as PathTo
from ingest.paths import Paths
from ingest.triggers import Trigger
from ontology.lexicon import load_lexicon

REACH = 12  # phrases on each side of a trigger
_NOTHING = repeat(0.0)


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
    """The fitted weights, in tables by what their features begin with (see ``features.Part``)."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Keep a weight a feature; the bias is the feature "bias"."""
        self._tables: dict[str, dict[str, float]] = {}
        self._ways: dict[str, dict[str, float]] = {}  # of whole ways: by that to the source, then by that to the target
        for feature, weight in weights.items():
            first = _beginning(feature)
            self._tables.setdefault(first, {})[feature[len(first) :]] = weight
            source, both, target = feature.partition("|")
            if both and first.endswith(" P"):
                self._ways.setdefault(source + both, {})[target] = weight
        self.bias = weights.get("bias", 0.0)
        self.of_slot = lru_cache(words.MEMO)(self._summed(features.of_slot))
        self.of_slots = lru_cache(words.MEMO)(self._summed(features.of_slots))
        self.of_ends = lru_cache(words.MEMO)(self._summed(features.of_ends))
        self.of_ways = lru_cache(words.MEMO)(self._summed(features.of_ways))

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
            sentence = _Sentence(self, context, phrases, actors)
            for trigger in context.triggers:
                yield from sentence.candidates(trigger)

    def total(self, parts: Iterable[features.Part]) -> float:
        """The weights of all features of the parts."""
        score, tables = 0.0, self._tables
        for first, endings in parts:
            table = tables.get(first)
            if table is not None:
                score += sum(map(table.get, endings, _NOTHING))
        return score

    def sum(self, found: Iterable[str]) -> float:
        """The weights of whole features, each counted once."""
        parts = ((_beginning(feature), feature) for feature in dict.fromkeys(found))
        return self.total((first, (feature[len(first) :],)) for first, feature in parts)

    def ways(self, beginnings: Iterable[str]) -> list[Mapping[str, float]]:
        """The weights of features with those beginnings, by the way to the target."""
        return [self._ways[first] for first in beginnings if first in self._ways]

    def _summed(self, features_of: Callable[..., list[str]]) -> Callable[..., float]:
        return lambda *given: self.sum(features_of(*given))


@dataclass(frozen=True, slots=True)
class _End:
    """A phrase in a role of a trigger: its part of the score, and what it brings to those of a pair."""

    score: float
    slot: str
    end: features.End
    path: PathTo | None
    ways: Sequence[Mapping[str, float]]


class _Sentence:
    """The candidates of one context, with the sums that its triggers share."""

    def __init__(self, ranker: Ranker, context: Context, phrases: Sequence[Phrase], actors: Sequence[int]) -> None:
        self._ranker, self._context, self._phrases, self._actors = ranker, context, phrases, actors
        self._paths = Paths(context, phrases)
        self._placed: dict[tuple[int, int], list[str]] = {}  # by token and phrase
        self._between: dict[tuple[str, int, int], float] = {}  # by relation, source and target

    def candidates(self, trigger: Trigger) -> Iterator[Candidate]:
        """Those of one trigger."""
        context, phrases, ranker = self._context, self._phrases, self._ranker
        read = kinds.is_read(context, phrases, trigger)
        alone = ranker.bias + ranker.sum(features.of_trigger(context, trigger, read=read))
        filled = frames.filled(context, phrases, self._actors, trigger, load_lexicon())
        slot = features.slot_of(frames.roles(context, phrases, filled))
        sense = features.Sense(trigger.relation, trigger.entry, trigger.kind)
        ends: dict[tuple[int, str], _End] = {}
        for source, target in pairs(context, phrases, self._actors, trigger):
            for number, role in ((source, "S"), (target, "T")):
                if (number, role) not in ends:
                    ends[number, role] = self._end(trigger, sense, number, role, slot(number, role))
            one, other = ends[source, "S"], ends[target, "T"]
            score = alone + one.score + other.score + ranker.of_slots(sense, one.slot, other.slot)
            score += ranker.of_ends(sense, one.end, other.end, features.order(phrases[source], phrases[target]))
            score += self._apart(trigger.relation, source, target)
            if one.path is not None and other.path is not None:
                score += ranker.of_ways(sense, one.path.counted, other.path.counted)
                for table in one.ways:
                    score += table.get(other.path.text, 0.0)
            yield Candidate(context.number, trigger, source, target, 1 / (1 + exp(-score)))

    def _end(self, trigger: Trigger, sense: features.Sense, number: int, role: str, slot: str) -> _End:
        context, phrases, ranker, token = self._context, self._phrases, self._ranker, trigger.token
        if (token, number) not in self._placed:
            self._placed[token, number] = features.placed(context, phrases, token, number)
        path, placed = self._paths.of(token, number), self._placed[token, number]
        score = ranker.total(features.of_role(context, phrases, trigger, number, role, placed))
        score += ranker.total(features.of_path(trigger, path, role)) + ranker.of_slot(sense, slot, role)
        ways = ranker.ways(features.of_whole_ways(sense, path)) if path is not None and role == "S" else ()
        return _End(score, slot, features.end(context, phrases, token, number), path, ways)

    def _apart(self, relation: str, source: int, target: int) -> float:
        """The part of the score that tells what stands between the two phrases."""
        key = relation, source, target
        if key not in self._between:
            parts = features.between(self._context, self._phrases, relation, source, target)
            self._between[key] = self._ranker.total(parts)
        return self._between[key]


def _beginning(feature: str) -> str:
    """A feature up to the first letter behind its first space, or its first letter."""
    return feature[: feature.find(" ") + 2]
