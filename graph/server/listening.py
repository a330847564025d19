"""The server's socket and its loop, uvicorn."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.types import ASGIApp

from graph.errors import StoreError


@dataclass(frozen=True, slots=True)
class Listener:
    """A bound socket and the address of the server behind it."""

    socket: socket.socket
    address: str


@contextmanager
def listen(host: str, port: int) -> Iterator[Listener]:
    """Listen on a port, any free one for 0. Raises ``StoreError`` where that cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        bound = socket.create_server((host, port), family=family)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise StoreError(f"cannot listen on {host}, port {port}: {reason}; try another --host or --port") from error
    with bound:
        shown = f"[{host}]" if ":" in host else host
        yield Listener(bound, f"http://{shown}:{bound.getsockname()[1]}/")


def run(app: ASGIApp, listener: Listener) -> None:
    """Serve until a signal ends it; requests under way have five seconds to end."""
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=5
    )
    uvicorn.Server(config).run(sockets=[listener.socket])
