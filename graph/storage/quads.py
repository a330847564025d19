"""What the code that derives ties, actors and near copies asks of a set of quads, wherever that is kept."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator

from graph.storage.update import Pattern, Quad


class Quads(ABC):
    """A store on this machine (``store``) or on another one (``remote_store``)."""

    def match(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object_: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The quads that fit; ``None`` is any, graph ``""`` the union of the named ones, each triple once."""
        return self.fitting((subject, predicate, object_, graph))

    def holds(self, graph: str) -> bool:
        """Whether a named graph of that name has triples."""
        return next(self.match(graph=graph), None) is not None

    @abstractmethod
    def fitting(self, pattern: Pattern) -> Iterator[Quad]:
        """As ``match``."""

    @abstractmethod
    def graphs(self) -> Iterator[str]:
        """The names of the named graphs."""

    @abstractmethod
    def select(self, query: str) -> Iterator[tuple[str, ...]]:
        """Rows of a SELECT of our own, as N-Triples terms, empty where unbound."""

    @abstractmethod
    def apply(self, removed: set[Quad], added: set[Quad]) -> None:
        """Take out and put in quads of named graphs: all or nothing."""

    @abstractmethod
    def extend(self, quads: Iterable[Quad]) -> None:
        """Put in many quads of named graphs."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held open."""
