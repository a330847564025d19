"""``shabaka view``: the network as one HTML page that opens from disk."""

from pathlib import Path
from typing import Annotated

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("view")(view)


def view(
    source: Annotated[
        str, typer.Argument(metavar="[SOURCE]", help="An RDF file or a store, unless --store names it.")
    ] = "",
    *,
    out: Annotated[Path, typer.Option(help="The HTML file to write.")],
    store: Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store to draw.")] = "",
    actor: Annotated[str, typer.Option(help="Only this actor, by name or id, and who is near.")] = "",
    depth: Annotated[int, typer.Option(min=1, max=5, help="Steps from the actor.")] = 1,
    relation: Annotated[list[str] | None, typer.Option(help="Only this relation; may be repeated.")] = None,
    since: Annotated[str, typer.Option(help="Only events from this day on, e.g. 2021-04-07.")] = "",
    until: Annotated[str, typer.Option(help="Only events up to this day.")] = "",
    top: Annotated[int, typer.Option(min=1, max=1000, help="Actors shown at first.")] = 200,
    language: Annotated[str, typer.Option(help="The language it opens in: ar or en.")] = "ar",
    title: Annotated[str, typer.Option(help="The title of the page.")] = "",
) -> None:
    """Write the network as a page: who threatens, meets, demands of and supports whom, with every sentence."""
    from graph.drawing.view import Wanted, page_of
    from graph.errors import DrawingError
    from graph.whole_file import whole_file

    place = source or store
    if not place:
        raise DrawingError("name what to draw: --store DIR, SHABAKA_STORE, or an RDF file")
    wanted = Wanted(actor, depth, relation or (), since, until, top=top, language=language, title=title)
    page = page_of(place, wanted)
    with whole_file(out) as sink:
        sink.write(page.text.encode("utf-8"))
    typer.echo(f"{page.actors} actors, {out.stat().st_size / 1e6:.1f} MB: {out}")
    if page.left_out:
        typer.echo(f"shabaka: {page.said_of_left_out()}", err=True)
