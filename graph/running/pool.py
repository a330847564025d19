"""Engines that read chunks of articles: in this process, or in a pool of processes on this machine.

An engine takes chunks and gives what was read of each when asked for it, in the order of asking; ``window``
is how many chunks it wants in flight to be busy, and bounds what is in memory. A process that dies (the
system's memory killer) costs nothing: its chunks are read again, article by article in a process of their
own, and only an article that kills that one too has failed.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection
from typing import Generic, Protocol, TypeVar

from graph.running.article_reading import Chunk, Read, Reader, read_chunk

Handle = TypeVar("Handle")
KILLED = "reading it ended the process, perhaps for want of memory"


class Engine(Protocol, Generic[Handle]):
    """Something that reads chunks."""

    window: int

    def submit(self, chunk: Chunk) -> Handle:
        """Have a chunk read."""

    def ready(self, handle: Handle) -> bool:
        """Whether the result can be had without waiting."""

    def result(self, handle: Handle, chunk: Chunk) -> list[Read]:
        """What was read of the chunk submitted as ``handle``; waits for it."""

    def cancel(self, handle: Handle) -> bool:
        """Take back a chunk; False where it is being read already."""


class InProcess:
    """Reads in this process, when the result is asked for."""

    window = 0

    def __init__(self, read: Reader) -> None:
        self._read = read

    def submit(self, chunk: Chunk) -> Chunk:
        """Note the chunk."""
        return chunk

    def ready(self, handle: Chunk) -> bool:  # noqa: ARG002 - of the interface
        """Always: nobody else would read it meanwhile."""
        return True

    def result(self, handle: Chunk, chunk: Chunk) -> list[Read]:  # noqa: ARG002 - of the interface
        """Read it."""
        return self._read(chunk)

    def cancel(self, handle: Chunk) -> bool:  # noqa: ARG002 - of the interface
        """Nothing is being read as long as no result is asked for."""
        return True


class Pool:
    """Reads in ``jobs`` processes."""

    def __init__(self, jobs: int, read: Reader) -> None:
        self.jobs = jobs
        self._read = read
        self.window = 3 * jobs
        self._executor = _executor(jobs)

    def submit(self, chunk: Chunk) -> Future[list[Read]]:
        """Hand the chunk to the pool."""
        try:
            return _submitted(self._executor, self._read, chunk)
        except BrokenProcessPool:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = _executor(self.jobs)
            return _submitted(self._executor, self._read, chunk)

    def ready(self, handle: Future[list[Read]]) -> bool:
        """Whether the pool is done with it."""
        return handle.done()

    def result(self, handle: Future[list[Read]], chunk: Chunk) -> list[Read]:
        """What the pool read; where one of its processes died, read again apart."""
        try:
            return handle.result()
        except BrokenProcessPool:
            return [apart(one, self._read) for one in zip(chunk, strict=True)]

    def cancel(self, handle: Future[list[Read]]) -> bool:
        """Take back a chunk that no process has yet."""
        return handle.cancel()

    def close(self) -> None:
        """End the processes, after what they are reading."""
        self._executor.shutdown(cancel_futures=True)


@contextmanager
def pool(jobs: int, read: Reader = read_chunk) -> Iterator[InProcess | Pool]:
    """An engine of ``jobs`` processes; of one, this one."""
    if jobs == 1:
        yield InProcess(read)
        return
    engine = Pool(jobs, read)
    try:
        yield engine
    finally:
        engine.close()


def apart(chunk: Chunk, read: Reader) -> Read:
    """What is read of a chunk of one article in a process of its own."""
    with _executor(1) as executor:
        try:
            return _submitted(executor, read, chunk).result()[0]
        except BrokenProcessPool:
            return Read(problem=KILLED)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _executor(jobs: int) -> ProcessPoolExecutor:
    # Forked from a clean server, not from this process: a child of ours would keep the store locked after
    # our death, and the threads of its database do not survive a fork.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["graph.running.worker_start"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def _submitted(executor: ProcessPoolExecutor, read: Reader, chunk: Chunk) -> Future[list[Read]]:
    """Hand over a chunk, which also starts a process where one is wanted.

    The script that was started is hidden meanwhile: a worker would import it first, and so run it once more
    where it lacks the usual guard.
    """
    script = vars(sys.modules["__main__"])
    file = script.pop("__file__", None)
    try:
        return executor.submit(read, chunk)
    finally:
        if file is not None:
            script["__file__"] = file


def _begin() -> None:
    """In a worker: leave Ctrl-C to the process that gives the work, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
