"""The ledger: by which a store knows what it has read, so that a rerun does only what is left.

It stands in the article's own graph and so comes and goes with it in one transaction: a digest of all that
was stated about the article, one of its words, and the sketch by which near copies are found. ``entries``
makes it, ``Ledger`` looks things up in a store.
"""

import base64
import hashlib
from collections.abc import Sequence
from importlib.metadata import version
from typing import Literal

from graph.running.way import USUAL, Way
from graph.storage.quads import Quads
from graph.storage.shelf import Shelf
from graph.storage.terms import iri, literal, names, value
from ingest.article import Article
from ingest.intake.duplicates import bands, signature
from ingest.intake.repeats import content_digest

Put = Literal["stored", "unchanged", "duplicate"]
State = Literal["new", "changed", "outdated", "unchanged", "duplicate"]


def article_iri(article: Article) -> str:
    """The IRI of an article and of its graph."""
    return names().article_base + article.id


def entries(article: Article, way: Way = USUAL) -> bytes:
    """What the ledger says of ``article``, as N-Triples."""
    n, subject = names(), iri(article_iri(article))
    sketch = signature(article.text)
    facts = [
        (n.input_digest, literal(input_digest(article, way))),
        (n.words_digest, literal(words_digest(article))),
        (n.text_sketch, literal(base64.b64encode(sketch).decode("ascii"), datatype="base64Binary")),
        *((n.text_band, literal(band)) for band in bands(sketch)),
        *([(n.page_digest, literal(page_digest(article.page, way)))] if article.page else []),
    ]
    return "".join(f"{subject} {predicate} {object_} .\n" for predicate, object_ in facts).encode()


def input_digest(article: Article, way: Way = USUAL) -> str:
    """SHA-256 of all that is stated about the article and of how it was to be read, in hexadecimal."""
    stated = (article.name, article.text, article.title, article.url, article.outlet, article.date, *_read_by(way))
    return hashlib.sha256(repr([str(part or "") for part in stated]).encode()).hexdigest()


def page_digest(page: str, way: Way = USUAL) -> str:
    """SHA-256 of the digest of a page and of how its article was to be read, in hexadecimal."""
    return hashlib.sha256(repr([page, *map(str, _read_by(way))]).encode()).hexdigest()


def _read_by(way: Way) -> tuple[object, ...]:
    return (way.rules_only, *([way.rung] if way.rung != "embedded" else []))


def words_digest(article: Article) -> str:
    """SHA-256 of the article's words in folded spelling, in hexadecimal."""
    return content_digest(article.text).hex()


def state(shelf: Shelf, article: Article, way: Way = USUAL) -> State:
    """How ``shelf`` stands to the article: ``outdated`` is what another version of the program read.

    Of articles with the same words the first by IRI is kept, whatever the order in which they come; the
    others are ``duplicate``.
    """
    name = article_iri(article)
    digest, reader = shelf.stated(name)
    if digest == input_digest(article, way):
        return "unchanged" if reader == version("shabaka") else "outdated"
    if any(other < name for other in shelf.same_words(words_digest(article))):
        return "duplicate"
    return "changed" if digest else "new"


def put(shelf: Shelf, read: Sequence[tuple[Article, bytes]]) -> list[Put]:
    """Put articles that were read in their place, all at once, and take out whoever has the words of an earlier one.

    Gives what has become of each in the end; where one comes twice, the second time counts.
    """
    wanted: dict[str, bytes] = {}
    again: set[int] = set()  # which ones, by their place, only repeat what came before
    words: dict[str, str] = {}  # of those that are to be stored
    for place, (article, triples) in enumerate(read):
        name, digest = article_iri(article), words_digest(article)
        words.pop(name, None)
        same = (shelf.same_words(digest) - wanted.keys()) | {one for one, its in words.items() if its == digest}
        if any(other < name for other in same):
            wanted[name] = b""
            continue
        for other in same - {name}:
            wanted[other] = b""
            words.pop(other, None)
        if wanted.get(name) == triples:
            again.add(place)
        wanted[name], words[name] = triples, digest
    changed = shelf.edit(wanted)

    def became(place: int, name: str) -> Put:
        if not wanted[name]:
            return "duplicate"
        return "stored" if name in changed and place not in again else "unchanged"

    return [became(place, article_iri(article)) for place, (article, _) in enumerate(read)]


def stated(store: Quads, article: str) -> tuple[str, str]:
    """As ``Shelf.stated``, of a store on this machine."""
    n, graph = names(), iri(article)
    found = {p: value(o) for _, p, o, _ in store.match(graph, graph=graph) if p in {n.input_digest, n.generated_by}}
    run = found.get(n.generated_by)
    reader = next((value(quad[2]) for quad in store.match(iri(run), n.version, None, graph)), "") if run else ""
    return found.get(n.input_digest, ""), reader


def same_words(store: Quads, digest: str) -> set[str]:
    """As ``Shelf.same_words``, of a store on this machine."""
    return {value(quad[0]) for quad in store.match(None, names().words_digest, literal(digest), "")}


def has_page(store: Quads, digest: str) -> bool:
    """As ``Shelf.has_page``, of a store on this machine."""
    return any(True for _ in store.match(None, names().page_digest, literal(digest), ""))
