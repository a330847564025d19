"""A folder that is watched: all that is in it first, then every file as it arrives, when it is complete.

A file counts as complete when its size and its time were the same at two looks, so that one that is still
being copied is not read in parts. Hidden files are passed over, as everywhere; what is deleted stays stored.
"""

from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from graph.running.interruption import Wish

LOOK = 1000  # milliseconds between two looks
_Look = tuple[int, int]  # size, time


class _Visible(DefaultFilter):
    """No hidden files or folders below the one that is watched."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __call__(self, change: Change, path: str) -> bool:
        inner = Path(path).relative_to(self._folder).parts
        return not any(part.startswith(".") for part in inner) and super().__call__(change, path)


def arrivals(folder: Path, wish: Wish) -> Iterator[list[str]]:
    """The folder itself, then the paths of files that arrived or changed, sorted; ends where the wish is granted."""
    folder = folder.resolve()
    changes = watch(
        folder, watch_filter=_Visible(folder), stop_event=wish, rust_timeout=LOOK, yield_on_timeout=True, debounce=LOOK
    )
    next(changes, None)  # from now on nothing that arrives is missed
    yield [str(folder)]
    waiting: dict[Path, _Look | None] = {}
    for changed in changes:
        for _, path in sorted(changed):
            waiting |= dict.fromkeys(_files(Path(path)))
        looks = {path: _look(path) for path in waiting}
        complete = sorted(str(path) for path, look in looks.items() if look and look == waiting[path])
        waiting = {path: look for path, look in looks.items() if look and look != waiting[path]}
        if complete:
            yield complete


def _files(path: Path) -> Iterator[Path]:
    """The file, or the files of a folder that was moved here as a whole."""
    if path.is_dir():
        yield from (inner for inner in path.rglob("*") if not inner.name.startswith("."))
    else:
        yield path


def _look(path: Path) -> _Look | None:
    """Size and time of a file; None for what is none, or is gone."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if path.is_file() else None
