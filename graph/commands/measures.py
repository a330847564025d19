"""``shabaka measures``: who counts in a network, as a table."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.drawing.measure_table import Row


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("measures")(measures)


def measures(
    source: Annotated[
        str, typer.Argument(metavar="[SOURCE]", help="An RDF file or a store, unless --store names it.")
    ] = "",
    *,
    store: Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store to measure.")] = "",
    by: Annotated[str, typer.Option(help="degree, betweenness, pagerank or brokerage.")] = "degree",
    top: Annotated[int, typer.Option(min=0, help="Actors listed; 0 is all.")] = 20,
    format_: Annotated[str, typer.Option("--format", help="table, csv or json.")] = "table",
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
) -> None:
    """List the actors by events, betweenness, PageRank or brokerage, with the balance of support and threat."""
    from graph.drawing.measure_table import FORMATS, as_csv, as_json, rows
    from graph.drawing.measures import asserted, triads
    from graph.drawing.network_source import read_network
    from graph.errors import DrawingError
    from graph.whole_file import whole_file

    if format_ not in FORMATS:
        raise DrawingError(f"no format {format_}; choose one of {', '.join(FORMATS)}")
    if not (place := source or store):
        raise DrawingError("name what to measure: --store DIR, SHABAKA_STORE, or an RDF file")
    network = read_network(place)
    found = rows(network, by)[: top or None]
    balance = triads(asserted(network))
    if format_ == "table" and out is None:
        _draw(found, balance.balanced, balance.unbalanced)
        return
    text = as_json(found, balance) if format_ == "json" else as_csv(found)
    if out is None:
        typer.echo(text, nl=False)
        return
    with whole_file(out) as sink:
        sink.write(text.encode())


def _draw(found: "list[Row]", balanced: int, unbalanced: int) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("actor", "type", "given", "received", "betweenness", "PageRank", "brokerage", "community", box=None)
    for row in found:
        broker = "" if row.brokerage is None else f"{row.brokerage:.3f}"
        counts = str(row.given), str(row.received)
        table.add_row(
            row.name,
            row.type,
            *counts,
            f"{row.betweenness:.4f}",
            f"{row.pagerank:.4f}",
            broker,
            str(row.community or ""),
        )
    console = Console(markup=False, highlight=False, soft_wrap=True)
    console.print(table)
    console.print(f"triads of support and threat: {balanced} balanced, {unbalanced} not")
