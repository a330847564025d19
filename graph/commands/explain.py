"""``shabaka explain``: how an article was read, sentence by sentence."""

from typing import Annotated

import typer

from graph.options import FieldNames


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("explain")(explain)


def explain(
    article: Annotated[str, typer.Argument(help="An article file, or several in one.")],
    *,
    fields: FieldNames = "",
) -> None:
    """Print the text with actors and triggers marked and, under each sentence, its relations and their rules."""
    from rich.console import Console

    from graph.attempts import attempted
    from graph.explanation import lines
    from graph.notices import end_of, report
    from ingest.intake.documents import articles
    from ingest.intake.records import FieldMap

    console = Console(highlight=False, soft_wrap=True)
    told = report()
    for one in articles([article], report=told, fields=FieldMap.parse(fields)):
        reading = attempted(one, told)
        for line in lines(reading) if reading is not None else ():
            console.print(line)
    end_of(told)
