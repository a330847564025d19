"""Positions and communities: the same every time, apart from each other, quick."""

import math
import time
from itertools import combinations

import networkx as nx

from graph.drawing.layout import CORE, SPACING, communities, positions


def cliques(count: int, size: int) -> nx.MultiDiGraph:
    """Cliques tied in a ring by one edge each."""
    network = nx.MultiDiGraph()
    for clique in range(count):
        members = [f"{clique:02}-{i:02}" for i in range(size)]
        network.add_edges_from(combinations(members, 2))
        network.add_edge(f"{clique:02}-00", f"{(clique + 1) % count:02}-01")
    return network


def tailed(nodes: int) -> nx.MultiDiGraph:
    plain = nx.barabasi_albert_graph(nodes, 2, seed=3)
    return nx.MultiDiGraph(nx.relabel_nodes(plain, {node: f"a{node:05}" for node in plain}).edges)


def test_cliques_are_communities():
    found = communities(cliques(6, 8))
    assert sorted(map(sorted, found)) == [[f"{c:02}-{i:02}" for i in range(8)] for c in range(6)]


def test_actor_outside_the_strongest_joins_its_neighbours(monkeypatch):
    monkeypatch.setattr("graph.drawing.layout.LARGEST_LOUVAIN", 48)
    network = cliques(6, 8)
    network.add_edges_from([("late", "03-04"), ("late", "03-05"), ("late", "01-02")])
    assert next(group for group in communities(network) if "late" in group)[-1] == "late"
    assert "03-04" in next(group for group in communities(network) if "late" in group)


def test_actor_without_ties_is_in_no_community_but_has_a_place():
    network = cliques(2, 3)
    network.add_node("alone")
    assert all("alone" not in group for group in communities(network))
    assert "alone" in positions(network)


def test_order_in_which_edges_came_does_not_matter():
    network = tailed(400)
    turned = nx.MultiDiGraph()
    turned.add_edges_from(reversed(list(network.edges())))
    assert positions(network, 7) == positions(turned, 7)


def test_actors_stand_apart():
    network = tailed(1000)
    found = positions(network)
    strongest = sorted(network, key=lambda actor: (-network.degree(actor), actor))[:CORE]
    assert min(math.dist(found[a], found[b]) for a, b in combinations(strongest, 2)) > SPACING * 0.8
    assert len({(round(x), round(y)) for x, y in found.values()}) == 1000


def test_communities_stand_together():
    network, groups = cliques(6, 8), communities(cliques(6, 8))
    found = positions(network)
    inside = [math.dist(found[a], found[b]) for group in groups for a, b in combinations(group, 2)]
    across = [math.dist(found[a], found[b]) for g, h in combinations(groups, 2) for a in g for b in h]
    assert sum(inside) / len(inside) < sum(across) / len(across) / 2


def test_empty_and_single():
    assert positions(nx.MultiDiGraph()) == {}
    single = nx.MultiDiGraph()
    single.add_edge("a", "a")
    assert set(positions(single)) == {"a"}


def test_large_networks_take_seconds():
    network = tailed(20_000)
    started = time.process_time()
    assert len(positions(network)) == 20_000
    assert time.process_time() - started < 30
