"""Cytoscape's JSON (.cyjs), which Cytoscape desktop and cytoscape.js both open."""

import json

from graph.exports.rows import Rows


def text(rows: Rows) -> str:
    """The rows as elements; an actor stands where the page puts it. ``value`` and ``key`` are for networkx."""
    nodes = []
    for actor in rows.actors:
        x, y = rows.places[str(actor["id"])]
        data = {**actor, "name": actor["label"], "value": actor["id"]}
        nodes.append({"data": data, "position": {"x": round(x, 1), "y": round(y, 1)}})
    edges = [
        {"data": {**event, "interaction": event["relation"], "name": event["relation"], "key": event["id"]}}
        for event in rows.events
    ]
    whole = {
        "format_version": "1.0",
        "generated_by": "shabaka",
        "target_cytoscapejs_version": "~3",
        "data": {"name": "Shabaka"},
        "elements": {"nodes": nodes, "edges": edges},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
