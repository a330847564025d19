"""An input: one file, archive member or stream, not yet read, with what to call it.

Readers ask for its bytes whole, up to a limit, or for its lines; a corpus of any size is never in memory.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from ingest.errors import SizeError

DOCUMENT_LIMIT = 5_000_000  # bytes of one page, text file or record
PACKED_LIMIT = 200_000_000  # bytes of a file that can only be read whole: a feed, a saved page, a piped archive


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read articles from; ``source`` is for messages, ``path`` tells name and format."""

    path: PurePath
    source: str
    open: Callable[[], AbstractContextManager[BinaryIO]]
    known: Callable[[str], bool] = lambda _: False  # whether the page with this digest was read before

    @property
    def name(self) -> str:
        """The file's name without any suffix of its format: ``news.jsonl.gz`` gives ``news``."""
        stem = self.path.name.removesuffix(".gz")
        return PurePath(stem).stem or stem or self.source

    def read(self, limit: int = DOCUMENT_LIMIT) -> bytes:
        """All its bytes. Raises ``SizeError`` where there are more than ``limit``, ``OSError``."""
        with self.open() as stream:
            raw = stream.read(limit + 1)
        if len(raw) > limit:
            raise SizeError(f"larger than {limit // 1_000_000} MB; split it into articles")
        return raw

    def lines(self, limit: int = DOCUMENT_LIMIT) -> Iterator[tuple[int, bytes | None]]:
        """Its lines, numbered from 1; None for one longer than ``limit`` bytes. Raises ``OSError``."""
        with self.open() as stream:
            number = 0
            while line := stream.readline(limit + 1):
                number += 1
                if len(line) <= limit:
                    yield number, line
                    continue
                while line and not line.endswith(b"\n"):
                    line = stream.readline(limit)
                yield number, None
