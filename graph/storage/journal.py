"""Large changes of a store on disk: noted in a file first, then carried out in bulk, then struck out.

Loading in bulk takes half the time of a transaction, but is none. So a change is noted whole before it begins; where
it was broken off, whoever opens the store next carries it out again, which comes to the same as once. Only the
writer comes here, and never begins a change before the last one is done.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from graph.storage.disk_errors import unwritable
from graph.storage.store import Store
from graph.storage.update import Quad

LARGE = 6_000  # quads that come, from which bulk is the faster way: some twenty articles
_COMING, _GOING = "coming.nq", "going.ru"  # the second one is renamed to this when both are whole


class Journal:
    """The change of the store with this folder for its notes that is being carried out, if any."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def enact(self, store: Store, removed: set[Quad], added: set[Quad]) -> None:
        """Take out and put in quads of named graphs: all, if not now then later. Raises ``StoreError``."""
        try:
            self._note(store.deletion(removed, added), added)
        except OSError as error:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise unwritable(error, self._folder) from error
        self.finish(store)

    def finish(self, store: Store) -> None:
        """Carry out what is noted, if anything is. Raises ``StoreError``; it is still noted then."""
        if (self._folder / _GOING).exists():
            store.enact((self._folder / _GOING).read_text(encoding="utf-8"), self._folder / _COMING)
            (self._folder / _GOING).unlink()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _note(self, deletion: str, added: Iterable[Quad]) -> None:
        self._folder.mkdir(exist_ok=True)
        _write(self._folder / _COMING, (f"{s} {p} {o} {g} .\n{s} {p} {o} .\n" for s, p, o, g in added))
        _write(self._folder / f"{_GOING}.new", [deletion])
        (self._folder / f"{_GOING}.new").rename(self._folder / _GOING)


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8") as sink:
        sink.writelines(lines)
        sink.flush()
        os.fsync(sink.fileno())
