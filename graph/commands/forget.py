"""``shabaka forget``: remove an article and all that followed from it."""

from typing import Annotated

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("forget")(forget)


def forget(
    article: Annotated[str, typer.Argument(help="The article's IRI, id, URL or name.")],
    *,
    store: Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store.")],
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another writer to end.")] = 0,
) -> None:
    """Remove one article from a store, with its events, ties and actors that nothing else mentions."""
    from graph.errors import StoreError
    from graph.storage.places import writing

    with writing(store, wait=wait, make=False) as opened:
        found = opened.find(article)
        if not found:
            raise StoreError(f'{store}: no article "{article}"')
        if len(found) > 1:
            raise StoreError(f'"{article}" fits several articles, name one by its IRI: {" ".join(found)}')
        opened.forget(found[0])
    typer.echo(f"forgot {found[0]}")
