"""Network pages in a process of their own, so that drawing a large network keeps nobody waiting for a query.

The process keeps the network it read last, as long as the store's newest snapshot stays the same. It takes a
line of JSON for every page and gives one back. One page is made at a time; what takes too long is stopped
with its process, and the next page begins in a new one.
"""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any

from graph import errors
from graph.errors import DrawingError, GraphError, RequestError

_PROGRAM = "import sys; sys.path[:] = {path!r}; from graph.server.drawing import main; main({place!r})"


class Painter:
    """Makes the pages of the store at ``place``, each within ``timeout`` seconds; usable from several threads."""

    def __init__(self, place: str, timeout: float) -> None:
        self._place = place
        self._timeout = timeout
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def page(self, wanted: Mapping[str, Any]) -> tuple[str, str]:
        """The page and the Content-Security-Policy it needs; ``wanted`` has fields of ``view.Wanted``.

        Raises ``DrawingError`` as ``view.page_of``, ``StoreError``, and ``RequestError`` where it takes too long.
        """
        if not self._lock.acquire(timeout=self._timeout):
            raise RequestError(503, "other networks are being drawn; try again later", {"Retry-After": "10"})
        try:
            made = self._made(wanted)
        finally:
            self._lock.release()
        if "error" in made:
            raise getattr(errors, made["error"], DrawingError)(made["message"])
        return made["text"], made["policy"]

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _made(self, wanted: Mapping[str, Any]) -> dict[str, Any]:
        process = self._process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        begun = time.monotonic()
        timer = threading.Timer(self._timeout, process.kill)
        timer.start()
        try:
            process.stdin.write(json.dumps(wanted).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = b""
        finally:
            timer.cancel()
        if line.endswith(b"\n"):
            return dict(json.loads(line))
        self.close()
        if time.monotonic() - begun >= self._timeout:
            raise RequestError(504, f"drawing was stopped after {self._timeout:g} s; name an actor or a shorter time")
        raise RequestError(500, "drawing failed: its process ended")

    def _start(self) -> "subprocess.Popen[bytes]":
        program = _PROGRAM.format(path=sys.path, place=self._place)
        return subprocess.Popen(  # noqa: S603  our own interpreter and program
            [sys.executable, "-E", "-S", "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )


def main(place: str) -> None:
    """The process: draw what each line of standard input asks for, until there is none."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends this process itself
    network: tuple[str, Any] = ("", None)
    for line in sys.stdin.buffer:
        given = json.loads(line)
        try:
            network = _current(place, network)
            made = _drawn(network[1], given)
        except GraphError as error:
            made = {"error": type(error).__name__, "message": str(error)}
        sys.stdout.buffer.write(json.dumps(made).encode() + b"\n")
        sys.stdout.buffer.flush()


def _current(place: str, known: tuple[str, Any]) -> tuple[str, Any]:
    """The network of the store as it is now, and the snapshot it was read from."""
    from graph.drawing.network_source import read_network
    from graph.querying.sources import opened

    with opened(place) as source:
        same = known[0] == source.path and not source.file_form
        return known if same else (source.path, read_network(place))


def _drawn(network: Any, wanted: Mapping[str, Any]) -> dict[str, str]:
    from graph.drawing.view import Wanted, page_of, policy

    return {"policy": policy(), "text": page_of(network, Wanted(**wanted)).text}
