"""A store by what the user calls it: a folder on this machine, or an address of one elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError
from graph.querying.asking import Asker, Limits
from graph.querying.evaluation import Standby
from graph.querying.sources import Source, is_address, opened
from graph.storage.article_store import ArticleStore


@contextmanager
def writing(place: str, *, wait: float = 0.0, make: bool = True) -> Iterator[ArticleStore]:
    """The store open for the one writer; a folder is made where there is none, if ``make``. Raises ``StoreError``."""
    if is_address(place):
        from graph.remotes.remote_writing import writing_remotely

        with writing_remotely(place, wait=wait) as remote:
            yield remote
        return
    from graph.storage.article_store import writing as writing_here
    from graph.storage.store_folder import StoreFolder

    if not make:
        StoreFolder(Path(place)).data()
    with writing_here(Path(place), wait=wait) as here:
        yield here


@contextmanager
def asking(place: str, standby: Standby, limits: Limits) -> Iterator[Asker]:
    """What asks the store or the RDF file, wherever it is. Raises ``StoreError``."""
    if not is_address(place):
        with opened(place) as source:
            yield Asker(source, standby, limits)
        return
    from graph.remotes.remote import Remote
    from graph.remotes.remote_reading import RemoteEvaluator, actors_of

    with Remote(place, timeout=limits.timeout) as remote, actors_of(remote) as actors:
        yield Asker(Source(place), RemoteEvaluator(remote, standby), limits, actors=actors)


def folder(place: str) -> Path:
    """The folder of a store on this machine. Raises ``StoreError`` for an address."""
    if is_address(place):
        raise StoreError(f"{place}: this needs the folder of a store on this machine; its own machine can do it")
    return Path(place)
