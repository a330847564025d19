"""Tables as text, .csv and .tsv: the first row names the fields, each further row is one article."""

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.article import Article
from ingest.intake.encoding import decode
from ingest.intake.inputs import DOCUMENT_LIMIT, Input
from ingest.intake.notices import Notice
from ingest.intake.records import FieldMap, record_articles, without_text

if TYPE_CHECKING:
    import _csv

_HEAD = 1 << 16  # bytes that tell encoding and separator
_SEPARATORS = ",;\t|"


def read_table(document: Input, fields: FieldMap) -> Iterator[Article | Notice]:
    """The articles of a table; the separator is the one that its first row has most of."""
    csv.field_size_limit(DOCUMENT_LIMIT)
    with document.open() as stream:
        head = stream.read(_HEAD)
    decoded = decode(head)
    if decoded.remark.startswith("read as"):
        yield Notice(document.source, "encoding", decoded.remark)
    first = decoded.text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    with document.open() as stream:
        text = io.TextIOWrapper(stream, decoded.encoding, errors="replace", newline="")
        rows = csv.reader(_lines(text), delimiter=separator)
        names = [name.strip() for name in next(rows, [])]
        if fields.name("text") in names:
            yield from _articles(document, rows, names, fields)
        elif names:
            yield Notice(document.source, "malformed", without_text(names, fields))


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """The lines, each cut off where it is past what a field may hold."""
    limit = DOCUMENT_LIMIT + 1
    while line := text.readline(limit):
        yield line
        while len(line) == limit and not line.endswith("\n"):
            line = text.readline(limit)


def _articles(document: Input, rows: "_csv.Reader", names: list[str], fields: FieldMap) -> Iterator[Article | Notice]:
    while True:
        source = f"{document.source}: line {rows.line_num + 1}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Notice(source, "malformed", f"no row of a table ({error})")
            continue
        if row and len(row) <= names.index(fields.name("text")):
            yield Notice(source, "malformed", f"the row ends before {fields.name('text')!r}: {_cells(row, names)}")
        elif row:
            if any(cell.strip() for cell in row[len(names) :]):
                yield Notice(source, "field", f"the row goes on after the last column: {_cells(row, names)}")
            record = dict(zip(names, row, strict=False))
            yield from record_articles(record, fields, name=f"{document.name}-{rows.line_num}", source=source)


def _cells(row: list[str], names: list[str]) -> str:
    count = f"{len(row)} cell{'' if len(row) == 1 else 's'} for {len(names)} columns"
    return f"{count}; a cell with the separator or a line break in it stands in quotation marks"
