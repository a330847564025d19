"""The process that answers a query can neither reach out nor run away, whatever the query is.

Queries are given to it here without the check that comes before it: what it shuts must hold alone.
"""

import http.server
import io
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import QueryError, QueryMemoryError, QuerySyntaxError, QueryTimeoutError, StoreError
from graph.querying.asking import Asker
from graph.querying.evaluation import Standby
from graph.querying.query_process import Job
from graph.querying.sources import Source
from graph.storage.article_store import reading
from graph.storage.store import Store
from tests.graph.stores import on_disk
from tests.readings import MEETING, THREAT
from tests.readings import reading as made

CARTESIAN = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
RUNAWAYS = {
    "cartesian-product": CARTESIAN,
    "property-path": "SELECT (COUNT(*) AS ?n) { ?a (<x:p>|!<x:p>)* ?b . ?c (<x:p>|!<x:p>)* ?d . ?e (<x:p>|!<x:p>)* ?f }",
    "endless-text": "SELECT (STRLEN(GROUP_CONCAT(?a)) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "backtracking": 'ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(REGEX(CONCAT(STR(?a), STR(?e)), "(.*)*!(.*)*$")) }',
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = on_disk(tmp_path_factory.mktemp("asked") / "store", (made(n, THREAT, MEETING) for n in range(12)))
    with reading(path) as folder:
        yield str(folder)


@pytest.fixture
def standby() -> Iterator[Standby]:
    with Standby() as one:
        yield one


class _Counting(http.server.BaseHTTPRequestHandler):
    asked = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        self.send_error(404)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def listener() -> Iterator[str]:
    """An address at which somebody listens, and counts."""
    _Counting.asked = 0
    with http.server.HTTPServer(("127.0.0.1", 0), _Counting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sparql"
        server.shutdown()


def test_a_query_that_tries_a_socket_gets_none(standby: Standby, snapshot: str, listener: str) -> None:
    with pytest.raises(QueryError):
        standby.answer(Job(f"SELECT * {{ SERVICE <{listener}> {{ ?s ?p ?o }} }}", snapshot))
    assert _Counting.asked == 0


def test_the_same_query_without_the_shut_door_would_reach_it(listener: str) -> None:
    with pytest.raises(QueryError):
        Store.memory().answer(f"SELECT * {{ SERVICE <{listener}> {{ ?s ?p ?o }} }}", "json", io.BytesIO(), prefixes={})
    assert _Counting.asked == 1


@pytest.mark.parametrize("clause", ["FROM <{}>", "FROM NAMED <{}>"])
def test_a_query_that_names_a_file_gets_nothing_of_it(
    standby: Standby, snapshot: str, tmp_path: Path, clause: str
) -> None:
    secret = tmp_path / "secret.nt"
    secret.write_text("<x:a> <x:b> <x:secret> .\n")
    query = f"SELECT * {clause.format(secret.as_uri())} {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
    assert json.loads(standby.answer(Job(query, snapshot)))["results"]["bindings"] == []


BEYOND = ("LATERAL {{ SERVICE <{}> {{ ?s ?p ?o }} }}", "<< <x:a> <x:b> <x:c> >> <x:p> ?o SERVICE <{}> {{ ?s ?p ?o }}")


@pytest.mark.parametrize("pattern", BEYOND, ids=["lateral", "triple-term"])
def test_what_only_the_evaluator_understands_is_never_evaluated(listener: str, pattern: str) -> None:
    class Open:
        """An evaluator without a shut door, as another machine may be."""

        def evaluate(self, job: Job) -> Iterator[bytes]:
            yield self.answer(job)

        def answer(self, job: Job) -> bytes:
            sink = io.BytesIO()
            Store.memory().answer(job.query, "json", sink, prefixes=job.prefixes)
            return sink.getvalue()

    with pytest.raises(QuerySyntaxError, match="line 1, column"):
        Asker(Source(""), Open()).ask_text(f"SELECT * {{ {pattern.format(listener)} }}")
    assert _Counting.asked == 0


def test_an_update_is_no_query_to_it(standby: Standby, snapshot: str) -> None:
    with pytest.raises(QueryError):
        standby.answer(Job("INSERT DATA { <x:a> <x:b> <x:c> }", snapshot))


@pytest.mark.parametrize("query", RUNAWAYS.values(), ids=RUNAWAYS)
def test_a_runaway_is_stopped_and_leaves_no_process(standby: Standby, snapshot: str, query: str) -> None:
    before = children()
    with pytest.raises(QueryTimeoutError, match=r"stopped after 1 s; .* --timeout"):
        standby.answer(Job(query, snapshot, timeout=1))
    assert children() < before


TOO_MUCH = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"
ASKED_APART = f"""
import resource, sys
from graph.errors import QueryMemoryError
from graph.querying.evaluation import Standby
from graph.querying.query_process import Job
with Standby() as standby:
    try:
        standby.answer(Job("{TOO_MUCH}", sys.argv[1], memory=64, timeout=120))
    except QueryMemoryError:
        pass
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_a_query_that_wants_too_much_memory_is_stopped(standby: Standby, snapshot: str) -> None:
    before = children()
    with pytest.raises(QueryMemoryError, match="more than 64 MB"):
        standby.answer(Job(TOO_MUCH, snapshot, memory=64, timeout=120))
    assert children() < before


def test_a_query_that_wants_too_much_memory_gets_little_more(snapshot: str) -> None:
    # apart, since what a child is said to have held at most is never less than its parent held when it was born
    run = subprocess.run([sys.executable, "-c", ASKED_APART, snapshot], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 1 << 20  # kilobytes


def test_a_result_that_nobody_reads_to_its_end_ends_the_query(standby: Standby, snapshot: str) -> None:
    before = children()
    chunks = standby.evaluate(Job("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", snapshot, "csv"))
    assert next(chunks)
    chunks.close()  # type: ignore[attr-defined]
    assert children() < before


def test_others_are_answered_while_one_runs_away(snapshot: str) -> None:
    with Standby(2) as standby:
        away = standby.evaluate(Job("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", snapshot, timeout=600))
        assert next(away)
        answers = [json.loads(standby.answer(Job("ASK { ?s ?p ?o }", snapshot)))["boolean"] for _ in range(5)]
        assert next(away)
        away.close()  # type: ignore[attr-defined]
    assert answers == [True] * 5


def test_an_iri_in_arabic_comes_and_goes(standby: Standby, snapshot: str) -> None:
    found = standby.answer(Job("SELECT (<https://قصب.example/أخبار> AS ?x) {}", snapshot))
    assert json.loads(found)["results"]["bindings"][0]["x"]["value"] == "https://قصب.example/أخبار"


def test_an_rdf_file_is_asked_as_a_store_is(standby: Standby, tmp_path: Path) -> None:
    file = tmp_path / "some.ttl"
    file.write_text('<x:a> <x:b> "ج" .')
    found = standby.answer(Job("SELECT ?o { ?s ?p ?o }", str(file), "csv", "turtle"))
    assert found.decode().split() == ["o", "ج"]


def test_a_source_that_does_not_open_is_said(standby: Standby, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere"):
        standby.answer(Job("ASK {}", str(tmp_path / "nowhere")))


def children() -> set[str]:
    """The processes that this one has started and that are still there."""
    return set(Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text().split())
