"""The folder a store lives in: its stamp, its one writer, and the snapshots that readers open.

    shabaka-store.json   {"format": 2, "data": "data-1"}: format version, and which folder holds the quads
    data-1/              the quads; only the writer opens it
    snapshots/000007/    a published copy (hard links); the highest number is the newest
    writer.lock          locked as long as a writer lives, whatever way it ends
    journal-data-1/      a large change, while it is carried out
    unpublished          there while the quads may be newer than the newest snapshot
    closed.json          the lengths of the files of quads, there while no writer has them open

Reading beside a writer is undefined in Oxigraph, so readers never open ``data``: they open the newest
snapshot and hold a shared lock on it, and a snapshot is only deleted under an exclusive one. Everything that
changes the folder is a rename, so that a process killed anywhere leaves a store that opens.
"""

import errno
import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreError
from graph.storage.completeness import check_files, note_files

FORMAT = 2
_STAMP = "shabaka-store.json"
_FILES = "files.json"
_FILE = "a file, where a store is needed: a folder, as shabaka ingest makes and shabaka import fills one"
_POLL = 0.05  # seconds between two tries for the writer's lock


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """The paths of one store and the rules by which they change."""

    path: Path

    @property
    def marker(self) -> Path:
        """There while the quads may be newer than the newest snapshot."""
        return self.path / "unpublished"

    @property
    def note(self) -> Path:
        """Where the lengths of the files of quads stand while no writer has them open."""
        return self.path / "closed.json"

    @property
    def journal(self) -> Path:
        """Where a change of the present quads is noted while it is carried out."""
        return self.path / f"journal-{self.data().name}"

    def exists(self) -> bool:
        """Whether there is a store, of whatever version."""
        return (self.path / _STAMP).exists()

    def data(self) -> Path:
        """The folder of quads. Raises ``StoreError`` for no store, another version, a damaged stamp."""
        stamp = self.path / _STAMP
        try:
            content = json.loads(stamp.read_text(encoding="utf-8"))
            version, name = int(content["format"]), str(content["data"])
        except FileNotFoundError as error:
            hint = "make one with: shabaka ingest ARTICLES --store " + str(self.path)
            raise StoreError(f"{self.path}: no Shabaka store here; {hint}") from error
        except NotADirectoryError as error:
            raise StoreError(f"{self.path}: {_FILE}") from error
        except OSError as error:
            raise StoreError(f"{stamp}: {error.strerror}") from error
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{stamp}: damaged; restore a backup") from error
        if version != FORMAT:
            age = "an older" if version < FORMAT else "a newer"
            raise StoreError(
                f"{self.path}: written by {age} Shabaka (store format {version}, this one reads {FORMAT});"
                " export it as trig with that version and import it into a new store with this one"
            )
        return self.path / name

    def point_to(self, name: str) -> None:
        """Make ``name`` the folder of quads, in one step."""
        beside = self.path / f"{_STAMP}.new"
        beside.write_text(json.dumps({"format": FORMAT, "data": name}) + "\n", encoding="utf-8")
        beside.replace(self.path / _STAMP)

    def create(self) -> None:
        """An empty store where there is none; raises ``StoreError`` for a folder that holds other things."""
        if self.exists():
            return
        foreign = {p.name for p in self.path.iterdir()} - {"writer.lock", f"{_STAMP}.new"}
        if foreign:
            raise StoreError(f"{self.path}: not empty and no store ({min(foreign)} is in it)")
        self.point_to("data-1")

    def spare_data(self) -> Path:
        """A folder beside the quads for new ones, taken over by ``point_to``; leftovers are removed."""
        current = self.data()
        for leftover in self.path.glob("data-*"):
            if leftover != current:
                shutil.rmtree(leftover)
        return self.path / f"data-{int(current.name.removeprefix('data-')) + 1}"

    @contextmanager
    def writer(self, *, wait: float = 0.0) -> Iterator[None]:
        """Be the one writer; tries for ``wait`` seconds. Raises ``StoreError``."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.path / "writer.lock", os.O_RDWR | os.O_CREAT, 0o644)
        except (FileExistsError, NotADirectoryError) as error:
            raise StoreError(f"{self.path}: {_FILE}") from error
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be written to ({error.strerror})") from error
        try:
            _lock(lock, time.monotonic() + wait, self.path)
            yield
        finally:
            os.close(lock)

    def snapshots(self) -> list[Path]:
        """The published snapshots, oldest first."""
        return sorted(path for path in (self.path / "snapshots").glob("[0-9]*") if path.name.isdigit())

    @contextmanager
    def new_snapshot(self) -> Iterator[Path]:
        """A path to write a snapshot to; it is published when the block ends well."""
        folder = self.path / "snapshots"
        folder.mkdir(exist_ok=True)
        for leftover in folder.glob("new-*"):
            shutil.rmtree(leftover)
        number = int(existing[-1].name) + 1 if (existing := self.snapshots()) else 1
        beside = folder / f"new-{number:06}"
        yield beside
        note_files(beside, beside / _FILES)
        beside.rename(folder / f"{number:06}")
        for old in self.snapshots()[:-1]:
            _remove_unread(old)

    @contextmanager
    def reader(self) -> Iterator[Path]:
        """The newest snapshot, kept from deletion for the block. Raises ``StoreError`` where there is none."""
        while existing := self.snapshots():
            newest = existing[-1]
            try:
                handle = os.open(newest, os.O_RDONLY)
            except FileNotFoundError:
                continue  # a newer one has been published meanwhile
            try:
                fcntl.flock(handle, fcntl.LOCK_SH)
                if newest.exists():
                    check_files(newest, newest / _FILES)
                    yield newest
                    return
            finally:
                os.close(handle)
        raise StoreError(f"{self.path}: nothing has been published yet; wait for the first articles")


def _lock(lock: int, deadline: float, path: Path) -> None:
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in {errno.EAGAIN, errno.EACCES}:
                raise
            if time.monotonic() >= deadline:
                owner = os.pread(lock, 20, 0).decode(errors="replace") or "unknown"
                raise StoreError(
                    f"{path}: process {owner} is writing to it; try again later or wait with --wait SECONDS"
                ) from error
            time.sleep(_POLL)
        else:
            os.truncate(lock, 0)
            os.pwrite(lock, str(os.getpid()).encode(), 0)
            return


def _remove_unread(snapshot: Path) -> None:
    handle = os.open(snapshot, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(snapshot)
    except BlockingIOError:
        pass  # a reader has it open; the next snapshot will see to it
    finally:
        os.close(handle)
