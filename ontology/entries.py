"""The entries of the gazetteer's TOML files, each checked by itself.

Takes a folder, gives the entries of ``[[state]]``, ``[[actor]]`` and ``[[office]]`` of every ``*.toml`` in
it, files in the order of their names. What can be seen without the other entries is checked here: known
and required keys, the kind of every value, NFC, well-formed ids, sorted by id within a file. The first
fault raises a ``DataFileError``.
"""

import datetime as dt
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, get_args

from ontology.errors import DataFileError
from ontology.gazetteer import ActorType, NisbaForm

EntryKind = Literal["state", "actor", "office"]

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEXT = frozenset({"id", "type", "iso", "ar", "en", "state", "of", "wikidata", "source"})
_TEXTS = frozenset({"strong", "weak", "metonyms", "titles"})
_NAMES = frozenset({"strong", "weak", "metonyms", "wikidata"})
_REQUIRED: Mapping[EntryKind, frozenset[str]] = {
    "state": frozenset({"id", "iso", "source"}),
    "actor": frozenset({"id", "type", "ar", "en", "source"}),
    "office": frozenset({"id", "ar", "en", "of", "source"}),
}
_KEYS: Mapping[EntryKind, frozenset[str]] = {
    "state": _REQUIRED["state"] | _NAMES | {"ar", "en", "nisba"},
    "actor": _REQUIRED["actor"] | _NAMES | {"nisba", "state", "offices"},
    "office": _REQUIRED["office"] | {"titles", "wikidata"},
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a data file, with what a message about it needs."""

    path: Path
    kind: EntryKind
    id: str
    table: Mapping[str, Any]

    def fault(self, problem: str, mend: str) -> DataFileError:
        """The error that says what is wrong with this entry and how to mend it."""
        return DataFileError(self.path, f'{self.kind} "{self.id}"', problem, mend)

    def text(self, key: str) -> str | None:
        """The value of a key that holds one text; None where it is not given."""
        value = self.table.get(key)
        return None if value is None else str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """The value of a key that holds a list of texts; empty where it is not given."""
        return tuple(self.table.get(key, ()))


def read_entries(folder: Path) -> tuple[Entry, ...]:
    """Every entry of every ``*.toml`` in ``folder``, checked; an empty folder gives none.

    Raises ``DataFileError`` at the first fault.
    """
    return tuple(entry for path in sorted(folder.glob("*.toml")) for entry in _file(path))


def _file(path: Path) -> list[Entry]:
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError(path, "file", f"not TOML in UTF-8: {error}", "write it as TOML in UTF-8") from error
    if unknown := sorted(content.keys() - set(get_args(EntryKind))):
        raise DataFileError(path, "file", f'unknown table "{unknown[0]}"', "write [[state]], [[actor]] or [[office]]")
    entries: list[Entry] = []
    for kind in get_args(EntryKind):
        tables = content.get(kind, [])
        if not isinstance(tables, list):
            raise DataFileError(path, kind, "one table, not a list of them", f"write [[{kind}]] with two brackets")
        found = [Entry(path, kind, str(table.get("id", "")), table) for table in tables]
        for entry in found:
            _check(entry)
        _check_order(found)
        entries += found
    return entries


def _check_order(entries: list[Entry]) -> None:
    for before, after in pairwise(entries):
        if after.id < before.id:
            raise after.fault(f'stands after "{before.id}"', "sort the entries by id")


def _check(entry: Entry) -> None:
    keys = entry.table.keys()
    if unknown := sorted(keys - _KEYS[entry.kind]):
        raise entry.fault(f'unknown key "{unknown[0]}"', f"use only {', '.join(sorted(_KEYS[entry.kind]))}")
    if missing := sorted(_REQUIRED[entry.kind] - keys):
        raise entry.fault(f'no "{missing[0]}"', f'add {missing[0]} = "…"')
    for key, value in entry.table.items():
        _check_value(entry, key, value)
    if not _SLUG.fullmatch(entry.id):
        raise entry.fault("the id is no slug", "write it in a-z and 0-9, words joined by hyphens")
    if not re.fullmatch(r"Q[1-9][0-9]*", entry.text("wikidata") or "Q1"):
        raise entry.fault(f'"{entry.text("wikidata")}" is no Wikidata id', "write Q and digits, or leave it out")
    if entry.kind == "actor" and entry.table["type"] not in get_args(ActorType):
        raise entry.fault(f'bad type "{entry.table["type"]}"', f"use {', '.join(get_args(ActorType))}")
    if entry.table.get("offices") and entry.table.get("type") != "person":
        raise entry.fault("only a person holds an office", "move it to the person, or make the type person")


def _check_value(entry: Entry, key: str, value: object) -> None:
    if key in _TEXT and not isinstance(value, str):
        raise entry.fault(f'"{key}" is no text', f'write {key} = "…"')
    if key in _TEXTS and not _is_texts(value):
        raise entry.fault(f'"{key}" is no list of texts', f'write {key} = ["…", "…"]')
    if key == "nisba" and not _is_nisba(value):
        raise entry.fault('"nisba" is no table of lists of texts', "write nisba = { m = [], f = [], pl = [] }")
    if key == "offices" and not _is_tenures(value):
        raise entry.fault("a tenure is malformed", 'write { office = "id", since = 2020-05-07, until = 2022-10-27 }')
    for text in _strings(value):
        if not unicodedata.is_normalized("NFC", text):
            raise entry.fault(f'"{key}" is not NFC: "{text}"', "write it in Unicode normal form C")
        if not text.strip() or text != text.strip():
            raise entry.fault(f'"{key}" holds an empty or padded text', "remove it or its outer spaces")


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_nisba(value: object) -> bool:
    return isinstance(value, dict) and value.keys() <= set(get_args(NisbaForm)) and all(map(_is_texts, value.values()))


def _is_tenures(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_tenure, value))


def _is_tenure(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() <= {"office", "since", "until"}
        and isinstance(value.get("office"), str)
        and all(type(value[key]) is dt.date for key in value.keys() - {"office"})
    )


def _strings(value: object) -> Iterator[str]:
    """Every text inside a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value if isinstance(value, list) else value.values():
            yield from _strings(item)
