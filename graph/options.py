"""Options that several commands have, with their help."""

from typing import Annotated

import typer

StorePlace = Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store; made where there is none.")]
FieldNames = Annotated[str, typer.Option("--map", help="What fields of records are called: title=headline,text=body.")]
Jobs = Annotated[int, typer.Option(min=0, help="Processes that read; 0: as many as there are cores.")]
Scheduler = Annotated[str, typer.Option(help="Read on the Dask cluster of this scheduler: tcp://HOST:8786.")]
Wait = Annotated[float, typer.Option(min=0, help="Seconds to wait for another writer to end.")]
