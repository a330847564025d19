"""Reading a remote store: queries are evaluated there; what needs all its data gets a copy of it.

The names of actors are looked up here, in a copy of the actors' graph, since other stores cannot fold the
spelling of Arabic; a query that folds itself is sent only where the store says it can.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import QueryError
from graph.querying import sparql
from graph.querying.evaluation import Evaluator
from graph.querying.query_process import Job
from graph.querying.sources import Source
from graph.remotes.remote import Remote
from graph.remotes.remote_store import RemoteStore
from graph.storage.portions import portions
from graph.storage.terms import iri, names, value

_ACCEPT = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
_TABLES = ("json", "xml", "csv", "tsv")
_TOGETHER = 20  # graphs of one query


class RemoteEvaluator:
    """Sends queries on the store to it; the others, on files here, go to ``here``."""

    def __init__(self, remote: Remote, here: Evaluator) -> None:
        self._remote = remote
        self._here = here

    def evaluate(self, job: Job) -> Iterator[bytes]:
        """The result of ``job`` in chunks. Raises ``QueryError`` and ``RemoteError``."""
        if job.source != self._remote.place:
            yield from self._here.evaluate(job)
            return
        query = sparql.with_prefixes(job.query, job.prefixes)
        if _folds(query, job.fold) and not self._remote.describes(job.fold):
            raise QueryError(
                f"{self._remote.place} does not know sb:fold, which Shabaka's own stores have; ask without it,"
                " or export the store and ask the file"
            )
        rdf = sparql.form(job.query) in {"ConstructQuery", "DescribeQuery"}
        form = job.form if rdf != (job.form in _TABLES) else ("turtle" if rdf else "json")
        yield from self._remote.result(query, _ACCEPT[form], job.timeout)

    def answer(self, job: Job) -> bytes:
        """The whole result of ``job``; errors as ``evaluate``."""
        return b"".join(self.evaluate(job))


def _folds(query: str, function: str) -> bool:
    """Whether the query may call ``function``; a text that looks like it counts too."""
    name = function.rpartition("#")[2]
    return bool(name) and (f":{name}" in query or f"<{function}>" in query)


@contextmanager
def copied(place: str) -> Iterator[Source]:
    """All that the store at the address ``place`` holds of ours, as a file for the block. Raises ``RemoteError``."""
    with Remote(place) as remote, tempfile.TemporaryDirectory(prefix="shabaka-") as folder:
        target = Path(folder, "store.nq")
        with target.open("w", encoding="utf-8") as sink:
            for graphs in portions(RemoteStore(remote, union=True).graphs(), _TOGETHER):
                sink.writelines(_lines(remote, graphs))
        yield Source(str(target), "nquads")


@contextmanager
def actors_of(remote: Remote) -> Iterator[Callable[[], Source]]:
    """What gives a copy of the actors' graph of a store, fetched when it is first asked for."""
    with tempfile.TemporaryDirectory(prefix="shabaka-") as folder:
        target = Path(folder, "actors.nt")

        def fetched() -> Source:
            if not target.exists():
                graph = value(names().actors)
                data = remote.graph(graph)
                if data is None:  # no Graph Store Protocol where we looked for it
                    data = "".join(_triples(remote, iri(graph))).encode()
                target.write_bytes(data)
            return Source(str(target), "ntriples")

        yield fetched


def _triples(remote: Remote, graph: str) -> Iterator[str]:
    for row in remote.select(f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}"):
        yield " ".join(row) + " .\n"


def _lines(remote: Remote, graphs: tuple[str, ...]) -> Iterator[str]:
    arms = (f"{{ GRAPH {graph} {{ ?s ?p ?o }} BIND({graph} AS ?g) }}" for graph in graphs)
    for row in remote.select(f"SELECT ?s ?p ?o ?g {{ {' UNION '.join(arms)} }}"):
        yield " ".join(row) + " .\n"
