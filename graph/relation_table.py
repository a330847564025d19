"""The relations of some readings as a table for the terminal: who, what, to whom, and the sentence that says so."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from graph.notices import printable
from ingest.reading import Reading

MOST = 200  # rows


def relation_table(readings: Sequence[Reading], most: int = MOST) -> Table:
    """One row a relation, in the order of articles and of the text; beyond ``most`` the surest are kept."""
    rows = [(reading, relation) for reading in readings for relation in reading.relations]
    surest = set(sorted(range(len(rows)), key=lambda i: (-rows[i][1].confidence, i))[:most])
    left = len(rows) - len(surest)
    table = Table(
        "source", "relation", "target", "status", "evidence sentence", caption=f"{left} more" if left else None
    )
    for number, (reading, relation) in enumerate(rows):
        if number in surest:
            names = {actor.id: actor.name for actor in reading.actors}
            sentence = reading.article.text[relation.sentence.start : relation.sentence.end]
            cells = (names[relation.source], relation.relation, names[relation.target], relation.status, sentence)
            table.add_row(*(Text(printable(" ".join(cell.split()))) for cell in cells))
    return table
