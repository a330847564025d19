"""The requests that read data: SPARQL queries, the description of the service, whole graphs, canned queries."""

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp

from graph.errors import RequestError
from graph.querying import sparql
from graph.querying.asking import Asker, known_prefixes
from graph.querying.canned import canned_queries
from graph.server.answer import Answer, Desk
from graph.server.description import description
from graph.server.negotiation import QUERY_TEXT, SOLUTIONS, TRIPLES, content_type, negotiated, prefers_page
from graph.server.protocol import address_pairs, query_text, values
from graph.storage.terms import iri

_WHOLE = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_NAMED = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }"
_EXISTS = "ASK { GRAPH ?graph { ?s ?p ?o } }"


async def query(request: Request) -> ASGIApp:
    """The query operation; a bare GET gives the description of the service, or the page to a browser."""
    accept = request.headers.get("accept", "")
    if request.method != "POST" and not request.scope["query_string"]:
        if prefers_page(accept):
            return RedirectResponse("/", 303)
        media = negotiated(accept, TRIPLES)
        address = str(request.url_for("sparql"))
        return Response(description(address, TRIPLES[media]), headers={"Content-Type": content_type(media)})
    text = await query_text(request)

    def question(asker: Asker) -> tuple[str, Iterator[bytes]]:
        checked = asker.prepared(text)
        offered = SOLUTIONS if sparql.form(checked) in {"SelectQuery", "AskQuery"} else TRIPLES
        media = negotiated(accept, offered)
        return media, asker.ask_text(checked, form=offered[media])

    return Answer(_desk(request), question)


async def graph(request: Request) -> ASGIApp:
    """A graph as a whole: Graph Store Protocol, section 5.2, GET and HEAD."""
    given = address_pairs(request)
    names, default = values(given, "graph"), values(given, "default")
    if len(names) + len(default) != 1:
        raise RequestError(400, "name one graph: ?graph=IRI, or ?default for the union of all")
    if names and not _absolute(names[0]):
        raise RequestError(400, f"graph={names[0][:200]}: expected an absolute IRI")
    media = negotiated(request.headers.get("accept", ""), TRIPLES)

    def question(asker: Asker) -> tuple[str, Iterator[bytes]]:
        if not names:
            return media, asker.ask_text(_WHOLE, form=TRIPLES[media])
        term = {"graph": iri(names[0])}
        if b"true" not in b"".join(asker.ask_text(_EXISTS, term)):
            raise RequestError(404, f"{names[0]}: no such graph")
        return media, asker.ask_text(_NAMED, term, TRIPLES[media])

    return Answer(_desk(request), question)


async def canned(_: Request) -> Response:
    """The canned queries with what they ask and take."""
    return JSONResponse(
        [
            {
                "name": one.name,
                "ar": one.ar,
                "en": one.en,
                "parameters": [{"name": p.name, "type": p.type, "default": p.default} for p in one.parameters],
            }
            for one in canned_queries().values()
        ]
    )


async def prefixes(_: Request) -> Response:
    """The prefixes that need no declaration, with what they stand for."""
    return JSONResponse(known_prefixes())


async def canned_answer(request: Request) -> ASGIApp:
    """The answer to a canned query, its parameters as the address gives them; or its text, where Accept asks for that.

    The text declares its prefixes and is ready for any endpoint.
    """
    name = request.path_params["name"]
    if name not in canned_queries():
        raise RequestError(404, f"no canned query {name[:100]}; /queries lists them")
    wanted = canned_queries()[name]
    given = dict(address_pairs(request))
    media = negotiated(request.headers.get("accept", ""), {**SOLUTIONS, **dict.fromkeys(QUERY_TEXT, "")})

    def question(asker: Asker) -> tuple[str, Iterator[bytes]]:
        filled = asker.filled(wanted, given)
        if media in QUERY_TEXT:
            return media, iter([_for_any_endpoint(filled)])
        return media, asker.ask_text(filled, form=SOLUTIONS[media])

    return Answer(_desk(request), question)


def _for_any_endpoint(filled: str) -> bytes:
    lines = filled.splitlines(keepends=True)
    bare = "".join(line for line in lines if not line.startswith("# param "))
    return sparql.with_prefixes(bare, known_prefixes()).encode()


async def health(_: Request) -> Response:
    """That the server is there."""
    return PlainTextResponse("ok\n")


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _absolute(text: str) -> bool:
    return ":" in text and text[0].isalpha() and not set(text) & set('<>"{}|^`\\') and min(text) > " "
