"""What a user names as sources - files, folders, patterns - to inputs, in an order that is always the same.

Folders are walked by name; hidden files are passed over, and a link that leads back to a folder it is in
is told of and not followed.
"""

import glob
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO

from ingest.inputs import Input
from ingest.notices import Notice

STANDARD_INPUT = "-"
_Found = Iterator[Input | Notice]


def inputs(sources: Iterable[str | Path]) -> _Found:
    """The inputs of all ``sources``, each in its turn; a folder gives its files in sorted order."""
    for source in sources:
        if str(source) == STANDARD_INPUT:
            yield Input(PurePath("stdin"), "standard input", lambda: nullcontext(sys.stdin.buffer))
        else:
            yield from _named(Path(source))


def _named(path: Path) -> _Found:
    try:
        if path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield _file(path)
        elif glob.has_magic(str(path)):
            yield from _pattern(str(path))
        else:
            yield Notice(str(path), "missing", _missing(path))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Notice(str(path), "unreadable", refusal(error))


def _missing(path: Path) -> str:
    return "a link that leads nowhere" if path.is_symlink() else "no such file or folder"


def _pattern(pattern: str) -> _Found:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not found:
        yield Notice(pattern, "missing", "no file matches this pattern")
    for path in map(Path, found):
        if not path.is_dir():
            yield from _entry(path)


def _folder(top: Path) -> _Found:
    """The files below ``top``, by a stack, since folders may nest deeper than Python calls."""
    stack = [(top, frozenset({top.resolve()}))]
    while stack:
        path, above = stack.pop()
        if not path.is_dir():
            yield from _entry(path)
            continue
        try:
            entries = sorted((p for p in path.iterdir() if not p.name.startswith(".")), reverse=True)
        except OSError as error:
            yield Notice(str(path), "unreadable", refusal(error))
            continue
        for entry in entries:
            if not entry.is_dir():
                stack.append((entry, above))
            elif (real := entry.resolve()) in above:
                yield Notice(str(entry), "unreadable", "a link back to a folder it is in; not followed")
            else:
                stack.append((entry, above | {real}))


def _entry(path: Path) -> _Found:
    """A file met while walking: a pipe or device would be waited on for ever."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield Notice(str(path), "missing", _missing(path))
        return
    except OSError as error:
        yield Notice(str(path), "unreadable", refusal(error))
        return
    if stat.S_ISREG(mode):
        yield _file(path)
    else:
        yield Notice(str(path), "unreadable", "neither a file nor a folder")


def _file(path: Path) -> Input:
    return Input(path, str(path), partial(_opened, path))


def _opened(path: Path) -> BinaryIO:
    return path.open("rb")


def refusal(error: OSError | ValueError) -> str:
    """What the system said against reading, in a few words."""
    if isinstance(error, RuntimeError) or getattr(error, "strerror", None) == "Too many levels of symbolic links":
        return "a link that leads back to itself"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"
