"""A store on another machine as a set of quads, with what the code that derives ties and actors asks of one.

Only named graphs are read; the default graph is taken for their union, which is what this module makes of it.
Where the store keeps a default graph of its own (Oxigraph, Fuseki as they come), that is brought in step in
the same request; where the default graph is the union anyway (GraphDB, Virtuoso), it is left alone. A change
is one update request: whole or not at all.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from graph.errors import RemoteError
from graph.remotes.lookups import Lookups
from graph.remotes.remote import Remote
from graph.storage.article_store import ArticleStore
from graph.storage.portions import portions
from graph.storage.quads import Quads
from graph.storage.terms import names, value
from graph.storage.update import Pattern, Quad, Triple, update_text

T = TypeVar("T")

_PORTION = 2000  # quads of one update where many are put in


class RemoteStore(Quads):
    """The quads of a remote store; ``union`` tells whether its default graph is the union of the named ones."""

    def __init__(self, remote: Remote, *, union: bool) -> None:
        self.path = remote.place
        self._remote = remote
        self._union = union
        self._lookups = Lookups(remote.select)

    def fitting(self, pattern: Pattern) -> Iterator[Quad]:
        """The quads of named graphs that fit; ``None`` is any, graph ``""`` all of them, each triple once."""
        return self._lookups.match(pattern)

    def foreseen(self, work: Callable[[], T]) -> T:
        """What ``work`` gives, which only reads, with few requests; it is done several times."""
        return self._lookups.foreseen(work)

    def graphs(self) -> Iterator[str]:
        """The names of the graphs that are ours: those of articles, and what stands beside them."""
        n = names()
        for (article,) in self._remote.select(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?g {n.type} {n.article} }} }}"):
            yield article
        for graph in sorted(n.derived | {n.verdicts}):
            if self.holds(graph):
                yield graph

    def select(self, query: str) -> Iterator[tuple[str, ...]]:
        """Rows of a SELECT of our own, as N-Triples terms, empty where unbound."""
        yield from self._remote.select(query)

    def apply(self, removed: set[Quad], added: set[Quad]) -> None:
        """Take out and put in quads of named graphs, in one request."""
        gone = removed - added
        text = update_text(gone, set(), self._emptied(gone, added), added, self._gained(added))
        lost = {quad[:3] for quad in gone} - {quad[:3] for quad in added}
        if lost and not self._union:
            text += _unless_stated(lost)
        try:
            self._remote.update(text)
        except RemoteError:  # done or not: who knows
            self._lookups.forget()
            raise
        self._lookups.change(gone, added)

    def extend(self, quads: Iterable[Quad]) -> None:
        """Put in quads of named graphs, in portions."""
        for portion in portions(quads, _PORTION):
            self.apply(set(), set(portion))

    def close(self) -> None:
        """Nothing is held open."""

    def _gained(self, added: set[Quad]) -> set[Triple]:
        return set() if self._union else {quad[:3] for quad in added}

    def _emptied(self, gone: set[Quad], added: set[Quad]) -> set[str]:
        """The graphs that lose all they have: some stores keep the name of an empty one."""
        counts = Counter(quad[3] for quad in gone)
        left = counts.keys() - {quad[3] for quad in added}
        if not left:
            return set()
        listed = " ".join(sorted(left))
        query = f"SELECT ?g (COUNT(*) AS ?n) {{ VALUES ?g {{ {listed} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
        return {graph for graph, number in self._remote.select(query) if int(value(number)) <= counts[graph]}


class RemoteArticles(ArticleStore):
    """A remote store open for writing; what some articles need to know is fetched together."""

    def __init__(self, store: RemoteStore) -> None:
        super().__init__(store)
        self._remote_store = store

    def looked_up(self, work: Callable[[], T]) -> T:
        """As ``RemoteStore.foreseen``."""
        return self._remote_store.foreseen(work)


def _unless_stated(triples: set[Triple]) -> str:
    """Remove triples from the default graph, except those that some named graph still states."""
    rows = "\n".join(f"({' '.join(triple)})" for triple in sorted(triples))
    return (
        f"DELETE {{ ?s ?p ?o }} WHERE {{ VALUES (?s ?p ?o) {{\n{rows}\n}}"
        " FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } } ;\n"
    )
