"""One writer's session on a remote store: the mark that keeps others out, and what kind of store it is.

The protocol has no lock. A writer puts its name into a graph of its own, in an update that does so only where
nobody's stands; stores carry out updates one after the other, so one writer wins. The same mark shows whether
the default graph of the store is the union of its graphs. It goes when the session ends; that of a process of
this machine which has died is taken over.
"""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from graph.errors import RemoteError
from graph.remotes.remote import Remote
from graph.remotes.remote_store import RemoteArticles, RemoteStore
from graph.storage.terms import literal, names, value

_POLL = 0.5  # seconds between two looks whether the other writer has gone


@contextmanager
def writing_remotely(place: str, *, wait: float = 0.0) -> Iterator[RemoteArticles]:
    """The store at the address ``place`` open for this writer alone; waits ``wait`` seconds for another.

    Raises ``RemoteError``; what was put before is stored.
    """
    with Remote(place) as remote:
        mark = _Mark(remote)
        mark.set(time.monotonic() + wait)
        try:
            union = bool(remote.select(f"SELECT ?name {{ {mark.graph} ?p ?name }}"))
            yield RemoteArticles(RemoteStore(remote, union=union))
        finally:
            with suppress(RemoteError):  # what went wrong first is what is told; a mark left is taken over
                mark.remove(mark.own)


class _Mark:
    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self.graph = names().actors.replace("graph/actors", "graph/writer")
        self.own = f"{socket.gethostname()} {os.getpid()}"

    def set(self, deadline: float) -> None:
        n, own = names(), literal(self.own)
        text = f"INSERT {{ GRAPH {self.graph} {{ {self.graph} {n.label} {own} }} }}"
        free = f"FILTER NOT EXISTS {{ GRAPH {self.graph} {{ {self.graph} {n.label} ?name }} }}"
        while True:
            self._remote.update(f"{text} WHERE {{ {free} }}")
            holder = self._holder()
            if holder == self.own:
                return
            if _has_died(holder):
                self.remove(holder)
            elif time.monotonic() >= deadline:
                host, _, process = holder.rpartition(" ")
                raise RemoteError(
                    f"{self._remote.place}: process {process} on {host} is writing to it; try again later or wait with"
                    f" --wait SECONDS. If it has died, send the store the update: DROP GRAPH {self.graph}"
                )
            else:
                time.sleep(_POLL)

    def remove(self, name: str) -> None:
        quad = f"GRAPH {self.graph} {{ {self.graph} {names().label} {literal(name)} }}"
        self._remote.update(f"DELETE DATA {{ {quad} }}")

    def _holder(self) -> str:
        found = self._remote.select(f"SELECT ?name {{ GRAPH {self.graph} {{ {self.graph} {names().label} ?name }} }}")
        if not found:
            raise RemoteError(f"{self._remote.place}: what was written cannot be read; is it one store?")
        return value(found[0][0])


def _has_died(holder: str) -> bool:
    host, _, process = holder.rpartition(" ")
    if host != socket.gethostname() or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
