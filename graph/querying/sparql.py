"""From the text of a query to one that may be evaluated: known prefixes, parameters, nothing but reading.

Order: parameters are put in as terms, code point escapes become characters, the result is parsed by rdflib,
and its tree is searched for what is not allowed: updates, SERVICE, FROM. What does not parse is refused too, so
nothing reaches the evaluator that was not looked at. Line numbers in messages are those of the user's text:
prefixes are handed to the evaluator beside the query, not written in front of it.
"""

import re
import threading
from collections.abc import Iterator, Mapping
from functools import lru_cache

from graph.errors import QueryError, QueryRefusedError, QuerySyntaxError

# The terminals of SPARQL 1.1 (section 19.8) in which a ? or $ does not begin a variable, and the variable.
_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\r\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''
        |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    | [?$](?P<variable>\w+)
    """,
    re.VERBOSE | re.DOTALL,
)
# The grammar ends a comment at a carriage return, rdflib does not: what follows would not be looked at.
_NEWLINE = re.compile(r"\r\n?")
# An escaped backslash, after which a u means nothing, or a code point escape (section 19.2). rdflib takes them
# for characters before it parses, the evaluator after: what one sees as the end of a string, the other does not.
_CODE_POINT = re.compile(r"\\\\|\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# rdflib's parser is one for all threads, and takes what is right for wrong when two use it at once.
_PARSING = threading.Lock()
_PREFIX = re.compile(r"([\w.-]*\w):")
_DECLARED = re.compile(r"\bprefix\s+([\w.-]*):", re.IGNORECASE)
_FORBIDDEN = {
    "ServiceGraphPattern": "SERVICE would send data to another machine",
    "DatasetClause": "FROM would choose other data than the store's: name a graph with GRAPH <…> { … }",
}
_READ_ONLY = "queries only read: {} is an update; use shabaka ingest, import or forget"
_ESCAPED_BACKSLASH = re.compile(r"\\\\")
_UPDATES = {
    "Load": "LOAD", "Clear": "CLEAR", "Drop": "DROP", "Create": "CREATE", "Add": "ADD", "Move": "MOVE",
    "Copy": "COPY", "InsertData": "INSERT DATA", "DeleteData": "DELETE DATA", "DeleteWhere": "DELETE WHERE",
    "Modify": "DELETE/INSERT",
}  # fmt: skip


def prepared(query: str, parameters: Mapping[str, str] | None = None) -> str:
    """The query with its parameters, ready for evaluation.

    ``parameters`` gives, by variable name, the N-Triples text of the term that stands in its place. Raises
    ``QueryError`` for what is not allowed and for what does not parse.
    """
    require_text(query, "the query")
    text = _CODE_POINT.sub(_character, substitute(_NEWLINE.sub("\n", query), parameters or {}))
    check(text)
    return text


def require_text(text: str, what: str) -> None:
    """Raise ``QueryError`` for what came as other bytes than UTF-8; no store could hold or find it."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise QueryError(f"{what} is not UTF-8 text") from error


def _character(match: re.Match[str]) -> str:
    """The character of a code point escape, unless it means something to the grammar."""
    digits = match[1] or match[2]
    if not digits:
        return match[0]
    number = int(digits, 16)
    if number > 0x10FFFF or 0xD800 <= number < 0xE000 or not (number >= 0xA0 or chr(number).isalnum()):
        raise QueryError(f"{match[0]}: only letters, digits and characters beyond ASCII may be escaped like that")
    return chr(number)


def substitute(query: str, parameters: Mapping[str, str]) -> str:
    """The query with each variable of ``parameters`` replaced by its term, and nothing else changed.

    Variables are found as the grammar's terminals, so that a ``?name`` in a string, an IRI or a comment
    stays. A term is put in whole and escaped; it cannot end the pattern it stands in.
    """

    def term(match: re.Match[str]) -> str:
        name = match["variable"]
        return parameters.get(name, match[0]) if name else match[0]

    return _TOKEN.sub(term, query)


def variables(query: str) -> set[str]:
    """The names of the variables that occur in ``query``."""
    return {match["variable"] for match in _TOKEN.finditer(query) if match["variable"]}


@lru_cache(maxsize=256)
def check(query: str) -> str:
    """Raise ``QueryError`` unless ``query`` is SPARQL 1.1 Query that only reads, and only here.

    Gives its form: ``SelectQuery``, ``AskQuery``, ``ConstructQuery`` or ``DescribeQuery``.
    """
    from pyparsing.exceptions import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        with _PARSING:
            tree = parseQuery(_ESCAPED_BACKSLASH.sub("//", query))
    except ParseBaseException as error:
        _check_update(query)
        message = f"line {error.lineno}, column {error.column}: not understood: {error.line.strip()[:80]}"
        raise QuerySyntaxError(message) from error
    except RecursionError as error:
        raise QueryError("the query is nested too deeply") from error
    except ValueError as error:  # e.g. a code point escape beyond Unicode
        raise QuerySyntaxError(str(error)) from error
    for name in _names(tree):
        if name in _FORBIDDEN:
            raise QueryRefusedError(f"not allowed: {_FORBIDDEN[name]}")
    return str(tree[1].name)


def form(query: str) -> str:
    """The form of a query, as ``check`` gives it."""
    return check(query)


def with_prefixes(query: str, prefixes: Mapping[str, str]) -> str:
    """The query with the declarations of those ``prefixes`` that it seems to use and does not declare itself.

    For an evaluator that does not know them. One too many does no harm.
    """
    bare = _TOKEN.sub(lambda match: match[0] if match["variable"] else " ", query)
    declared = set(_DECLARED.findall(bare))
    used = set(_PREFIX.findall(bare)) - declared
    return "".join(f"PREFIX {name}: <{prefixes[name]}>\n" for name in sorted(used & prefixes.keys())) + query


def _check_update(query: str) -> None:
    from pyparsing.exceptions import ParseBaseException
    from rdflib.plugins.sparql.parser import parseUpdate

    try:
        with _PARSING:
            tree = parseUpdate(query)
    except (ParseBaseException, RecursionError, ValueError):
        return
    for name in _names(tree):
        if name in _UPDATES:
            raise QueryRefusedError(_READ_ONLY.format(_UPDATES[name]))


def _names(tree: object) -> Iterator[str]:
    """The names of all nodes of a parse tree, depth first, without recursion."""
    from pyparsing.results import ParseResults
    from rdflib.plugins.sparql.parserutils import CompValue

    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, CompValue):
            yield node.name
            waiting.extend(node.values())
        elif isinstance(node, ParseResults | list | tuple | set):
            waiting.extend(node)
        elif isinstance(node, dict):
            waiting.extend(node.values())
