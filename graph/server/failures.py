"""Errors as HTTP says them: a status and one line of plain text."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from graph.errors import (
    DrawingError,
    QueryError,
    QueryRefusedError,
    QueryStoppedError,
    QuerySyntaxError,
    QueryTimeoutError,
    RequestError,
    StoreError,
)
from ontology.errors import ShabakaError

# The narrower first. SPARQL 1.1 Protocol, 2.1.7: 400 for what is malformed; the rest after RFC 9110.
_STATUS: tuple[tuple[type[ShabakaError], int], ...] = (
    (QueryTimeoutError, 504),
    (QueryStoppedError, 500),
    (QuerySyntaxError, 400),
    (QueryRefusedError, 403),
    (QueryError, 400),
    (DrawingError, 400),
    (StoreError, 503),
)


def failure(error: ShabakaError) -> Response:
    """The response to a request that failed."""
    if isinstance(error, RequestError):
        return PlainTextResponse(f"{error}\n", error.status, error.headers)
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    headers = {"Retry-After": "10"} if status == 503 else {}
    return PlainTextResponse(f"{error}\n", status, headers)


async def on_failure(_: Request, error: Exception) -> Response:
    """``failure`` in the form of an exception handler."""
    assert isinstance(error, ShabakaError)
    return failure(error)
