"""The network read from RDF keeps every event, with its sentence and its actors."""

import pytest
from rdflib import Dataset, Graph

from graph.drawing.facts import from_quads
from graph.drawing.network import from_dataset, from_facts
from tests.graph.samples import ACTOR, EVENT, TURTLE


@pytest.fixture(scope="module")
def network():
    return from_dataset(Graph().parse(data=TURTLE, format="turtle"))


def test_every_event_with_both_ends_is_one_edge(network):
    edges = {(s, t, key) for s, t, key in network.edges(keys=True)}
    assert edges == {
        (f"{ACTOR}abbas", f"{ACTOR}saeb", f"{EVENT}1"),
        (f"{ACTOR}abbas", f"{ACTOR}saeb", f"{EVENT}2"),
        (f"{ACTOR}saeb", f"{ACTOR}hilal", f"{EVENT}3"),
        (f"{ACTOR}abbas", f"{ACTOR}hilal", f"{EVENT}5"),
    }


def test_event_without_target_is_counted_as_skipped(network):
    assert network.graph["skipped"] == 1


def test_mentions_are_code_points_of_the_sentence(network):
    edge = network.edges[f"{ACTOR}abbas", f"{ACTOR}saeb", f"{EVENT}1"]
    cut = {name: edge["sentence"][slice(*edge[name])] for name in ("trigger", "source_mention", "target_mention")}
    assert cut == {"trigger": "هدد", "source_mention": "عباس", "target_mention": "صائب"}
    assert edge["exact"] in edge["sentence"]


def test_mention_in_another_sentence_is_none(network):
    assert network.edges[f"{ACTOR}saeb", f"{ACTOR}hilal", f"{EVENT}3"]["source_mention"] is None


def test_edge_says_what_the_event_says(network):
    edge = network.edges[f"{ACTOR}saeb", f"{ACTOR}hilal", f"{EVENT}3"]
    assert (edge["relation"], edge["status"], edge["date"], edge["precision"]) == (
        "demands",
        "negated",
        "2021-04",
        "month",
    )
    assert (edge["confidence"], edge["rule"], edge["attributed_to"]) == (0.62, "verb:taalaba", f"{ACTOR}najm")
    assert (edge["outlet"], edge["published"]) == ("وكالة الساحل", "2021-04-08")


def test_speaker_without_event_is_a_node(network):
    assert f"{ACTOR}najm" in network


def test_node_says_what_is_known_of_the_actor(network):
    node = network.nodes[f"{ACTOR}saeb"]
    assert (node["ar"], node["en"], node["type"], node["known"]) == ("صائب المرّ", "Saeb al-Murr", "person", True)
    assert node["names"] == ["الوزير صائب", "صائب"]
    assert node["wikidata"] == "http://www.wikidata.org/entity/Q1"
    assert node["offices"] == [{"title": "وزير الخارجية", "of": "جبهة الهلال", "since": "2019-01-02", "until": ""}]


def test_narrower_class_wins(network):
    assert network.nodes[f"{ACTOR}hilal"]["type"] == "armed_group"


def test_actor_only_named_in_an_article_has_that_name(network):
    assert network.nodes[f"{ACTOR}najm"]["ar"] == "نجم"


def test_order_of_statements_does_not_matter(network):
    lines = Graph().parse(data=TURTLE, format="turtle").serialize(format="nt").splitlines()
    again = from_dataset(Graph().parse(data="\n".join(sorted(lines, reverse=True)), format="nt"))
    assert list(again.nodes(data=True)) == list(network.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(network.edges(keys=True, data=True))


def test_named_graphs_give_the_same_network(network):
    dataset = Dataset()
    for number, triple in enumerate(Graph().parse(data=TURTLE, format="turtle")):
        dataset.graph(f"https://w3id.org/shabaka/graph/{number % 3}").add(triple)
    assert list(from_dataset(dataset).edges(keys=True, data=True)) == list(network.edges(keys=True, data=True))


def test_quads_of_a_store_give_the_same_network(network):
    quads = [(s.n3(), p.n3(), o.n3(), "") for s, p, o in Graph().parse(data=TURTLE, format="turtle")]
    assert list(from_facts(from_quads(quads)).nodes(data=True)) == list(network.nodes(data=True))


def test_nothing_gives_an_empty_network():
    assert len(from_dataset(Graph())) == 0
