"""The relations of some readings as a table for the terminal: who, what, to whom, and the sentence that says so."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from graph.notices import printable
from ingest.reading import Reading

MOST = 40  # rows
_NAME = 14  # columns of the terminal for an actor's name, so that the sentence has the rest


def relation_table(readings: Sequence[Reading], most: int = MOST) -> Table:
    """One row a relation, in the order of articles and of the text; of more than ``most``, the surest.

    How many were left out stands below the table.
    """
    rows = [(reading, relation) for reading in readings for relation in reading.relations]
    surest = set(sorted(range(len(rows)), key=lambda i: (-rows[i][1].confidence, i))[:most])
    left = len(rows) - len(surest)
    table = Table(
        box=SIMPLE_HEAD,
        pad_edge=False,
        caption_justify="left",
        caption=f"{left} less sure are not shown" if left else None,
    )
    table.add_column("source", max_width=_NAME)
    table.add_column("relation", no_wrap=True)
    table.add_column("target", max_width=_NAME)
    table.add_column("status", no_wrap=True)
    table.add_column("evidence sentence")
    for number, (reading, relation) in enumerate(rows):
        if number in surest:
            names = {actor.id: actor.name for actor in reading.actors}
            sentence = reading.article.text[relation.sentence.start : relation.sentence.end]
            cells = (names[relation.source], relation.relation, names[relation.target], relation.status, sentence)
            table.add_row(*(Text(printable(" ".join(cell.split()))) for cell in cells))
    return table
