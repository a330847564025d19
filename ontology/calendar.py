"""Arabic names of days, months and relative times, from ``calendar.toml``.

Gives one ``Calendar`` of maps from folded names (words joined by one space) to numbers. An unfolded or
repeated name raises ``DataFileError``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import DataFileError
from ontology.spelling import fold

PATH = Path(__file__).with_name("calendar.toml")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names to numbers; months count from 1, weekdays from Monday as 0, days and periods from the present."""

    months: Mapping[str, int]
    hijri: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    attributes: Mapping[str, int]
    periods: Mapping[str, str]  # to "week", "month" or "year"


@cache
def load_calendar(path: Path = PATH) -> Calendar:
    """The names of ``path``, checked."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    months, hijri, weekdays, days, attributes = (
        {name: int(number) for name, number in _names(path, tables, key).items()}
        for key in ("months", "hijri", "weekdays", "days", "attributes")
    )
    return Calendar(months, hijri, weekdays, days, attributes, _names(path, tables, "periods"))


def _names(path: Path, tables: Mapping[str, Mapping[str, list[str]]], key: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, names in tables.get(key, {}).items():
        for name in names:
            if fold(name) != name:
                raise DataFileError(path, key, f'"{name}" is not folded', f'write "{fold(name)}"')
            if name in found:
                raise DataFileError(path, key, f'"{name}" stands twice', "leave one")
            found[name] = value
    return found
