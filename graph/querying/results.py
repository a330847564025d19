"""Query results for a reader: W3C's JSON form (SPARQL 1.1 Query Results JSON) as a table in the terminal.

Literals show their text, IRIs the shortest name the known prefixes give them. A column of Arabic is set to
the right, so that its beginnings stand under each other, and each cell is isolated (Unicode UAX 9), so that
Latin letters and punctuation in it do not jump.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

Cell = str | None
_RIGHT_TO_LEFT = ("R", "AL")
_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate, pop directional isolate


@dataclass(frozen=True, slots=True)
class Rows:
    """The variables of a SELECT and its solutions, or one row ``true`` or ``false`` of an ASK."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def read_json(data: bytes, prefixes: Mapping[str, str]) -> Rows:
    """The rows of a result in W3C's JSON form; IRIs are shortened by ``prefixes``, unbound is ``None``."""
    content = json.loads(data)
    if "boolean" in content:
        return Rows(("answer",), ((str(content["boolean"]).lower(),),))
    names = tuple(content["head"]["vars"])
    bindings = content["results"]["bindings"]
    shortened = sorted(prefixes.items(), key=lambda item: -len(item[1]))
    return Rows(names, tuple(tuple(_cell(row.get(name), shortened) for name in names) for row in bindings))


def table(rows: Rows) -> Table:
    """The rows as a table for rich; no rows give the head alone."""
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False)
    for number, name in enumerate(rows.variables):
        column = [row[number] or "" for row in rows.rows]
        justify = "right" if _mostly_right_to_left(column) or _numbers(column) else "left"
        drawn.add_column(name, justify=justify, overflow="fold")  # type: ignore[arg-type]
    for row in rows.rows:
        drawn.add_row(*(Text(_isolated(cell or "")) for cell in row))  # not markup: [/] in an article is text
    return drawn


def draw(rows: Rows, *, width: int | None = 1000) -> str:
    """The rows as text; ``width`` in characters, ``None`` for that of the terminal."""
    from rich.console import Console

    console = Console(width=width, force_terminal=width is None)
    with console.capture() as capture:
        console.print(table(rows))
    lines = [line.rstrip() for line in capture.get().splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def _cell(term: Mapping[str, str] | None, prefixes: Sequence[tuple[str, str]]) -> Cell:
    if term is None:
        return None
    value = term["value"]
    if term["type"] != "uri":
        return value
    for prefix, start in prefixes:
        rest = value.removeprefix(start)
        if rest != value and rest and not set(rest) & set("/#?="):
            return f"{prefix}:{rest}"
    return value


def _isolated(text: str) -> str:
    shown = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)
    return shown if shown.isascii() else f"{_ISOLATE}{shown}{_END}"


def _mostly_right_to_left(column: Sequence[str]) -> bool:
    kinds = [_direction(text) for text in column]
    return sum(kind in _RIGHT_TO_LEFT for kind in kinds) * 2 > sum(bool(kind) for kind in kinds)


def _direction(text: str) -> str:
    """The bidirectional class of the first letter that has a direction of its own; empty if none has."""
    kinds = (unicodedata.bidirectional(c) for c in text)
    return next((kind for kind in kinds if kind == "L" or kind in _RIGHT_TO_LEFT), "")


def _numbers(column: Sequence[str]) -> bool:
    texts = [text for text in column if text]
    return bool(texts) and all(text.lstrip("-").replace(".", "", 1).isdecimal() for text in texts)
