"""GEXF 1.2, as Gephi opens it: one edge an event, its days as the edge's life, place, size and colour of the page.

An event whose date is not known has no start and end, which Gephi takes for always.
"""

import math
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from graph.drawing.look import look
from graph.exports.rows import ACTOR, EVENT, Row, Rows
from graph.exports.xml_text import as_text, document

_NAMESPACE = "http://www.gexf.net/1.2draft"
_VIZ = f"{_NAMESPACE}/viz"
_TYPES = {str: "string", bool: "boolean", int: "integer", float: "double"}
_OWN = {"id", "label", "source", "target"}  # attributes of the element itself


def text(rows: Rows) -> str:
    """The rows as a GEXF document."""
    ET.register_namespace("viz", _VIZ)
    root = ET.Element("gexf", xmlns=_NAMESPACE, version="1.2")
    ET.SubElement(ET.SubElement(root, "meta"), "creator").text = "Shabaka"
    drawn = ET.SubElement(root, "graph", {"defaultedgetype": "directed", **_mode(rows)})
    for kind, columns in (("node", ACTOR), ("edge", EVENT)):
        declared = ET.SubElement(drawn, "attributes", {"class": kind, "mode": "static"})
        for name in columns:
            if name not in _OWN:
                ET.SubElement(declared, "attribute", id=f"{kind}_{name}", title=name, type=_TYPES[columns[name]])
    nodes, edges = ET.SubElement(drawn, "nodes"), ET.SubElement(drawn, "edges")
    for actor in rows.actors:
        _actor(nodes, actor, rows.places[str(actor["id"])])
    for event in rows.events:
        _event(edges, event)
    return document(root)


def _mode(rows: Rows) -> dict[str, str]:
    days = [str(event[end]) for event in rows.events for end in ("first_day", "last_day") if end in event]
    if not days:
        return {"mode": "static"}
    return {"mode": "dynamic", "timeformat": "date", "start": min(days), "end": max(days)}


def _actor(nodes: ET.Element, actor: Row, place: tuple[float, float]) -> None:
    node = ET.SubElement(nodes, "node", id=str(actor["id"]), label=str(actor["label"]))
    _values(node, "node", ACTOR, actor)
    x, y = (f"{axis:.1f}" for axis in place)
    ET.SubElement(node, f"{{{_VIZ}}}size", value=f"{8 + 4 * math.sqrt(float(actor['events'])):.1f}")
    ET.SubElement(node, f"{{{_VIZ}}}position", x=x, y=y, z="0.0")
    ET.SubElement(node, f"{{{_VIZ}}}color", _rgb(look()["types"][actor.get("type", "")]["colour"]))


def _event(edges: ET.Element, event: Row) -> None:
    ends = {"source": str(event["source"]), "target": str(event["target"])}
    life = {end: str(event[day]) for end, day in (("start", "first_day"), ("end", "last_day")) if day in event}
    edge = ET.SubElement(edges, "edge", {"id": str(event["id"]), "label": str(event["relation"]), **ends, **life})
    _values(edge, "edge", EVENT, event)
    ET.SubElement(edge, f"{{{_VIZ}}}color", _rgb(look()["relations"][event["relation"]]["light"]))


def _values(element: ET.Element, kind: str, columns: Mapping[str, type], row: Row) -> None:
    values = ET.SubElement(element, "attvalues")
    for name in columns:
        if name in row and name not in _OWN:
            ET.SubElement(values, "attvalue", {"for": f"{kind}_{name}", "value": as_text(row[name])})


def _rgb(colour: str) -> dict[str, str]:
    """The parts of a colour written as #rrggbb."""
    return {name: str(int(colour[at : at + 2], 16)) for name, at in (("r", 1), ("g", 3), ("b", 5))}
