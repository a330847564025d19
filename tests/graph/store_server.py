"""A SPARQL store over HTTP as others make them, for the tests: pyoxigraph behind query, update and graph store.

Run as ``python -m tests.graph.store_server`` with what goes wrong as words: ``401`` asks for a password or a
token, ``digest`` for a password by Digest alone, ``401-update`` does so at every update, ``500`` fails at it, ``slow`` answers no update, ``slow-query`` no query,
``cut`` closes the connection during an update before it is carried out, ``cut-after`` when it has been, ``cut-query``
at a query for ties; ``union`` makes the default graph the union of all. ``/count`` tells how many requests there were.
"""

import asyncio
import base64
import hashlib
import socket
import sys
from urllib.request import parse_http_list, parse_keqv_list

import pyoxigraph
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

USER, PASSWORD, TOKEN = "أمين", "سر:1", "t0k3n"
JSON, NTRIPLES = "application/sparql-results+json", "application/n-triples"


class Server:
    def __init__(self, wrong: set[str]) -> None:
        self.wrong = wrong
        self.store = pyoxigraph.Store()
        self.requests = 0

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/query", self.query, methods=["GET", "POST"]),
                Route("/update", self.update, methods=["POST"]),
                Route("/store", self.graph, methods=["GET"]),
                Route("/count", lambda _: PlainTextResponse(str(self.requests)), methods=["GET"]),
                Route(
                    "/away/query",
                    lambda _: Response(status_code=302, headers={"Location": "http://else.example/"}),
                    methods=["POST"],
                ),
                Route("/html/query", lambda _: PlainTextResponse("<html>", media_type="text/html"), methods=["POST"]),
            ]
        )

    def refused(self, request: Request) -> Response | None:
        basic = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        known = {f"Basic {basic}", f"Bearer {TOKEN}"}
        if "401" in self.wrong and request.headers.get("authorization") not in known:
            return PlainTextResponse("who are you?", 401, {"WWW-Authenticate": "Basic"})
        if "digest" in self.wrong and not signed_by_digest(request):
            asked = request.headers.get("authorization", "").startswith("Basic")  # as Virtuoso: then no challenge
            challenge = (
                {} if asked else {"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth", algorithm="MD5"'}
            )
            return PlainTextResponse("", 401, challenge)
        return None

    async def query(self, request: Request) -> Response:
        self.requests += 1
        if refused := self.refused(request):
            return refused
        if "slow-query" in self.wrong:
            await asyncio.sleep(60)
        form = dict(pair.split("=", 1) for pair in (await request.body()).decode().split("&"))
        from urllib.parse import unquote_plus

        if "cut-query" in self.wrong and "/tie/" in unquote_plus(form["query"]):
            return Cut()
        try:
            answer = self.store.query(unquote_plus(form["query"]), use_default_graph_as_union="union" in self.wrong)
        except SyntaxError as error:
            return PlainTextResponse(str(error), 400)
        if isinstance(answer, pyoxigraph.QueryTriples):
            return Response(answer.serialize(format=pyoxigraph.RdfFormat.TURTLE), media_type="text/turtle")
        accept = request.headers["accept"]
        media = pyoxigraph.QueryResultsFormat.from_media_type(accept)
        return Response(answer.serialize(format=media), media_type=accept)

    async def update(self, request: Request) -> Response:
        self.requests += 1
        if refused := self.refused(request):
            return refused
        text = (await request.body()).decode()
        assert request.headers["content-type"] == "application/sparql-update"
        marks = "graph/writer" in text  # the writer's own mark goes through, what it writes goes wrong
        if "401-update" in self.wrong and not marks:
            return PlainTextResponse("who are you?", 401, {"WWW-Authenticate": "Basic"})
        if "500" in self.wrong and not marks:
            return PlainTextResponse("disk\x1b[31m full\nat /var/lib", 500)
        if "slow" in self.wrong and not marks:
            await asyncio.sleep(60)
        if "cut" in self.wrong and not marks:
            return Cut()
        self.store.update(text)
        return Cut() if "cut-after" in self.wrong and not marks else Response(status_code=204)

    async def graph(self, request: Request) -> Response:
        name = pyoxigraph.NamedNode(request.query_params["graph"])
        if not self.store.contains_named_graph(name):
            return Response(status_code=404)
        triples = (quad.triple for quad in self.store.quads_for_pattern(None, None, None, name))
        return Response(pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES), media_type=NTRIPLES)


def signed_by_digest(request: Request) -> bool:
    """Whether the request is signed for ``dba`` with ``sesame``, by RFC 7616."""
    scheme, _, rest = request.headers.get("authorization", "").partition(" ")
    if scheme != "Digest":
        return False
    said = parse_keqv_list(parse_http_list(rest))

    def digest(*parts: str) -> str:
        return hashlib.md5(":".join(parts).encode(), usedforsecurity=False).hexdigest()

    who, what = digest("dba", "r", "sesame"), digest(request.method, said["uri"])
    return said["response"] == digest(who, "n", said["nc"], said["cnonce"], "auth", what)


class Cut(Response):
    """A response that never comes: the connection is closed."""

    async def __call__(self, scope, _receive, _send) -> None:
        """Close the connection under the server's hands."""
        scope["line"].abort()
        raise ConnectionAbortedError


def with_line(app: Starlette):
    """The application, told of the connection of every request."""

    async def told(scope, receive, send) -> None:
        if scope["type"] == "http":
            scope["line"] = send.__self__.transport
        await app(scope, receive, send)

    return told


def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        print(f"http://127.0.0.1:{bound.getsockname()[1]}/query", flush=True)  # noqa: T201
        config = uvicorn.Config(
            with_line(Server(set(sys.argv[1:])).app()), log_level="critical", timeout_graceful_shutdown=1
        )
        uvicorn.Server(config).run(sockets=[bound])


if __name__ == "__main__":
    main()
