"""The folder of a store: one writer, snapshots for readers, and clear words where something is not as it must be."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.storage.article_store import reading, writing
from graph.storage.store import Store
from graph.storage.store_folder import FORMAT, StoreFolder
from ontology.vocabulary import ARTICLE
from tests.graph.stores import content, memory, on_disk, put, recomputed
from tests.readings import MEETING, THREAT
from tests.readings import reading as made

ONE, TWO = made(1, THREAT), made(2, THREAT, MEETING)
STAMP = "shabaka-store.json"
HOLD = """
import sys, pathlib
from graph.storage.article_store import writing
with writing(pathlib.Path(sys.argv[1])):
    print("writing", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return on_disk(tmp_path / "store", [ONE])


@pytest.fixture
def writer(store: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that is writing to the store."""
    command = [sys.executable, "-c", HOLD, str(store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        yield process
        process.kill()


def read(store: Path) -> set[tuple[str, str, str, str]]:
    with reading(store) as snapshot:
        return content(Store.open(snapshot, read_only=True))


def write(store: Path, **options: float) -> None:
    with writing(store, **options) as articles:
        put(articles, TWO)


def test_a_second_writer_is_refused_and_told_who_writes(store: Path, writer: "subprocess.Popen[str]") -> None:
    with pytest.raises(StoreError, match=rf"{store}: process {writer.pid} is writing to it; .*--wait SECONDS"):
        write(store)
    assert read(store) == content(memory([ONE]).store)


def test_a_second_writer_waits_if_asked_to(store: Path, writer: "subprocess.Popen[str]") -> None:
    ending = threading.Timer(0.3, lambda: writer.communicate(""))
    ending.start()
    write(store, wait=60)
    ending.join()
    assert read(store) == content(memory([ONE, TWO]).store)


def test_a_killed_writer_is_in_nobodys_way(store: Path, writer: "subprocess.Popen[str]") -> None:
    writer.kill()
    writer.wait()
    write(store)
    assert read(store) == content(memory([ONE, TWO]).store)


def test_readers_read_beside_a_writer(store: Path, writer: "subprocess.Popen[str]") -> None:
    assert writer.poll() is None
    assert read(store) == content(memory([ONE]).store)


def test_many_read_while_one_writes(store: Path) -> None:
    """Every reader sees a whole number of articles, never fewer than it saw before."""
    seen: list[list[int]] = [[] for _ in range(3)]
    done = threading.Event()

    def look(counts: list[int]) -> None:
        while not done.is_set():
            counts.append(len(read(store)))

    readers = [threading.Thread(target=look, args=(counts,)) for counts in seen]
    for reader in readers:
        reader.start()
    sizes = {len(read(store))}
    with writing(store) as articles:
        for number in range(2, 12):
            put(articles, made(number, THREAT))
            articles.publish()
            sizes.add(len(articles.store))
    done.set()
    for reader in readers:
        reader.join()
    assert all(counts == sorted(counts) for counts in seen)
    assert {count for counts in seen for count in counts} <= sizes


def test_a_snapshot_stays_while_it_is_read_and_goes_afterwards(store: Path) -> None:
    folder = StoreFolder(store)
    with reading(store) as snapshot:
        write(store)
        assert snapshot in folder.snapshots()
        assert len(folder.snapshots()) == 2
    with writing(store) as articles:
        put(articles, made(3, THREAT))
    assert len(folder.snapshots()) == 1


@pytest.mark.parametrize(
    ("stamp", "told"),
    [
        (
            {"format": FORMAT - 1, "data": "data-1"},
            rf"an older Shabaka \(store format {FORMAT - 1}, .* export it as trig",
        ),
        ({"format": 99, "data": "data-1"}, r"a newer Shabaka \(store format 99, "),
        ({"format": FORMAT}, f"{STAMP}: damaged; restore a backup"),
        ("", f"{STAMP}: damaged; restore a backup"),
        ([], f"{STAMP}: damaged; restore a backup"),
    ],
    ids=["older", "newer", "unfinished", "empty", "other"],
)
def test_a_stamp_that_is_not_ours_is_told_and_nothing_is_touched(store: Path, stamp: object, told: str) -> None:
    (store / STAMP).write_text(json.dumps(stamp) if stamp else "")
    before = tree(store)
    for use in (read, write):
        with pytest.raises(StoreError, match=told):
            use(store)
    assert tree(store) == before


@pytest.mark.parametrize("place", ["graph.ttl", "graph.ttl/inner"])
def test_a_file_in_the_place_of_a_store_is_told_as_that(tmp_path: Path, place: str) -> None:
    (tmp_path / "graph.ttl").touch()
    for use in (StoreFolder(tmp_path / place).data, lambda: write(tmp_path / place)):
        with pytest.raises(StoreError, match=f"{place}: a file, where a store is needed"):
            use()


def test_a_folder_that_holds_other_things_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("نص")
    with pytest.raises(StoreError, match=r"not empty and no store \(letter.txt is in it\)"):
        write(tmp_path)
    with pytest.raises(StoreError, match="no Shabaka store here; make one with: shabaka ingest"):
        read(tmp_path)


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def scribble(file: Path) -> None:
    """Other bytes in place of every kilobyte's first hundred."""
    data = bytearray(file.read_bytes())
    for start in range(0, len(data), 1024):
        data[start : start + 100] = b"\xff" * len(data[start : start + 100])
    file.write_bytes(data)


@pytest.mark.parametrize("damage", [cut, scribble, Path.unlink])
@pytest.mark.parametrize("pattern", ["MANIFEST-*", "CURRENT", "*.sst"])
def test_a_damaged_file_is_told(store: Path, pattern: str, damage: Callable[[Path], None]) -> None:
    for folder in (store / "data-1", *StoreFolder(store).snapshots()):
        for file in folder.glob(pattern):
            damage(file)
    for use in (read, write):
        with pytest.raises(StoreError, match=r"damaged|no such|restore a backup"):
            use(store)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=24m", "tmpfs") as disk:
        yield disk


@contextmanager
def mounted(place: Path, *how: str) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *how, str(place)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"mounting is not permitted here: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=False)


needs_mount = pytest.mark.skipif(not shutil.which("mount"), reason="there is no mount here")


@needs_mount
def test_a_full_disk_is_told_and_what_was_stored_stays(small_disk: Path) -> None:
    store = on_disk(small_disk / "store", [ONE, TWO])
    before = read(store)
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as sink, suppress(OSError):
        while sink.write(bytes(4096)):
            pass
    many = [made(number, THREAT) for number in range(3, 300)]
    with pytest.raises(StoreError, match="the disk is full; what was stored before is intact"):
        on_disk(store, many)
    assert {quad for quad in before if "/article/" in quad[3]} <= read(store)
    filler.unlink()
    on_disk(store, [made(400, THREAT)])
    assert ARTICLE[made(400).article.id].n3() in {quad[0] for quad in read(store)}
    with writing(store) as articles:
        assert content(articles.store) == recomputed(articles.store)


@needs_mount
def test_a_folder_that_cannot_be_written_is_read_and_refuses_writers(tmp_path: Path, store: Path) -> None:
    before = read(store)
    with mounted(tmp_path / "disk", "--bind", str(store)) as place:
        if subprocess.run(["mount", "-o", "remount,bind,ro", str(place)], check=False).returncode:
            pytest.skip("mounting read-only is not permitted here")
        with pytest.raises(StoreError, match=r"cannot be written to \(Read-only file system\)"):
            write(place)
        assert read(place) == before


def tree(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and path.name != "writer.lock"
    }
