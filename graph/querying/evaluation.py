"""Starts query processes, hands them their job, reads their result and stops them in time.

A process is started before it is needed (``Standby``), so that the start of an interpreter is not paid for
by the query. Results come as chunks of bytes while the query still runs.
"""

import json
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from types import TracebackType
from typing import Protocol

from graph import errors
from graph.errors import QueryError, QueryMemoryError, QueryStoppedError, QueryTimeoutError
from graph.querying.query_process import Job

_HEADER = struct.Struct(">cI")
_PROGRAM = "import sys; sys.path[:] = {path!r}; from graph.querying.query_process import main; main()"


class Evaluator(Protocol):
    """What answers a checked query: a process of our own, or a store on another machine."""

    def evaluate(self, job: Job) -> Iterator[bytes]:
        """The result of ``job`` in chunks. Raises ``QueryError`` or ``StoreError``."""

    def answer(self, job: Job) -> bytes:
        """The whole result of ``job``; errors as ``evaluate``."""


class Standby:
    """Query processes that wait for work: ``size`` of them as soon as it is made.

    One for a command, two or more for a server. Usable from several threads.
    """

    def __init__(self, size: int = 1) -> None:
        self._lock = threading.Lock()
        self._waiting = deque(_start() for _ in range(size))
        self._refill = size > 1

    def __enter__(self) -> "Standby":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes that were not needed."""
        with self._lock:
            while self._waiting:
                _end(self._waiting.popleft())

    def evaluate(self, job: Job) -> Iterator[bytes]:
        """The result of ``job``, in chunks as they come; closing the iterator early stops the query.

        Raises ``QueryTimeoutError`` when it is stopped after ``job.timeout`` seconds, ``QueryError`` where
        the query is wrong or needs more memory than allowed, ``StoreError`` where the source does not open.
        """
        yield from outcome(self.take(), job)

    def answer(self, job: Job) -> bytes:
        """The whole result of ``job``; errors as ``evaluate``."""
        return b"".join(self.evaluate(job))

    def take(self) -> "subprocess.Popen[bytes]":
        """A process that waits for its job, no longer ours."""
        with self._lock:
            while self._waiting:
                process = self._waiting.popleft()
                if process.poll() is None:
                    break
                _end(process)
            else:
                process = _start()
            if self._refill:
                self._waiting.append(_start())
        return process


def outcome(process: "subprocess.Popen[bytes]", job: Job) -> Iterator[bytes]:
    """What ``process`` makes of ``job``, as ``Standby.evaluate``; the process is ended with the iterator."""
    try:
        assert process.stdin is not None
        process.stdin.write(job.line())
        process.stdin.close()
        yield from _result(process, job)
    except (EOFError, BrokenPipeError) as error:
        raise _stopped(process, job) from error
    finally:
        _end(process)


def _start() -> "subprocess.Popen[bytes]":
    """A process on its way to waiting; without ``site``, whose work our own search path makes needless."""
    program = _PROGRAM.format(path=sys.path)
    return subprocess.Popen(  # noqa: S603  our own interpreter and program
        [sys.executable, "-E", "-S", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    process.wait()


def _result(process: "subprocess.Popen[bytes]", job: Job) -> Iterator[bytes]:
    deadline = time.monotonic() + job.timeout
    assert process.stdout is not None
    handle = process.stdout.fileno()
    while True:
        kind, length = _HEADER.unpack(_read(handle, _HEADER.size, deadline, job))
        data = _read(handle, length, deadline, job)
        if kind == b".":
            return
        if kind == b"E":
            name, message = json.loads(data)
            raise getattr(errors, name)(message)
        yield data


def _stopped(process: "subprocess.Popen[bytes]", job: Job) -> QueryError:
    """Why a process ended before its result did; memory is refused by aborting."""
    status = process.wait()
    if status == -signal.SIGABRT:
        limit = f"it needed more than {job.memory} MB"
        return QueryMemoryError(f"the query was stopped: {limit}; narrow it down, add a LIMIT, or allow more")
    if status == -signal.SIGALRM:
        return QueryTimeoutError(f"the query was stopped after {job.timeout:g} s")
    return QueryStoppedError(f"the query process ended unexpectedly (status {status})")


def _read(handle: int, length: int, deadline: float, job: Job) -> bytes:
    """Exactly ``length`` bytes, or the error that says why there are no more."""
    waiter = select.poll()
    waiter.register(handle, select.POLLIN)
    parts = bytearray()
    while len(parts) < length:
        left = deadline - time.monotonic()
        if left <= 0 or not waiter.poll(left * 1000):
            raise QueryTimeoutError(
                f"the query was stopped after {job.timeout:g} s; narrow it down, add a LIMIT, or allow more"
                " with --timeout SECONDS"
            )
        part = os.read(handle, length - len(parts))
        if not part:
            raise EOFError
        parts += part
    return bytes(parts)
