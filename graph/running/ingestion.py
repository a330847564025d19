"""Documents into a store: what is new among them is read by an engine and put in its place by one writer.

``ingest`` tells of every document what became of it. Chunks go to the engine and come back in the same
order, a bounded number at a time, so that memory does not grow with the corpus and the outcome does not
depend on who read what how fast. What has come back meanwhile is stored together, since that costs less.
An article that cannot be read is told of and the rest goes on; a store that cannot be written ends it, and
what was told is stored.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from graph.running.article_reading import Chunk, Read
from graph.running.pool import Engine
from graph.running.way import USUAL, Way
from graph.storage import ledger
from graph.storage.portions import TOGETHER
from graph.storage.shelf import Shelf
from ingest.article import Article
from ingest.intake.notices import Notice

CHUNK = 8  # articles
_HELD = 5.0  # seconds after which what was read is stored, though it be little
_CHUNK_TEXT = 20_000  # code points; a longer chunk would keep the others waiting
Handle = TypeVar("Handle")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document; ``kind`` tells the reason in a word or two, ``message`` in a line."""

    source: str  # as the user named it
    place: str  # the file, and where in it
    state: Literal["stored", "unchanged", "duplicate", "skipped", "failed", "remark"]
    kind: str = ""
    message: str = ""
    relations: int = 0


def ingest(
    shelf: Shelf,
    found: Iterable[tuple[str, Article | Notice]],
    engine: Engine[Handle],
    *,
    way: Way = USUAL,
    reread: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """Read and store what is new or changed, and with ``reread`` what another version of the program read.

    ``way`` is how ``engine`` reads: what was read another way is not as it should be.
    Once ``stopped`` says so, nothing more is taken, and what the engine is reading already is finished.
    Raises ``StoreError``.
    """
    flight = _Flight(shelf, engine)
    for source, document in found:
        if isinstance(document, Notice):
            yield _noticed(source, document)
        elif known := _known(shelf, source, document, way, reread=reread):
            yield known
        else:
            flight.take(source, document)
        yield from flight.arrived()
        if stopped():
            flight.call_back()
            break
    yield from flight.land()


class _Flight(Generic[Handle]):
    """The articles on their way: a chunk being filled, those with the engine, oldest first, and what came back."""

    def __init__(self, shelf: Shelf, engine: Engine[Handle]) -> None:
        self._shelf = shelf
        self._engine = engine
        self._filling: list[tuple[str, Article]] = []
        self._came: list[tuple[str, Article, Read]] = []
        self._since = time.monotonic()  # when the first of them came
        self._waiting: deque[tuple[Handle, list[tuple[str, Article]]]] = deque()

    def take(self, source: str, article: Article) -> None:
        """Take one more article; a full chunk goes to the engine."""
        self._filling.append((source, article))
        if len(self._filling) == CHUNK or sum(len(a.text) for _, a in self._filling) > _CHUNK_TEXT:
            self._submit()

    def arrived(self) -> Iterator[Outcome]:
        """The outcomes of the oldest chunks, where enough of them are there to be stored or have been for a while."""
        while self._waiting and self._due():
            self._take_back()
            if len(self._came) >= TOGETHER:
                yield from self._put()
        if self._came and time.monotonic() - self._since > _HELD:
            yield from self._put()

    def _due(self) -> bool:
        """Whether the oldest chunk must be waited for, or need not be."""
        return len(self._waiting) > self._engine.window or self._engine.ready(self._waiting[0][0])

    def call_back(self) -> None:
        """Drop what the engine has not begun."""
        self._filling.clear()
        while self._waiting and self._engine.cancel(self._waiting[-1][0]):
            self._waiting.pop()

    def land(self) -> Iterator[Outcome]:
        """The outcomes of all that is left."""
        if self._filling:
            self._submit()
        while self._waiting:
            self._take_back()
            if len(self._came) >= TOGETHER:
                yield from self._put()
        yield from self._put()

    def _submit(self) -> None:
        self._waiting.append((self._engine.submit(_chunk(self._filling)), self._filling))
        self._filling = []

    def _take_back(self) -> None:
        """The oldest chunk from the engine."""
        if not self._came:
            self._since = time.monotonic()
        handle, sent = self._waiting.popleft()
        read = self._engine.result(handle, _chunk(sent))
        self._came += [(*one, its) for one, its in zip(sent, read, strict=True)]

    def _put(self) -> Iterator[Outcome]:
        came, self._came = self._came, []
        yield from _put(self._shelf, came)


def _chunk(sent: Iterable[tuple[str, Article]]) -> Chunk:
    return tuple(article for _, article in sent)


def _known(shelf: Shelf, source: str, article: Article, way: Way, *, reread: bool) -> Outcome | None:
    """The outcome of an article that need not be read; None for one that must."""
    state = ledger.state(shelf, article, way)
    if state == "unchanged" or (state == "outdated" and not reread):
        return Outcome(source, article.source, "unchanged")
    if state == "duplicate":
        shelf.forget(ledger.article_iri(article))  # it had another text when it was read before
        return _duplicate(source, article)
    return None


def _put(shelf: Shelf, came: list[tuple[str, Article, Read]]) -> Iterator[Outcome]:
    states = iter(ledger.put(shelf, [(article, read.triples) for _, article, read in came if not read.problem]))
    for source, article, read in came:
        if read.problem:
            yield Outcome(source, article.source or article.name, "failed", "unread", read.problem)
        elif (state := next(states)) == "duplicate":
            yield _duplicate(source, article)
        else:
            yield Outcome(source, article.source, state, relations=read.relations if state == "stored" else 0)


def _duplicate(source: str, article: Article) -> Outcome:
    return Outcome(source, article.source, "duplicate", "duplicate", "its text is stored under another name")


def _noticed(source: str, notice: Notice) -> Outcome:
    state: Literal["remark", "failed", "skipped"] = "skipped"
    if notice.kind == "unchanged":
        return Outcome(source, notice.source, "unchanged")
    if notice.remark or notice.failure:
        state = "remark" if notice.remark else "failed"
    return Outcome(source, notice.source, state, notice.kind, " ".join(notice.message.split()))
