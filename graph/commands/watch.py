"""``shabaka watch``: ingest the files of a folder as they arrive."""

from pathlib import Path
from typing import Annotated

import typer

from graph.options import FieldNames, Jobs, Scheduler, StorePlace, Wait


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("watch")(watch)


def watch(
    folder: Annotated[Path, typer.Argument(help="The folder to watch, with all below it.")],
    *,
    store: StorePlace,
    fields: FieldNames = "",
    jobs: Jobs = 0,
    scheduler: Scheduler = "",
    wait: Wait = 600,
) -> None:
    """Ingest what is in a folder and then every file that arrives in it, until Ctrl-C.

    The store is open only while there is something to write, so that other commands can write to it meanwhile.
    """
    from graph.running.interruption import interruptible, tell_stopping
    from graph.running.pool import cores
    from graph.running.run import Settings, run
    from graph.running.watching import arrivals
    from graph.storage.shelf import opened
    from ingest.errors import ArticleError
    from ingest.intake.records import FieldMap

    if not folder.is_dir():
        raise ArticleError(f"{folder}: no such folder")
    if Path(store).resolve().is_relative_to(folder.resolve()):
        raise ArticleError(f"{store}: the store lies in the folder that is watched; put it elsewhere")
    settings = Settings(FieldMap.parse(fields), jobs or cores(), scheduler, form="none")
    with interruptible(tell_stopping) as wish:
        for sources in arrivals(folder, wish):
            with opened(store, wait=wait) as shelf:
                done = run(shelf, sources, settings, wish)
            typer.echo(done.summary())
    typer.echo("shabaka: no longer watching", err=True)
