"""A corpus: the documents of many sources with the source each came from, and how far the reading has come.

How large it is, in bytes, is found before reading by looking at the files, so that the time left can be told;
what standard input holds nobody knows.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ingest.article import Article
from ingest.intake.documents import PLAIN, documents
from ingest.intake.inputs import Input
from ingest.intake.notices import Notice
from ingest.intake.records import FieldMap
from ingest.intake.sources import inputs

_BUFFER = 1 << 16


@dataclass(slots=True)
class Meter:
    """Bytes there are and bytes read; ``total`` is 0 where it is not known."""

    total: int = 0
    read: int = 0

    def metered(self, item: Input) -> Input:
        """The input, its file counted as it is read."""
        return replace(item, open=partial(self._open, item.path)) if isinstance(item.path, Path) else item

    def _open(self, path: Path) -> AbstractContextManager[BinaryIO]:
        return io.BufferedReader(_Metered(path, self), _BUFFER)


class _Metered(io.FileIO):
    """A file that counts the furthest byte that was read; going back, as archives do, counts nothing."""

    def __init__(self, path: Path, meter: Meter) -> None:
        super().__init__(path, "rb")
        self._meter = meter
        self._furthest = 0

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """As of a file."""
        count = super().readinto(buffer)
        self._note()
        return count

    def readall(self) -> bytes:
        """As of a file."""
        found = super().readall()
        self._note()
        return found

    def _note(self) -> None:
        if self.seekable() and (here := self.tell()) > self._furthest:
            self._meter.read += here - self._furthest
            self._furthest = here


def corpus(
    sources: Iterable[str],
    *,
    fields: FieldMap = PLAIN,
    meter: Meter | None = None,
    known: Callable[[str], bool] = lambda _: False,
) -> Iterator[tuple[str, Article | Notice]]:
    """Every document and notice after the source it came from, in the order of ``documents``; ``known`` as there."""
    metered = (meter or Meter()).metered
    for source in sources:
        for document in documents([source], fields=fields, metered=metered, known=known):
            yield source, document


def size(sources: Iterable[str]) -> int:
    """Bytes of all files; 0 where a source is a stream."""
    total = 0
    for item in inputs(sources):
        if isinstance(item, Input):
            if not isinstance(item.path, Path) or not item.path.is_file():
                return 0
            total += item.path.stat().st_size
    return total
