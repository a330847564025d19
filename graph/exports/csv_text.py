"""Rows as CSV (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from graph.exports.rows import Value
from graph.exports.xml_text import as_text

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(head: Sequence[str], rows: Iterable[Sequence[Value | None]]) -> str:
    """A head and rows; what is None is empty."""
    sink = io.StringIO()
    writer = csv.writer(sink)
    writer.writerow(head)
    writer.writerows(["" if value is None else as_text(value) for value in row] for row in rows)
    return sink.getvalue()


def for_spreadsheets(head: Sequence[str], rows: Iterable[Sequence[Value | None]]) -> str:
    """The same for a program that would take text for a formula: that gets an apostrophe (OWASP, CSV injection).

    The byte order mark makes it read the file as UTF-8.
    """
    guarded = ([f"'{v}" if isinstance(v, str) and v.startswith(_FORMULA) else v for v in row] for row in rows)
    return "\ufeff" + table(head, guarded)


def picked(rows: Iterable[Mapping[str, Value]], columns: Iterable[str]) -> list[list[Value | None]]:
    """The values of ``columns`` of each row."""
    names = list(columns)
    return [[row.get(name) for name in names] for row in rows]
