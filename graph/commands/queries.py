"""``shabaka queries``: the canned queries and what they take."""

from typing import Annotated

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("queries")(queries)


def queries(
    name: Annotated[str, typer.Argument(help="Show the text of this query.")] = "",
    *,
    language: Annotated[str, typer.Option(help="Descriptions in ar or en.")] = "en",
) -> None:
    """List the canned queries with their parameters, or show one."""
    from graph.errors import QueryError
    from graph.querying.asking import find_query
    from graph.querying.canned import canned_queries
    from graph.querying.results import Rows, draw

    if language not in {"ar", "en"}:
        raise QueryError(f"no language {language}; choose ar or en")
    if name:
        typer.echo(find_query(name).text.rstrip())
        return
    rows = tuple(
        (query.name, query.ar if language == "ar" else query.en, " ".join(map(str, query.parameters)))
        for query in canned_queries().values()
    )
    typer.echo(draw(Rows(("name", "question", "parameters"), rows)), nl=False)
