"""The process that answers one query and ends: what runs away in it is killed with it.

It is started before the query is known, imports what it needs and waits. A line of JSON on standard input
says what to do (``Job``). It opens the snapshot, or loads the file, then shuts the door behind itself: no
socket (seccomp on Linux), no file beyond those of the snapshot, no memory beyond the limit, and an alarm
that ends it should nobody else. The result goes to standard output in frames: a letter, the length in four
bytes, the bytes. ``D`` carries data, ``E`` an error in words, ``.`` the end; no ``.`` means it was stopped.

Only the standard library and the adapter are imported: every import is paid for with every query.
"""

import ctypes
import io
import json
import os
import platform
import resource
import signal
import struct
import sys
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

from graph.errors import GraphError, QuerySyntaxError
from graph.querying.joins import joined
from graph.storage.store import Store
from ontology.spelling import fold

MEGABYTE = 1 << 20
_FRAME = struct.Struct(">cI")
_SOCKET_CALL = {"x86_64": 41, "aarch64": 198}  # the number of socket(2)
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2  # of prctl(2)


@dataclass(frozen=True, slots=True)
class Job:
    """What one query process does: which query on what, in which form, within which limits."""

    query: str
    source: str  # path of a snapshot, or of an RDF file; empty for nothing at all
    form: str = "json"  # of the result, as in ``Store.answer``
    file_form: str = ""  # the form of the RDF file; empty for a snapshot
    timeout: float = 30.0  # seconds
    memory: int = 2048  # megabytes beyond what the open store takes
    fold: str = ""  # IRI of the function that folds spelling
    prefixes: dict[str, str] = field(default_factory=dict)

    def line(self) -> bytes:
        """The job as a line of JSON."""
        return json.dumps(asdict(self)).encode() + b"\n"


class Frames(io.RawIOBase):
    """Writes what it is given as ``D`` frames to ``sink``."""

    def __init__(self, sink: IO[bytes]) -> None:
        self._sink = sink

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        """All of ``data``, as one frame."""
        frame(self._sink, b"D", bytes(data))
        return len(data)


def frame(sink: IO[bytes], kind: bytes, data: bytes = b"") -> None:
    """Write one frame."""
    sink.write(_FRAME.pack(kind, len(data)) + data)
    sink.flush()


def main() -> None:
    """Read a job, do it, end."""
    line = sys.stdin.buffer.readline()
    if not line:
        return  # nobody needs us any more
    job = Job(**json.loads(line))
    signal.setitimer(signal.ITIMER_REAL, job.timeout + 1)  # the caller kills first; this is for its absence
    sink = sys.stdout.buffer
    try:
        _answer(job, sink)
    except GraphError as error:
        frame(sink, b"E", json.dumps([type(error).__name__, str(error)]).encode())
    except MemoryError:
        os.abort()  # as the evaluator does when it gets no memory
    frame(sink, b".")
    sink.flush()
    os._exit(0)  # closing the store is not worth the milliseconds


def _answer(job: Job, sink: IO[bytes]) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if job.source and not job.file_form:
        store = Store.open(Path(job.source), read_only=True)
        tables = sum(1 for entry in os.scandir(job.source) if entry.name.endswith(".sst"))
        _limit_memory(job.memory)
    else:
        _limit_memory(job.memory)
        store, tables = _loaded(job), 0
    _limit_files(tables)
    buffered = io.BufferedWriter(Frames(sink), 1 << 16)  # type: ignore[type-var]
    answer(store, job, buffered)
    buffered.flush()


def answer(store: Store, job: Job, sink: IO[bytes]) -> None:
    """Write the answer to the query of ``job`` to ``sink``; on a store on disk, joined as suits one (``joins``).

    Raises ``QueryError``.
    """
    functions = {job.fold: fold} if job.fold else {}
    ask = partial(store.answer, prefixes=job.prefixes, functions=functions)

    def rows(query: str) -> int:
        counted = io.BytesIO()
        ask(query, "csv", counted)
        return int(counted.getvalue().split()[1])

    try:
        ask(joined(job.query, rows) if job.source and not job.file_form else job.query, job.form, sink)
    except QuerySyntaxError:  # the message is to be on the text as it was written
        ask(job.query, job.form, sink)


def _loaded(job: Job) -> Store:
    if not job.source:
        return Store.memory()
    return Store.from_file(Path(job.source), job.file_form)


def _limit_memory(megabytes: int) -> None:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        used = pages * resource.getpagesize()
    except OSError:  # no /proc: what is used already counts little against the limit
        used = 0
    limit = used + megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _limit_files(tables: int) -> None:
    """No socket, and no more files than those of the snapshot that are not open yet.

    RocksDB opens only some sixteen of its tables at once and the rest when needed, so that a limit of
    nothing would break a large store; where there is no seccomp, the limit is all there is.
    """
    highest = max(int(entry.name) for entry in os.scandir("/dev/fd"))
    limit = highest + 1 + tables if tables else 0
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    number = _SOCKET_CALL.get(platform.machine())
    if sys.platform == "linux" and number:
        _refuse_call(number)


def _refuse_call(number: int) -> None:
    """From now on the system call ``number`` fails with EPERM (seccomp(2), a filter of four instructions)."""
    steps = ((0x20, 0, 0, 0), (0x15, 0, 1, number), (0x06, 0, 0, 0x00050001), (0x06, 0, 0, 0x7FFF0000))
    program = b"".join(struct.pack("=HBBI", *step) for step in steps)

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))

    libc = ctypes.CDLL(None)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    libc.prctl(_SECCOMP, _FILTER, ctypes.byref(Program(4, program)), 0, 0)


if __name__ == "__main__":
    main()
