"""``shabaka restore``: make a store what a backup of it is."""

from pathlib import Path
from typing import Annotated

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("restore")(restore)


def restore(
    source: Annotated[Path, typer.Argument(help="The backup.")],
    *,
    store: Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store to restore.")],
    replace: Annotated[bool, typer.Option("--replace", help="Restore over what the store holds.")] = False,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another writer to end.")] = 0,
) -> None:
    """Make a store what a backup is; until that is complete the old content stays."""
    from graph.storage.places import folder
    from graph.storage.transfer import restore as restore_from

    restore_from(source, folder(store), replace=replace, wait=wait)
    typer.echo(f"{store} restored from {source}")
