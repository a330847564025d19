"""``shabaka extract``: one JSON file an article, with its actors and relations."""

from pathlib import Path
from typing import Annotated

import typer

from graph.options import FieldNames


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("extract")(extract)


def extract(
    articles: Annotated[list[str], typer.Argument(help="Article files and folders.")],
    *,
    out: Annotated[Path, typer.Option(help="The folder to write NAME.json into; made where there is none.")],
    rules_only: Annotated[bool, typer.Option("--rules-only", help="Relations by the grammar alone.")] = False,
    rung: Annotated[str, typer.Option(help="embedded, auto or a rung of shabaka doctor.")] = "embedded",
    fields: FieldNames = "",
) -> None:
    """Write what each article says as JSON: actors, relations, statuses, evidence with its offsets.

    Exit status 1 if anything could not be read.
    """
    from graph.attempts import attempted
    from graph.extraction import FileNames, as_json, file_name
    from graph.notices import counted, end_of, report
    from graph.whole_file import made_folder, whole_file
    from ingest.intake.documents import articles as read_articles
    from ingest.intake.notices import Notice
    from ingest.intake.records import FieldMap

    made_folder(out)
    told, names = report(), FileNames()
    for article in read_articles(articles, report=told, fields=FieldMap.parse(fields)):
        reading = attempted(article, told, rules_only=rules_only, rung=rung)
        if reading is None:
            continue
        name = names.of(article)
        if name != file_name(article.name):
            told.tell(Notice(article.source, "field", f"another article is called {article.name!r}; written as {name}"))
        with whole_file(out / name) as sink:
            sink.write(as_json(reading).encode())
    typer.echo(f"{counted(told.read, 'article')} read into {out}")
    end_of(told)
