"""Canned queries: the ``.rq`` files of ``queries/``, with what each asks and which parameters it takes.

The head of a file is comments: ``# ar:`` and ``# en:`` describe it, ``# param NAME: TYPE = DEFAULT`` is one
parameter (required where there is no default), its variable ``?NAME``. A query file of the user's own may
have the same head. The name of a query is its file's stem.
"""

import datetime as dt
import decimal
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from graph.errors import QueryError
from graph.storage.store import is_iri
from graph.storage.terms import iri, literal
from ontology.errors import DataFileError

FOLDER = Path(__file__).with_name("queries")
Type = Literal["actor", "article", "relation", "date", "integer", "decimal", "text"]
_DESCRIPTION = re.compile(r"^# (ar|en): (.+)$", re.MULTILINE)
_COUNT = re.compile(r"\b(?:LIMIT|OFFSET)\s+[?$](\w+)", re.IGNORECASE)
_MOST = 1 << 63
_PARAMETER = re.compile(r"^# param (\w+): *(\w+)(?: *= *(.*))?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its variable, what it takes, and its value where none is given (``None``: required)."""

    name: str
    type: Type
    default: str | None = None

    def __str__(self) -> str:
        return f"--{self.name} {self.type.upper()}" if self.default is None else f"[--{self.name} {self.default}]"


@dataclass(frozen=True, slots=True)
class CannedQuery:
    """A query with its head."""

    name: str
    text: str
    ar: str
    en: str
    parameters: tuple[Parameter, ...]

    def terms(self, given: Mapping[str, str]) -> dict[str, str]:
        """The term of every parameter, from what the user gave (actors and articles already as IRIs).

        Raises ``QueryError`` for a missing, unknown or unfitting value.
        """
        known = {parameter.name for parameter in self.parameters}
        if strange := sorted(given.keys() - known):
            takes = ", ".join(f"--{name}" for name in sorted(known)) or "none"
            raise QueryError(f"{self.name} has no parameter --{strange[0]}; it takes {takes}")
        terms = {}
        for parameter in self.parameters:
            text = given.get(parameter.name, parameter.default)
            if text is None:
                raise QueryError(f"{self.name} needs --{parameter.name} ({parameter.type})")
            terms[parameter.name] = term(parameter, text)
            if parameter.name in _counts(self.text) and not 0 <= int(text) < _MOST:
                raise QueryError(f"--{parameter.name}: {text!r} is no number of rows: write 0 or more")
        return terms


def _counts(text: str) -> set[str]:
    """The variables that stand where only a number of rows may."""
    return {match[1] for match in _COUNT.finditer(text)}


@cache
def canned_queries() -> Mapping[str, CannedQuery]:
    """All canned queries by name, sorted. Raises ``DataFileError`` for a head that is not as it should be."""
    found = {}
    for path in sorted(FOLDER.glob("*.rq")):
        query = read_query(path.stem, path.read_text(encoding="utf-8"))
        if not (query.ar and query.en):
            raise DataFileError(path, "head", "no description", "add lines # ar: … and # en: …")
        found[query.name] = query
    return found


def read_query(name: str, text: str) -> CannedQuery:
    """A query and its head; without a head there are no parameters. Raises ``DataFileError``."""
    described = dict(_DESCRIPTION.findall(text))
    parameters = []
    for variable, type_, default in _PARAMETER.findall(text):
        if type_ not in get_args(Type):
            one_of = ", ".join(get_args(Type))
            raise DataFileError(name, f"param {variable}", f"no type {type_}", f"write one of {one_of}")
        parameters.append(Parameter(variable, type_, default or None))
    return CannedQuery(name, text, described.get("ar", ""), described.get("en", ""), tuple(parameters))


def term(parameter: Parameter, text: str) -> str:
    """The text as a term of the parameter's type. Raises ``QueryError`` where it does not fit."""
    try:
        return _term(parameter.type, text)
    except (ValueError, decimal.InvalidOperation) as error:
        raise QueryError(f"--{parameter.name}: {text!r} is no {_EXPECTED[parameter.type]}") from error


_EXPECTED: Mapping[Type, str] = {
    "actor": "actor",
    "article": "article",
    "relation": "relation: threatens, meets, demands or supports",
    "date": "date: write 2021-04-07",
    "integer": "whole number",
    "decimal": "number",
    "text": "text",
}


def _term(type_: Type, text: str) -> str:
    if type_ == "date":
        return literal(dt.date.fromisoformat(text).isoformat(), datatype="date")
    if type_ == "integer":
        return str(int(text))  # bare, so that it may also stand after LIMIT
    if type_ == "decimal":
        number = decimal.Decimal(text)
        if not number.is_finite():
            raise ValueError
        return f"{number:f}"
    if type_ == "relation":
        from ontology.vocabulary import RELATION_CONCEPT

        if text not in RELATION_CONCEPT:
            raise ValueError
        return iri(str(dict(RELATION_CONCEPT.items())[text]))
    if type_ == "text":
        return literal(text)
    if not is_iri(text):
        raise ValueError
    return iri(text)
