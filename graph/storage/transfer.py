"""Moves whole stores: import of RDF files, backup, restore.

What goes into an empty store goes in bulk, into a folder of quads beside the present one, which takes its
place when it is complete: all or nothing. Into a store that has articles they go one by one, each replacing
its own graph exactly.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError
from graph.querying.sources import file_form
from graph.storage.article_store import ArticleStore, reading
from graph.storage.article_store import writing as writing_here
from graph.storage.disk_errors import unwritable
from graph.storage.places import writing
from graph.storage.portions import TOGETHER, portions
from graph.storage.store import Store
from graph.storage.store_folder import StoreFolder
from graph.storage.terms import names
from graph.storage.update import Quad

_WITH_GRAPHS = {"trig", "nquads"}


def import_files(place: Path | str, files: Sequence[Path], *, wait: float = 0.0) -> int:
    """Put the articles of the files into the store at ``place``; gives the number of articles it then has.

    TriG and N-Quads keep their graphs; of formats without graphs each article gets what hangs on it. Ties and
    actors are computed, not taken over; verdicts are added to those there are. Raises ``StoreError``.
    """
    forms = [(file, file_form(file)) for file in files]
    with writing(str(place), wait=wait) as opened:
        empty = opened.folder and next(opened.articles(), None) is None
        if not (empty and all(form in _WITH_GRAPHS for _, form in forms) and _in_bulk(opened, forms)):
            for file, form in forms:
                read = Store.from_file(file, form)
                _refuse_blank_nodes(read, [file])
                if form in _WITH_GRAPHS and _keeps_graphs(read):
                    _merge_graphs(opened, read)
                else:
                    _merge_flat(opened, read, file)
        return sum(1 for _ in opened.articles())


class _WithoutGraphsError(Exception):
    """A file of a format with graphs keeps its articles in none."""


def _in_bulk(opened: ArticleStore, forms: Sequence[tuple[Path, str]]) -> bool:
    """Load the files into a new store in place of an empty one; False where no article has a graph of its own."""
    try:
        with replacing(opened) as beside:
            beside.load(forms)
            _refuse_blank_nodes(beside, [file for file, _ in forms])
            _refuse_flat(beside)
    except _WithoutGraphsError:
        return False
    return True


def backup(path: Path, target: Path) -> None:
    """Copy the store at ``path`` to the new folder ``target``, itself a store. Raises ``StoreError``."""
    if target.exists():
        raise StoreError(f"{target}: exists already; name a new folder for the backup")
    beside = target.with_name(f".{target.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    with reading(path) as snapshot:
        try:
            shutil.copytree(snapshot, beside / "data-1")
            folder = StoreFolder(beside)
            folder.point_to("data-1")
            with folder.new_snapshot() as published:  # so that a backup can be read where nothing can be written
                copy = Store.open(folder.data())
                copy.backup(published)
                copy.close()
            beside.rename(target)
        except OSError as error:
            raise unwritable(error, target) from error
        finally:
            shutil.rmtree(beside, ignore_errors=True)  # not there any more where all went well


def restore(source: Path, path: Path, *, replace: bool = False, wait: float = 0.0) -> None:
    """Make the store at ``path`` what the backup ``source`` is; readers go on with what they have open.

    Raises ``StoreError``, and then what was there is intact; also for a store that has articles, unless
    ``replace``.
    """
    with reading(source) as snapshot, writing_here(path, wait=wait) as opened:
        if not replace and next(opened.articles(), None) is not None:
            raise StoreError(f"{path}: has articles; restore over them with --replace, or name a new folder")
        with replacing(opened, start=snapshot):
            pass


@contextmanager
def replacing(opened: ArticleStore, start: Path | None = None) -> Iterator[Store]:
    """A new store beside the present one, empty or a copy of ``start``, that takes its place at the end."""
    folder = opened.folder
    assert folder is not None
    beside = folder.spare_data()
    try:
        if start:
            shutil.copytree(start, beside)
        store = Store.open(beside)
        yield store
        ArticleStore(store).rebuild()
        store.settle()
    except OSError as error:
        raise unwritable(error, beside) from error
    opened.take_over(store, beside.name)


def _refuse_flat(store: Store) -> None:
    if not _keeps_graphs(store):
        raise _WithoutGraphsError


def _refuse_blank_nodes(store: Store, files: Sequence[Path]) -> None:
    if any(store.select("SELECT ?s { ?s ?p ?o FILTER(ISBLANK(?s) || ISBLANK(?o)) } LIMIT 1")):
        named = ", ".join(map(str, files))
        raise StoreError(f"{named}: blank nodes cannot be replaced exactly; give every node an IRI")


def _merge_flat(opened: ArticleStore, read: Store, file: Path) -> None:
    articles = dict(_articles(read))
    if not articles:
        raise StoreError(f"{file}: no article (schema:NewsArticle) in it")
    for some in portions(articles.items(), TOGETHER):
        opened.put(dict(some))


def _merge_graphs(opened: ArticleStore, read: Store) -> None:
    n = names()
    articles = (graph for graph in read.graphs() if graph not in n.derived | {n.verdicts})
    for some in portions(articles, TOGETHER):
        opened.put({graph: set(read.match(graph=graph)) for graph in some})
    if read.holds(n.verdicts):
        opened.judge(set(read.match(graph=n.verdicts)))


def _keeps_graphs(read: Store) -> bool:
    """Whether articles or verdicts stand in graphs of their own."""
    return any(graph not in names().derived for graph in read.graphs())


def _articles(read: Store) -> Iterator[tuple[str, set[Quad]]]:
    """The articles of a flat graph, each with what hangs on it; of an actor its type and names there."""
    n = names()
    derived: dict[str, list[str]] = defaultdict(list)
    for subject, _, article, _ in read.match(None, n.derived_from, None, ""):
        derived[article].append(subject)
    for article, *_ in list(read.match(None, n.type, n.article, "")):
        actors = {quad[2] for quad in read.match(article, n.mentions, None, "")}
        waiting, found = [article, *derived[article]], {article, *derived[article]}
        quads: set[Quad] = set()
        while waiting:
            for subject, predicate, object_, _ in read.match(waiting.pop(), graph=""):
                quads.add((subject, predicate, object_, article))
                if object_.startswith(f"<{n.actor_base}"):
                    actors.add(object_)
                elif object_.startswith("<") and object_ not in found:
                    found.add(object_)
                    waiting.append(object_)
        for actor in actors:
            for subject, predicate, object_, _ in read.match(actor, graph=""):
                if predicate in {n.type, n.label}:
                    quads.add((subject, predicate, object_, article))
        yield article, quads
