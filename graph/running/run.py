"""A run of ingestion from beginning to end: the sources of a user into a store, watched, to a report.

The one path for ``shabaka ingest`` and ``shabaka watch``. A pool of processes is only started where there is
more to read than two chunks: starting it takes longer than reading them.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any

from graph.running.article_reading import Reader, read_chunk
from graph.running.ingestion import CHUNK, Outcome, ingest
from graph.running.interruption import Wish
from graph.running.pool import Engine, pool
from graph.running.progress import Form, display
from graph.running.run_report import RunReport
from graph.running.way import USUAL, Way
from graph.storage.ledger import page_digest
from graph.storage.shelf import Shelf
from ingest.article import Article
from ingest.corpus import Meter, corpus, size
from ingest.intake.notices import Notice
from ingest.intake.records import FieldMap

_FEW = 2 * CHUNK  # documents
_Found = Iterator[tuple[str, Article | Notice]]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is to go; without a ``scheduler`` in ``jobs`` processes on this machine."""

    fields: FieldMap
    jobs: int
    scheduler: str = ""
    way: Way = USUAL
    reread: bool = False
    strict: bool = False
    form: Form = "bar"


def run(shelf: Shelf, sources: Sequence[str], settings: Settings, wish: Wish) -> RunReport:
    """Ingest ``sources``; stops early where ``wish`` is granted, or with ``strict`` at the first failure.

    Raises ``StoreError``, ``ClusterError``.
    """
    report, meter = RunReport(), Meter()
    if settings.form != "none":
        meter.total = size(sources)

    def known(page: str) -> bool:
        return not settings.reread and shelf.has_page(page_digest(page, settings.way))

    found = corpus(sources, fields=settings.fields, meter=meter, known=known)

    def stopped() -> bool:
        return wish.asked or (settings.strict and report.failed > 0)

    with display(settings.form, report, meter) as shown:
        for outcome in _outcomes(shelf, found, settings, stopped):
            report.add(outcome)
            shown.show(outcome)
    report.interrupted = stopped()
    return report


def _outcomes(shelf: Shelf, found: _Found, settings: Settings, stopped: Callable[[], bool]) -> Iterator[Outcome]:
    first = list(islice(found, _FEW + 1))
    jobs = 1 if len(first) <= _FEW else settings.jobs
    read = partial(read_chunk, way=settings.way)
    with _engine(settings.scheduler, jobs, read) as engine:
        yield from ingest(
            shelf,
            chain(first, found),
            engine,
            way=settings.way,
            reread=settings.reread,
            stopped=stopped,
        )


def _engine(scheduler: str, jobs: int, read: Reader) -> AbstractContextManager[Engine[Any]]:
    if scheduler:
        from graph.running.cluster import cluster

        return cluster(scheduler, read)
    return pool(jobs, read)
