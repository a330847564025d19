"""What the code that derives ties, actors and near copies asks of a set of quads, wherever that is kept."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from graph.update import Quad


class Quads(Protocol):
    """A store on this machine (``store``) or on another one (``remote_store``)."""

    def match(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object_: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The quads that fit; ``None`` is any, graph ``""`` the union of the named ones."""

    def holds(self, graph: str) -> bool:
        """Whether a named graph of that name has triples."""

    def graphs(self) -> Iterator[str]:
        """The names of the named graphs."""

    def select(self, query: str) -> Iterator[tuple[str, ...]]:
        """Rows of a SELECT of our own, as N-Triples terms, empty where unbound."""

    def apply(self, removed: set[Quad], added: set[Quad]) -> None:
        """Take out and put in quads of named graphs: all or nothing."""

    def extend(self, quads: Iterable[Quad]) -> None:
        """Put in many quads of named graphs."""

    def close(self) -> None:
        """Let go of what is held open."""
