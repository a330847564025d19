"""A store on another machine as a set of quads, with what the code that derives ties and actors asks of one.

Only named graphs are read; the default graph is taken for their union, which is what this module makes of it.
Where the store keeps a default graph of its own (Oxigraph, Fuseki as they come), that is brought in step in
the same request; where the default graph is the union anyway (GraphDB, Virtuoso), it is left alone. A change
is one update request: whole or not at all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.article_store import ArticleStore
from graph.portions import portions
from graph.remote import Remote
from graph.store import parse
from graph.terms import names, value
from graph.update import Quad, Triple, update_text

Pattern = tuple[str | None, str | None, str | None, str | None]  # as the arguments of ``match``
_FIRST = 100  # quads asked for at first: most often they decide, and there may be a hundred thousand
_TOGETHER = 40  # patterns of one query
_PORTION = 2000  # quads of one update where many are put in


class RemoteStore:
    """The quads of a remote store; ``union`` tells whether its default graph is the union of the named ones."""

    def __init__(self, remote: Remote, *, union: bool) -> None:
        self.path = remote.place
        self._remote = remote
        self._union = union
        self._known: dict[Pattern, set[Quad]] = {}

    def match(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object_: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The quads of named graphs that fit; ``None`` is any, graph ``""`` all of them, each triple once."""
        pattern = subject, predicate, object_, graph
        if pattern in self._known:
            yield from self._known[pattern]
            return
        query = _query([pattern])
        first = self._found([pattern], f"{query} LIMIT {_FIRST}")[0]
        if len(first) < _FIRST:
            self._known[pattern] = first
        yield from first
        if len(first) >= _FIRST:
            yield from self._found([pattern], query)[0] - first

    def expect(self, patterns: Iterable[Pattern]) -> None:
        """Fetch what ``match`` will be asked for, in few requests; kept until the next change."""
        for some in portions(dict.fromkeys(patterns), _TOGETHER):
            self._known |= zip(some, self._found(some, _query(some)), strict=True)

    def holds(self, graph: str) -> bool:
        """Whether a named graph of that name has triples."""
        return self._remote.ask(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}")

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
        self._known.clear()
        gone = removed - added
        text = update_text(gone, set(), self._emptied(gone, added), added, self._gained(added))
        lost = {quad[:3] for quad in gone} - {quad[:3] for quad in added}
        if lost and not self._union:
            text += _unless_stated(lost)
        self._remote.update(text)

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

    def _found(self, patterns: Sequence[Pattern], query: str) -> list[set[Quad]]:
        lines: list[list[str]] = [[] for _ in patterns]
        for number, *found in self._remote.select(query):
            index = int(value(number))
            terms = (given or term for given, term in zip(patterns[index], found, strict=True))
            lines[index].append(" ".join(terms))
        return [parse("".join(f"{line} .\n" for line in some).encode(), "nquads") for some in lines]


class RemoteArticles(ArticleStore):
    """A remote store open for writing; what some articles need to know is fetched together."""

    def __init__(self, store: RemoteStore) -> None:
        super().__init__(store)
        self._remote_store = store

    def put(self, articles: Mapping[str, set[Quad]]) -> set[str]:
        """As ``ArticleStore.put``."""
        self._remote_store.expect(pattern for article, new in articles.items() for pattern in _needed(article, new))
        return super().put(articles)


def _needed(article: str, new: set[Quad]) -> Iterator[Pattern]:
    """What ``derived`` looks up for an article in any case, as far as that is known before."""
    n = names()
    yield None, None, None, article
    yield article, n.near_duplicate_of, None, n.copies
    for subject, predicate, object_, _ in sorted(new):
        if predicate == n.label:
            yield subject, None, None, n.actors
            yield subject, None, None, n.identity
            yield subject, n.resolved_as, None, n.identity
            yield subject, n.in_gazetteer, None, n.actors
        elif predicate == n.text_band:
            yield None, predicate, object_, ""


def _query(patterns: Sequence[Pattern]) -> str:
    arms = (_arm(number, pattern) for number, pattern in enumerate(patterns))
    return "SELECT DISTINCT ?n ?s ?p ?o ?g { " + " UNION ".join(arms) + " }"


def _arm(number: int, pattern: Pattern) -> str:
    subject, predicate, object_, graph = pattern
    triple = f"{subject or '?s'} {predicate or '?p'} {object_ or '?o'}"
    place = "?any" if graph == "" else graph or "?g"  # not selected, so that each triple comes once
    return f"{{ GRAPH {place} {{ {triple} }} BIND({number} AS ?n) }}"


def _unless_stated(triples: set[Triple]) -> str:
    """Remove triples from the default graph, except those that some named graph still states."""
    rows = "\n".join(f"({' '.join(triple)})" for triple in sorted(triples))
    return (
        f"DELETE {{ ?s ?p ?o }} WHERE {{ VALUES (?s ?p ?o) {{\n{rows}\n}}"
        " FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } } ;\n"
    )
