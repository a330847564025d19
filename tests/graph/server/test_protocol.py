"""The query operation of the SPARQL Protocol, asked of a second process."""

import httpx
import pytest

from graph.server.negotiation import TRIPLES
from graph.storage.store import parse
from graph.storage.update import Quad
from tests.graph.serving import ADDRESS, RUNAWAY

NAME = 'SELECT ?n { ?a skos:prefLabel ?n FILTER(STRSTARTS(?n, "سالم")) }'
PAGE = f"SELECT ?h {{ ?a schema:url <{ADDRESS}> ; schema:headline ?h }}"
CSV = {"Accept": "text/csv"}
DIRECT = {"Content-Type": "application/sparql-query"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def by_get(client: httpx.Client, query: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers=CSV)


def by_form(client: httpx.Client, query: str) -> httpx.Response:
    return client.post("/sparql", data={"query": query}, headers=CSV)


def as_it_is(client: httpx.Client, query: str) -> httpx.Response:
    return client.post("/sparql", content=query.encode(), headers={**CSV, **DIRECT})


def by_raw_form(client: httpx.Client, query: str) -> httpx.Response:
    """Letters of a form that nobody encoded, as some clients send them."""
    body = b"query=" + query.encode().replace(b"&", b"%26").replace(b"+", b"%2B")
    return client.post("/sparql", content=body, headers={**CSV, **FORM})


METHODS = {"get": by_get, "form": by_form, "direct": as_it_is, "raw-form": by_raw_form}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("query", "found"), [(NAME, "سالم الراوي"), (PAGE, "الراوي يتوعد حزب السنبلة")], ids=["word", "iri"]
)
def test_arabic_arrives_by_every_method(client: httpx.Client, method: str, query: str, found: str) -> None:
    response = METHODS[method](client, query)
    assert (response.status_code, response.text.splitlines()[1:]) == (200, [found])


ALL = "SELECT * { ?s ?p ?o }"
REFUSED = {
    "malformed": (("GET", {"query": "SELECT * {"}), 400, "line 1, column 11"),
    "empty": (("GET", {"query": ""}), 400, "not understood"),
    "no-query": (("GET", {"q": ALL}), 400, "expected one parameter query, found none"),
    "two-queries": (("GET", {"query": [ALL, ALL]}), 400, "found 2"),
    "update-by-form": (("POST", {"update": "DROP ALL"}), 403, "only reads"),
    "update-as-query": (("GET", {"query": "DROP ALL"}), 403, "DROP is an update"),
    "service": (("GET", {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}), 403, "SERVICE"),
    "from": (("GET", {"query": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"}), 403, "FROM"),
    "dataset": (("GET", {"query": ALL, "default-graph-uri": "file:///etc/passwd"}), 400, "name a graph in the query"),
    "not-acceptable": (("GET", {"query": ALL, "accept": "image/png"}), 406, "choose of"),
    "triples-for-select": (("GET", {"query": ALL, "accept": "text/turtle"}), 406, "choose of"),
    "deep": (("GET", {"query": "SELECT * { " + "{" * 300 + "}" * 300 + " }"}), 400, "nested too deeply"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_answered_is_told_with_its_status(client: httpx.Client, case: str) -> None:
    (method, parameters), status, words = REFUSED[case]
    headers = {"Accept": parameters["accept"]} if "accept" in parameters else {}
    given = {name: value for name, value in parameters.items() if name != "accept"}
    sent = {"params": given} if method == "GET" else {"data": given}
    response = client.request(method, "/sparql", headers=headers, **sent)
    assert (response.status_code, words in response.text) == (status, True), response.text
    assert response.headers["content-type"].startswith("text/plain")
    assert len(response.text.splitlines()) == 1


def test_a_runaway_is_stopped_and_told_why(narrow: str) -> None:
    response = httpx.get(f"{narrow}/sparql", params={"query": RUNAWAY}, timeout=60, trust_env=False)
    assert (response.status_code, response.text) == (
        504,
        "the query was stopped after 4 s; narrow it down or add a LIMIT\n",
    )


BODIES = {
    "update": ("application/sparql-update", b"DROP ALL", 403),
    "json": ("application/json", b"{}", 415),
    "none": ("", b"", 415),
    "latin": ("application/sparql-query", "SELECT * { ?s ?p 'é' }".encode("latin-1"), 400),
    "latin-form": ("application/x-www-form-urlencoded", b"query=%E9", 400),
    "windows-form": ("application/x-www-form-urlencoded", "query=سالم".encode("windows-1256"), 400),
    "long": ("application/sparql-query", b"SELECT * { ?s ?p ?o } #" + b"x" * 300_000, 413),
    "longer": ("application/sparql-query", b"#" * 2_000_000, 413),
}


@pytest.mark.parametrize("case", BODIES)
def test_a_body_that_is_no_query_is_refused(client: httpx.Client, case: str) -> None:
    kind, body, status = BODIES[case]
    response = client.post("/sparql", content=body, headers={"Content-Type": kind} if kind else {})
    assert response.status_code == status, response.text


def test_a_body_without_a_length_is_cut_off(client: httpx.Client) -> None:
    endless = (b"#" * 65_536 for _ in range(100))
    response = client.post("/sparql", content=endless, headers=DIRECT)
    assert response.status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_told_which_there_are(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/sparql")
    assert (response.status_code, set(response.headers["allow"].split(", "))) == (405, {"GET", "HEAD", "POST"})


FORMS = {
    ("select", "*/*"): "application/sparql-results+json",
    ("select", "application/sparql-results+xml"): "application/sparql-results+xml",
    ("select", "text/csv"): "text/csv; charset=utf-8",
    ("select", "text/tab-separated-values"): "text/tab-separated-values; charset=utf-8",
    ("ask", "application/json"): "application/json",
    ("construct", "*/*"): "text/turtle; charset=utf-8",
    ("construct", "application/n-triples"): "application/n-triples",
    ("construct", "application/ld+json"): "application/ld+json",
    ("describe", "application/rdf+xml;q=0.9, text/turtle;q=0.1"): "application/rdf+xml",
}
QUERIES = {
    "select": NAME,
    "ask": "ASK { ?s ?p ?o }",
    "construct": "CONSTRUCT { ?s ?p ?o } WHERE { ?s skos:prefLabel ?o ; ?p ?o }",
    "describe": "DESCRIBE <https://w3id.org/shabaka/actor/iraq>",
}


@pytest.mark.parametrize(("form", "accept"), FORMS)
def test_the_result_comes_in_the_form_that_is_accepted(client: httpx.Client, form: str, accept: str) -> None:
    response = client.get("/sparql", params={"query": QUERIES[form]}, headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, FORMS[form, accept])


@pytest.mark.parametrize("media", TRIPLES)
def test_triples_read_back_the_same_in_every_form(client: httpx.Client, media: str) -> None:
    def asked(accept: str) -> set[Quad]:
        response = client.get("/sparql", params={"query": QUERIES["construct"]}, headers={"Accept": accept})
        return parse(response.content, TRIPLES[accept])

    assert len(asked("text/turtle")) > 3
    assert asked(media) == asked("text/turtle")
