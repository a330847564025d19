"""How well predictions agree with gold annotations: precision, recall and F1, by relation.

Takes pairs of documents in the shape of ``shabaka extract``, gives one ``Outcome`` an article and
``Figures`` over many. A predicted relation is right where a gold one of the same kind joins the same actors
(``meets`` either way round); each gold relation is matched once, one with the same status first. Negated
relations count in neither direction, so that a denied one predicted as asserted is a false alarm; what the
annotators marked as optional is neither demanded nor an error.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ingest.fitted.matching import Words, name_words, same_actor

Relation = Mapping[str, Any]
Document = Mapping[str, Any]
RESAMPLES = 1000  # of the bootstrap (Efron and Tibshirani 1993, ch. 13)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article: what was matched (gold with prediction), missed and wrong, and how its actors fared."""

    matched: tuple[tuple[Relation, Relation], ...] = ()
    missed: tuple[Relation, ...] = ()
    wrong: tuple[Relation, ...] = ()
    attributed: int = 0  # of the matched, those with the right speaker or rightly none
    ends: int = 0  # actors that take part in a gold relation
    found: int = 0  # of those, the ones that were predicted
    predicted: int = 0  # actors predicted
    known: int = 0  # of those, the ones that the gold lists
    confidences: tuple[tuple[float, bool], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Figures:
    """Ratios between 0 and 1; 0 where there is nothing to divide by. The interval is that of F1."""

    gold: int
    predicted: int
    precision: float
    recall: float
    f1: float
    status: float
    attribution: float
    actor_recall: float
    actor_precision: float
    interval: tuple[float, float] = (0.0, 0.0)


class ActorNames:
    """The names of a document's actors, taken apart once."""

    def __init__(self, document: Document) -> None:
        self._aliases = {
            a["name"]: [name_words(n) for n in (a["name"], *a.get("mentions", []))] for a in document["actors"]
        }

    def aliases(self, name: str) -> list[Words]:
        """The words of each name of the actor ``name``."""
        return self._aliases.get(name) or [name_words(name)]

    def stands_for(self, gold_name: str, names: Iterable[str | None]) -> bool:
        """Whether one of ``names`` can stand for the actor ``gold_name``."""
        told = [name_words(name) for name in names if name]
        return any(same_actor(one, alias) for one in told for alias in self.aliases(gold_name))


def compare(gold: Document, predicted: Document, relation: str | None = None) -> Outcome:
    """One article's outcome, for one relation or (None) all."""
    names = ActorNames(gold)
    wanted = [r for r in _distinct(gold["relations"], relation) if _claimed(r)]
    free = [r for r in wanted if not r.get("optional")]
    demanded = list(free)
    matched: list[tuple[Relation, Relation]] = []
    wrong: list[Relation] = []
    for claim in filter(_claimed, _distinct(predicted["relations"], relation)):
        fitting = [r for r in free if joins(names, r, claim)]
        if fitting:
            best = min(fitting, key=lambda r: r.get("status") != claim.get("status"))
            free.remove(best)
            matched.append((best, claim))
        elif not any(joins(names, r, claim) for r in wanted if r.get("optional")):
            wrong.append(claim)
    attributed = sum(same_speaker(names, right, claim) for right, claim in matched)
    confidences = tuple(
        [(c["confidence"], True) for _, c in matched if "confidence" in c]
        + [(c["confidence"], False) for c in wrong if "confidence" in c]
    )
    actors = _actors(names, gold, predicted, demanded)
    return Outcome(tuple(matched), tuple(free), tuple(wrong), attributed, *actors, confidences)


def joins(names: ActorNames, right: Relation, claim: Relation) -> bool:
    """Whether ``claim`` states the gold relation ``right``."""
    if right["relation"] != claim["relation"]:
        return False
    ends = [(claim[end], claim.get(f"{end}_mention")) for end in ("source", "target")]
    straight = names.stands_for(right["source"], ends[0]) and names.stands_for(right["target"], ends[1])
    if straight or right["relation"] != "meets":
        return straight
    return names.stands_for(right["target"], ends[0]) and names.stands_for(right["source"], ends[1])


def summed(outcomes: Sequence[Outcome], *, resamples: int = 0) -> Figures:
    """Figures over articles; with ``resamples``, the 95 % interval of F1 by drawing articles anew."""
    right, missed, wrong = (
        sum(len(part) for part in parts)
        for parts in ([o.matched for o in outcomes], [o.missed for o in outcomes], [o.wrong for o in outcomes])
    )
    same_status = sum(g.get("status") == c.get("status") for o in outcomes for g, c in o.matched)
    precision, recall = _ratio(right, right + wrong), _ratio(right, right + missed)
    return Figures(
        right + missed,
        right + wrong,
        precision,
        recall,
        _ratio(2 * right, 2 * right + missed + wrong),
        _ratio(same_status, right),
        _ratio(sum(o.attributed for o in outcomes), right),
        _ratio(sum(o.found for o in outcomes), sum(o.ends for o in outcomes)),
        _ratio(sum(o.known for o in outcomes), sum(o.predicted for o in outcomes)),
        _interval(outcomes, resamples) if resamples and outcomes else (0.0, 0.0),
    )


def calibration(outcomes: Iterable[Outcome]) -> tuple[float, list[tuple[int, float, float]]]:
    """Expected calibration error, and by tenths of confidence: how many, mean confidence, share right.

    Guo et al. (2017), On Calibration of Modern Neural Networks; no prediction gives an error of 0.
    """
    told = [pair for outcome in outcomes for pair in outcome.confidences]
    tenths: list[tuple[int, float, float]] = []
    for low in range(10):
        here = [(c, right) for c, right in told if min(int(c * 10), 9) == low]
        mean = _ratio(sum(c for c, _ in here), len(here))
        tenths.append((len(here), mean, _ratio(sum(right for _, right in here), len(here))))
    error = sum(n * abs(mean - share) for n, mean, share in tenths)
    return _ratio(error, len(told)), tenths


def _actors(
    names: ActorNames, gold: Document, predicted: Document, demanded: Sequence[Relation]
) -> tuple[int, int, int, int]:
    """How many ends there are and were found; how many actors were predicted and are in the gold."""
    ends = sorted({r[end] for r in demanded for end in ("source", "target")})
    told = [name_words(n) for a in predicted["actors"] for n in (a["name"], *a.get("mentions", []))]
    found = sum(any(same_actor(one, alias) for one in told for alias in names.aliases(end)) for end in ends)
    listed = [alias for a in gold["actors"] for alias in names.aliases(a["name"])]
    heads = [name_words(a["name"]) for a in predicted["actors"]]
    return len(ends), found, len(heads), sum(any(same_actor(h, alias) for alias in listed) for h in heads)


def same_speaker(names: ActorNames, right: Relation, claim: Relation) -> bool:
    """Whether ``claim`` has the speaker of ``right``, or both have none."""
    speaker, told = right.get("attributed_to"), claim.get("attributed_to")
    return not told if speaker is None else names.stands_for(speaker, (told,))


def _claimed(relation: Relation) -> bool:
    return bool(relation.get("status", "asserted") != "negated")


def _distinct(relations: Iterable[Relation], wanted: str | None) -> Iterator[Relation]:
    seen = set()
    for relation in relations:
        ends = (relation["source"], relation["target"])
        key = (relation["relation"], frozenset(ends) if relation["relation"] == "meets" else ends)
        full = (*key, relation.get("status", "asserted"))
        if wanted in {None, relation["relation"]} and full not in seen:
            seen.add(full)
            yield relation


def _interval(outcomes: Sequence[Outcome], resamples: int) -> tuple[float, float]:
    counts = [(len(o.matched), len(o.missed) + len(o.wrong)) for o in outcomes]
    chance = random.Random(0)  # noqa: S311 - the same draws every time
    drawn = []
    for _ in range(resamples):
        right, other = map(sum, zip(*chance.choices(counts, k=len(counts)), strict=True))
        drawn.append(_ratio(2 * right, 2 * right + other))
    drawn.sort()
    return drawn[int(resamples * 0.025)], drawn[min(int(resamples * 0.975), resamples - 1)]


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
