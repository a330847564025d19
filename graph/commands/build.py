"""``shabaka build``: articles in, a graph and a network page out."""

from pathlib import Path
from typing import Annotated

import typer

from graph.options import FieldNames


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("build")(build)


def build(
    articles: Annotated[list[str], typer.Argument(help="Article files and folders.")],
    *,
    out: Annotated[Path, typer.Option(help="The folder to write graph.ttl and network.html into.")] = Path("output"),
    fields: FieldNames = "",
    language: Annotated[str, typer.Option(help="Language of the page: ar or en.")] = "ar",
    rules_only: Annotated[bool, typer.Option("--rules-only", help="Relations by the grammar alone.")] = False,
    rung: Annotated[str, typer.Option(help="embedded, auto or a rung of shabaka doctor.")] = "embedded",
) -> None:
    """Read articles, write graph.ttl and network.html, and print who does what to whom.

    Exit status 1 if anything could not be read.
    """
    from rich.console import Console

    from graph import dataset
    from graph.attempts import attempted
    from graph.drawing.network import from_dataset
    from graph.drawing.view import Wanted, page_of
    from graph.notices import counted, end_of, report
    from graph.output import write_set
    from graph.relation_table import relation_table
    from graph.whole_file import made_folder
    from ingest.intake.documents import articles as read_articles
    from ingest.intake.records import FieldMap

    made_folder(out)
    told = report()
    found = read_articles(articles, report=told, fields=FieldMap.parse(fields), once=True)
    tried = (attempted(article, told, rules_only=rules_only, rung=rung) for article in found)
    readings = [reading for reading in tried if reading is not None]
    flat = dataset.of(readings)
    network = from_dataset(flat)
    page = page_of(network, Wanted(language=language)) if network.number_of_edges() else None
    write_set(out, {"graph.ttl": dataset.turtle(flat), "network.html": page.text if page else None})
    relations = sum(len(reading.relations) for reading in readings)
    if relations:
        console = Console()
        console.print(relation_table(readings, width=console.width))
    else:
        typer.echo("shabaka: no relation between two actors was read, so there is no network.html", err=True)
    if page and page.left_out:
        typer.echo(f"shabaka: {page.said_of_left_out()}", err=True)
    counts = (told.read, "article"), (relations, "relation"), (network.number_of_nodes(), "actor")
    typer.echo(f"{', '.join(counted(*count) for count in counts)} in {out}")
    end_of(told)
