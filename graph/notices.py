"""How a command tells what it left out or mended while it read articles: one line each on standard error."""

import typer

from ingest.intake.notices import Notice, Report


def report() -> Report:
    """A report that tells every notice at once."""
    return Report(listener=_tell)


def printable(text: str) -> str:
    """``text`` without control characters, which a terminal would obey."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _tell(notice: Notice) -> None:
    typer.echo(f"shabaka: {printable(str(notice))}", err=True)
