"""The application: which address does what, around it the guard.

/sparql          SPARQL 1.1 Protocol, query operation; bare, the service description
/graphs          Graph Store Protocol, reading: ?graph=IRI, ?default
/queries         the canned queries; /queries/NAME?PARAMETER=… the answer to one, or its text
/prefixes        the prefixes that need no declaration
/network         the network page
/                the query page, its files under /page/
/health          that the server is there
"""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from graph.querying.asking import Limits
from graph.querying.evaluation import Standby
from graph.server import endpoints, pages
from graph.server.answer import Desk
from graph.server.drawing import Painter
from graph.server.failures import on_failure
from graph.server.guard import Guard
from ontology.errors import ShabakaError

_ROUTES = (
    Route("/sparql", endpoints.query, methods=["GET", "POST"], name="sparql"),
    Route("/graphs", endpoints.graph, methods=["GET"]),
    Route("/queries", endpoints.canned, methods=["GET"]),
    Route("/queries/{name}", endpoints.canned_answer, methods=["GET"]),
    Route("/prefixes", endpoints.prefixes, methods=["GET"]),
    Route("/health", endpoints.health, methods=["GET"]),
    Route("/network", pages.network, methods=["GET"]),
    Route("/page/{name}", pages.page_file, methods=["GET"]),
    Route("/", pages.query_page, methods=["GET"]),
)


def application(
    place: str, *, limits: Limits | None = None, at_once: int = 4, names: Collection[str] = ()
) -> Starlette:
    """The application that serves the store or RDF file at ``place``.

    ``limits`` are those of each query, ``at_once`` queries run side by side, ``names`` are hosts it goes by
    besides addresses, localhost and the machine's own name.
    """
    limits = limits or Limits()
    painter = Painter(place, max(limits.timeout, 60))
    desk = Desk(place, Standby(max(2, at_once)), limits, anyio.Semaphore(at_once))

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            desk.standby.close()
            painter.close()

    app = Starlette(
        routes=_ROUTES,
        middleware=[Middleware(Guard, names=names)],
        exception_handlers={ShabakaError: on_failure, HTTPException: _on_http_error},
        lifespan=life,
    )
    app.state.desk, app.state.painter = desk, painter
    app.state.waiting_for_painter = anyio.CapacityLimiter(4)  # threads; the others are for queries
    return app


async def _on_http_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
