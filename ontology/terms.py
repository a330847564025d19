"""RDF terms as N-Triples text: the form in which triples are written, and in which a store takes them."""

import re

_ESCAPE = re.compile(r'\\(?:([tbnrf"\'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))')
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_ESCAPES = str.maketrans({character: f"\\{letter}" for letter, character in _ESCAPED.items() if letter != "'"})
XSD = "http://www.w3.org/2001/XMLSchema#"


def iri(text: str) -> str:
    """An IRI as a term."""
    return f"<{text}>"


def literal(text: str, *, language: str = "", datatype: str = "") -> str:
    """A literal as a term, escaped as in canonical N-Triples."""
    escaped = text.translate(_ESCAPES)
    if language:
        return f'"{escaped}"@{language}'
    return f'"{escaped}"^^<{XSD}{datatype}>' if datatype else f'"{escaped}"'


def integer(number: int) -> str:
    """A whole number as a term."""
    return literal(str(number), datatype="integer")


def boolean(truth: bool) -> str:
    """A truth value as a term."""
    return literal("true" if truth else "false", datatype="boolean")


def day(text: str) -> str:
    """A day, given as an ISO 8601 date, as a term."""
    return literal(text, datatype="date")


def value(term: str) -> str:
    """The IRI or the text of a term."""
    if term.startswith("<"):
        return term[1:-1]
    text = term[1 : term.rindex('"')]
    return _ESCAPE.sub(_unescape, text) if "\\" in text else text


def _unescape(match: re.Match[str]) -> str:
    return _ESCAPED[match[1]] if match[1] else chr(int(match[2] or match[3], 16))
