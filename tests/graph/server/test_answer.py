"""Queries side by side: runaways, clients that leave, stores that grow meanwhile."""

import os
import signal
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from graph.querying import sparql
from graph.storage.article_store import writing
from ontology.vocabulary import ARTICLE
from tests.graph.serving import RUNAWAY, fill, process, served
from tests.readings import READING


def asked(address: str, query: str, seconds: float = 60) -> httpx.Response:
    return httpx.get(f"{address}/sparql", params={"query": query}, timeout=seconds, trust_env=False)


def test_others_are_answered_while_one_runs_away(address: str) -> None:
    with ThreadPoolExecutor() as pool:
        runaway = pool.submit(asked, address, RUNAWAY)
        answers = 0
        while not runaway.done():
            assert asked(address, "ASK { ?s ?p ?o }").json()["boolean"] is True
            answers += 1
    assert runaway.result().status_code == 504
    assert answers


def test_more_queries_than_may_run_wait_their_turn(address: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: asked(address, "ASK { ?s ?p ?o }").status_code, range(8)))
    assert answers == [200] * 8


def test_who_waits_too_long_is_told_to_come_again(narrow: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = [answer.status_code for answer in pool.map(lambda _: asked(narrow, RUNAWAY), range(4))]
    assert set(answers) <= {503, 504}
    assert 503 in answers


def test_a_query_ends_when_its_client_leaves(filled_store: Path) -> None:
    with served(filled_store, "--timeout", "300", "--at-once", "1") as address:
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as line:
            line.sendall(f"GET /sparql?query={quote(RUNAWAY)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            with pytest.raises(httpx.ReadTimeout):  # its one place is taken
                asked(address, "ASK {}", seconds=2)
        assert asked(address, "ASK {}").json()["boolean"] is True


def test_a_result_that_breaks_off_is_not_taken_for_whole(narrow: str) -> None:
    many = " ".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(10)))} }}" for i in range(9))
    with pytest.raises(httpx.RemoteProtocolError):
        asked(narrow, f"SELECT * {{ {many} }}")


def test_too_much_memory_is_told(address: str) -> None:
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?o } ORDER BY ?o ?a"
    response = asked(address, query)
    assert (response.status_code, "more than 64 MB" in response.text) == (500, True), response.text


def test_what_is_written_meanwhile_is_seen(tmp_path: Path) -> None:
    store = fill(tmp_path / "store")
    count = "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }"
    with served(store) as address:

        def articles() -> str:
            return asked(address, count).json()["results"]["bindings"][0]["n"]["value"]

        before = articles()
        with writing(store) as opened:
            opened.forget(str(ARTICLE[READING.article.id]))
        assert (before, articles()) == ("4", "3")


def test_the_processes_end_with_the_server(filled_store: Path) -> None:
    with process("serve", "--store", str(filled_store), "--port", "0") as (running, address):
        assert httpx.get(f"{address}/network", timeout=60, trust_env=False).status_code == 200
        tasks = Path(f"/proc/{running.pid}/task").iterdir()
        children = {int(child) for task in tasks for child in (task / "children").read_text().split()}
        assert len(children) > 2
        running.send_signal(signal.SIGTERM)
        running.wait(timeout=30)
        until = time.monotonic() + 10
        while any(alive(child) for child in children):
            assert time.monotonic() < until
            threading.Event().wait(0.05)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().split()[2]


def test_sparqlwrapper_reads_the_results(address: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{address}/sparql")
    client.setReturnFormat(wrapper.JSON)
    client.setQuery('SELECT ?name { ?a skos:prefLabel ?name FILTER(STRSTARTS(?name, "سالم")) }')
    rows = client.query().convert()["results"]["bindings"]
    client.setMethod(wrapper.POST)
    assert rows == client.query().convert()["results"]["bindings"]
    assert [row["name"] for row in rows] == [{"type": "literal", "value": "سالم الراوي", "xml:lang": "ar"}]


@pytest.mark.parametrize("form", ["xml", "csv", "tsv", "turtle", "n3"])
def test_sparqlwrapper_reads_every_form(address: str, form: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{address}/sparql")
    client.setReturnFormat(form)
    client.setQuery(
        "DESCRIBE <https://w3id.org/shabaka/actor/iraq>" if form in {"turtle", "n3"} else "SELECT ?s { ?s a sb:State }"
    )
    answer = client.query().convert()
    text = answer.toxml() if form == "xml" else answer.decode()
    assert "https://w3id.org/shabaka/actor/iraq" in text or "actor:iraq" in text


def test_queries_are_checked_in_many_threads_at_once() -> None:
    queries = [f"ASK {{ ?s ?p ?o{number} }}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(sparql.check, queries)) == ["AskQuery"] * 40
