"""The one adapter of pyoxigraph: quads on disk or in memory, in plain types of our own.

A term is its N-Triples text (``<iri>`` or ``"literal"@ar``), a quad is four of them, subject first and graph
last. Named graphs are what is written. The default graph is their union, each triple once, and is kept by
``apply`` in the same transaction: a query without ``GRAPH`` then counts a triple once although two articles
state it (the union that Oxigraph makes at query time counts it twice and takes three times as long), and
answers as it would on a flat Turtle file of the same content.
"""

import io
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import IO

import pyoxigraph

from graph.errors import QueryError, QuerySyntaxError, StoreError
from graph.syntax import syntax_message

Triple = tuple[str, str, str]
Quad = tuple[str, str, str, str]  # the graph is "" for the default graph
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
_CAUSES = (
    ("No space left", "the disk is full; what was stored before is intact"),
    ("File too large", "a file would grow beyond what is allowed; what was stored before is intact"),
    ("Read-only file system", "the folder is read-only"),
    ("Permission denied", "permission denied"),
    ("lock", "another process is writing to it"),
)


def _store_error(error: OSError | RuntimeError, path: Path | str) -> StoreError:
    for sign, meaning in _CAUSES:
        if sign.lower() in str(error).lower():
            return StoreError(f"{path}: {meaning}")
    return StoreError(f"{path}: damaged or unreadable ({' '.join(str(error).split())}); restore a backup")


def _iri(text: str | None) -> pyoxigraph.NamedNode | None:
    return None if text is None else pyoxigraph.NamedNode(text[1:-1])


def _term(text: str | None) -> pyoxigraph.NamedNode | pyoxigraph.Literal | None:
    if text is None or text.startswith("<"):
        return _iri(text)
    quad = next(pyoxigraph.parse(f"<s:> <p:> {text} .", pyoxigraph.RdfFormat.N_TRIPLES))
    assert isinstance(quad.object, pyoxigraph.Literal)
    return quad.object


def _plain(quad: pyoxigraph.Quad) -> Quad:
    graph = quad.graph_name
    name = "" if isinstance(graph, pyoxigraph.DefaultGraph) else str(graph)
    return str(quad.subject), str(quad.predicate), str(quad.object), name


def parse(data: bytes, form: str, *, graph: str | None = None) -> set[Quad]:
    """The quads of ``data`` as the store would give them back; ``graph`` names that of bare triples.

    Numbers come back in canonical form (0.70 as 0.7), so that what is already stored is recognised.
    Raises ``StoreError`` for what does not parse and for blank nodes, which nothing could find again.
    """
    memory = pyoxigraph.Store()
    try:
        memory.load(data, FORMATS[form], to_graph=_iri(graph))
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"not valid {form}: {error}") from error
    quads = {_plain(quad) for quad in memory}
    if any(term.startswith("_:") for quad in quads for term in quad):
        raise StoreError("blank nodes cannot be replaced exactly; give every node an IRI")
    return quads


class Store:
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
            raise _store_error(error, path) from error
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

    def match(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object_: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The quads that fit, in a stable order; ``None`` is any, graph ``""`` the default one."""
        where = pyoxigraph.DefaultGraph() if graph == "" else _iri(graph)
        found = self._database.quads_for_pattern(_iri(subject), _iri(predicate), _term(object_), where)
        return map(_plain, found)

    def holds(self, graph: str) -> bool:
        """Whether a named graph of that name has triples."""
        return next(self.match(graph=graph), None) is not None

    def graphs(self) -> Iterator[str]:
        """The names of the named graphs."""
        return map(str, self._database.named_graphs())

    def apply(self, removed: set[Quad], added: set[Quad]) -> None:
        """Take out and put in quads of named graphs, and bring the default graph in step: all or nothing."""
        lost = {quad[:3] for quad in removed} - {quad[:3] for quad in added}
        flat = {t for t in lost if all(quad in removed for quad in self.match(*t) if quad[3])}
        left = {quad[3] for quad in removed} - {quad[3] for quad in added}
        emptied = [name for name in left if all(quad in removed for quad in self.match(graph=name))]
        update = _data("DELETE", removed, flat) + "".join(f"DROP GRAPH {name} ;\n" for name in emptied)
        update += _data("INSERT", added, {quad[:3] for quad in added})
        try:
            self._database.update(update)
        except OSError as error:
            raise _store_error(error, self.path) from error

    def load(self, files: Iterable[tuple[Path, str]]) -> None:
        """Everything of the files, in bulk: fast, but neither a transaction nor a replacement."""
        for path, form in files:
            try:
                self._bulk(path, form)
            except SyntaxError as error:
                raise StoreError(f"{path}: not valid {form}: {error}") from error
            except OSError as error:
                raise _store_error(error, path) from error

    def _bulk(self, path: Path, form: str) -> None:
        if form == "nquads":
            try:
                with _doubled(path) as stream:
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
            raise QuerySyntaxError(syntax_message(query, str(error))) from error
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(str(error)) from error

    def backup(self, target: Path) -> None:
        """A copy at ``target``, which must not exist: hard links where the file system allows them."""
        try:
            self._database.backup(str(target))
        except OSError as error:
            raise _store_error(error, target) from error

    def flush(self) -> None:
        """Bring everything to the disk."""
        try:
            self._database.flush()
        except OSError as error:
            raise _store_error(error, self.path) from error

    def close(self) -> None:
        """Let go of the files; the store cannot be used any more."""
        del self._database

    def __len__(self) -> int:
        return len(self._database)


def _data(verb: str, quads: set[Quad], triples: set[Triple]) -> str:
    """A ``DELETE DATA`` or ``INSERT DATA`` of the quads and, in the default graph, the triples."""
    if not quads and not triples:
        return ""
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        graphs.setdefault(quad[3], []).append(" ".join(quad[:3]))
    flat = " .\n".join(map(" ".join, triples))
    named = "".join(f"\nGRAPH {name} {{\n" + " .\n".join(rows) + "\n}" for name, rows in graphs.items())
    return f"{verb} DATA {{\n{flat}{named}\n}} ;\n"


def _on_literals(call: TextFunction) -> Callable[..., _Term | None]:
    def on_terms(*terms: object) -> pyoxigraph.Literal | None:
        if len(terms) == 1 and isinstance(terms[0], pyoxigraph.Literal):
            return pyoxigraph.Literal(call(terms[0].value))
        return None  # an error in SPARQL's sense: the variable stays unbound

    return on_terms


def _doubled(path: Path) -> IO[bytes]:
    """The N-Quads of a file, every line also without its graph, for one pass of the bulk loader."""
    reading, writing = os.pipe()
    source = path.open("rb")

    def feed() -> None:
        with suppress(BrokenPipeError), source, os.fdopen(writing, "wb", 1 << 20) as sink:
            while lines := source.readlines(1 << 18):
                sink.writelines(lines)
                sink.writelines([_flat_line(line) for line in lines])

    threading.Thread(target=feed, daemon=True).start()
    return io.BufferedReader(io.FileIO(reading), buffer_size=1 << 20)


def _flat_line(line: bytes) -> bytes:
    """A line of N-Quads without its graph; a line that is no statement unchanged, for the loader to refuse."""
    if line.endswith(b"> .\n") and b"\t" not in line:
        rest = line[: line.rindex(b" <")]
        return rest + b" .\n" if rest.count(b" ") > 1 else line
    try:
        return b"".join(f"{quad.triple} .\n".encode() for quad in pyoxigraph.parse(line, FORMATS["nquads"]))
    except SyntaxError:
        return line
