"""The answer to one query as an HTTP response: it comes as it is found, and stops when nobody listens.

Each query runs in a process of its own (``evaluation``), ``slots`` of them at once; others wait their turn.
The status is told once the first bytes are there; what goes wrong before is an error in words, what goes
wrong later cuts the connection, so that no client takes a part for the whole.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from subprocess import Popen

import anyio
from anyio.to_thread import run_sync
from starlette.types import Receive, Scope, Send

from graph.errors import QueryTimeoutError, RequestError
from graph.querying.asking import Asker, Limits
from graph.querying.evaluation import Standby, outcome
from graph.querying.query_process import Job
from graph.querying.sources import opened
from graph.server.failures import failure
from graph.server.negotiation import content_type
from ontology.errors import ShabakaError

Question = Callable[[Asker], tuple[str, Iterator[bytes]]]  # gives the media type and the bytes of the answer


@dataclass(frozen=True, slots=True)
class Desk:
    """What answers need: the store, the processes, the limits of each query, and how many run at once."""

    place: str
    standby: Standby
    limits: Limits
    slots: anyio.Semaphore


class Stoppable:
    """An evaluator whose queries another thread can stop."""

    def __init__(self, standby: Standby) -> None:
        self._standby = standby
        self._processes: list[Popen[bytes]] = []
        self._stopped = False

    def evaluate(self, job: Job) -> Iterator[bytes]:
        """As ``Standby.evaluate``; once stopped, an error in words that nobody reads."""
        process = self._standby.take()
        self._processes.append(process)
        if self._stopped:
            process.kill()
        yield from outcome(process, job)

    def answer(self, job: Job) -> bytes:
        """As ``Standby.answer``."""
        return b"".join(self.evaluate(job))

    def stop(self) -> None:
        """End what runs."""
        self._stopped = True
        for process in self._processes:
            process.kill()


class Answer:
    """A response that asks ``question`` when it is sent."""

    def __init__(self, desk: Desk, question: Question) -> None:
        self._desk = desk
        self._question = question
        self._evaluator = Stoppable(desk.standby)
        self._held = ExitStack()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer, or the error."""
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self._watch, receive)
            try:
                await self._in_turn(scope, receive, send)
            finally:
                tasks.cancel_scope.cancel()

    async def _watch(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self._evaluator.stop()

    async def _in_turn(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with anyio.fail_after(self._desk.limits.timeout):
                await self._desk.slots.acquire()
        except TimeoutError:
            busy = RequestError(503, "too many queries at once; try again later", {"Retry-After": "10"})
            await failure(busy)(scope, receive, send)
            return
        try:
            await self._deliver(scope, receive, send)
        finally:
            self._desk.slots.release()

    async def _deliver(self, scope: Scope, receive: Receive, send: Send) -> None:
        chunks: Iterator[bytes] = iter(())
        started = False
        try:
            media, chunks = await run_sync(self._start)
            chunk: bytes | None = await run_sync(next, chunks, b"")
            headers = [(b"content-type", content_type(media).encode()), (b"vary", b"Accept")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            started = True
            while chunk is not None and scope["method"] != "HEAD":
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
                chunk = await run_sync(next, chunks, None)
            await send({"type": "http.response.body", "body": b""})
        except ShabakaError as error:
            if not started:
                await failure(_worded(error))(scope, receive, send)
            # else the connection ends without the last chunk, which every client takes for the failure it is
        finally:
            with anyio.CancelScope(shield=True):
                await run_sync(self._end, chunks)

    def _start(self) -> tuple[str, Iterator[bytes]]:
        source = self._held.enter_context(opened(self._desk.place))
        return self._question(Asker(source, self._evaluator, self._desk.limits))

    def _end(self, chunks: Iterator[bytes]) -> None:
        if hasattr(chunks, "close"):
            chunks.close()
        self._held.close()


def _worded(error: ShabakaError) -> ShabakaError:
    """The error without advice that only holds for the command line."""
    if isinstance(error, QueryTimeoutError):
        return QueryTimeoutError(str(error).partition(";")[0] + "; narrow it down or add a LIMIT")
    return error
