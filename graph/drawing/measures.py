"""Who counts in a network: degree, betweenness, PageRank, brokers, and the balance of support and threat.

All measures take asserted events only: what was denied or is only possible ties nobody. They are taken of a
simple network in which parallel events of a pair are one tie whose weight is their number, for the measures of
networkx either refuse parallel edges or count each as a way of its own. Isolated actors count as actors.

- degree: number of events, given and received apart.
- betweenness (Freeman 1977; Brandes 2001): part of the shortest paths between two others that go through an
  actor, 0 to 1, both directions as one. A path is short where ties are strong: the length of a tie is
  1 / weight. Beyond ``EXACT`` actors it is estimated from ``PIVOTS`` of them (Brandes and Pich 2007).
- PageRank (Brin and Page 1998), damping 0.85: along the direction of events, meetings both ways.
- brokerage (Burt 1992): 1 - constraint is near 1 for who ties people that have no ties to each other.
- balance (Heider 1946; Cartwright and Harary 1956): in a triad of actors that all support or threaten each
  other, the product of the signs is positive where the friend of a friend is a friend, the enemy of an enemy
  a friend. The sign of a pair is that of the more frequent of support and threat; as many of both have none.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

EXACT = 500
PIVOTS = 100
SIGNS = {"supports": 1, "threatens": -1}
SYMMETRIC = {"meets"}

Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Triads:
    """Numbers of closed signed triads."""

    balanced: int = 0
    unbalanced: int = 0

    @property
    def balance(self) -> float | None:
        """The part that is balanced, 0 to 1; None where there is no triad."""
        total = self.balanced + self.unbalanced
        return self.balanced / total if total else None


def asserted(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The network of the asserted events, with all actors, in order."""
    kept = nx.MultiDiGraph()
    kept.add_nodes_from(sorted(network.nodes(data=True), key=lambda node: node[0]))
    edges = [edge for edge in network.edges(keys=True, data=True) if edge[3].get("status", "asserted") == "asserted"]
    kept.add_edges_from(sorted(edges, key=lambda edge: edge[:3]))
    return kept


def weighted(network: nx.MultiDiGraph) -> nx.Graph:
    """One undirected tie a pair: ``weight`` the number of events, ``length`` its inverse; no self-ties."""
    simple = nx.Graph()
    simple.add_nodes_from(network)
    for source, target in network.edges():
        if source != target:
            weight = simple.get_edge_data(source, target, {"weight": 0})["weight"] + 1
            simple.add_edge(source, target, weight=weight, length=1 / weight)
    return simple


def degrees(network: nx.MultiDiGraph) -> dict[str, tuple[int, int]]:
    """Events given and received by each actor; a meeting counts as both for both."""
    given: dict[str, int] = dict.fromkeys(network, 0)
    received: dict[str, int] = dict.fromkeys(network, 0)
    for source, target, relation in network.edges(data="relation"):
        given[source] += 1
        received[target] += 1
        if relation in SYMMETRIC and source != target:
            given[target] += 1
            received[source] += 1
    return {actor: (given[actor], received[actor]) for actor in network}


def betweenness(network: nx.MultiDiGraph, seed: int = 0) -> Scores:
    """Betweenness of each actor, 0 to 1."""
    simple = weighted(network)
    pivots = None if len(simple) <= EXACT else PIVOTS
    scores: Scores = nx.betweenness_centrality(simple, k=pivots, weight="length", seed=seed)
    return scores


def pagerank(network: nx.MultiDiGraph) -> Scores:
    """PageRank of each actor; the scores of all add up to 1, no actor gives none."""
    directed = nx.DiGraph()
    directed.add_nodes_from(network)
    for source, target, relation in network.edges(data="relation"):
        for one, other in {(source, target), (target, source)} if relation in SYMMETRIC else {(source, target)}:
            before = directed.get_edge_data(one, other, {"weight": 0})["weight"]
            directed.add_edge(one, other, weight=before + 1)
    scores: Scores = nx.pagerank(directed) if len(directed) else {}
    return scores


def brokerage(network: nx.MultiDiGraph) -> Scores:
    """1 - Burt's constraint of each actor with at least two others; the rest have none.

    The constraint is the sum over the others of (part of ties to the other + parts over third actors)^2.
    """
    simple = weighted(network)
    parts = {
        actor: {other: tie["weight"] / simple.degree(actor, weight="weight") for other, tie in near.items()}
        for actor, near in simple.adjacency()
    }
    return {actor: 1 - _constraint(actor, parts) for actor in simple if len(parts[actor]) > 1}


def _constraint(actor: str, parts: Mapping[str, Mapping[str, float]]) -> float:
    invested = dict(parts[actor])
    for third, part in parts[actor].items():
        for other, further in parts[third].items():
            if other in invested and other != actor:
                invested[other] += part * further
    return sum(share**2 for share in invested.values())


def signs(network: nx.MultiDiGraph) -> nx.Graph:
    """The pairs whose support or threat prevails, as ``sign`` 1 or -1."""
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for source, target, relation in network.edges(data="relation"):
        if relation in SIGNS and source != target:
            sums[min(source, target), max(source, target)] += SIGNS[relation]
    signed = nx.Graph()
    signed.add_edges_from((a, b, {"sign": 1 if total > 0 else -1}) for (a, b), total in sorted(sums.items()) if total)
    return signed


def triads(network: nx.MultiDiGraph) -> Triads:
    """The balanced and the unbalanced triads; each is counted once, at its first actor."""
    signed = signs(network)
    counts = {1: 0, -1: 0}
    for actor in signed:
        later = [other for other in signed[actor] if other > actor]
        for one, other in combinations(later, 2):
            if signed.has_edge(one, other):
                counts[signed[actor][one]["sign"] * signed[actor][other]["sign"] * signed[one][other]["sign"]] += 1
    return Triads(counts[1], counts[-1])
