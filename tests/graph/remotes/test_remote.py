"""What a store on another machine answers, and what it means."""

import pytest

from graph.errors import QueryTimeoutError, RemoteError
from graph.remotes.remote import Remote, addresses
from graph.storage.places import writing
from tests.graph.remote_stores import run, store_server
from tests.graph.store_server import PASSWORD, TOKEN, USER
from tests.graph.stores import put
from tests.readings import READING

ADDRESS = {
    "graphdb": ("https://a.example/repositories/r", "https://a.example/repositories/r/statements"),
    "fuseki": ("http://a.example:3030/ds/query", "http://a.example:3030/ds/update"),
    "fuseki-below": ("http://a.example/fuseki/ds/sparql", "http://a.example/fuseki/ds/update"),
    "fuseki-dataset": ("http://a.example:3030/ds", "http://a.example:3030/ds"),
    "oxigraph": ("http://a.example:7878/query", "http://a.example:7878/update"),
    "oxigraph-bare": ("http://a.example:7878/", "http://a.example:7878/update"),
    "virtuoso": ("http://a.example:8890/sparql-auth", "http://a.example:8890/sparql-auth"),
}


@pytest.mark.parametrize("case", ADDRESS)
def test_where_a_store_takes_updates(case: str) -> None:
    place, update = ADDRESS[case]
    assert addresses(place).update == update


def test_addresses_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHABAKA_UPDATE_URL", "https://b.example/u")
    found = addresses("https://a.example/ds/query")
    assert (found.update, found.graphs) == ("https://b.example/u", "https://a.example/ds/data")


@pytest.mark.parametrize("place", ["http://", "https:///x", "http://a:b@c.example/", "http://a b/"])
def test_what_is_no_address_of_a_store(place: str) -> None:
    with pytest.raises(RemoteError):
        addresses(place)


def test_a_slow_query_is_stopped() -> None:
    with store_server("slow-query") as place, pytest.raises(QueryTimeoutError, match="stopped after 1 s"):
        run("query", "SELECT * { ?s ?p ?o }", "--timeout", "1", "--store", place)


SIGNED_IN = {"basic": {"SHABAKA_USER": USER, "SHABAKA_PASSWORD": PASSWORD}, "bearer": {"SHABAKA_TOKEN": TOKEN}}


@pytest.mark.parametrize("case", SIGNED_IN)
def test_the_environment_signs_in(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, secret in SIGNED_IN[case].items():
        monkeypatch.setenv(name, secret)
    with store_server("401") as place, writing(place) as there:
        assert put(there, READING) is True


def test_a_store_that_takes_a_password_by_digest_alone_gets_it_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHABAKA_USER", "dba")
    with store_server("digest") as place:
        monkeypatch.setenv("SHABAKA_PASSWORD", "sesame")
        with writing(place) as there:
            assert put(there, READING) is True
        monkeypatch.setenv("SHABAKA_PASSWORD", "wrong")
        with pytest.raises(RemoteError, match="it asks who you are"), writing(place):
            pass


WRONG_SECRETS = {
    "password": {"SHABAKA_USER": USER, "SHABAKA_PASSWORD": "wrong-secret"},
    "half": {"SHABAKA_USER": "wrong-secret"},
    "both": {"SHABAKA_USER": "wrong-secret", "SHABAKA_PASSWORD": "x", "SHABAKA_TOKEN": "y"},
    "line-break": {"SHABAKA_TOKEN": "wrong-secret\nx"},
}


@pytest.mark.parametrize("case", WRONG_SECRETS)
def test_no_secret_is_told(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, secret in WRONG_SECRETS[case].items():
        monkeypatch.setenv(name, secret)
    with store_server("401") as place, pytest.raises(RemoteError) as caught, writing(place):
        pass
    assert "wrong-secret" not in str(caught.value)


ANSWERS = {
    "nobody": ("http://127.0.0.1:9/query", "cannot be reached"),
    "moved": ("{place}/../away/query", "has moved to http://else.example/"),
    "page": ("{place}/../html/query", "not JSON; is it a SPARQL endpoint"),
    "nowhere": ("{place}/../x/query", "no such address there"),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_what_is_no_endpoint_says_so(case: str, separate: str) -> None:
    place, words = ANSWERS[case]
    with (
        Remote(place.replace("{place}/..", separate.removesuffix("/query"))) as remote,
        pytest.raises(RemoteError, match=words),
    ):
        remote.select("SELECT * { ?s ?p ?o }")


def test_an_update_without_an_answer_is_given_up() -> None:
    with (
        store_server("slow") as place,
        Remote(place, timeout=0.5) as remote,
        pytest.raises(RemoteError, match="no answer within"),
    ):
        remote.update("CLEAR ALL")
