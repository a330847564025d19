"""Where the actors of a network stand: computed before, so that the page opens still.

Steps: communities (Louvain) of the strongest actors, the others joining the community they are most tied to;
the strongest (``CORE``) are laid out first, their communities as discs by a spring layout, each community
inside its disc by another; discs and actors are pushed apart where they overlap; every other actor then takes
the free place nearest to the placed actor it is most tied to. The spring layout is quadratic, hence the core:
for 20,000 actors it alone would take an hour (Fruchterman and Reingold 1991). Coordinates are those of the
screen: pixels at full size, y downwards.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count

import networkx as nx
import numpy as np
from numpy.typing import NDArray

CORE = 200
LARGEST_LOUVAIN = 2000  # actors; some seconds
SPACING = 120.0  # between neighbours in the core
PITCH = 48.0  # between the others
SHAPE = 1.4  # width by height of what is laid out
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Points = NDArray[np.float64]
Position = tuple[float, float]


def ties(network: nx.MultiDiGraph) -> nx.Graph:
    """The network with one undirected edge a pair: ``weight`` is the number of events, self-ties left out."""
    simple = nx.Graph()
    simple.add_nodes_from(sorted(network))
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for source, target in network.edges():
        if source != target:
            counts[min(source, target), max(source, target)] += 1
    simple.add_weighted_edges_from((a, b, n) for (a, b), n in sorted(counts.items()))
    return simple


def ranked(network: nx.MultiDiGraph) -> list[str]:
    """The actors, the one with most events first; equals in order of their IRIs."""
    return sorted(network, key=lambda actor: (-network.degree(actor), actor))


def communities(network: nx.MultiDiGraph, seed: int = 0) -> list[list[str]]:
    """The communities of the actors that have ties, largest first, each with its strongest actor first.

    By Louvain's method (Blondel et al. 2008) among the ``LARGEST_LOUVAIN`` strongest actors; each of the
    others joins where most of its events are, so an actor without ties is in none.
    """
    simple, order = ties(network), ranked(network)
    found = nx.community.louvain_communities(simple.subgraph(_in_order(simple, order[:LARGEST_LOUVAIN])), seed=seed)
    place = {actor: number for number, members in enumerate(found) for actor in members}
    for actor in order[LARGEST_LOUVAIN:]:
        votes: dict[int, int] = defaultdict(int)
        for neighbour in simple[actor]:
            if neighbour in place:
                votes[place[neighbour]] += simple[actor][neighbour]["weight"]
        if votes:
            place[actor] = max(sorted(votes), key=lambda number: votes[number])
    rank = {actor: index for index, actor in enumerate(order)}
    members = defaultdict(list)
    for actor in order:
        if actor in place and simple.degree(actor):
            members[place[actor]].append(actor)
    return sorted(members.values(), key=lambda group: (-len(group), rank[group[0]]))


def positions(
    network: nx.MultiDiGraph, seed: int = 0, groups: Sequence[Sequence[str]] | None = None
) -> dict[str, Position]:
    """Where each actor stands; ``groups`` are its communities where they are known already."""
    order, simple = ranked(network), ties(network)
    groups = communities(network, seed) if groups is None else groups
    core = _core(simple, order[:CORE], groups, seed)
    return _around(simple, order, core)


def _in_order(simple: nx.Graph, actors: Iterable[str]) -> nx.Graph:
    """A copy whose nodes and edges stand in order: a subgraph's own order is that of a set."""
    kept = set(actors)
    copy = nx.Graph()
    copy.add_nodes_from(node for node in simple if node in kept)
    copy.add_weighted_edges_from((a, b, w) for a, b, w in simple.edges(data="weight") if a in kept and b in kept)
    return copy


def _core(simple: nx.Graph, core: Sequence[str], groups: Sequence[Sequence[str]], seed: int) -> dict[str, Position]:
    kept = set(core)
    inside = [members for group in groups if (members := [actor for actor in group if actor in kept])]
    grouped = {actor for members in inside for actor in members}
    inside += [[actor] for actor in core if actor not in grouped]
    if not inside:
        return {}
    radii = np.array([SPACING * 0.75 * math.sqrt(len(members)) for members in inside])
    centres = _apart(_springs(_between(simple, inside), seed) * radii.sum() / math.sqrt(len(inside)), radii)
    centres = _gathered(_lying(centres), radii)
    found: dict[str, Position] = {}
    for members, centre, radius in zip(inside, centres, radii, strict=True):
        local = _springs(_in_order(simple, members), seed) * radius
        local = _apart(local, np.full(len(members), SPACING / 2))
        names = _in_order(simple, members).nodes
        found |= {actor: (x, y) for actor, (x, y) in zip(names, local + centre, strict=True)}
    together = _broad(_apart(_lying(np.array(list(found.values()))), np.full(len(found), SPACING / 2)))
    return {actor: (float(x), float(y)) for actor, (x, y) in zip(found, together, strict=True)}


def _between(simple: nx.Graph, groups: Sequence[Sequence[str]]) -> nx.Graph:
    """The communities as nodes, tied by the events between them."""
    place = {actor: number for number, members in enumerate(groups) for actor in members}
    between = nx.Graph()
    between.add_nodes_from(range(len(groups)))
    for a, b, weight in simple.edges(data="weight"):
        if a in place and b in place and place[a] != place[b]:
            before = between.get_edge_data(place[a], place[b], {"weight": 0})["weight"]
            between.add_edge(place[a], place[b], weight=before + weight)
    return between


def _springs(simple: nx.Graph, seed: int) -> Points:
    """A spring layout within the unit disc; weights count by their logarithm, or one pair would pull all in."""
    if len(simple) == 1:
        return np.zeros((1, 2))
    damped = nx.Graph()
    damped.add_nodes_from(simple)
    damped.add_weighted_edges_from((a, b, 1 + math.log(w)) for a, b, w in simple.edges(data="weight"))
    laid = nx.spring_layout(damped, seed=seed, iterations=100, k=2.2 / math.sqrt(len(damped)))
    return np.array([laid[node] for node in damped])


def _apart(points: Points, radii: Points, rounds: int = 200) -> Points:
    """The points as centres of discs, moved until no two discs overlap or the rounds are over."""
    points = points.copy()
    if len(points) < 2:
        return points
    least = radii[:, None] + radii[None, :]
    np.fill_diagonal(least, 0)
    for _ in range(rounds):
        apart = points[:, None, :] - points[None, :, :]
        distance = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 1e-6)
        overlap = np.maximum(least - distance, 0)
        if not (overlap > 0.5).any():
            break
        push = (apart / distance[..., None]) * (overlap / 2)[..., None]
        points += push.sum(axis=1) * 0.6
    return points


def _gathered(points: Points, radii: Points, rounds: int = 60) -> Points:
    """Discs drawn towards their middle until they touch: what no event ties would drift far out otherwise.

    The pull is stronger from above and below than from the sides, as screens are wide.
    """
    pull = np.array([0.97, 0.94])
    for _ in range(rounds):
        points = _apart((points - points.mean(axis=0)) * pull, radii * 1.1, rounds=30)
    return _apart(points, radii * 1.1)


def _broad(points: Points) -> Points:
    """The points stretched from side to side where they lie higher than ``SHAPE`` allows; none come nearer."""
    width, height = np.ptp(points, axis=0)
    stretch = np.array([min(1.5, max(1.0, SHAPE * height / max(width, 1.0))), 1.0])
    broad: Points = points * stretch
    return broad


def _lying(points: Points) -> Points:
    """The points turned so that they reach farthest from left to right, as screens do."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    longest = axes[:, 1] * (1 if axes[0, 1] >= 0 else -1)
    return np.column_stack([centred @ longest, centred @ np.array([-longest[1], longest[0]])])


def _around(simple: nx.Graph, order: Sequence[str], core: Mapping[str, Position]) -> dict[str, Position]:
    """The core, and each other actor on the free cell nearest to its strongest placed neighbour."""
    found = dict(core)
    taken = {_cell(x, y) for x, y in core.values()}
    steps: dict[str, int] = defaultdict(int)
    edge = max((math.hypot(x, y) for x, y in core.values()), default=0.0) + SPACING
    for actor in order:
        if actor in found:
            continue
        placed = [n for n in simple[actor] if n in found]
        host = max(placed, key=lambda n: (simple[actor][n]["weight"], n), default="")
        x, y = found[host] if host else (0.0, edge)
        for stride in count(8):  # longer after each miss, or a crowded neighbourhood costs its square
            steps[host] += stride // 8
            reach, angle = PITCH * 0.75 * math.sqrt(steps[host] + 1), steps[host] * _GOLDEN_ANGLE
            spot = x + reach * math.cos(angle), y + reach * math.sin(angle)
            if (cell := _cell(*spot)) not in taken:
                taken.add(cell)
                found[actor] = spot
                break
    return found


def _cell(x: float, y: float) -> tuple[int, int]:
    return round(x / PITCH), round(y / PITCH)
