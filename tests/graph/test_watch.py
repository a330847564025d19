"""``shabaka watch`` in a process of its own, on a real folder."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graph.test_ingest import LINES, SHABAKA, shabaka


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, subprocess.Popen[bytes]]]:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "first.jsonl").write_text(LINES[0], encoding="utf-8")
    command = [*SHABAKA, "watch", str(folder), "--store", str(tmp_path / "store")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    ) as process:
        yield folder, process
        process.kill()


def said(process: subprocess.Popen[bytes]) -> str:
    """The next line it says; a minute is more than it may take."""
    assert process.stdout
    if not select.select([process.stdout], [], [], 60)[0]:
        process.kill()
        pytest.fail("it says nothing")
    return process.stdout.readline().decode()


def test_files_are_ingested_as_they_arrive_and_when_they_are_complete(
    watched: tuple[Path, subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    folder, process = watched
    assert said(process).startswith("1 stored, 0 unchanged, 0 skipped, 0 failed")
    growing = folder / "growing.jsonl"
    with growing.open("w", encoding="utf-8") as sink:
        for line in LINES[1:5]:  # slower than one look at it takes
            sink.write(line)
            sink.flush()
            time.sleep(0.4)
    assert said(process).startswith("4 stored, 0 unchanged, 0 skipped, 0 failed")
    (folder / ".hidden.jsonl").write_text(LINES[5], encoding="utf-8")
    aside = tmp_path / "aside"
    aside.mkdir()
    (aside / "more.jsonl").write_text(LINES[0] + LINES[6] + "no JSON\n", encoding="utf-8")
    aside.rename(folder / "whole")
    assert said(process).startswith("1 stored, 1 unchanged, 0 skipped, 1 failed (1 malformed)")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, b"")
    assert b"whole/more.jsonl: line 3: no JSON" in err
    assert err.endswith(b"shabaka: no longer watching\n")


@pytest.mark.parametrize(
    ("folder", "store", "told"),
    [("none", "store", "no such folder"), (".", "store", "the store lies in the folder that is watched")],
    ids=["no-folder", "store-inside"],
)
def test_what_cannot_be_watched_is_refused(tmp_path: Path, folder: str, store: str, told: str) -> None:
    done = shabaka("watch", tmp_path / folder, "--store", tmp_path / store)
    assert done.status == 2
    assert told in done.err
