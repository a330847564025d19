"""Arabic names of days, months and relative times, from ``calendar.toml``.

Gives one ``Calendar`` of maps from folded names (words joined by one space) to numbers. An unfolded or
repeated name, or a missing table, raises ``DataFileError``.
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
    numbers: Mapping[str, int]
    directions: Mapping[str, int]  # -1 back, 1 ahead
    ordinals: Mapping[str, int]  # of a day in its month
    periods: Mapping[str, str]  # to "week", "month" or "year"
    units: Mapping[str, str]  # to "day", "week", "month" or "year"
    duals: Mapping[str, str]
    openers: Mapping[str, str]


@cache
def load_calendar(path: Path = PATH) -> Calendar:
    """The names of ``path``, checked."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    months, hijri, weekdays, days, attributes, numbers, directions, ordinals = (
        {name: int(number) for name, number in _names(path, tables, key).items()}
        for key in ("months", "hijri", "weekdays", "days", "attributes", "numbers", "directions", "ordinals")
    )
    texts = (_names(path, tables, key) for key in ("periods", "units", "duals", "openers"))
    return Calendar(months, hijri, weekdays, days, attributes, numbers, directions, ordinals, *texts)


def _names(path: Path, tables: Mapping[str, Mapping[str, list[str]]], key: str) -> dict[str, str]:
    if key not in tables:
        raise DataFileError(path, key, "is missing", "add the table")
    found: dict[str, str] = {}
    for value, names in tables[key].items():
        for name in names:
            if fold(name) != name:
                raise DataFileError(path, key, f'"{name}" is not folded', f'write "{fold(name)}"')
            if name in found:
                raise DataFileError(path, key, f'"{name}" stands twice', "leave one")
            found[name] = value
    return found
