"""The query operation of the SPARQL 1.1 Protocol (section 2.1): where in a request the query stands.

By GET in the address, by POST as a form or as it is. Everything is read as UTF-8, so that Arabic IRIs and
words arrive as they were sent. What a request may not say is refused with the status the protocol gives it.
"""

from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.requests import Request

from graph.errors import RequestError

LONGEST = 256 * 1024  # bytes of a query
_FORM, _DIRECT, _UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_READ_ONLY = "this endpoint only reads: updates are refused; change the store with shabaka ingest, import or forget"

Pairs = Sequence[tuple[str, str]]


def pairs(text: str | bytes) -> Pairs:
    """The parameters of a form or an address. Raises ``RequestError`` for what is not UTF-8."""
    try:
        text = text.decode() if isinstance(text, bytes) else text
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=100)
    except UnicodeError as error:
        raise RequestError(400, "the parameters are not UTF-8, percent-encoded") from error
    except ValueError as error:
        raise RequestError(400, "more than 100 parameters") from error


def address_pairs(request: Request) -> Pairs:
    """The parameters in the address of a request. Raises ``RequestError``."""
    return pairs(request.scope["query_string"])


def values(parameters: Pairs, name: str) -> list[str]:
    """All values of a parameter."""
    return [value for key, value in parameters if key == name]


async def query_text(request: Request) -> str:
    """The query of a request. Raises ``RequestError`` where there is none, or more than that."""
    given = list(address_pairs(request))
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in {_FORM, _DIRECT, _UPDATE}:
            raise RequestError(415, f"Content-Type {kind or 'missing'}: expected {_FORM} or {_DIRECT}")
        body = await _body(request)
        if kind == _UPDATE:
            raise RequestError(403, _READ_ONLY)
        given += pairs(body) if kind == _FORM else [("query", _text(body))]
    return _only_query(given)


def _only_query(given: Pairs) -> str:
    if values(given, "update"):
        raise RequestError(403, _READ_ONLY)
    if values(given, "default-graph-uri") or values(given, "named-graph-uri"):
        raise RequestError(400, "default-graph-uri and named-graph-uri: name a graph in the query, GRAPH <…> { … }")
    queries = values(given, "query")
    if len(queries) != 1:
        raise RequestError(400, f"expected one parameter query, found {len(queries) or 'none'}")
    if len(queries[0].encode("utf-8", "replace")) > LONGEST:
        raise _too_long()
    return queries[0]


async def _body(request: Request) -> bytes:
    """The body, of which no more is read than is allowed; percent-encoding may take three bytes for one."""
    longest = 3 * LONGEST
    if int(request.headers.get("content-length") or 0) > longest:
        raise _too_long()
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > longest:
            raise _too_long()
    return bytes(body)


def _too_long() -> RequestError:
    return RequestError(413, f"the query is longer than {LONGEST // 1024} kB", {"Connection": "close"})


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestError(400, "the query is not UTF-8") from error
