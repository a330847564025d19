"""The one adapter of pyoxigraph: quads on disk or in memory, in plain types of our own.

A term is its N-Triples text (``<iri>`` or ``"literal"@ar``), a quad is four of them, subject first and graph
last. Named graphs are what is written. The default graph is their union, each triple once, and is kept by
``apply`` in the same transaction: a query without ``GRAPH`` then counts a triple once although two articles
state it (the union that Oxigraph makes at query time counts it twice and takes three times as long), and
answers as it would on a flat Turtle file of the same content.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import IO

import pyoxigraph

from graph.errors import QueryError, QuerySyntaxError, StatementError, StoreError
from graph.storage.bulk import doubled, written
from graph.storage.disk_errors import store_error
from graph.storage.quads import Quads
from graph.storage.syntax import syntax_message
from graph.storage.update import Pattern, Quad, Triple, update_text

TextFunction = Callable[[str], str]
_Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple

FORMATS: Mapping[str, pyoxigraph.RdfFormat] = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}
RESULT_FORMATS: Mapping[str, pyoxigraph.QueryResultsFormat] = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
    "xml": pyoxigraph.QueryResultsFormat.XML,
}


def _iri(text: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(text[1:-1])


def _term(text: str) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    if text.startswith("<"):
        return _iri(text)
    quad = next(pyoxigraph.parse(f"<s:> <p:> {text} .", pyoxigraph.RdfFormat.N_TRIPLES))
    assert isinstance(quad.object, pyoxigraph.Literal)
    return quad.object


def is_iri(text: str) -> bool:
    """Whether ``text`` is an absolute IRI, so that it may stand between ``<`` and ``>``."""
    try:
        pyoxigraph.NamedNode(text)
    except ValueError:
        return False
    return True


def _graph(name: str) -> pyoxigraph.NamedNode | pyoxigraph.DefaultGraph:
    return _iri(name) if name else pyoxigraph.DefaultGraph()


def _plain(quad: pyoxigraph.Quad) -> Quad:
    graph = quad.graph_name
    name = "" if isinstance(graph, pyoxigraph.DefaultGraph) else str(graph)
    return str(quad.subject), str(quad.predicate), str(quad.object), name


def parse(data: bytes, form: str, *, graph: str = "") -> set[Quad]:
    """The quads of ``data`` as the store would give them back; ``graph`` names that of bare triples.

    Numbers come back in canonical form (0.70 as 0.7), so that what is already stored is recognised.
    Raises ``StatementError`` for what does not parse and for blank nodes, which nothing could find again.
    """
    memory = pyoxigraph.Store()
    try:
        memory.load(data, FORMATS[form], to_graph=_graph(graph))
    except (SyntaxError, ValueError) as error:
        raise StatementError(f"not valid {form}: {error}") from error
    quads = {_plain(quad) for quad in memory}
    if any(term.startswith("_:") for quad in quads for term in quad):
        raise StatementError("blank nodes cannot be replaced exactly; give every node an IRI")
    return quads


class Store(Quads):
    """A set of quads, on disk or in memory, one transaction a change."""

    def __init__(self, database: pyoxigraph.Store, path: Path | str = "memory") -> None:
        self._database = database
        self.path = path

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """The store at ``path``, made where there is none; raises ``StoreError``."""
        try:
            database = pyoxigraph.Store.read_only(str(path)) if read_only else pyoxigraph.Store(str(path))
        except (OSError, RuntimeError) as error:
            raise store_error(error, path) from error
        return cls(database, path)

    @classmethod
    def memory(cls) -> "Store":
        """An empty store that nothing outlives."""
        return cls(pyoxigraph.Store())

    @classmethod
    def from_file(cls, path: Path, form: str) -> "Store":
        """An RDF file in memory; named graphs are also merged into the default graph."""
        store = cls.memory()
        store.load([(path, form)])
        return store

    def fitting(self, pattern: Pattern) -> Iterator[Quad]:
        """The quads that fit, in a stable order; ``None`` is any, graph ``""`` the default one."""
        return map(_plain, self._fitting(pattern))

    def _fitting(self, pattern: Pattern) -> Iterator[pyoxigraph.Quad]:
        subject, predicate, object_, graph = pattern
        return self._database.quads_for_pattern(
            None if subject is None else _iri(subject),
            None if predicate is None else _iri(predicate),
            None if object_ is None else _term(object_),
            None if graph is None else _graph(graph),
        )

    def graphs(self) -> Iterator[str]:
        """The names of the named graphs."""
        return map(str, self._database.named_graphs())

    def apply(self, removed: set[Quad], added: set[Quad]) -> None:
        """Take out and put in quads of named graphs, and bring the default graph in step: all or nothing."""
        flat, emptied = self._following(removed, added)
        self._update(update_text(removed, flat, emptied, added, {quad[:3] for quad in added}))

    def deletion(self, removed: set[Quad], added: set[Quad]) -> str:
        """What ``apply`` would take out, as an update for ``enact``."""
        return update_text(removed, *self._following(removed, added), set(), set())

    def enact(self, deletion: str, coming: Path) -> None:
        """Carry out an update, then load the N-Quads of a file, those of the default graph too; see ``journal``."""
        if deletion:
            self._update(deletion)
        try:
            self._database.bulk_load(path=str(coming), format=FORMATS["nquads"])
            self._database.flush()
        except OSError as error:
            raise store_error(error, self.path) from error

    def _following(self, removed: set[Quad], added: set[Quad]) -> tuple[set[Triple], set[str]]:
        """The triples that the default graph loses by a change, and the graphs that it empties."""
        lost = {quad[:3] for quad in removed} - {quad[:3] for quad in added}
        flat = {t for t in lost if all(quad in removed for quad in self.match(*t) if quad[3])}
        left = {quad[3] for quad in removed} - {quad[3] for quad in added}
        return flat, {name for name in left if all(quad in removed for quad in self.match(graph=name))}

    def _update(self, text: str) -> None:
        try:
            self._database.update(text)
        except OSError as error:
            raise store_error(error, self.path) from error

    def load(self, files: Iterable[tuple[Path, str]]) -> None:
        """Everything of the files, in bulk: fast, but neither a transaction nor a replacement."""
        for path, form in files:
            try:
                self._bulk(path, form)
            except SyntaxError as error:
                raise StoreError(f"{path}: not valid {form}: {error}") from error
            except OSError as error:
                raise store_error(error, path) from error

    def _bulk(self, path: Path, form: str) -> None:
        if form == "nquads":
            try:
                with doubled(path, _flat_line) as stream:
                    self._database.bulk_load(stream, FORMATS[form])
            except SyntaxError:  # its line number counts the doubled lines: find the right one
                for _ in pyoxigraph.parse(path=str(path), format=FORMATS[form]):
                    pass
                raise
            return
        base = path.absolute().as_uri()
        quads = pyoxigraph.parse(path=str(path), format=FORMATS[form], base_iri=base)
        flat = pyoxigraph.DefaultGraph()
        self._database.bulk_extend(
            chain.from_iterable(
                (quad,) if quad.graph_name == flat else (quad, pyoxigraph.Quad(*quad.triple)) for quad in quads
            )
        )

    def extend(self, quads: Iterable[Quad]) -> None:
        """Put in quads of named graphs in bulk: fast, but not a transaction."""
        try:
            self._database.bulk_load(written(quads), FORMATS["nquads"])
        except OSError as error:
            raise store_error(error, self.path) from error

    def subjects(self, *, graph: str) -> set[str]:
        """The subjects of a graph's statements."""
        return {str(quad.subject) for quad in self._fitting((None, None, None, graph))}

    def write(
        self,
        parts: Iterable[tuple[str | None, str]],
        sink: IO[bytes],
        form: str,
        *,
        prefixes: Mapping[str, str],
        without: Collection[Triple] = (),
    ) -> None:
        """Serialise what each subject (``None``: every) says in each graph, sorted within each part.

        Formats without graphs leave the graph out. Raises ``OSError`` where ``sink`` does.
        """
        found = (quad for part in parts for quad in sorted(self._fitting((part[0], None, None, part[1])), key=str))
        quads = (quad for quad in found if not without or _plain(quad)[:3] not in without)
        if form in {"trig", "nquads"}:
            pyoxigraph.serialize(quads, sink, FORMATS[form], prefixes=dict(prefixes))
        else:
            triples = (quad.triple for quad in quads)
            pyoxigraph.serialize(triples, sink, FORMATS[form], prefixes=dict(prefixes))

    def select(self, query: str) -> Iterator[tuple[str, ...]]:
        """Rows of a SELECT of our own, as N-Triples terms, empty where unbound."""
        results = self._database.query(query)
        assert isinstance(results, pyoxigraph.QuerySolutions)
        for row in results:
            yield tuple("" if term is None else str(term) for term in row)

    def answer(
        self,
        query: str,
        form: str,
        sink: IO[bytes],
        *,
        prefixes: Mapping[str, str],
        functions: Mapping[str, TextFunction] | None = None,
    ) -> None:
        """Evaluate a query and write its result to ``sink`` as it comes.

        ``form`` is one of ``RESULT_FORMATS`` for SELECT and ASK, of ``FORMATS`` for CONSTRUCT and DESCRIBE;
        ``functions`` are extra functions from text to text by IRI. Raises ``QueryError``.
        """
        custom = {pyoxigraph.NamedNode(iri): _on_literals(call) for iri, call in (functions or {}).items()}
        try:
            results = self._database.query(query, prefixes=dict(prefixes), custom_functions=custom)
            if isinstance(results, pyoxigraph.QueryTriples):
                rdf = FORMATS.get(form, pyoxigraph.RdfFormat.TURTLE)
                pyoxigraph.serialize(results, sink, rdf, prefixes=dict(prefixes))
            else:
                results.serialize(sink, RESULT_FORMATS.get(form, pyoxigraph.QueryResultsFormat.JSON))
        except SyntaxError as error:
            raise QuerySyntaxError(syntax_message(query, str(error), prefixes)) from error
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(str(error)) from error

    def backup(self, target: Path) -> None:
        """A copy at ``target``, which must not exist: hard links where the file system allows them."""
        try:
            self._database.backup(str(target))
        except OSError as error:
            raise store_error(error, target) from error

    def settle(self) -> None:
        """Bring everything to the disk and sort it there: queries take a quarter less than right after a bulk load."""
        try:
            self._database.flush()
            self._database.optimize()
        except OSError as error:
            raise store_error(error, self.path) from error

    def close(self) -> None:
        """Let go of the files; the store cannot be used any more."""
        del self._database

    def __len__(self) -> int:
        return len(self._database)


def _on_literals(call: TextFunction) -> Callable[..., _Term | None]:
    def on_terms(*terms: object) -> pyoxigraph.Literal | None:
        if len(terms) == 1 and isinstance(terms[0], pyoxigraph.Literal):
            return pyoxigraph.Literal(call(terms[0].value))
        return None  # an error in SPARQL's sense: the variable stays unbound

    return on_terms


def _flat_line(line: bytes) -> bytes:
    """A line of N-Quads without its graph, for one that has an unusual form; unchanged where it has none."""
    try:
        return b"".join(f"{quad.triple} .\n".encode() for quad in pyoxigraph.parse(line, FORMATS["nquads"]))
    except SyntaxError:  # the loader will refuse it
        return line
