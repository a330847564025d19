"""GraphML (Brandes et al. 2002), the structure layer with attributes: parallel edges keep their ids."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from graph.exports.rows import ACTOR, EVENT, Row, Rows
from graph.exports.xml_text import as_text, document

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {str: "string", bool: "boolean", int: "int", float: "double"}


def text(rows: Rows) -> str:
    """The rows as a GraphML document."""
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    for kind, columns in (("node", ACTOR), ("edge", EVENT)):
        for name in _data(columns):
            about = {"attr.name": name, "attr.type": _TYPES[columns[name]]}
            ET.SubElement(root, "key", {"id": f"{kind}_{name}", "for": kind, **about})
    drawn = ET.SubElement(root, "graph", id="network", edgedefault="directed")
    for actor in rows.actors:
        _filled(ET.SubElement(drawn, "node", id=str(actor["id"])), "node", ACTOR, actor)
    for event in rows.events:
        ends = {end: str(event[end]) for end in ("source", "target")}
        _filled(ET.SubElement(drawn, "edge", {"id": str(event["id"]), **ends}), "edge", EVENT, event)
    return document(root)


def _data(columns: Mapping[str, type]) -> list[str]:
    return [name for name in columns if name not in {"id", "source", "target"}]


def _filled(element: ET.Element, kind: str, columns: Mapping[str, type], row: Row) -> None:
    for name in _data(columns):
        if name in row:
            ET.SubElement(element, "data", key=f"{kind}_{name}").text = as_text(row[name])
