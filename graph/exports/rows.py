"""Actors and events as flat rows: text, numbers and truth values only, what is not known left out.

Text loses the characters that XML 1.0 does not allow (section 2.2, Char): control characters and lone
surrogates become U+FFFD. Several values of one field are parted by `` | ``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.drawing.layout import communities, positions, ranked
from graph.drawing.measures import SYMMETRIC
from graph.drawing.narrowing import days_of

Value = str | int | float | bool
Row = Mapping[str, Value]

ACTOR: Mapping[str, type] = {
    "id": str,
    "label": str,
    "label_en": str,
    "type": str,
    "names": str,
    "offices": str,
    "wikidata": str,
    "known": bool,
    "events": int,
    "community": int,
}
EVENT: Mapping[str, type] = {
    "id": str,
    "source": str,
    "target": str,
    "relation": str,
    "symmetric": bool,
    "status": str,
    "date": str,
    "precision": str,
    "first_day": str,
    "last_day": str,
    "confidence": float,
    "speaker": str,
    "rule": str,
    "trigger": str,
    "source_mention": str,
    "target_mention": str,
    "sentence": str,
    "article": str,
    "headline": str,
    "url": str,
    "outlet": str,
}
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Rows:
    """Actors, the strongest first, events by their IRIs, and where the actors stand on the page."""

    actors: Sequence[Row]
    events: Sequence[Row]
    places: Mapping[str, tuple[float, float]]


def rows(network: nx.MultiDiGraph) -> Rows:
    """The rows of a network, with the keys of ``ACTOR`` and ``EVENT``."""
    groups = communities(network)
    community = {actor: number for number, members in enumerate(groups, 1) for actor in members}
    edges = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2])
    return Rows(
        [_actor(network, actor, community.get(actor)) for actor in ranked(network)],
        [_event(source, target, str(key), data) for source, target, key, data in edges],
        positions(network, groups=groups),
    )


def clean(text: str) -> str:
    """The text without characters that XML does not allow."""
    return _FORBIDDEN.sub("\ufffd", text)


def _actor(network: nx.MultiDiGraph, actor: str, community: int | None) -> Row:
    node = network.nodes[actor]
    return _known(
        {
            "id": actor,
            "label": node["ar"] or node["en"] or actor,
            "label_en": node["en"],
            "type": node["type"],
            "names": " | ".join(node["names"]),
            "offices": " | ".join(_office(office) for office in node["offices"]),
            "wikidata": node["wikidata"],
            "known": node["known"],
            "events": network.degree(actor),
            "community": community,
        }
    )


def _office(office: Mapping[str, str]) -> str:
    span = "/".join((office["since"], office["until"])) if office["since"] or office["until"] else ""
    return " ".join(part for part in (office["title"], office["of"], f"({span})" if span else "") if part)


def _event(source: str, target: str, key: str, event: Mapping[str, Any]) -> Row:
    date = event["date"] or event["published"]
    days = days_of(date)
    mentions = {name: _slice(event, name) for name in ("trigger", "source_mention", "target_mention")}
    same = ("relation", "status", "confidence", "rule", "sentence", "article", "headline", "url", "outlet")
    return _known(
        {
            "id": key,
            "source": source,
            "target": target,
            "symmetric": event["relation"] in SYMMETRIC,
            "date": date,
            "precision": event["precision"] if event["date"] else "day" if date else "",
            "first_day": days[0].isoformat() if days else "",
            "last_day": days[1].isoformat() if days else "",
            "speaker": event["attributed_to"],
            **mentions,
            **{name: event[name] for name in same},
        }
    )


def _slice(event: Mapping[str, Any], name: str) -> str:
    return event["sentence"][slice(*event[name])] if event[name] else ""


def _known(values: Mapping[str, Value | None]) -> Row:
    return {
        name: clean(value) if isinstance(value, str) else value
        for name, value in values.items()
        if value is not None and value != ""
    }
