"""The command line ``shabaka``: one module a command in ``graph/commands``, mounted here.

Only typer and rich are imported at start; a command imports what it needs when it runs.
"""

import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated, NoReturn

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
LONGEST_NAME = 200  # characters of a file's name in a message
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
    """Run the command line; an error of Shabaka's own is one line and its exit status, as is the system's refusal."""
    try:
        cli()
    except ShabakaError as error:
        if _debug["on"]:
            raise
        _tell(str(error), error.exit_status)
    except OSError as error:
        if _debug["on"] or error.filename is None:
            raise
        _tell(f"{_short(os.fsdecode(error.filename))}: {error.strerror}", 1)


def _tell(problem: str, status: int) -> NoReturn:
    """End the program with one line on standard error."""
    from graph.notices import printable

    told = printable(" ".join(problem.split("\n")))
    Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True).print(f"shabaka: {told}")
    sys.exit(status)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


if __name__ == "__main__":
    app()
