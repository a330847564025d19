"""N-Quads on their way into the bulk loader, every statement also without its graph.

One pass of the loader over both takes half the time of two, since the terms are stored once; and to write a
statement as text and have it read takes a third less than to make objects of its terms.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from graph.storage.portions import portions
from graph.storage.update import Quad

_CHUNK = 1 << 18
_TOGETHER = 5000  # quads that are written at once


def doubled(path: Path, flatten: Callable[[bytes], bytes]) -> IO[bytes]:
    """The lines of the file and, after each some thousand, the same without their graphs.

    ``flatten`` does it for a line that is not in canonical form. Made as they are read: a thread of its own would be
    waited for at every pipe full, which takes longer than it saves where others use the processors too.
    """
    return io.BufferedReader(_Reader(_twice(path.open("rb"), flatten)), buffer_size=_CHUNK)


def _twice(source: IO[bytes], flatten: Callable[[bytes], bytes]) -> Iterator[bytes]:
    with source:
        while lines := source.readlines(_CHUNK):
            if not lines[-1].endswith(b"\n"):  # the last line of the file
                lines[-1] += b"\n"
            yield b"".join((*lines, *(_flat(line) or flatten(line) for line in lines)))


def written(quads: Iterable[Quad]) -> IO[bytes]:
    """The quads, and after each some thousand the same without their graphs."""
    return io.BufferedReader(_Reader(map(_lines, portions(quads, _TOGETHER))), buffer_size=_CHUNK)


class _Reader(io.RawIOBase):
    """A file of the bytes that come, part by part; what goes wrong in making them goes wrong in reading."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._rest = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """The next bytes, as many as there are room for."""
        if not self._rest:
            self._rest = next(self._parts, b"")
        taken = self._rest[: len(buffer)]
        buffer[: len(taken)] = taken
        self._rest = self._rest[len(taken) :]
        return len(taken)


def _lines(quads: tuple[Quad, ...]) -> bytes:
    named = (f"{s} {p} {o} {g} .\n" for s, p, o, g in quads)
    flat = (f"{s} {p} {o} .\n" for s, p, o, _ in quads)
    return "".join((*named, *flat)).encode()


def _flat(line: bytes) -> bytes:
    """A canonical line that ends in a graph, without it; empty for any other line."""
    if not line.endswith(b"> .\n") or b"\t" in line:
        return b""
    rest = line[: line.rindex(b" <")]
    return rest + b" .\n" if rest.count(b" ") > 1 else b""
