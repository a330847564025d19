"""The tokens of a SPARQL query, by the terminals of SPARQL 1.1 (section 19.8). The standard library is all it needs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TERMINAL = re.compile(
    r"""
    (?P<space>\s+|\#[^\r\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''
        |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<number>[+-]?(?:(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+|\d*\.\d+|\d+))
    | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:(?:[\w:-]|%[0-9A-Fa-f]{2}|\\\W|\.+(?=[\w:%\\-]))*))
    | (?P<word>[A-Za-z]\w*)
    | (?P<mark>\^\^|&&|\|\||!=|<=|>=|[][{}();,.=<>!+\-*/|^?])
    """,
    re.VERBOSE | re.DOTALL,
)
_BLANK = re.compile(r"_:[\w.-]*")


class NotUnderstoodError(Exception):
    """A query holds what is not read here; it is left as it is."""


class Token(NamedTuple):
    """A terminal: its kind, its text and where that stands, half open, in characters."""

    kind: str
    text: str
    start: int
    end: int


def names_used(query: str) -> Iterator[tuple[str, int, bool]]:
    """The prefix of every prefixed name, where it stands, and whether it is declared there; the rest is passed over."""
    at, before = 0, ""
    while at < len(query):
        match = _BLANK.match(query, at) or _TERMINAL.match(query, at)
        kind, text = (match.lastgroup, match[0]) if match else (None, query[at])
        if kind == "name":
            yield text.partition(":")[0], at, before == "PREFIX"
        if kind != "space":
            before = text.upper()
        at += len(text) or 1


def tokens(query: str) -> list[Token]:
    """The tokens, comments and space left out. Raises ``NotUnderstoodError``."""
    found, at = [], 0
    while at < len(query):
        match = _TERMINAL.match(query, at)
        if not match or not match.lastgroup:
            raise NotUnderstoodError
        if match.lastgroup != "space":
            text = f"?{match[0][1:]}" if match.lastgroup == "variable" else match[0]  # $x is ?x
            found.append(Token(match.lastgroup, text, match.start(), match.end()))
        at = match.end()
    return found
