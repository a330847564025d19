"""A store of any number of articles, made from a few that were read: copies under other names and with other words.

Copies share actors and differ in everything by which articles are told apart, IRIs, digests, sketches, bands, and in
their days, so that what they tell is as many events as articles of their own would tell.
"""

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

from graph.storage.article_store import ArticleStore
from graph.storage.ledger import article_iri
from graph.storage.portions import TOGETHER, portions
from ingest.article import Article
from ingest.intake.duplicates import SIZE, bands

_DAY = re.compile(rb'"(\d{4}-\d\d-\d\d)"\^\^')
_APART = 13  # days between two copies of an article
_OWN = re.compile(rb"shabaka/(article|event|affiliation)/([0-9a-f]{16})|example\.org/synthetic/(\d+)")
_LEDGER = re.compile(
    rb'(inputDigest|pageDigest|wordsDigest|contentDigest)> "[0-9a-f]{64}"|textSketch> "[^"]*"|textBand> "(\d\d)[^"]*"'
)


def copy(triples: bytes, number: int) -> bytes:
    """The graph of an article as that of another one; number 0 leaves it as it is."""
    if not number:
        return triples
    sketch = hashlib.shake_256(triples + b"%d" % number).digest(SIZE)
    own_bands = [band.encode() for band in bands(sketch)]

    def renamed(found: re.Match[bytes]) -> bytes:
        if found[3]:
            return b"example.org/synthetic/%b-%d" % (found[3], number)
        digest = hashlib.sha256(b"%b %d" % (found[2], number)).hexdigest()[:16].encode()
        return b"shabaka/%b/%b" % (found[1], digest)

    def reworded(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return b'%b> "%b"' % (found[1], hashlib.sha256(found[0] + b"%d" % number).hexdigest().encode())
        if found[2]:
            return b'textBand> "%b"' % own_bands[int(found[2])]
        return b'textSketch> "%b"' % base64.b64encode(sketch)

    def later(found: re.Match[bytes]) -> bytes:
        day = dt.date.fromisoformat(found[1].decode()) + dt.timedelta(days=_APART * number)
        return b'"%b"^^' % day.isoformat().encode()

    return _DAY.sub(later, _OWN.sub(renamed, _LEDGER.sub(reworded, triples)))


def copies(read: Sequence[tuple[Article, bytes]], count: int) -> Iterator[tuple[str, bytes]]:
    """IRIs and graphs of ``count`` articles."""
    for number in range(count):
        article, triples = read[number % len(read)]
        times = number // len(read)
        yield copy(article_iri(article).encode(), times).decode(), copy(triples, times)


def fill(store: ArticleStore, articles: Iterable[tuple[str, bytes]]) -> None:
    """Put the articles into the store as ingestion does, only that they were read before."""
    for some in portions(articles, TOGETHER):
        store.edit(dict(some))
