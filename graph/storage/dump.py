"""Writes what a store holds as RDF, whole or in part, the same content always in the same bytes.

Statements are sorted by graph and subject, so that Turtle and TriG group them and two exports compare line
by line. Formats without graphs get the default graph, the union of all; formats with graphs get the named
graphs, from which a store can be made again.
"""

from collections.abc import Iterable, Mapping
from typing import IO

from graph.storage.store import Store
from graph.storage.terms import Names, iri, literal, names

WITH_GRAPHS = ("trig", "nquads")


def dump(store: Store, sink: IO[bytes], form: str, *, prefixes: Mapping[str, str]) -> None:
    """Everything in the store, to ``sink``."""
    parts: Iterable[tuple[str | None, str]]
    if form in WITH_GRAPHS:
        parts = ((None, graph) for graph in sorted(store.graphs()))
    else:
        parts = ((subject, "") for subject in sorted(store.subjects(graph="")))
    store.write(parts, sink, form, prefixes=prefixes)


def dump_part(
    store: Store,
    sink: IO[bytes],
    form: str,
    *,
    prefixes: Mapping[str, str],
    since: str = "",
    relation: str = "",
    actor: str = "",
) -> int:
    """The events that fit, with their evidence, articles and actors; gives how many events there are.

    ``since`` is an ISO 8601 day, ``relation`` and ``actor`` are IRIs; empty does not restrict. Ties are left
    out: they sum up all articles. So are an article's mentions of actors that no event left has to do with.
    """
    n = names()
    events = {row[0] for row in store.select(_events(n, since, relation, actor))}
    wanted = _reachable(store, events, n)
    others = {quad[:3] for s in wanted for quad in store.match(s, n.mentions, graph="") if quad[2] not in wanted}
    parts = {(subject, "") for subject in wanted}
    if form in WITH_GRAPHS:
        left_out = {"", n.verdicts} | (n.derived - {n.actors})
        parts = {(s, quad[3]) for s in wanted for quad in store.match(s) if quad[3] not in left_out}
    store.write(sorted(parts, key=lambda part: part[::-1]), sink, form, prefixes=prefixes, without=others)
    return len(events)


def _events(n: Names, since: str, relation: str, actor: str) -> str:
    """A query for the events that fit; what has no date at all does not fit ``since``."""
    where = [f"?event {n.status} ?status ; {n.derived_from} ?article ."]
    if relation:
        where.append(f"?event {n.event_type} {iri(relation)} .")
    if actor:
        where.append(f"?event {n.source}|{n.target} {iri(actor)} .")
    if since:
        where.append(f"OPTIONAL {{ ?event {n.event_date} ?stated }}")
        where.append(f"OPTIONAL {{ ?article {n.published} ?published }}")
        where.append("BIND(STR(COALESCE(?stated, ?published)) AS ?on)")
        where.append(f"FILTER(?on >= SUBSTR({literal(since)}, 1, STRLEN(?on)))")
    return "SELECT DISTINCT ?event { " + "\n".join(where) + " }"


def _reachable(store: Store, events: set[str], n: Names) -> set[str]:
    """The events and every node that their statements lead to, other actors of the article left aside."""
    found = set(events)
    waiting = list(events)
    while waiting:
        for _, predicate, object_, _ in store.match(waiting.pop(), graph=""):
            if object_.startswith("<") and predicate != n.mentions and object_ not in found:
                found.add(object_)
                waiting.append(object_)
    return found
