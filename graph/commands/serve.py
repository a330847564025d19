"""``shabaka serve``: a store over HTTP, for SPARQL clients and for browsers."""

from typing import Annotated

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("serve")(serve)


def serve(
    *,
    store: Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store, or an RDF file.")],
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 for every network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free port.")] = 8010,
    name: Annotated[list[str] | None, typer.Option(help="A host name it answers to; may be repeated.")] = None,
    timeout: Annotated[float, typer.Option(min=0.01, help="Seconds after which a query is stopped.")] = 30,
    memory: Annotated[int, typer.Option(min=16, help="Megabytes a query may take.")] = 2048,
    at_once: Annotated[int, typer.Option(min=1, max=64, help="Queries that run side by side.")] = 4,
) -> None:
    """Serve a store: SPARQL endpoint at /sparql, query page at /, network at /network. It only reads."""
    from graph.querying.asking import Limits
    from graph.querying.sources import opened
    from graph.server.application import application
    from graph.server.listening import listen, run
    from graph.storage.places import folder

    with opened(str(folder(store))):  # what cannot be opened is told before anybody asks
        pass
    app = application(store, limits=Limits(timeout, memory), at_once=at_once, names=[host, *(name or [])])
    with listen(host, port) as listener:
        typer.echo(f"{store} at {listener.address} (ends with Ctrl+C)")
        run(app, listener)
