"""What a user names as sources - files, folders, patterns - to inputs, in an order that is always the same.

Folders are walked by name; hidden files are passed over, and a link that leads back to a folder it is in
is told of and not followed.
"""

import errno
import glob
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO

from ingest.intake.inputs import Input
from ingest.intake.notices import Notice

STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_Found = Iterator[Input | Notice]


def inputs(sources: Iterable[str | Path]) -> _Found:
    """The inputs of all ``sources``, each in its turn; a folder gives its files in sorted order."""
    for source in sources:
        if str(source) == STANDARD_INPUT:
            yield Input(PurePath("stdin"), "standard input", lambda: nullcontext(sys.stdin.buffer))
        else:
            yield from _named(str(source))


def _named(source: str) -> _Found:
    path = Path(source)
    if not source:  # a variable that is not set: not the folder one is in, which is "."
        yield Notice("''", "missing", "an empty name; name a file or folder, or . for the one you are in")
    elif _ADDRESS.match(source) and not path.exists():
        yield Notice(source, "missing", "an address; nothing is fetched from the network, save it as a file first")
    elif not path.exists() and not path.is_symlink() and glob.has_magic(source):
        yield from _pattern(source)
    elif path.is_fifo():  # a shell's <(command); one that is only met in a folder would be waited on for ever
        yield _file(path)
    else:
        yield from _walked(path)


def _pattern(pattern: str) -> _Found:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not found:
        yield Notice(pattern, "missing", "no file matches this pattern")
    for path in map(Path, found):
        if not path.is_dir():
            yield from _walked(path)


def _walked(top: Path) -> _Found:
    """The files at and below ``top``, by a stack, since folders may nest deeper than Python calls."""
    stack: list[tuple[Path, frozenset[tuple[int, int]]]] = [(top, frozenset())]
    while stack:
        path, above = stack.pop()
        try:
            status = path.stat()
            here = (status.st_dev, status.st_ino)
            if stat.S_ISREG(status.st_mode):
                yield _file(path)
            elif not stat.S_ISDIR(status.st_mode):
                yield Notice(str(path), "unreadable", "neither a file nor a folder")
            elif here in above:
                yield Notice(str(path), "unreadable", "a link back to a folder it is in; not followed")
            else:
                inner = sorted((p for p in path.iterdir() if not p.name.startswith(".")), reverse=True)
                stack += [(entry, above | {here}) for entry in inner]
        except FileNotFoundError:
            problem = "a link that leads nowhere" if path.is_symlink() else "no such file or folder"
            yield Notice(str(path), "missing", problem)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            yield Notice(str(path), "unreadable", refusal(error))


def _file(path: Path) -> Input:
    return Input(path, str(path), partial(_opened, path))


def _opened(path: Path) -> BinaryIO:
    return path.open("rb")


def refusal(error: OSError | ValueError) -> str:
    """What the system said against reading, in a few words."""
    if getattr(error, "errno", None) == errno.ELOOP:
        return "a link that leads back to itself"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"
