"""Whole graphs, the description of the service and the canned queries, over HTTP."""

import httpx
import pytest

from graph.querying.canned import canned_queries
from graph.storage.store import parse
from graph.storage.terms import names, value
from ontology.vocabulary import ARTICLE
from tests.readings import READING

GRAPH = str(ARTICLE[READING.article.id])


def test_a_graph_is_given_whole(client: httpx.Client) -> None:
    response = client.get("/graphs", params={"graph": GRAPH}, headers={"Accept": "application/n-triples"})
    subjects = {value(quad[0]) for quad in parse(response.content, "ntriples")}
    assert response.headers["content-type"] == "application/n-triples"
    assert GRAPH in subjects
    assert str(ARTICLE["reed-2"]) not in subjects


def test_the_default_graph_has_what_all_graphs_have(client: httpx.Client) -> None:
    def given(**parameters: str) -> set[tuple[str, ...]]:
        response = client.get("/graphs", params=parameters, headers={"Accept": "application/n-triples"})
        return {quad[:3] for quad in parse(response.content, "ntriples")}

    union = given(default="")
    for graph in (GRAPH, value(names().summary), value(names().actors)):
        part = given(graph=graph)
        assert part
        assert part < union


ABSENT = {
    "unknown": ({"graph": "https://w3id.org/shabaka/article/none"}, 404),
    "relative": ({"graph": "article/1"}, 400),
    "not-an-iri": ({"graph": "x:> } INSERT"}, 400),
    "none": ({}, 400),
    "both": ({"graph": GRAPH, "default": ""}, 400),
    "file": ({"graph": "file:///etc/passwd"}, 404),
    "arabic": ({"graph": "https://reed.example/أخبار"}, 404),
}


@pytest.mark.parametrize("case", ABSENT)
def test_what_is_no_graph_here(client: httpx.Client, case: str) -> None:
    parameters, status = ABSENT[case]
    assert client.get("/graphs", params=parameters).status_code == status


def test_head_tells_whether_there_is_a_graph(client: httpx.Client) -> None:
    found = client.head("/graphs", params={"graph": GRAPH})
    missing = client.head("/graphs", params={"graph": "https://reed.example/none"})
    assert (found.status_code, missing.status_code, found.content) == (200, 404, b"")


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_graphs_are_not_written(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/graphs", params={"graph": GRAPH}, content=b"")
    assert response.status_code == 405


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "*/*"]
)
def test_the_service_describes_itself(client: httpx.Client, accept: str) -> None:
    import pyoxigraph

    response = client.get("/sparql", headers={"Accept": accept})
    form = pyoxigraph.RdfFormat.from_media_type(response.headers["content-type"].partition(";")[0])
    told = {
        (quad.predicate.value, getattr(quad.object, "value", "")) for quad in pyoxigraph.parse(response.content, form)
    }
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert (f"{sd}endpoint", f"{str(client.base_url).rstrip('/')}/sparql") in told
    assert (f"{sd}supportedLanguage", f"{sd}SPARQL11Query") in told
    assert (f"{sd}name", value(names().summary)) in told


def test_a_browser_is_led_to_the_page(client: httpx.Client) -> None:
    response = client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (response.status_code, response.headers["location"]) == (303, "/")


def test_the_canned_queries_are_listed_with_what_they_take(client: httpx.Client) -> None:
    listed = {one["name"]: one for one in client.get("/queries").json()}
    assert listed.keys() == canned_queries().keys()
    assert listed["threats-against"]["parameters"][0] == {"name": "actor", "type": "actor", "default": None}


AS_TABLE = {
    "": ("application/sparql-results+json", '"value":"سالم الراوي"'),
    "*/*": ("application/sparql-results+json", '"value":"سالم الراوي"'),
    "text/csv": ("text/csv; charset=utf-8", "2021-04,سالم الراوي,"),
    "text/tab-separated-values, */*;q=0.1": ("text/tab-separated-values; charset=utf-8", '"سالم الراوي"'),
    "application/sparql-results+xml": ("application/sparql-results+xml", "<literal"),
    "application/json": ("application/json", '"value":"سالم الراوي"'),
    "text/plain": ("text/plain; charset=utf-8", "PREFIX "),
}


@pytest.mark.parametrize("accept", AS_TABLE)
def test_a_canned_query_is_answered_in_the_form_that_is_wanted(client: httpx.Client, accept: str) -> None:
    response = client.get("/queries/threats-against", params={"actor": "السنبلة"}, headers={"Accept": accept})
    kind, words = AS_TABLE[accept]
    assert (response.status_code, response.headers["content-type"]) == (200, kind)
    assert words in response.text


def test_a_canned_query_has_no_triples(client: httpx.Client) -> None:
    response = client.get("/queries/meetings", headers={"Accept": "text/turtle"})
    assert (response.status_code, "application/sparql-query" in response.text) == (406, True)


def test_the_prefixes_that_need_no_declaration_are_told(client: httpx.Client) -> None:
    assert client.get("/prefixes").json()["oa"] == "http://www.w3.org/ns/oa#"


def test_a_canned_query_is_filled_and_runs_as_it_is(client: httpx.Client) -> None:
    wanted = {"Accept": "application/sparql-query"}
    given = {"actor": "السنبلة", "since": "2021-04-01"}
    text = client.get("/queries/threats-against", params=given, headers=wanted).text
    assert text.startswith("PREFIX ")
    assert "# param" not in text
    rows = client.post("/sparql", data={"query": text}, headers={"Accept": "text/csv"}).text.splitlines()
    assert [row.split(",")[:2] for row in rows[1:]] == [["2021-04", "سالم الراوي"]]


NOT_FILLED = {
    "unknown": ("none", {}, 404, "no canned query none"),
    "missing": ("threats-against", {}, 400, "needs --actor"),
    "actor": ("threats-against", {"actor": "لا أحد"}, 400, "لا أحد"),
    "date": ("threats-against", {"actor": "السنبلة", "since": "x"}, 400, "date: write 2021-04-07"),
    "injection": ("events-between", {"one": "x> } #", "other": "y"}, 400, "x> } #"),
    "strange": ("threats-against", {"actor": "السنبلة", "x": "1"}, 400, "no parameter --x"),
}


@pytest.mark.parametrize("case", NOT_FILLED)
def test_a_canned_query_that_cannot_be_filled_says_why(client: httpx.Client, case: str) -> None:
    name, parameters, status, words = NOT_FILLED[case]
    response = client.get(f"/queries/{name}", params=parameters)
    assert (response.status_code, words in response.text) == (status, True), response.text
