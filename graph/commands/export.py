"""``shabaka export``: write what a store or a file holds as RDF, or its network for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.querying.sources import Source

_RDF = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")
_FILES = ("graphml", "gexf", "cytoscape", "cypher")
_FOLDERS = ("csv", "neo4j")
_FORMATS = (*_RDF, *_FILES, *_FOLDERS)
_ENDINGS = {f".{name}": name for name in ("graphml", "gexf", "cypher")}


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("export")(export)


def export(
    *,
    store: Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store, its address, or an RDF file.")],
    out: Annotated[Path, typer.Option(help="The file to write; of csv and neo4j the folder.")],
    format_: Annotated[
        str, typer.Option("--format", help=f"One of {', '.join(_FORMATS)}; without it what the ending of --out says.")
    ] = "",
    since: Annotated[str, typer.Option(help="Only events from this day on, e.g. 2021-04-07.")] = "",
    relation: Annotated[str, typer.Option(help="Only threatens, meets, demands or supports.")] = "",
    actor: Annotated[str, typer.Option(help="Only events of this actor, by name or id.")] = "",
) -> None:
    """Write a store, whole or in part: as RDF, of which trig and nquads can be imported again, or as a network.

    graphml and gexf (Gephi), cytoscape (JSON), cypher, neo4j and csv take an RDF file as well as a store.
    """
    from graph.errors import StoreError
    from graph.querying.asking import known_prefixes
    from graph.querying.sources import FILE_FORMS, loaded, opened
    from graph.storage.dump import dump, dump_part
    from graph.whole_file import whole_file

    format_ = format_ or {**FILE_FORMS, **_ENDINGS}.get(out.suffix.lower(), "turtle")
    if format_ not in _FORMATS:
        raise StoreError(f"no format {format_}; choose one of {', '.join(_FORMATS)}")
    if format_ not in _RDF:
        _network(store, out, format_, since=since, relation=relation, actor=actor)
        return
    with opened(store) as source:
        part = _part(source, since=since, relation=relation, actor=actor)
        snapshot = loaded(source)
        with whole_file(out) as sink:
            if not any(part.values()):
                dump(snapshot, sink, format_, prefixes=known_prefixes())
                return
            events = dump_part(snapshot, sink, format_, prefixes=known_prefixes(), **part)
    typer.echo(f"{events} events")


def _network(store: str, out: Path, form: str, *, since: str, relation: str, actor: str) -> None:
    from graph import exports
    from graph.drawing.narrowing import narrowed
    from graph.drawing.network_source import read_network
    from graph.output import write_set
    from graph.whole_file import whole_file

    relations = [relation] if relation else []
    network = narrowed(read_network(store), actor=actor, depth=0, relations=relations, since=since)
    if form in _FOLDERS:
        write_set(out, exports.texts(network, form))
    else:
        with whole_file(out) as sink:
            sink.write(exports.text(network, form).encode())
    typer.echo(f"{network.number_of_nodes()} actors, {network.number_of_edges()} events")


def _part(source: "Source", *, since: str, relation: str, actor: str) -> dict[str, str]:
    """The restrictions as ``dump_part`` takes them. Raises ``QueryError`` for a value that does not fit."""
    from graph.querying.actor_search import resolve_actor
    from graph.querying.asking import Asker
    from graph.querying.canned import Parameter, term
    from graph.querying.evaluation import Standby
    from graph.storage.terms import value

    part = {"since": value(term(Parameter("since", "date"), since)) if since else ""}
    part["relation"] = value(term(Parameter("relation", "relation"), relation)) if relation else ""
    part["actor"] = ""
    if actor:
        with Standby() as standby:
            part["actor"] = resolve_actor(Asker(source, standby), actor)
    return part
