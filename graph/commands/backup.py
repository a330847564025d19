"""``shabaka backup``: copy a store while others read and write it."""

from pathlib import Path
from typing import Annotated

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("backup")(backup)


def backup(
    target: Annotated[Path, typer.Argument(help="A new folder for the copy.")],
    *,
    store: Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store.")],
) -> None:
    """Copy a store to a new folder, itself a store; readers and the writer go on."""
    from graph.storage.places import folder
    from graph.storage.transfer import backup as back_up

    back_up(folder(store), target)
    typer.echo(f"{store} copied to {target}")
