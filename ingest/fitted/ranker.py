"""Scores for source and target of every trigger: sparse logistic regression over named features.

Takes contexts, phrases and their actors, gives ``Candidate`` after ``Candidate``: a trigger with two
phrases and the probability that it relates them. The weights are a readable table (feature, weight)
that ``ingest.fitted.fitting`` fits and writes. A trigger's part of the score and each phrase's part in each
role are summed once and shared by all pairs of the trigger.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from math import exp
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ingest.acts import frames, kinds
from ingest.fitted import features, placing
from ingest.fitted.paths import MEMO, Paths
from ingest.fitted.paths import Path as PathTo
from ingest.fitted.weights import Vector, Weights
from ingest.reading import RELATIONS
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import KINDS, Trigger
from ontology.lexicon import load_lexicon

REACH = 12  # phrases on each side of a trigger
# What trigger and phrases bring each by itself, below which the two phrases are not looked at together, as with more
# than half of the candidates: of 11,862 with a probability above .1, below which nothing comes of one (``proposals``),
# none is below this. The judge looks at the sum of a pair's candidates too, which hardly changes.
HOPELESS = -5.9
_NOTHING = repeat(0.0)
# Beginnings that the features of many triggers share are the columns of one table; by ``features.beginnings`` each is
# the first, second or third of a role.
_PLACES = [0, *(1 for _ in RELATIONS), *(2 for _ in KINDS)] * 2
_SHARED = [f"{before}{role}" for role in "ST" for before in ("", *(f"{told} " for told in (*RELATIONS, *KINDS)))]
_COLUMNS = {first: column for column, first in enumerate(_SHARED)}
_OF_ONE = ("=", *(f"X{kind}" for kind in KINDS))  # features that begin so, yet hang on the trigger: slots, inheritance


class Candidate(NamedTuple):
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
        shared: list[tuple[str, int, float]] = []
        for feature, weight in weights.items():
            first = _beginning(feature)
            last = feature[len(first) :]
            if first in _COLUMNS and not last.startswith(_OF_ONE):
                shared.append((last, _COLUMNS[first], weight))
            else:
                self._tables.setdefault(first, {})[last] = weight
            source, both, target = feature.partition("|")
            if both and first.endswith(" P"):
                self._ways.setdefault(source + both, {})[target] = weight
        self.bias = weights.get("bias", 0.0)
        self.shared = Weights(shared, len(_COLUMNS), np.float64)
        self.of_slot = lru_cache(words.MEMO)(self._summed(features.of_slot))
        self.of_slots = lru_cache(words.MEMO)(self._summed(features.of_slots))
        self.of_ends = lru_cache(words.MEMO)(self._summed(features.of_ends))
        self.of_entrys_ends = lru_cache(words.MEMO)(self._summed(features.of_entrys_ends))
        self.of_ways = lru_cache(words.MEMO)(self._summed(features.of_ways))
        self.of_entrys_ways = lru_cache(words.MEMO)(self._summed(features.of_entrys_ways))
        self.of_path = lru_cache(MEMO)(self._of_path)
        self.of_whole_ways = lru_cache(words.MEMO)(self._of_whole_ways)

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
        """The weights of all features of the parts, none of which begins as those of ``shared``."""
        score, tables = 0.0, self._tables
        for first, endings in parts:
            table = tables.get(first)
            if table is not None:
                score += sum(map(table.get, endings, _NOTHING))
        return score

    def sum(self, found: Iterable[str]) -> float:
        """The weights of whole features, each counted once."""
        score, tables = 0.0, self._tables
        for feature in dict.fromkeys(found):
            first = _beginning(feature)
            table = tables.get(first)
            if table is not None:
                score += table.get(feature[len(first) :], 0.0)
        return score

    def _summed(self, features_of: Callable[..., list[str]]) -> Callable[..., float]:
        return lambda *given: self.sum(features_of(*given))

    def _of_path(self, path: PathTo) -> Vector:
        """A row of sums as of ``shared``: of the features of a way that many triggers share."""
        sums = self.shared.sums((path.endings.bare, path.endings.of_relation, path.endings.of_kind))
        found: Vector = sums[_PLACES, range(len(_COLUMNS))]
        return found

    def _of_whole_ways(self, relation: str, kind: str, source: PathTo) -> tuple[Mapping[str, float], ...]:
        """The weights of features of both whole ways, by the way to the target."""
        beginnings = features.of_whole_ways(relation, kind, source)
        return tuple(self._ways[first] for first in beginnings if first in self._ways)


class _Word(NamedTuple):
    """The phrases around a word that may be its source or target, and what each is to it whatever the trigger."""

    numbers: Sequence[int]
    tells: Sequence[list[str]]  # features that are told for the entry too
    paths: Sequence[PathTo | None]
    ends: Sequence[placing.End]
    sums: Vector  # a row a phrase, with the columns of ``Ranker.shared``


class _End(NamedTuple):
    """A phrase in a role of a trigger: its part of the score, and what it brings to those of a pair."""

    score: float
    slot: str
    path: PathTo | None
    end: placing.End


class _Sentence:
    """The candidates of one context, with the sums that its triggers share."""

    def __init__(self, ranker: Ranker, context: Context, phrases: Sequence[Phrase], actors: Sequence[int]) -> None:
        self._ranker, self._context, self._phrases, self._actors = ranker, context, phrases, actors
        self._paths = Paths.within(context, phrases)
        self._words: dict[int, _Word] = {}
        self._shared: dict[int, tuple[list[int], list[str]]] = {}
        self._between: dict[tuple[str, int, int], float] = {}  # by relation, source and target
        self._parts: dict[tuple[int, int], list[features.Part]] = {}  # by source and target

    def candidates(self, trigger: Trigger) -> Iterator[Candidate]:
        """Those of one trigger."""
        context, phrases, ranker = self._context, self._phrases, self._ranker
        read = kinds.is_read(context, phrases, trigger)
        alone = ranker.bias + ranker.sum(features.of_trigger(context, trigger, read=read))
        filled = frames.filled(context, phrases, self._actors, trigger, load_lexicon())
        slot = features.slot_of(frames.roles(context, phrases, filled))
        sense = relation, entry, kind = features.Sense(trigger.relation, trigger.entry, trigger.kind)
        sources, targets = (self._ends(trigger, sense, slot, role) for role in "ST")
        for source, target in pairs(context, phrases, self._actors, trigger):
            one, other = sources[source], targets[target]
            score = alone + one.score + other.score
            if score > HOPELESS:
                comes = placing.order(phrases[source], phrases[target])
                score += ranker.of_slots(sense, one.slot, other.slot) + self._apart(relation, source, target)
                score += ranker.of_ends(relation, kind, one.end, other.end, comes)
                score += ranker.of_entrys_ends(entry, kind, one.end.side, other.end.side, comes, other.end.by)
                if one.path is not None and other.path is not None:
                    way, to = one.path.counted, other.path.counted
                    score += ranker.of_ways(relation, kind, way, to)
                    score += ranker.of_entrys_ways(entry, kind, way[1], to[1])
                    for table in ranker.of_whole_ways(relation, kind, one.path):
                        score += table.get(other.path.text, 0.0)
            yield Candidate(context.number, trigger, source, target, 1 / (1 + exp(-score)))

    def _word(self, trigger: Trigger) -> _Word:
        """The word that the trigger stands at."""
        context, phrases, token = self._context, self._phrases, trigger.token
        if token not in self._words:
            inherited = [] if context.inherited is None else [context.inherited]
            numbers = [*_near(context, phrases, trigger), *inherited]
            placed = [placing.parts(context, phrases, token, number) for number in numbers]
            paths = [self._paths.of(token, number) for number in numbers]
            rows = self._ranker.shared.known
            sums = self._ranker.shared.added([*rows(a), *self._beside(b)[0], *rows(c)] for a, b, c in placed)
            for row, path in enumerate(paths):
                if path is not None:
                    sums[row] += self._ranker.of_path(path)
            ends = [placing.end(context, phrases, token, number) for number in numbers]
            telling = [[*features.telling(a), *self._beside(b)[1], *features.telling(c)] for a, b, c in placed]
            self._words[token] = _Word(numbers, telling, paths, ends, sums)
        return self._words[token]

    def _beside(self, shared: list[str]) -> tuple[list[int], list[str]]:
        """The rows of features that are one list for many triggers, and those that are told for the entry too."""
        key = id(shared)  # kept as long as the context is
        if key not in self._shared:
            self._shared[key] = self._ranker.shared.known(shared), features.telling(shared)
        return self._shared[key]

    def _ends(
        self, trigger: Trigger, sense: features.Sense, slot: Callable[[int, str], str], role: str
    ) -> dict[int, _End]:
        """The phrases around a trigger in a role."""
        ranker, word = self._ranker, self._word(trigger)
        columns = [_COLUMNS[first] for first in features.beginnings(sense, role)]
        shared, entry, pronoun = (
            word.sums[:, columns].sum(axis=1).tolist(),
            f"{sense.entry} {role}",
            bool(trigger.pronoun),
        )
        inherited = features.of_inherited(self._context, self._phrases, trigger, role)
        found = {}
        for number, tells, path, end, score in zip(
            word.numbers, word.tells, word.paths, word.ends, shared, strict=True
        ):
            fills = slot(number, role)
            alone = ranker.total([(entry, tells)]) + ranker.of_slot(sense, fills, role)
            alone += ranker.total(inherited if path is None else features.of_path_alone(sense, pronoun, path, role))
            found[number] = _End(score + alone, fills, path, end)
        return found

    def _apart(self, relation: str, source: int, target: int) -> float:
        """The part of the score that tells what stands between the two phrases."""
        key = relation, source, target
        if key not in self._between:
            parts = self._parts.get((source, target))
            if parts is None:
                parts = features.apart(self._context, self._phrases, source, target)
                self._parts[source, target] = parts
            self._between[key] = self._ranker.total((f"{relation} {first}", endings) for first, endings in parts)
        return self._between[key]


def _beginning(feature: str) -> str:
    """A feature up to the first letter behind its first space, or its first letter."""
    return feature[: feature.find(" ") + 2]
