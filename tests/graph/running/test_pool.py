import os
import signal
import time
from pathlib import Path

from graph.running.article_reading import read_chunk
from graph.running.pool import KILLED, InProcess, Pool, apart, cores, pool
from ingest.intake.documents import articles

ARTICLES = list(articles([Path(__file__).parents[2] / "data" / "articles"]))
CHUNKS = [tuple(ARTICLES[n : n + 2]) for n in range(0, 8, 2)]


def workers(engine: Pool) -> list[int]:
    return list(engine._executor._processes)


def test_a_pool_reads_as_this_process_does_and_outlives_the_death_of_a_worker() -> None:
    with pool(2) as engine:
        assert isinstance(engine, Pool)
        handles = [engine.submit(chunk) for chunk in CHUNKS]
        os.kill(workers(engine)[0], signal.SIGKILL)
        found = [engine.result(handle, chunk) for handle, chunk in zip(handles, CHUNKS, strict=True)]
        assert found == [read_chunk(chunk) for chunk in CHUNKS]
        again = engine.submit(CHUNKS[0])
        assert engine.result(again, CHUNKS[0]) == found[0]
        begun = workers(engine)
    assert not any(Path(f"/proc/{pid}").exists() for pid in begun)


def test_workers_stay_small() -> None:
    with pool(2) as engine:
        assert isinstance(engine, Pool)
        engine.result(engine.submit(tuple(ARTICLES)), tuple(ARTICLES))
        resident = [Path(f"/proc/{pid}/status").read_text() for pid in workers(engine)]
    sizes = [int(line.split()[1]) for text in resident for line in text.splitlines() if line.startswith("VmHWM")]
    assert len(sizes) >= 1
    assert all(size < 400_000 for size in sizes)


def test_an_article_that_ends_every_process_has_failed() -> None:
    assert apart(9, os._exit).problem == KILLED  # type: ignore[arg-type]  # a status in the place of a chunk


def test_one_job_needs_no_other_process() -> None:
    with pool(1) as engine:
        assert isinstance(engine, InProcess)


def test_there_is_a_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


def test_a_chunk_that_waits_can_be_taken_back() -> None:
    with pool(2) as engine:
        assert isinstance(engine, Pool)
        handles = [engine.submit(tuple(ARTICLES)) for _ in range(12)]
        assert engine.cancel(handles[-1])
        deadline = time.monotonic() + 60
        while not handles[0].running() and not handles[0].done() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not engine.cancel(handles[0])
        for handle in handles[1:]:
            engine.cancel(handle)
