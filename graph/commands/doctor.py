"""``shabaka doctor``: which analysis rungs can be used here, and how to get the others."""

import typer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("doctor")(doctor)


def doctor() -> None:
    """Tell which rungs of analysis are installed, and which command installs each of the others."""
    from rich.console import Console
    from rich.table import Table

    from ingest.ladder import LADDER, choose, missing
    from ingest.text.catalogue import data_folder

    table = Table("rung", "gives", "state", box=None, pad_edge=False)
    for step in LADDER:
        lacking = " and ".join(f"camel_data -i {package}" for package in missing(step.name))
        table.add_row(step.name, step.gives, f"run {lacking}" if lacking else "installed")
    console = Console(highlight=False, soft_wrap=True, width=200)
    console.print(table)
    console.print(f"--rung auto uses {choose()}; without --rung, reading uses embedded", markup=False)
    console.print(f"packages are looked for in {data_folder()}", markup=False)
