"""A part of a network: the neighbourhood of an actor, some relations, a span of time, the strongest actors.

Each step takes a network and gives a smaller one with all that is known of what is left; actors who lose
their last event go, except one who is asked for and the speakers to whom a remaining event is attributed.
"""

import calendar
from collections.abc import Collection
from datetime import date

import networkx as nx

from graph.drawing.layout import ranked
from graph.drawing.network import RELATIONS
from graph.errors import DrawingError
from ontology.spelling import fold


def narrowed(
    network: nx.MultiDiGraph,
    *,
    actor: str = "",
    depth: int = 1,
    relations: Collection[str] = (),
    since: str = "",
    until: str = "",
) -> nx.MultiDiGraph:
    """The events of ``relations`` between two days, among ``actor`` and those within ``depth`` steps.

    At depth 0 these are the actor's own events. No relation named is all of them, no actor is everybody. Days are
    ISO 8601, both included, empty for no bound; an event without a date falls out where there is one.
    Raises ``DrawingError`` for an unknown relation, actor or day.
    """
    for relation in relations:
        if relation not in RELATIONS:
            raise DrawingError(f"no relation {relation}; choose of {', '.join(sorted(RELATIONS))}")
    bounds = _day(since), _day(until)
    kept = [
        (source, target, key)
        for source, target, key, data in network.edges(keys=True, data=True)
        if (not relations or data["relation"] in relations) and _within(data["date"] or data["published"], *bounds)
    ]
    part = _part(network, kept)
    if not actor:
        return part
    centre = find_actor(network, actor)
    if centre not in part:
        raise DrawingError(f"{network.nodes[centre]['ar']}: no event is left of this actor; ask for less")
    if not depth:
        return _part(part, [edge for edge in part.edges(keys=True) if centre in edge[:2]])
    near = set(nx.single_source_shortest_path_length(part.to_undirected(as_view=True), centre, cutoff=depth))
    return _part(part, [edge for edge in part.edges(keys=True) if edge[0] in near and edge[1] in near])


def strongest(network: nx.MultiDiGraph, most: int) -> tuple[nx.MultiDiGraph, list[str]]:
    """The network of its ``most`` actors with most events, and the actors left out, strongest first."""
    order = ranked(network)
    kept = set(order[:most])
    if len(kept) == len(order):
        return network, []
    part = _part(network.subgraph(kept), [e for e in network.edges(keys=True) if e[0] in kept and e[1] in kept])
    return part, [actor for actor in order if actor not in part]


def find_actor(network: nx.MultiDiGraph, wanted: str) -> str:
    """The actor of an IRI, an id or a name in either language; of several the one with most events.

    Raises ``DrawingError`` where there is none, naming some that come near.
    """
    order = ranked(network)
    for actor in order:
        if wanted == actor or actor.endswith(f"/{wanted}"):
            return actor
    folded = fold(wanted.strip())
    names = {actor: [fold(name) for name in _names(network, actor)] for actor in order}
    if found := next((actor for actor in order if folded in names[actor]), ""):
        return found
    near = [network.nodes[actor]["ar"] for actor in order if any(folded and folded in name for name in names[actor])]
    hint = f"; there is {'، '.join(near[:5])}" if near else ""
    raise DrawingError(f"no actor {wanted} in the network{hint}")


def _names(network: nx.MultiDiGraph, actor: str) -> list[str]:
    node = network.nodes[actor]
    return [node["ar"], *([node["en"]] if node["en"] else []), *node["names"]]


def _part(network: nx.MultiDiGraph, edges: Collection[tuple[str, str, str]]) -> nx.MultiDiGraph:
    part = nx.MultiDiGraph(**network.graph)
    ends = {end for source, target, _ in edges for end in (source, target)}
    speakers = {network.edges[edge]["attributed_to"] for edge in edges} & set(network)
    part.add_nodes_from((actor, network.nodes[actor]) for actor in network if actor in ends | speakers)
    part.add_edges_from((*edge, network.edges[edge]) for edge in edges)
    return part


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DrawingError(f"{text}: expected a day such as 2021-04-07") from error


def days_of(said: str) -> tuple[date, date] | None:
    """The first and the last day of a date as exact as it is known: 2021, 2021-04 or 2021-04-07; none of nothing."""
    if not said:
        return None
    year, month, day = (int(part) for part in f"{said}-0-0".split("-")[:3])
    first = date(year, month or 1, day or 1)
    last = first if day else date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    return first, last


def _within(said: str, since: date | None, until: date | None) -> bool:
    """Whether a date, as exact as it is known, can fall between the bounds."""
    if not since and not until:
        return True
    days = days_of(said)
    return days is not None and (not since or days[1] >= since) and (not until or days[0] <= until)
