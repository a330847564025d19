"""The engine beyond one machine: a Dask cluster, to whose scheduler the chunks are handed.

The workers need the same Shabaka and nothing else: they give graphs back, the store stays here. A worker that
dies has its chunks read by another; what was read comes back in the order of asking, so that the store does
not show where it was read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

from graph.errors import ClusterError
from graph.running.article_reading import Chunk, Read, Reader, read_chunk
from graph.running.pool import KILLED

_CONNECT = 10  # seconds for the scheduler to answer, and for a worker to be there
_HERE = version("shabaka")
_AHEAD = 3  # chunks in flight a thread of the cluster


class Cluster:
    """Reads on the workers of a scheduler."""

    def __init__(self, client: Any, threads: int, read: Reader) -> None:
        self._client = client
        self._read = read
        self.window = _AHEAD * max(1, threads)

    def submit(self, chunk: Chunk) -> Any:
        """Hand the chunk to the scheduler."""
        return self._client.submit(self._read, chunk, pure=False)

    def ready(self, handle: Any) -> bool:
        """Whether the cluster is done with it."""
        return bool(handle.done())

    def result(self, handle: Any, chunk: Chunk) -> list[Read]:
        """What a worker read; a chunk at which several died is read again article by article."""
        from distributed.scheduler import KilledWorker

        try:
            return self._gathered(handle)
        except KilledWorker:
            if len(chunk) == 1:
                return [Read(problem=KILLED)]
            return [self.result(self.submit(one), one)[0] for one in zip(chunk, strict=True)]

    def cancel(self, handle: Any) -> bool:
        """Take back a chunk; whether a worker has it already does not matter, what it reads is thrown away."""
        handle.cancel()
        return True

    def _gathered(self, handle: Any) -> list[Read]:
        from concurrent.futures import CancelledError

        try:
            found: list[Read] = handle.result()
        except (CancelledError, OSError) as error:
            raise ClusterError("the scheduler is gone; the same command goes on with what is left") from error
        return found


@contextmanager
def cluster(address: str, read: Reader = read_chunk) -> Iterator[Cluster]:
    """The engine behind the scheduler at ``address`` (``tcp://host:8786``). Raises ``ClusterError``."""
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError("a scheduler needs Dask: pip install 'shabaka[cluster]'") from error
    try:
        client: Any = Client(address, timeout=_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(f"{address}: no Dask scheduler answers there ({error})") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_CONNECT)
        except TimeoutError as error:
            raise ClusterError(f"{address}: no worker; start one with: dask worker {address}") from error
        _check(client, address)
        yield Cluster(client, sum(client.nthreads().values()), read)


def _check(client: Any, address: str) -> None:
    """Refuse workers that would read with another version."""
    try:
        found = client.run(version, "shabaka")
    except Exception as error:  # whatever a worker raises comes back as its own
        raise ClusterError(f"{address}: a worker has no Shabaka ({error})") from error
    for worker, there in sorted(found.items()):
        if there != _HERE:
            raise ClusterError(f"{address}: worker {worker} has Shabaka {there}, this one is {_HERE}")
