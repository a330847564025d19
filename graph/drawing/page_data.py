"""What the page holds of a network, as plain values that go into JSON.

Takes the network with positions, communities and measures; gives the actors as nodes and the events as edges
in the form of vis-network, the strongest actor first, and apart from them the evidence, which the page unpacks
only when it is asked for. Sentences, articles and outlets stand once each.
"""

import base64
import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import networkx as nx

from graph.drawing import measures
from graph.drawing.layout import ranked

BROKERS = 10
MOST_BETWEEN = 2000  # actors; a second
MENTIONS = {"source_mention": "source", "target_mention": "target", "trigger": "trigger"}


class Listing:
    """Values in the order in which they first came, and the place of each."""

    def __init__(self) -> None:
        self.places: dict[Any, int] = {}

    def place(self, value: Any) -> int:
        """The place of ``value``, added at the end where it is new."""
        return self.places.setdefault(value, len(self.places))


def nodes(
    network: nx.MultiDiGraph,
    positions: Mapping[str, tuple[float, float]],
    groups: Sequence[Sequence[str]],
    scores: Mapping[str, Mapping[str, float]],
) -> list[dict[str, Any]]:
    """The actors by rank; ``community`` is -1 for an actor in none, a score that was not computed is None."""
    place = {actor: number for number, members in enumerate(groups) for actor in members}
    return [
        {
            "id": number,
            "iri": actor,
            "x": round(positions[actor][0]),
            "y": round(positions[actor][1]),
            "community": place.get(actor, -1),
            **{name: _rounded(scores.get(name, {}).get(actor)) for name in ("betweenness", "pagerank")},
            **network.nodes[actor],
        }
        for number, actor in enumerate(ranked(network))
    ]


def events(network: nx.MultiDiGraph) -> tuple[list[dict[str, Any]], list[str], dict[str, list[Any]]]:
    """The events as edges between places of ``nodes``, the names of the outlets, and the evidence.

    An event without a day of its own takes that of its article.
    """
    ids = {actor: number for number, actor in enumerate(ranked(network))}
    outlets, articles, sentences = Listing(), Listing(), Listing()
    edges: list[dict[str, Any]] = []
    about: list[dict[str, Any]] = []
    for source, target, _, event in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2]):
        edges.append(
            {
                "from": ids[source],
                "to": ids[target],
                "relation": event["relation"],
                "status": event["status"],
                "date": event["date"] or event["published"],
                "precision": event["precision"] if event["date"] else "",
                "confidence": event["confidence"],
                "outlet": outlets.place(event["outlet"]),
            }
        )
        about.append(
            {
                "sentence": sentences.place(event["sentence"]),
                "spans": _spans(event),
                "rule": event["rule"],
                "speaker": ids.get(event["attributed_to"]),
                "article": articles.place((event["article"], event["headline"], event["url"])),
            }
        )
    evidence = {
        "sentences": list(sentences.places),
        "articles": [dict(zip(("iri", "headline", "url"), article, strict=True)) for article in articles.places],
        "events": about,
    }
    return edges, list(outlets.places), evidence


def scores(network: nx.MultiDiGraph) -> dict[str, Mapping[str, float]]:
    """PageRank of the asserted events, and betweenness where there are not too many actors to wait for it."""
    kept = measures.asserted(network)
    between = measures.betweenness(kept) if len(kept) <= MOST_BETWEEN else {}
    return {"pagerank": measures.pagerank(kept), "betweenness": between}


def whole(network: nx.MultiDiGraph) -> dict[str, Any]:
    """What is said of the network as a whole: its ``BROKERS`` chief brokers, and its signed triads."""
    kept = measures.asserted(network)
    brokers = measures.brokerage(kept)
    first = sorted(brokers, key=lambda actor: (-brokers[actor], actor))[:BROKERS]
    return {"brokers": first, "triads": asdict(measures.triads(kept))}


def packed(value: Any) -> str:
    """A value as JSON, compressed, in base64: the same text for the same value."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), 9, mtime=0)).decode("ascii")


def embedded(value: Any) -> str:
    """A value as JSON that can stand inside a script element: it cannot end it, nor open a comment."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def _spans(event: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    found = {name: event[mention] for mention, name in MENTIONS.items() if event[mention]}
    if event["exact"] and event["exact"] != event["sentence"]:
        start = event["sentence"].find(event["exact"])
        if start >= 0:
            found["exact"] = (start, start + len(event["exact"]))
    return found


def _rounded(score: float | None) -> float | None:
    return None if score is None else float(f"{score:.4g}")
