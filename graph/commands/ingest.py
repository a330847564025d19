"""``shabaka ingest``: read articles and add them to a store."""

from pathlib import Path
from typing import Annotated

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("ingest")(ingest)


def ingest(
    sources: Annotated[list[str], typer.Argument(help="Article files, folders, patterns; - for standard input.")],
    *,
    store: Annotated[Path, typer.Option(envvar="SHABAKA_STORE", help="The store; made where there is none.")],
    fields: Annotated[
        str, typer.Option("--map", help="What fields of records are called: title=headline,text=body.")
    ] = "",
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another writer to end.")] = 0,
    rules_only: Annotated[bool, typer.Option("--rules-only", help="Relations by the grammar alone.")] = False,
) -> None:
    """Read articles and add them to a store; an article that is there already is replaced."""
    from collections import Counter
    from functools import partial

    from graph.article_store import writing
    from graph.ingestion import article_triples
    from graph.ingestion import ingest as ingest_articles
    from ingest.documents import articles
    from ingest.notices import Report
    from ingest.records import FieldMap

    report = Report(listener=lambda notice: typer.echo(str(notice), err=True))
    found = articles(sources, report=report, fields=FieldMap.parse(fields), once=True)
    counts: Counter[str] = Counter()
    with writing(store, wait=wait) as opened:
        for outcome in ingest_articles(opened, found, triples=partial(article_triples, rules_only=rules_only)):
            counts[outcome.state] += 1
            if outcome.state == "failed":
                typer.echo(f"{outcome.article.source or outcome.article.name}: {outcome.message}", err=True)
    failed = counts["failed"] + report.failed
    typer.echo(f"{counts['stored']} stored, {counts['unchanged']} unchanged, {report.skipped} skipped, {failed} failed")
    if failed:
        raise typer.Exit(1)
