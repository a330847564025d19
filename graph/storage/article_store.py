"""The store as the rest of Shabaka sees it: articles come, are replaced, go; what is derived keeps step.

One article is one named graph. ``edit`` and ``judge`` compute in plain sets what changes, in the articles, among the
verdicts, in all that follows from them (``derived``), and apply it in one transaction, or by ``journal``, which comes
to the same: after a crash an article is wholly there, with all that follows from it, or not at all. Many articles at
once cost less than one by one, since what follows from them is computed once, and come to the same. ``writing`` is
the one writer's session, ``reading`` gives a snapshot.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from graph.deriving import derived
from graph.errors import StoreError
from graph.resolving.verdicts import replacing
from graph.storage import ledger
from graph.storage.completeness import check_files, note_files
from graph.storage.journal import LARGE, Journal
from graph.storage.quads import Quads
from graph.storage.statements import statements
from graph.storage.store import Store, is_iri, parse
from graph.storage.store_folder import StoreFolder
from graph.storage.terms import iri, literal, names, value
from graph.storage.update import Change, Edits, Quad
from ingest.addresses import web_address

T = TypeVar("T")
PUBLISH_EVERY = 10.0  # seconds of writing after which readers get to see it


class ArticleStore:
    """A store open for writing."""

    def __init__(self, store: Quads, folder: StoreFolder | None = None) -> None:
        self.store = store
        self.folder = folder
        self._journal = Journal(folder.journal) if folder else None
        self._published = time.monotonic()
        self._changed = False
        self.recover()

    def replace(self, article: str, triples: bytes, form: str = "ntriples") -> bool:
        """Make ``triples`` the graph of the article with this IRI; False where it was so already.

        Raises ``StoreError``; then nothing has changed.
        """
        return self.put({iri(article): parse(triples, form, graph=iri(article))}) != set()

    def forget(self, article: str) -> bool:
        """Remove the article with this IRI and all that followed from it; False where there is none."""
        return self.put({iri(article): set()}) != set()

    def edit(self, articles: Mapping[str, bytes]) -> set[str]:
        """As ``replace``, of many articles, all or none; without triples as ``forget``. Gives those that changed.

        The triples are N-Triples as ``canonical`` gives them.
        """
        changed = self.put({iri(name): statements(triples, iri(name)) for name, triples in articles.items()})
        return set(map(value, changed))

    def stated(self, article: str) -> tuple[str, str]:
        """Input digest of the article with this IRI and the version that read it; empty where there is none."""
        return self.looked_up(lambda: ledger.stated(self.store, article))

    def same_words(self, digest: str) -> set[str]:
        """The IRIs of the articles with this digest of words."""
        return self.looked_up(lambda: ledger.same_words(self.store, digest))

    def has_page(self, digest: str) -> bool:
        """Whether an article was taken out of the page with this digest."""
        return self.looked_up(lambda: ledger.has_page(self.store, digest))

    def put(self, articles: Mapping[str, set[Quad]]) -> set[str]:
        """As ``edit``, with the articles' names and quads as terms."""
        self.recover()
        edits, removed, added = self.looked_up(lambda: self._edited(articles))
        if edits:
            self._apply(removed, added)
        return set(edits)

    def recover(self) -> None:
        """Finish a large change that was broken off. Raises ``StoreError``."""
        if self._journal:
            assert isinstance(self.store, Store)
            self._journal.finish(self.store)

    def looked_up(self, work: Callable[[], T]) -> T:
        """What ``work`` gives, which only reads; a store elsewhere fetches together what it looks up."""
        return work()

    def _edited(self, articles: Mapping[str, set[Quad]]) -> tuple[Edits, set[Quad], set[Quad]]:
        """The articles that change, and all quads that go and come with them."""
        edits: dict[str, Change] = {}
        for article, new in articles.items():
            if misplaced := next((quad for quad in new if quad[3] != article), None):
                raise StoreError(f"a statement of graph {misplaced[3] or 'default'} was given for {article}")
            old = set(self.store.match(graph=article))
            if old != new:
                edits[article] = old, new
        lost, gained = derived.change(self.store, edits) if edits else derived.NO_CHANGE
        return (
            edits,
            lost.union(*(old - new for old, new in edits.values())),
            gained.union(*(new - old for old, new in edits.values())),
        )

    def judge(self, verdicts: set[Quad]) -> bool:
        """Add verdicts, as quads, in place of earlier ones on the same; False where all were so already."""
        self.recover()
        judged = self.looked_up(lambda: replacing(self.store, verdicts))
        if judged == derived.NO_CHANGE:
            return False
        lost, gained = self.looked_up(lambda: derived.change(self.store, {}, judged))
        self._apply(judged[0] | lost, judged[1] | gained)
        return True

    def rebuild(self) -> None:
        """Compute everything derived from nothing and replace what is stored of it."""
        for graph, quads in self.derived().items():
            old = set(self.store.match(graph=graph))
            self._mark()
            if old - quads:
                self.store.apply(old - quads, quads - old)
            else:  # as after a bulk load: everything is missing
                self.store.extend(quads - old)

    def derived(self) -> dict[str, set[Quad]]:
        """Every derived graph as it must be, by its name."""
        return derived.everything(self.store)

    def articles(self) -> Iterator[str]:
        """The IRIs of all articles."""
        others = names().derived | {names().verdicts}
        return (value(name) for name in self.store.graphs() if name not in others)

    def find(self, text: str) -> list[str]:
        """The IRIs of the articles that ``text`` names: by IRI, id, URL or name."""
        n = names()
        direct = filter(is_iri, (text, n.article_base + text))
        found = {name for name in direct if self.store.holds(iri(name))}
        if address := web_address(text):
            found |= {value(quad[0]) for quad in self.store.match(None, n.url, iri(address), "")}
        found |= {value(quad[0]) for quad in self.store.match(None, n.identifier, literal(text), "")}
        return sorted(found)

    def take_over(self, store: Store, name: str) -> None:
        """Go on with ``store``, which lies in the folder ``name`` beside the present one."""
        assert self.folder
        self._mark()
        self.folder.point_to(name)
        self.store.close()
        self.store = store
        self._journal = Journal(self.folder.journal)

    def publish(self) -> None:
        """Let readers see what has been written so far."""
        self.recover()
        if self.folder:
            assert isinstance(self.store, Store)
            with self.folder.new_snapshot() as target:
                self.store.backup(target)
        self._published = time.monotonic()

    def finish(self) -> None:
        """Publish what is new and note that nothing is left to publish."""
        if self.folder and self.folder.marker.exists():
            self.publish()
            self.folder.marker.unlink()

    def _apply(self, removed: set[Quad], added: set[Quad]) -> None:
        self._mark()
        if self._journal and len(added) >= LARGE:
            assert isinstance(self.store, Store)
            self._journal.enact(self.store, removed, added)
        else:
            self.store.apply(removed, added)
        if self.folder and time.monotonic() - self._published > PUBLISH_EVERY:
            self.publish()

    def _mark(self) -> None:
        if self.folder and not self._changed:
            self.folder.marker.touch()
            self._changed = True


@contextmanager
def writing(path: Path, *, wait: float = 0.0) -> Iterator[ArticleStore]:
    """The store at ``path``, made where there is none, open for the one writer.

    Waits ``wait`` seconds for another writer to end. Raises ``StoreError``.
    """
    folder = StoreFolder(path)
    with folder.writer(wait=wait):
        folder.create()
        check_files(folder.data(), folder.note)
        folder.note.unlink(missing_ok=True)
        opened = ArticleStore(Store.open(folder.data()), folder)
        try:
            if not folder.snapshots():
                folder.marker.touch()
                opened.publish()
            yield opened
        except BaseException:
            with suppress(StoreError):  # what went wrong first is what is told
                opened.finish()
            raise
        else:
            opened.finish()
        finally:
            opened.store.close()
            with suppress(OSError):  # a full disk: the next writer looks without it
                note_files(folder.data(), folder.note)


@contextmanager
def reading(path: Path) -> Iterator[Path]:
    """The folder of a snapshot of the store at ``path``, kept for the block.

    Where a writer was killed before it could publish, that is done first, unless another one is at work or
    the folder is read-only: then the last snapshot serves. Raises ``StoreError``.
    """
    folder = StoreFolder(path)
    folder.data()
    if folder.marker.exists():
        with suppress(StoreError), writing(path):
            pass
    with folder.reader() as snapshot:
        yield snapshot
