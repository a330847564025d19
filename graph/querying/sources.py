"""What a query may be asked of: the folder of a store, an RDF file, or the address of a store elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError

if TYPE_CHECKING:
    from graph.storage.store import Store

FILE_FORMS = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nq": "nquads",
    ".nt": "ntriples",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".xml": "rdfxml",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What a query process opens: the path of a snapshot, or of a file and its form."""

    path: str
    file_form: str = ""


def is_address(place: str) -> bool:
    """Whether ``place`` is the address of a store on another machine."""
    return place.lower().startswith(("http://", "https://"))


@contextmanager
def opened(place: str) -> Iterator[Source]:
    """The source at ``place``, kept as it is for the block; of a store elsewhere a copy. Raises ``StoreError``."""
    if is_address(place):
        from graph.remotes.remote_reading import copied

        with copied(place) as source:
            yield source
        return
    path = Path(place)
    if path.is_dir():
        from graph.storage.article_store import reading

        with reading(path) as snapshot:
            yield Source(str(snapshot.absolute()))
        return
    if not path.exists():
        raise StoreError(f"{place}: no such store or file")
    yield Source(str(path.absolute()), file_form(path))


def file_form(path: Path) -> str:
    """The RDF form of a file by its name. Raises ``StoreError`` for an unknown one."""
    try:
        return FILE_FORMS[path.suffix.lower()]
    except KeyError as error:
        known = " ".join(FILE_FORMS)
        raise StoreError(f"{path}: no RDF file by its name; expected one of {known}") from error


def loaded(source: Source) -> "Store":
    """The quads of a source: of a snapshot as it lies on the disk, of a file in memory. Raises ``StoreError``."""
    from graph.storage.store import Store

    path = Path(source.path)
    return Store.from_file(path, source.file_form) if source.file_form else Store.open(path, read_only=True)
