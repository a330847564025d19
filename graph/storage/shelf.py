"""Where articles are put: what ingestion asks of a store, wherever that is.

``opened`` gives the store at a place for one writer's session.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol


class Shelf(Protocol):
    """A store that takes articles; IRIs and digests are plain text, the triples N-Triples as in ``Read``."""

    def edit(self, articles: Mapping[str, bytes]) -> set[str]:
        """Make the triples the graphs of these articles, all or none of them, and remove those without triples.

        Gives those for which that changed something. Raises ``StoreError``.
        """

    def forget(self, article: str) -> bool:
        """Remove the article and all that followed from it; False where there is none."""

    def stated(self, article: str) -> tuple[str, str]:
        """The article's input digest and the version of the program that read it; empty where there is none."""

    def same_words(self, digest: str) -> set[str]:
        """The IRIs of the articles with this digest of words."""

    def has_page(self, digest: str) -> bool:
        """Whether an article was taken out of the page with this digest."""


@contextmanager
def opened(place: str, *, wait: float = 0.0) -> Iterator[Shelf]:
    """The store at ``place``, a folder made where there is none or an address. Raises ``StoreError``."""
    from graph.storage.places import writing

    with writing(place, wait=wait) as store:
        yield store
