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
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed and wrong, by cause.")] = False,
) -> None:
    """Precision, recall and F1 by relation, with 95 % intervals; status, speakers, actors, calibration."""
    from rich.console import Console

    from graph.score_tables import figures_table, reliability_table
    from graph.scoring import causes, compare
    from graph.scoring_files import documents

    console = Console()
    pairs = list(documents(gold, predicted))
    console.print(figures_table([(g, p) for _, g, p in pairs]))
    console.print(reliability_table([compare(g, p) for _, g, p in pairs]))
    if errors:
        listed = sorted(
            (cause, name, f"{r['source']} {r['relation']} {r['target']}: {r.get('evidence', '')}")
            for name, g, p in pairs
            for cause, r in causes(g, p, compare(g, p))
        )
        for line in listed:
            typer.echo("\t".join(part.replace("\n", " ") for part in line))
