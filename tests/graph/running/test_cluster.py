"""``shabaka ingest --scheduler`` on a real scheduler with two workers, each a process of its own."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from graph.errors import ClusterError
from graph.running import cluster as clusters
from graph.running.cluster import cluster
from tests.graph.test_ingest import LINES, exported, fed, piped, running

pytest.importorskip("distributed")


def started(kind: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments, "--no-dashboard"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    file = tmp_path_factory.mktemp("dask") / "scheduler.json"
    process = started("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
    deadline = time.monotonic() + 60
    while not file.exists() or not file.read_text():
        assert time.monotonic() < deadline, "no scheduler"
        time.sleep(0.1)
    yield json.loads(file.read_text())["address"]
    process.kill()
    process.wait()


def worker(scheduler: str) -> subprocess.Popen[bytes]:
    return started("worker", scheduler, "--no-nanny", "--nthreads", "1", "--host", "127.0.0.1")


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(scheduler: str, tmp_path: Path) -> None:
    store, alone = tmp_path / "store", tmp_path / "alone"
    with ExitStack() as ending:
        workers = [worker(scheduler) for _ in range(2)]
        for process in workers:
            ending.callback(process.wait)
            ending.callback(process.kill)
        wait_for(scheduler, 2)
        ingest, _ = ending.enter_context(running(store, "--scheduler", scheduler))
        fed(ingest, 8)
        assert ingest.stdin
        workers[0].kill()
        ingest.stdin.writelines(line.encode() for line in LINES[48:])
        ingest.stdin.close()
        assert ingest.wait(120) == 0
    report = json.loads((store / "report.json").read_text(encoding="utf-8"))
    assert (report["stored"], report["failed"]) == (60, {})
    assert piped(alone, "--jobs", "1").startswith("60 stored")
    assert exported(store) == exported(alone)


def wait_for(scheduler: str, workers: int) -> None:
    from distributed import Client

    with Client(scheduler, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)


def test_a_scheduler_without_workers_is_told(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_CONNECT", 1)
    with pytest.raises(ClusterError, match=f"{scheduler}: no worker; start one with: dask worker"), cluster(scheduler):
        pass


def test_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_CONNECT", 0.5)
    with (
        pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:1: no Dask scheduler answers there"),
        cluster("tcp://127.0.0.1:1"),
    ):
        pass


def test_workers_of_another_version_are_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    process = worker(scheduler)
    try:
        wait_for(scheduler, 1)
        monkeypatch.setattr(clusters, "_HERE", "99")
        with pytest.raises(ClusterError, match=r"has Shabaka 0\.1\.0, this one is 99"), cluster(scheduler):
            pass
    finally:
        process.kill()
        process.wait()
