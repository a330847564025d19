"""``shabaka evaluate``: predictions against gold annotations."""

from pathlib import Path
from typing import Annotated

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("evaluate")(evaluate)


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold annotations, NAME.json.")],
    predicted: Annotated[Path, typer.Argument(help="Folder that shabaka extract wrote.")],
    *,
    errors: Annotated[bool, typer.Option("--errors", help="Count what went wrong by cause, and list it.")] = False,
) -> None:
    """Precision, recall and F1 by relation, with 95 % intervals; status, speakers, actors, calibration."""
    from rich.console import Console

    from graph.scoring.error_causes import faults
    from graph.scoring.score_tables import causes_table, figures, figures_table, matched_table, reliability_table
    from graph.scoring.scoring import compare
    from graph.scoring.scoring_files import documents, unpredicted

    named = list(documents(gold, predicted))
    if missing := unpredicted(gold, predicted):
        typer.echo(f"shabaka: {missing} of {len(named)} articles have no prediction and count as empty", err=True)
    pairs = [(g, p) for _, g, p in named]
    outcomes = [compare(g, p) for g, p in pairs]
    found = figures(pairs)
    console = Console(highlight=False)
    for table in (figures_table(found), matched_table(found), reliability_table(outcomes)):
        console.print(table)
        console.print()
    if errors:
        listed = [(f, name) for (name, g, p), o in zip(named, outcomes, strict=True) for f in faults(g, p, o)]
        console.print(causes_table(fault for fault, _ in listed))
        console.print()
        for fault, name in sorted(listed):
            typer.echo(f"{fault.kind}\t{fault.cause}\t{name}\t{fault.text}")
