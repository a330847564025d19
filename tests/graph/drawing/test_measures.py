"""Measures of small networks, worked out by hand."""

import json

import networkx as nx
import pytest
from typer.testing import CliRunner

from graph.cli import cli
from graph.drawing import measures
from graph.drawing.measures import Triads
from tests.graph.samples import TURTLE


def made(*edges: tuple[str, str, str]) -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    for number, (source, relation, target) in enumerate(edges):
        network.add_edge(source, target, number, relation=relation, status="asserted")
    return network


def test_path_has_its_betweenness_in_the_middle():
    """a - b - c - d: of the 3 pairs without b, b lies between (a, c) and (a, d)."""
    scores = measures.betweenness(made(("a", "meets", "b"), ("b", "meets", "c"), ("c", "meets", "d")))
    assert scores == {"a": 0, "b": pytest.approx(2 / 3), "c": pytest.approx(2 / 3), "d": 0}


def test_strong_ties_are_short():
    """a - c directly once (length 1), over b with three events each (1/3 + 1/3): b lies between."""
    network = made(("a", "meets", "c"), *[("a", "meets", "b")] * 3, *[("b", "meets", "c")] * 3)
    assert measures.betweenness(network)["b"] == 1


def test_parallel_events_are_one_way():
    """Two equal ways from a to d: over b by one tie of two events each, over c the same; each has half."""
    edges = [("a", "demands", "b"), ("b", "demands", "d"), ("a", "demands", "c"), ("c", "demands", "d")]
    scores = measures.betweenness(made(*edges, *edges))
    assert scores["b"] == scores["c"] == pytest.approx(1 / 6)


def test_meeting_counts_both_ways_in_degrees_and_pagerank():
    network = made(("a", "meets", "b"))
    assert measures.degrees(network) == {"a": (1, 1), "b": (1, 1)}
    assert measures.pagerank(network) == pytest.approx({"a": 0.5, "b": 0.5})


def test_pagerank_of_two_actors_one_of_whom_only_receives():
    """a = .15/2 + .85 b/2, b = a + .85 a (dangling b spreads evenly): a = 20/57, b = 37/57."""
    assert measures.pagerank(made(("a", "supports", "b"))) == pytest.approx({"a": 20 / 57, "b": 37 / 57}, abs=1e-5)


def test_degrees_count_events_by_direction():
    assert measures.degrees(made(("a", "threatens", "b"), ("a", "demands", "b"))) == {"a": (2, 0), "b": (0, 2)}


def test_broker_between_strangers():
    """The centre of a star of 4 has p = 1/4 to each, no indirect ties: constraint 4/16; a clique is constrained more."""
    star = measures.brokerage(made(*[("m", "meets", other) for other in "abcd"]))
    assert star == {"m": pytest.approx(0.75)}
    triangle = measures.brokerage(made(("a", "meets", "b"), ("b", "meets", "c"), ("a", "meets", "c")))
    assert triangle["a"] == pytest.approx(1 - 2 * (0.5 + 0.25) ** 2)


@pytest.mark.parametrize(
    ("ab", "bc", "ac", "expected"),
    [
        pytest.param("supports", "supports", "supports", Triads(1, 0), id="friends"),
        pytest.param("threatens", "threatens", "supports", Triads(1, 0), id="enemy-of-enemy"),
        pytest.param("supports", "supports", "threatens", Triads(0, 1), id="friend-of-friend-is-enemy"),
        pytest.param("threatens", "threatens", "threatens", Triads(0, 1), id="all-enemies"),
        pytest.param("supports", "meets", "supports", Triads(0, 0), id="open"),
    ],
)
def test_balance_of_a_triad(ab, bc, ac, expected):
    assert measures.triads(made(("a", ab, "b"), ("c", bc, "b"), ("a", ac, "c"))) == expected


def test_as_much_support_as_threat_has_no_sign():
    network = made(("a", "supports", "b"), ("b", "threatens", "a"), ("b", "supports", "c"), ("a", "supports", "c"))
    assert measures.triads(network) == Triads()
    assert measures.triads(network).balance is None


def test_denied_events_tie_nobody():
    network = made(("a", "meets", "b"))
    network.add_edge("b", "c", "denied", relation="meets", status="negated")
    kept = measures.asserted(network)
    assert measures.betweenness(kept) == {"a": 0, "b": 0, "c": 0}
    assert "c" in kept


def test_estimate_from_pivots_is_near(monkeypatch):
    network = nx.MultiDiGraph(nx.barabasi_albert_graph(150, 2, seed=5))
    exact = measures.betweenness(network)
    monkeypatch.setattr(measures, "EXACT", 100)
    monkeypatch.setattr(measures, "PIVOTS", 100)
    estimate = measures.betweenness(network)
    assert exact != estimate
    assert max(abs(exact[actor] - estimate[actor]) for actor in network) < 0.05


def test_empty_network():
    empty = nx.MultiDiGraph()
    assert not measures.betweenness(empty)
    assert not measures.pagerank(empty)
    assert measures.triads(empty) == Triads()


def test_table_has_a_row_an_actor_in_the_order_asked_for(tmp_path):
    (tmp_path / "graph.ttl").write_text(TURTLE, encoding="utf-8")
    result = CliRunner().invoke(cli, ["measures", str(tmp_path / "graph.ttl"), "--format", "json", "--by", "pagerank"])
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    ranks = [row["pagerank"] for row in found["actors"]]
    assert ranks == sorted(ranks, reverse=True)
    assert {row["name"]: (row["given"], row["received"]) for row in found["actors"]} == {
        "عباس": (2, 1),
        "صائب المرّ": (1, 2),
        "جبهة الهلال": (0, 0),
        "نجم": (0, 0),
    }
