"""What a remote store holds, compared with one in memory."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from graph.errors import RemoteError
from graph.places import writing
from graph.remote import Remote, addresses
from graph.terms import iri
from ontology.vocabulary import ARTICLE
from tests.graph import stores
from tests.graph.remote_stores import CUT, content, store_server
from tests.graph.serving import READINGS
from tests.graph.stores import Forget, Put, memory, put, readings, steps
from tests.readings import READING, THREAT


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


GONE_WRONG = {"500": "it failed (500: disk[31m full at /var/lib)", "cut": CUT, "cut-after": CUT}


@pytest.mark.parametrize("case", GONE_WRONG)
def test_a_failure_leaves_an_article_whole_or_not_at_all(case: str) -> None:
    here = memory([])
    if case == "cut-after":
        put(here, READING)
    with store_server(case) as place:
        with pytest.raises(RemoteError) as caught, writing(place) as there:
            put(there, READING)
        assert str(caught.value) == f"{addresses(place).update}: {GONE_WRONG[case]}"
        assert content(place) == stores.content(here.store)
