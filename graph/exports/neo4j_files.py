"""Two CSV files with the heads that ``neo4j-admin database import full`` expects (Neo4j Operations Manual, Import).

neo4j-admin database import full --nodes=Actor=actors.csv --relationships=events.csv --multiline-fields=true
"""

from collections.abc import Mapping

from graph.exports.csv_text import picked, table
from graph.exports.rows import ACTOR, EVENT, Rows

_SUFFIXES = {str: "", bool: ":boolean", int: ":long", float: ":double"}
_ROLES = {"source": ":START_ID", "target": ":END_ID"}


def texts(rows: Rows) -> Mapping[str, str]:
    """``actors.csv`` and ``events.csv``; the type of a relationship is the relation in capitals."""
    actors = ["id:ID", *(f"{name}{_SUFFIXES[kind]}" for name, kind in ACTOR.items() if name != "id")]
    events = [_ROLES.get(name, f"{name}{_SUFFIXES[kind]}") for name, kind in EVENT.items()]
    types = [relation_type(str(event["relation"])) for event in rows.events]
    lines = [[*values, kind] for values, kind in zip(picked(rows.events, EVENT), types, strict=True)]
    return {"actors.csv": table(actors, picked(rows.actors, ACTOR)), "events.csv": table([*events, ":TYPE"], lines)}


def relation_type(relation: str) -> str:
    """The type of a relationship as Neo4j's style guide spells it: ``THREATENS``."""
    return relation.upper()
