"""The measures of all actors of a network as the rows of a table."""

import json
from dataclasses import asdict, dataclass, fields

import networkx as nx

from graph.drawing import measures
from graph.drawing.layout import communities
from graph.errors import DrawingError
from graph.exports.csv_text import for_spreadsheets


@dataclass(frozen=True, slots=True)
class Row:
    """One actor; ``community`` is a number from 1, the largest first, or 0 for none."""

    actor: str
    name: str
    type: str
    given: int
    received: int
    betweenness: float
    pagerank: float
    brokerage: float | None
    community: int

    @property
    def degree(self) -> int:
        """Events given and received."""
        return self.given + self.received


ORDERS = ("degree", "betweenness", "pagerank", "brokerage")
FORMATS = ("table", "csv", "json")
COLUMNS = tuple(field.name for field in fields(Row))


def rows(network: nx.MultiDiGraph, by: str = "degree") -> list[Row]:
    """A row for each actor over the asserted events, the highest of ``by`` first; raises ``DrawingError``."""
    if by not in ORDERS:
        raise DrawingError(f"no measure {by}; choose one of {', '.join(ORDERS)}")
    kept = measures.asserted(network)
    degrees, between = measures.degrees(kept), measures.betweenness(kept)
    ranks, brokers = measures.pagerank(kept), measures.brokerage(kept)
    place = {actor: number for number, group in enumerate(communities(kept), 1) for actor in group}
    found = [
        Row(
            actor,
            node.get("ar", actor),
            node.get("type", ""),
            *degrees[actor],
            float(f"{between[actor]:.4g}"),
            float(f"{ranks[actor]:.4g}"),
            float(f"{brokers[actor]:.4g}") if actor in brokers else None,
            place.get(actor, 0),
        )
        for actor, node in kept.nodes(data=True)
    ]
    return sorted(found, key=lambda row: (-(getattr(row, by) or 0), row.actor))


def as_csv(found: list[Row]) -> str:
    """The rows as CSV with a head, for spreadsheets."""
    return for_spreadsheets(COLUMNS, (list(asdict(row).values()) for row in found))


def as_json(found: list[Row], triads: measures.Triads) -> str:
    """The rows and the balance of the whole as indented JSON."""
    whole = {"actors": [asdict(row) for row in found], "triads": asdict(triads), "balance": triads.balance}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
