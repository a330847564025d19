"""A store on another machine, spoken to over HTTP: SPARQL 1.1 Query, Update and Graph Store Protocol.

The only importer of httpx here. Every request can be repeated without harm, so that one whose connection was
closed by the other side is sent once more. Whatever goes wrong is one line that names the address; nothing of
what was sent to sign in is ever told. Redirects are not followed: they could take the password elsewhere.
"""

import os
import re
import time
import tomllib
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

import httpx

from graph.errors import QueryTimeoutError, RemoteError
from graph.storage.terms import iri, literal

JSON = "application/sparql-results+json"
NTRIPLES = "application/n-triples"
_LAYOUTS = Path(__file__).with_name("remote_layouts.toml")
_MEANINGS = {
    401: "it asks who you are; set SHABAKA_USER and SHABAKA_PASSWORD, or SHABAKA_TOKEN",
    403: "it does not allow this; set SHABAKA_USER and SHABAKA_PASSWORD, or SHABAKA_TOKEN, of one who may",
    404: "no such address there; name that of the SPARQL endpoint",
    405: "no SPARQL endpoint that takes this; name its address, for updates with SHABAKA_UPDATE_URL",
    413: "the request is too large for it",
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a store takes queries and updates, and gives graphs."""

    query: str
    update: str
    graphs: str


def addresses(place: str) -> Addresses:
    """The addresses that belong to the one named. Raises ``RemoteError`` for none that could be one."""
    try:
        url = httpx.URL(place)
    except httpx.InvalidURL:
        url = httpx.URL()
    if not url.host or any(c.isspace() for c in place):
        raise RemoteError(f"{place}: expected the address of a store, such as https://store.example/query")
    if url.userinfo:
        raise RemoteError(f"{url.host}: no password in an address; set SHABAKA_USER and SHABAKA_PASSWORD")
    layout, match = next((entry, m) for entry in _layouts() if (m := re.fullmatch(entry["pattern"], place)))
    found = {name: match.expand(layout[name]) for name in ("query", "update", "graphs")}
    given = {"update": os.environ.get("SHABAKA_UPDATE_URL"), "graphs": os.environ.get("SHABAKA_GRAPHS_URL")}
    return Addresses(**(found | {name: address for name, address in given.items() if address}))


@cache
def _layouts() -> list[dict[str, str]]:
    return list(tomllib.loads(_LAYOUTS.read_text(encoding="utf-8"))["layout"])


class Remote:
    """One store and the connection to it; every request is given ``timeout`` seconds to begin its answer."""

    def __init__(self, place: str, *, timeout: float = 60.0) -> None:
        self.place = place
        self.addresses = addresses(place)
        self._timeout = timeout
        self._client = httpx.Client(timeout=timeout, headers={"User-Agent": "shabaka"}, **_credentials())

    def __enter__(self) -> "Remote":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def select(self, query: str) -> list[tuple[str, ...]]:
        """The rows of a SELECT as N-Triples terms, empty where unbound. Raises ``RemoteError``."""
        answer = self._asked(query)
        try:
            variables, bindings = answer["head"]["vars"], answer["results"]["bindings"]
            return [tuple(_term(row[name]) if name in row else "" for name in variables) for row in bindings]
        except (KeyError, TypeError) as error:
            raise RemoteError(f"{self.place}: its answer is no result of a SELECT query") from error

    def update(self, text: str) -> None:
        """Carry out an update request, which a store does wholly or not at all. Raises ``RemoteError``."""
        headers = {"Content-Type": "application/sparql-update"}
        with self._response("POST", self.addresses.update, content=text.encode(), headers=headers) as response:
            response.read()  # only an answer that came whole says that it was done

    def graph(self, name: str) -> bytes | None:
        """A graph as N-Triples, by the Graph Store Protocol; ``None`` where the store says it has none."""
        try:
            where = {"params": {"graph": name}, "headers": {"Accept": NTRIPLES}}
            with self._response("GET", self.addresses.graphs, **where) as response:
                kind = response.headers.get("content-type", "").partition(";")[0]
                return b"".join(response.iter_bytes()) if kind in {NTRIPLES, "text/plain"} else None
        except _NotFoundError:
            return None

    def result(self, query: str, accept: str, timeout: float) -> Iterator[bytes]:
        """The result of a query as it comes; raises ``QueryTimeoutError`` after ``timeout`` seconds."""
        deadline = time.monotonic() + timeout
        late = f"the query was stopped after {timeout:g} s; narrow it down, add a LIMIT, or allow more with --timeout"
        request = {"data": {"query": query}, "headers": {"Accept": accept}, "timeout": timeout}
        try:
            with self._response("POST", self.addresses.query, **request) as response:
                for chunk in response.iter_bytes():
                    yield chunk
                    if time.monotonic() > deadline:
                        raise QueryTimeoutError(late)
        except _LateError as error:
            raise QueryTimeoutError(late) from error

    def describes(self, word: str) -> bool:
        """Whether the service description of the store has ``word``, an IRI, in it."""
        try:
            with self._response("GET", self.addresses.query, headers={"Accept": NTRIPLES}) as response:
                return word.encode() in b"".join(response.iter_bytes())
        except RemoteError:
            return False

    def _asked(self, query: str) -> dict[str, Any]:
        request = {"data": {"query": query}, "headers": {"Accept": JSON}}
        with self._response("POST", self.addresses.query, **request) as response:
            data = b"".join(response.iter_bytes())
        try:
            answer = httpx.Response(200, content=data).json()
        except ValueError as error:
            raise RemoteError(f"{self.place}: its answer is not JSON; is it a SPARQL endpoint?") from error
        if not isinstance(answer, dict):
            raise RemoteError(f"{self.place}: its answer is no result of a query; is it a SPARQL endpoint?")
        return answer

    @contextmanager
    def _response(self, method: str, url: str, **request: Any) -> Iterator[httpx.Response]:
        try:
            with self._sent(method, url, **request) as response:
                if not response.is_success:
                    raise _refusal(url, response)
                yield response
        except httpx.TimeoutException as error:
            raise _LateError(f"{url}: no answer within {self._timeout:g} s; {_WHOLE}") from error
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError) as error:
            raise RemoteError(f"{url}: the connection was cut; {_WHOLE}") from error
        except httpx.TransportError as error:
            raise RemoteError(f"{url}: cannot be reached ({error})") from error
        except httpx.HTTPError as error:
            raise RemoteError(f"{url}: {error}") from error

    @contextmanager
    def _sent(self, method: str, url: str, **request: Any) -> Iterator[httpx.Response]:
        """The response; a kept connection that the other side has closed meanwhile is replaced once."""
        made = self._client.build_request(method, url, **request)
        try:
            response = self._client.send(made, stream=True)
        except httpx.RemoteProtocolError:
            response = self._client.send(made, stream=True)
        try:
            yield response
        finally:
            response.close()


_WHOLE = "what was being changed is there whole or not at all: run the command again"


class _LateError(RemoteError):
    """No answer in time."""


class _NotFoundError(RemoteError):
    """The store has no such thing."""


def _refusal(url: str, response: httpx.Response) -> RemoteError:
    status = response.status_code
    if response.has_redirect_location:
        return RemoteError(f"{url}: has moved to {response.headers['location'][:200]}; name that address")
    try:
        text = " ".join(response.read().decode(errors="replace").split())[:300]
    except httpx.HTTPError:
        text = ""
    said = "".join(c for c in text if c.isprintable())
    if status in {404, 410}:
        return _NotFoundError(f"{url}: {_MEANINGS[404]} ({status})")
    meaning = _MEANINGS.get(status) or ("it failed" if status >= 500 else "it does not understand this")
    return RemoteError(f"{url}: {meaning} ({status}{': ' if said else ''}{said})")


def _credentials() -> Mapping[str, Any]:
    """How to sign in, from the environment. Raises ``RemoteError`` for half of it."""
    user, password, token = (os.environ.get(f"SHABAKA_{name}", "") for name in ("USER", "PASSWORD", "TOKEN"))
    if token and (user or password):
        raise RemoteError("set SHABAKA_TOKEN, or SHABAKA_USER and SHABAKA_PASSWORD, not both")
    if bool(user) != bool(password):
        raise RemoteError("set both SHABAKA_USER and SHABAKA_PASSWORD, or neither")
    if token:
        return {"auth": _Bearer(token)}
    return {"auth": _Password(user, password)} if user else {}


class _Password(httpx.Auth):
    """RFC 7617 (Basic), and RFC 7616 (Digest) where the store does not take that, as Virtuoso."""

    def __init__(self, user: str, password: str) -> None:
        self._basic: httpx.Auth = httpx.BasicAuth(user, password)
        self._digest = httpx.DigestAuth(user, password)
        self._asked_for_digest = False

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        if not self._asked_for_digest:
            response = yield next(self._basic.auth_flow(request))
            challenge = response.headers.get("www-authenticate", "").lower()
            if response.status_code != 401 or challenge.startswith("basic"):  # Virtuoso then tells nothing at all
                return
            self._asked_for_digest = True
            del request.headers["Authorization"]
        yield from self._digest.auth_flow(request)


class _Bearer(httpx.Auth):
    """RFC 6750, section 2.1."""

    def __init__(self, token: str) -> None:
        if not token.isascii() or not token.isprintable() or " " in token:
            raise RemoteError("SHABAKA_TOKEN: expected letters, digits and signs without spaces")
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Iterator[httpx.Request]:  # type: ignore[override]
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def _term(binding: Mapping[str, str]) -> str:
    """A term of the SPARQL 1.1 Query Results JSON Format as N-Triples."""
    text = binding["value"]
    if binding["type"] == "uri":
        return iri(text)
    if binding["type"] == "bnode":
        return f"_:{text}"
    if language := binding.get("xml:lang"):
        return literal(text, language=language)
    datatype = binding.get("datatype", "")
    return literal(text) + (f"^^<{datatype}>" if datatype and not datatype.endswith("XMLSchema#string") else "")
