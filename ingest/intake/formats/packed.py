"""Packed files: gzip around one file, zip around many. What is inside goes to the reader of its own format.

Nothing is unpacked to disk. A member may name a path outside the archive or hold far more than its size
says; the first is left out, the second is cut off with an error.
"""

import gzip
import io
import math
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import PurePath, PurePosixPath
from typing import BinaryIO

from ingest.article import Article
from ingest.errors import ArticleError, SizeError
from ingest.intake.inputs import PACKED_LIMIT, Input
from ingest.intake.notices import Notice

RATIO = 200  # text packs to a twentieth at best; a bomb to a thousandth
_FREE = 10_000_000  # bytes that may come out whatever the ratio
_Member = Callable[[Input], Iterator[Article | Notice]]


class _Bounded(io.RawIOBase):
    """A stream that counts what comes out, up to its bound; damage is an ``ArticleError``."""

    def __init__(self, read: Callable[[int], bytes], bound: Callable[[], float]) -> None:
        self._read = read
        self._bound = bound
        self.out = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` as far as the stream goes."""
        try:
            chunk = self._read(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, NotImplementedError) as error:
            raise ArticleError(f"damaged, or packed in an unknown way ({error})") from error
        buffer[: len(chunk)] = chunk
        self.out += len(chunk)
        if self.out > self._bound():
            raise SizeError(f"unpacks to more than {RATIO} times its size; unpack it yourself if you trust it")
        return len(chunk)


def read_gzip(document: Input, member: _Member) -> Iterator[Article | Notice]:
    """The articles of the file inside a gzip."""
    yield from member(replace(document, path=document.path.with_suffix(""), open=partial(_unzipped, document)))


@contextmanager
def _unzipped(document: Input) -> Iterator[BinaryIO]:
    with document.open() as stream:
        packed = _Bounded(stream.read, lambda: math.inf)
        inner = gzip.GzipFile(fileobj=io.BufferedReader(packed))
        yield io.BufferedReader(_Bounded(inner.read, lambda: max(_FREE, RATIO * packed.out)))


def read_zip(document: Input, member: _Member) -> Iterator[Article | Notice]:
    """The articles of a zip's files, in the order of their names. Raises ``ArticleError`` where it is no zip."""
    with document.open() as stream:
        whole = stream if stream.seekable() else io.BytesIO(stream.read(PACKED_LIMIT))
        try:
            archive = zipfile.ZipFile(whole)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise ArticleError(f"no zip archive, or a damaged one ({error})") from error
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            path = PurePosixPath(info.filename.replace("\\", "/"))
            source = f"{document.source}: {path}"
            if info.is_dir() or any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts):
                continue
            if problem := _problem(info, path):
                yield Notice(source, "unreadable", problem)
            else:
                opened = partial(_extracted, archive, info)
                yield from member(replace(document, path=PurePath(path), source=source, open=opened))


def _problem(info: zipfile.ZipInfo, path: PurePosixPath) -> str | None:
    if ".." in path.parts or path.is_absolute():
        return "a path that leads out of the archive; left out"
    if info.flag_bits & 1:
        return "encrypted; unpack it with its password"
    return "an archive inside an archive; unpack it first" if path.suffix.lower() in {".zip", ".gz"} else None


@contextmanager
def _extracted(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[BinaryIO]:
    try:
        inner = archive.open(info)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise ArticleError(f"damaged, or packed in an unknown way ({error})") from error
    with inner:
        yield io.BufferedReader(_Bounded(inner.read, lambda: max(_FREE, RATIO * info.compress_size)))
