"""How a command tells what it left out or mended while it read articles: one line each on standard error."""

import typer

from ingest.intake.notices import Notice, Report


def report() -> Report:
    """A report that tells every notice at once."""
    return Report(listener=_tell)


def counted(count: int, noun: str) -> str:
    """``count`` with its noun: 1 article, 2 articles."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def end_of(told: Report) -> None:
    """End a command with status 1 where a document could not be read."""
    if told.failed:
        raise typer.Exit(1)


def printable(text: str) -> str:
    """``text`` without control characters, which a terminal would obey."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _tell(notice: Notice) -> None:
    typer.echo(f"shabaka: {printable(str(notice))}", err=True)
