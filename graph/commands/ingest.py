"""``shabaka ingest``: read articles and add them to a store."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import FieldNames, Jobs, Scheduler, StorePlace, Wait

if TYPE_CHECKING:
    from graph.running.progress import Form
    from graph.running.run_report import RunReport

_INTERRUPTED = 130  # what a shell gives for a command that Ctrl-C ended


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("ingest")(ingest)


def ingest(
    sources: Annotated[list[str], typer.Argument(help="Article files, folders, patterns; - for standard input.")],
    *,
    store: StorePlace,
    fields: FieldNames = "",
    jobs: Jobs = 0,
    scheduler: Scheduler = "",
    rules_only: Annotated[bool, typer.Option("--rules-only", help="Relations by the grammar alone.")] = False,
    rung: Annotated[str, typer.Option(help="embedded, auto or a rung of shabaka doctor.")] = "embedded",
    reread: Annotated[bool, typer.Option("--reread", help="Also read again what another version has read.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first failure.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, no summary; failures are still told.")] = False,
    progress: Annotated[str, typer.Option(help="bar, or json: one JSON object a line.")] = "bar",
    report: Annotated[
        Path | None,
        typer.Option(
            help="Where to write what was read and left out, as JSON; else report.json in the store's folder."
        ),
    ] = None,
    wait: Wait = 0,
) -> None:
    """Read articles and add to a store what is new or changed in them.

    Ctrl-C finishes the articles in flight; the same command goes on with the rest. Exit status 1 if anything
    could not be read.
    """
    from graph.querying.sources import is_address
    from graph.running.interruption import interruptible, tell_stopping
    from graph.running.pool import cores
    from graph.running.run import Settings, run
    from graph.running.run_report import write_report
    from graph.running.way import Way
    from graph.storage.shelf import opened
    from ingest.intake.records import FieldMap
    from ingest.ladder import choose

    if progress not in {"bar", "json"}:
        raise typer.BadParameter(f"{progress}: choose bar or json", param_hint="--progress")
    form: Form = "json" if progress == "json" else "none" if quiet else "bar"
    settings = Settings(
        FieldMap.parse(fields),
        jobs or cores(),
        scheduler,
        Way(rules_only, choose(rung)),
        reread=reread,
        strict=strict,
        form=form,
    )
    with opened(store, wait=wait) as shelf, interruptible(tell_stopping) as wish:
        done = run(shelf, sources, settings, wish)
    if report or not is_address(store):  # a store elsewhere has no folder, and nobody named one for the report
        write_report(done, report or Path(store) / "report.json")
    if form == "bar":
        typer.echo(done.summary())
    _judge(done, strict=strict, told=form != "json")


def _judge(done: "RunReport", *, strict: bool, told: bool) -> None:
    """End with the status that the run deserves; ``told``: whether failures stand on standard error already."""
    from graph.errors import IngestionError
    from ingest.errors import ArticleError

    if strict and done.failed:
        raise IngestionError("stopped at the first failure; what was read before is stored")
    if done.interrupted:
        typer.echo("shabaka: interrupted; the same command goes on with the rest", err=True)
        raise typer.Exit(_INTERRUPTED)
    if not done.articles and done.told:
        untold = [one for one in done.told if one.state != "remark" and not (told and one.state == "failed")]
        if not untold and done.failed:
            raise typer.Exit(ArticleError.exit_status)
        first, others = (untold or done.told)[0], done.failed + done.states["skipped"] - 1
        more = f" (and {others} more without an article)" if others > 0 else ""
        raise ArticleError(f"{first.place}: {first.message}{more}")
    if done.failed:
        raise typer.Exit(1)
