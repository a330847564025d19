"""The relations of some readings as a table for the terminal: who, what, to whom, and the sentence that says so."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from graph.notices import printable
from ingest.reading import Reading

MOST = 40  # rows
WIDE = 120  # columns of the terminal from which the sentence stands beside the rest instead of below
_HEAD = ("source", "relation", "target", "status")
_NAME = {True: 14, False: 24}  # columns for an actor's name, so that the sentence has the rest

Row = tuple[str, str, str, str, str]


def relation_table(readings: Sequence[Reading], most: int = MOST, *, width: int = WIDE) -> RenderableType:
    """One row a relation, in the order of articles and of the text; of more than ``most``, the surest.

    How many were left out stands below the table. ``width`` is that of the terminal in columns.
    """
    rows = [(reading, relation) for reading in readings for relation in reading.relations]
    surest = sorted(sorted(range(len(rows)), key=lambda i: (-rows[i][1].confidence, i))[:most])
    left = len(rows) - len(surest)
    kept = []
    for reading, relation in (rows[number] for number in surest):
        names = {actor.id: actor.name for actor in reading.actors}
        sentence = reading.article.text[relation.sentence.start : relation.sentence.end]
        kept.append((names[relation.source], relation.relation, names[relation.target], relation.status, sentence))
    below = [Text(f"{left} less sure are not shown", style="italic")] if left else []
    return Group(*([_beside(kept)] if width >= WIDE else _stacked(kept)), *below)


def _beside(rows: Iterable[Row]) -> Table:
    table = _columns(Table(box=SIMPLE_HEAD, pad_edge=False), wide=True)
    table.add_column("evidence sentence")
    for row in rows:
        table.add_row(*map(_cell, row))
    return table


def _stacked(rows: Iterable[Row]) -> list[RenderableType]:
    """The relations of a sentence a line each, and the sentence below them, across the whole terminal."""
    found: list[RenderableType] = []
    for sentence, together in groupby(rows, key=lambda row: row[-1]):
        lines = _columns(Table.grid(padding=(0, 2, 0, 0)), wide=False)
        for *about, _ in together:
            lines.add_row(*map(_cell, about))
        found += [lines, Padding(_cell(sentence), (0, 0, 1, 2))]
    return found


def _columns(table: Table, *, wide: bool) -> Table:
    for name in _HEAD:
        if name in {"source", "target"}:
            table.add_column(name, max_width=_NAME[wide], min_width=0 if wide else _NAME[wide], style="bold")
        else:
            table.add_column(name, no_wrap=True, min_width=len("threatens"))
    return table


def _cell(text: str) -> Text:
    return Text(printable(" ".join(text.split())))
