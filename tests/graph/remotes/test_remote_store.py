"""What a remote store holds, compared with one in memory."""

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings

from graph.errors import RemoteError
from graph.remotes.remote import Remote, addresses
from graph.remotes.remote_store import RemoteArticles, RemoteStore
from graph.storage.places import writing
from graph.storage.terms import iri
from graph.storage.update import Quad
from ontology.vocabulary import ARTICLE
from tests.graph import stores
from tests.graph.remote_stores import CUT, content, oxigraph, oxigraph_process, store_server
from tests.graph.serving import READINGS
from tests.graph.stores import Forget, Put, memory, put, readings, steps
from tests.readings import READING, THREAT, reading


def test_a_remote_store_holds_what_a_store_here_would(place: str) -> None:
    with writing(place) as there:
        for made in READINGS:
            put(there, made)
    assert content(place) == stores.content(memory(READINGS).store)


@pytest.fixture(scope="module")
def reused() -> Iterator[str]:
    with store_server() as found:
        yield found


@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(steps(readings()))
def test_what_follows_keeps_step_whatever_comes_and_goes(reused: str, all_steps: list[Put | Forget]) -> None:
    with Remote(reused) as remote:
        remote.update("DROP ALL")
    here = memory([])
    with writing(reused) as there:
        for step in all_steps:
            done = [
                put(one, step.reading) if isinstance(step, Put) else one.forget(step.article) for one in (here, there)
            ]
            assert done[0] is done[1]
    assert content(reused) == stores.content(here.store)


def test_many_quads_come_in_full(separate: str) -> None:
    many = [replace(THREAT, evidence=replace(THREAT.evidence, end=THREAT.evidence.end - i)) for i in range(12)]
    big = replace(READING, relations=tuple(many))
    with writing(separate) as there:
        put(there, big)
        quads = set(there.store.match(graph=iri(str(ARTICLE[big.article.id]))))
        same = put(there, big)
    assert (len(quads) > 100, same) == (True, False)


def test_an_article_takes_few_requests(separate: str) -> None:
    again = (reading(number, THREAT, date=dt.date(2021, 4, number - 4)) for number in range(5, 12))
    taken = []
    with writing(separate) as there:
        for made in (*READINGS, *again):
            before = requests(separate)
            put(there, made)
            taken.append(requests(separate) - before)
    assert max(taken) < 10


def requests(place: str) -> int:
    """How many requests a store of the tests has had."""
    return int(httpx.get(place.replace("/query", "/count")).text)


WHO = "it asks who you are; set SHABAKA_USER and SHABAKA_PASSWORD, or SHABAKA_TOKEN (401: who are you?)"
GONE_WRONG = {
    "401-update": WHO,
    "500": "it failed (500: disk[31m full at /var/lib)",
    "cut": CUT,
    "cut-after": CUT,
    "slow": CUT.replace("the connection was cut", "no answer within 1 s"),
}


@pytest.mark.parametrize("case", GONE_WRONG)
def test_a_failure_leaves_an_article_whole_or_not_at_all(case: str) -> None:
    here = memory([])
    if case == "cut-after":
        put(here, READING)
    with store_server(case) as place:
        with pytest.raises(RemoteError) as caught, Remote(place, timeout=1) as remote:
            put(RemoteArticles(RemoteStore(remote, union=False)), READING)
        assert str(caught.value) == f"{addresses(place).update}: {GONE_WRONG[case]}"
        assert content(place) == stores.content(here.store)


def test_a_failure_before_all_is_looked_up_changes_nothing() -> None:
    with store_server("cut-query") as place:
        with pytest.raises(RemoteError, match="the connection was cut"), writing(place) as there:
            put(there, READING)
        assert content(place) == set()


@pytest.mark.parametrize("after", [0.0, 0.002, 0.005, 0.01, 0.02, 0.04])
def test_a_store_killed_while_it_is_written_has_an_article_whole_or_not_at_all(tmp_path: Path, after: float) -> None:
    with oxigraph_process(tmp_path) as (place, process):
        with suppress(RemoteError), writing(place) as there:
            put(there, READING)
            threading.Timer(after, process.kill).start()
            put(there, READINGS[2])
        process.wait()
    whole = [stores.content(memory(some).store) for some in ((READING,), (READING, READINGS[2]))]
    with oxigraph(tmp_path) as place:
        assert without_mark(content(place)) in whole
        with writing(place) as there:
            put(there, READINGS[2])
        assert content(place) == whole[1]


def without_mark(quads: set[Quad]) -> set[Quad]:
    """The quads without the mark by which a writer keeps others out."""
    return {quad for quad in quads if not quad[0].endswith("graph/writer>")}
