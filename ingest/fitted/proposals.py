"""Proposals: what an article as a whole says for one actor doing something to another.

Takes the candidates of an article, gives one ``Proposal`` a relation and pair of actors, with the
evidence summed up in named numbers; ``ingest.fitted.judge`` turns those into the probability that a careful reader
would have written the relation. Pairs compete: how a pair ranks among those of its trigger and of its actors
counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from ingest.encoder.encoder import Reading
from ingest.encoder.readings import Readings
from ingest.fitted.claimed import Claimed, Key, event_of, key_of
from ingest.fitted.paths import Paths
from ingest.fitted.ranker import Candidate
from ingest.reading import RELATIONS, Relation
from ingest.text.context import Context
from ingest.text.mentions import Phrase

# Probability of the best candidate below which a pair is not proposed, and for one that the grammar does not claim; the
# judge has learnt from none of these. Of 9,301 in the articles from papers, an earlier one gave none more than .16.
LEAST, UNCLAIMED = 0.02, 0.1


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation between two actors (by number) with its candidates, best first, and its numbers."""

    relation: Relation
    source: int
    target: int
    candidates: tuple[Candidate, ...]
    numbers: Mapping[str, float]


def proposals(
    candidates: Iterable[Candidate],
    contexts: Sequence[Context],
    phrases: Sequence[Phrase],
    actors: Sequence[int],
    claimed: Claimed,
    read: Mapping[int, Reading],
) -> list[Proposal]:
    """One proposal a relation and pair, in order of actor numbers; ``meets`` has the smaller first."""
    by_key: dict[Key, list[Candidate]] = defaultdict(list)
    by_trigger: dict[tuple[int, int, str], list[float]] = defaultdict(list)
    for candidate in candidates:
        source, target = actors[candidate.source], actors[candidate.target]
        by_key[key_of(candidate.trigger.relation, source, target)].append(candidate)
        by_trigger[event_of(candidate)].append(candidate.probability)
    for key, candidate in claimed.received.items():  # which the ranker seeks in the word's own sentence alone
        if key not in by_key:
            by_key[key].append(candidate)
            by_trigger[event_of(candidate)].append(candidate.probability)
    best = {key: max(candidate.probability for candidate in found) for key, found in by_key.items()}
    least = {key: 0.0 if key in claimed.express else LEAST if claimed.certainty(key) else UNCLAIMED for key in by_key}
    told = sorted(key for key in by_key if best[key] >= least[key])
    for key in told:
        by_key[key].sort(key=lambda c: (-c.probability, c.context, c.trigger.token, c.source, c.target))
    article, readings = _Article(contexts, phrases, actors, by_trigger, best), Readings(read, actors)
    rows = ((key, by_key[key]) for key in told)
    return [
        Proposal(
            *key,
            tuple(found),
            {**article.numbers(key, found), **claimed.numbers(key, found), **readings.numbers(key, found[0])},
        )
        for key, found in rows
    ]


class _Article:
    """What the numbers of a proposal look up."""

    def __init__(
        self,
        contexts: Sequence[Context],
        phrases: Sequence[Phrase],
        actors: Sequence[int],
        by_trigger: Mapping[tuple[int, int, str], list[float]],
        best: Mapping[Key, float],
    ) -> None:
        self._contexts, self._phrases, self._best = contexts, phrases, best
        self._events = {event: sorted(found, reverse=True) for event, found in by_trigger.items()}
        self._of: dict[int, list[Phrase]] = defaultdict(list)
        for phrase, actor in zip(phrases, actors, strict=True):
            self._of[actor].append(phrase)
        self._rivals: dict[tuple[str, str, int], list[float]] = defaultdict(list)
        for (relation, source, target), probability in best.items():
            self._rivals[relation, "source", source].append(probability)
            self._rivals[relation, "target", target].append(probability)
        for rivals in self._rivals.values():
            rivals.sort(reverse=True)

    def numbers(self, key: Key, found: Sequence[Candidate]) -> dict[str, float]:
        """The named numbers of one proposal."""
        relation, source, target = key
        top, likely = found[0], [c.probability for c in found[:3]] + [0.0, 0.0]
        event = self._events[event_of(top)]
        row = {
            "best": top.probability,
            f"best {relation}": top.probability,
            "second": likely[1],
            "third": likely[2],
            "candidates": len(found),
            "sum": sum(c.probability for c in found),
            "sentences": len({c.context for c in found if c.probability > 0.15}),
            "event rank": event.index(top.probability),
            "event share": top.probability / event[0],
            "event sum": sum(event),
            f"relation {relation}": 1.0,
            "inherited": float(self._phrases[top.source].sentence != top.context),
            "sentence": top.context,
            "length": len(self._contexts),
            **self._competition(key),
            **self._actor("source", source),
            **self._actor("target", target),
            **self._ends(top),
            **self._place(top, found),
            **self._ways(top),
        }
        return cast(dict[str, float], row)

    def _competition(self, key: Key) -> dict[str, float]:
        relation, source, target = key
        mine = self._best[key]
        of_source, of_target = self._rivals[relation, "source", source], self._rivals[relation, "target", target]
        others = [
            max(self._best.get((other, source, target), 0.0), self._best.get((other, target, source), 0.0))
            for other in RELATIONS
            if other != relation
        ]
        back = self._best.get((relation, target, source), 0.0) if relation != "meets" else 0.0
        return {
            "source best": of_source[0],
            "source rank": of_source.index(mine),
            "target best": of_target[0],
            "target rank": of_target.index(mine),
            "reverse": back,
            "reverse lead": back - mine,
            "other relation": max(others),
        }

    def _actor(self, role: str, actor: int) -> dict[str, float]:
        found = self._of[actor]
        return {
            f"{role} mentions": len(found),
            f"{role} first": min(p.sentence for p in found),
            f"{role} longest": max(p.length for p in found),
            f"{role} nested": sum(p.within is not None for p in found) / len(found),
            f"{role} type {found[0].type}": 1.0,
        }

    def _ends(self, top: Candidate) -> dict[str, float]:
        source, target = self._phrases[top.source], self._phrases[top.target]
        context = self._contexts[top.context]
        return {
            "source within": float(source.within is not None),
            "target within": float(target.within is not None),
            "one in other": float(source.within == top.target) - float(target.within == top.source),
            "source length": source.length,
            "target length": target.length,
            "apart": target.first - source.first if source.sentence == target.sentence else 99,
            f"by {context.prepositions.get(context.head(top.target), '')}": 1.0,
        }

    def _place(self, top: Candidate, found: Sequence[Candidate]) -> dict[str, float]:
        """The trigger and its sentence."""
        context, trigger = self._contexts[top.context], top.trigger
        return {
            f"kind {trigger.kind}": 1.0,
            "pronoun": float(bool(trigger.pronoun)),
            "quoted": float(context.quoted[trigger.token]),
            "trigger at": trigger.token,
            "tokens": len(context.tokens),
            "phrases": len(context.outer),
            "triggers": len({t.token for t in context.triggers}),
            "triggers alike": len({t.token for t in context.triggers if t.relation == trigger.relation}),
            "article part": top.context / len(self._contexts),
            "event candidates": sum((c.context, c.trigger.token) == (top.context, trigger.token) for c in found),
            "entries": len({c.trigger.entry for c in found}),
        }

    def _ways(self, top: Candidate) -> dict[str, float]:
        """What stands between the trigger and each end."""
        context, row = self._contexts[top.context], {}
        paths = Paths.within(context, self._phrases)
        for role, number in (("source", top.source), ("target", top.target)):
            row[f"{role} listed"] = float(context.head(number) != number)
            row[f"{role} governed"] = float(bool(context.prepositions.get(context.head(number))))
            row[f"{role} {self._phrases[number].basis}"] = 1.0
            path = paths.of(top.trigger.token, number)
            if path is not None:
                row[f"{role} side {path.side}"] = 1.0
                row[f"{role} verbs"], row[f"{role} clauses"] = path.verbs, path.clauses
                row[f"{role} actors"], row[f"{role} commas"] = path.actors, path.commas
                row[f"{role} way"] = len(path.classes)
        return row
