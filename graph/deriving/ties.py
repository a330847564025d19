"""Ties: how two actors stand by one relation, summed up over all asserted events of all articles.

A tie is kept in the summary graph beside the plain triple (``A sb:threatens B``; ``sb:meets`` both ways) with
the number of events, of clusters (an event that several articles tell is one) and of articles, and the first and
last day: of the event where its day is known, else the day the article was published. Ends are resolved actors,
see ``reports``. ``change`` brings the ties of some reports in step from what the summary says and what comes and
goes, without looking at other articles, except where the first or last day itself is taken away. ``all_ties``
computes them from nothing, to compare with and for bulk loads.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.deriving.event_clusters import Cluster
from graph.deriving.reports import Key, Report, StoredReports
from graph.resolving.name_spelling import MEMO
from graph.storage.quads import Quads
from graph.storage.terms import day, integer, names, value
from graph.storage.update import Quad


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie; days are ISO 8601 dates, empty where none is known."""

    events: int = 0
    articles: int = 0
    first: str = ""
    last: str = ""
    clusters: int = 0

    def plus(self, other: "Tie") -> "Tie":
        """Both together."""
        days = [d for d in (self.first, self.last, other.first, other.last) if d]
        return Tie(
            self.events + other.events,
            self.articles + other.articles,
            min(days, default=""),
            max(days, default=""),
            self.clusters + other.clusters,
        )


def of_reports(reports: Iterable[Report], clusters: Iterable[Cluster]) -> dict[Key, Tie]:
    """What whole articles' reports, and clusters, contribute, by tie; no asserted one gives nothing."""
    found: dict[Key, Tie] = {}
    seen: set[tuple[Key, str]] = set()
    for report in reports:
        if report.asserted:
            tie = Tie(1, (report.key, report.article) not in seen, report.seen, report.seen)
            found[report.key] = found.get(report.key, Tie()).plus(tie)
            seen.add((report.key, report.article))
    for cluster in clusters:
        if cluster.asserted:
            key = cluster.reports[0].key
            found[key] = found.get(key, Tie()).plus(Tie(clusters=1))
    return found


def change(
    store: Quads, stored: StoredReports, taken: Mapping[Key, Tie], given: Mapping[Key, Tie], gone: set[Report]
) -> tuple[set[Quad], set[Quad]]:
    """The quads the summary graph loses and gains when articles and clusters contribute otherwise than before.

    ``gone``: the reports that are no more.
    """
    removed: set[Quad] = set()
    added: set[Quad] = set()
    for key in taken.keys() | given.keys():
        old, new = taken.get(key, Tie()), given.get(key, Tie())
        if old != new:
            before = _stored(store, key)
            removed |= quads_of(key, before)
            added |= quads_of(key, _after(store, stored, key, before, (old, new), gone))
    return removed - added, added - removed


def quads_of(key: Key, tie: Tie) -> set[Quad]:
    """The quads of a tie in the summary graph; no event gives none."""
    if not tie.events:
        return set()
    n = names()
    source, concept, target = key
    node = _node(key)
    relation, symmetric = n.relations[concept]
    ends = {(source, target), (target, source)} if symmetric else {(source, target)}
    found = {(a, relation, b, n.summary) for a, b in ends}
    facts = {
        n.type: n.tie,
        n.event_type: concept,
        n.source: source,
        n.target: target,
        n.events: integer(tie.events),
        n.articles: integer(tie.articles),
        n.clusters: integer(tie.clusters),
    }
    if tie.first:
        facts |= {n.first_seen: day(tie.first), n.last_seen: day(tie.last)}
    return found | {(node, predicate, object_, n.summary) for predicate, object_ in facts.items()}


@lru_cache(MEMO)
def _node(key: Key) -> str:
    digest = hashlib.sha256("\n".join(term[1:-1] for term in key).encode()).hexdigest()[:16]
    return f"<{names().tie_base}{digest}>"


def _stored(store: Quads, key: Key) -> Tie:
    n = names()
    fact = {predicate: value(o) for _, predicate, o, _ in store.match(_node(key), graph=n.summary)}
    if not fact:
        return Tie()
    first, last = fact.get(n.first_seen, ""), fact.get(n.last_seen, "")
    return Tie(int(fact[n.events]), int(fact[n.articles]), first, last, int(fact[n.clusters]))


def _after(
    store: Quads, stored: StoredReports, key: Key, before: Tie, changed: tuple[Tie, Tie], gone: set[Report]
) -> Tie:
    """The tie without what went and with what came."""
    old, new = changed
    rest = Tie(
        before.events - old.events,
        before.articles - old.articles,
        before.first,
        before.last,
        before.clusters - old.clusters,
    )
    if not rest.events:
        return Tie(new.events, new.articles, new.first, new.last, rest.clusters + new.clusters)
    if old.first and (old.first == before.first or old.last == before.last):
        days = sorted(_days(store, stored, key, gone))
        rest = replace(rest, first=days[0] if days else "", last=days[-1] if days else "")
    return rest.plus(new)


def _days(store: Quads, stored: StoredReports, key: Key, gone: set[Report]) -> Iterator[str]:
    """The days of the tie's events that the store has and that do not go.

    The clusters of the source and of the target are gone through side by side until the shorter list ends:
    the rarer of the two actors sets the cost.
    """
    n = names()
    found = _shorter(
        store.match(None, n.source, key[0], n.cluster_graph), store.match(None, n.target, key[2], n.cluster_graph)
    )
    left_out = {report.event for report in gone}
    wanted = tuple(zip((n.source, n.event_type, n.target), key, strict=True))
    for cluster in {quad[0] for quad in found}:
        if all(any(store.match(cluster, *fact, n.cluster_graph)) for fact in wanted):
            events = {quad[2] for quad in store.match(cluster, n.report, None, n.cluster_graph)} - left_out
            yield from filter(None, map(stored.day, events))


def _shorter(one: Iterator[Quad], other: Iterator[Quad]) -> list[Quad]:
    ones: list[Quad] = []
    others: list[Quad] = []
    while True:
        if (quad := next(one, None)) is None:
            return ones
        ones.append(quad)
        if (quad := next(other, None)) is None:
            return others
        others.append(quad)
