"""Cypher statements that load a network into Neo4j or Memgraph; running them twice changes nothing.

cypher-shell --file network.cypher
"""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from graph.exports.neo4j_files import relation_type
from graph.exports.rows import Row, Rows, Value

BATCH = 500  # rows a statement
_ACTORS = "MERGE (actor:Actor {id: row.id}) SET actor += row"
_EVENTS = (
    "MATCH (source:Actor {{id: row.source}}), (target:Actor {{id: row.target}}) "
    "MERGE (source)-[event:{type} {{id: row.event.id}}]->(target) SET event += row.event"
)


def text(rows: Rows) -> str:
    """The rows as statements, actors first."""
    return "".join(f"{statement};\n" for statement in _statements(rows))


def _statements(rows: Rows) -> Iterator[str]:
    yield "CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (actor:Actor) REQUIRE actor.id IS UNIQUE"
    yield from _batches([_map(actor) for actor in rows.actors], _ACTORS)
    events = sorted(rows.events, key=lambda event: (event["relation"], event["id"]))
    for relation, group in groupby(events, key=lambda event: event["relation"]):
        yield from _batches([_event(event) for event in group], _EVENTS.format(type=relation_type(str(relation))))


def _batches(maps: Sequence[str], work: str) -> Iterator[str]:
    for start in range(0, len(maps), BATCH):
        listed = ",\n  ".join(maps[start : start + BATCH])
        yield f"UNWIND [\n  {listed}\n] AS row {work}"


def _event(event: Row) -> str:
    about = {name: value for name, value in event.items() if name not in {"source", "target"}}
    return f"{{source: {_value(event['source'])}, target: {_value(event['target'])}, event: {_map(about)}}}"


def _map(row: Row) -> str:
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in row.items()) + "}"


def _value(value: Value) -> str:
    """A literal: JSON's escapes of strings are all escapes of Cypher's too (Cypher Manual, Expressions)."""
    return json.dumps(value, ensure_ascii=False)
