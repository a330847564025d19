"""``shabaka import``: put RDF files into a store."""

from pathlib import Path
from typing import Annotated

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("import")(import_)


def import_(
    files: Annotated[list[Path], typer.Argument(help="RDF files; .trig and .nq keep their graphs.")],
    *,
    store: Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store; made where there is none.")],
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another writer to end.")] = 0,
) -> None:
    """Put the articles of RDF files into a store; ties and actors are computed anew."""
    from graph.errors import StoreError
    from graph.storage.transfer import import_files

    for file in files:
        if not file.is_file():
            raise StoreError(f"{file}: no such file")
    articles = import_files(store, files, wait=wait)
    typer.echo(f"{articles} articles in {store}")
