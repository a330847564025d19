"""``shabaka validate``: whether an RDF file or a store is as everything Shabaka writes must be."""

from typing import Annotated

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("validate")(validate)


def validate(
    source: Annotated[str, typer.Argument(help="An RDF file, or the folder of a store.", show_default=False)] = "",
    *,
    store: Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store, where no SOURCE is named.")] = "",
) -> None:
    """Check an RDF file or a store against the shapes; one line a finding, exit status 1 where there is any."""
    from graph.dataset import flat
    from graph.errors import StoreError
    from graph.notices import printable
    from graph.querying.sources import loaded, opened
    from graph.validation import validate

    if not (place := source or store):
        raise StoreError("name what to check: an RDF file, a store, or --store DIR")
    with opened(place) as what:
        graph = flat(loaded(what))
    findings = validate(graph)
    for finding in findings:
        typer.echo(printable(str(finding)))
    if findings:
        raise typer.Exit(1)
    typer.echo(f"{place}: {len(graph)} statements, all as they must be")
