"""The command line ``shabaka``: one module a command in ``graph/commands``, mounted here.

Only typer and rich are imported at start; a command imports what it needs when it runs.
"""

import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated

import typer
from rich.console import Console

from graph import commands
from ontology.errors import ShabakaError

cli = typer.Typer(
    name="shabaka",
    help="Who threatens, meets, demands of and supports whom, read from Arabic news.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_debug = {"on": False}


@cli.callback()
def options(
    *,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback when something goes wrong.")] = False,
) -> None:
    """Who threatens, meets, demands of and supports whom, read from Arabic news."""
    _debug["on"] = debug


for _module in sorted(module.name for module in iter_modules(commands.__path__)):
    import_module(f"graph.commands.{_module}").register(cli)


def app() -> None:
    """Run the command line; an error of Shabaka's own is one line and its exit status."""
    try:
        cli()
    except ShabakaError as error:
        if _debug["on"]:
            raise
        from graph.notices import printable

        told = printable(" ".join(str(error).split("\n")))
        Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True).print(f"shabaka: {told}")
        sys.exit(error.exit_status)


if __name__ == "__main__":
    app()
