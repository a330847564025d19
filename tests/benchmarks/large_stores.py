"""A store of any number of articles, made from a few that were read: copies under other names and with other words.

Copies share actors and differ in everything by which articles are told apart: IRIs, digests, sketches, bands.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.ledger import article_iri
from graph.transfer import import_files
from ingest.article import Article
from ingest.duplicates import SIZE, bands

_OWN = re.compile(rb"shabaka/(article|event|affiliation)/([0-9a-f]{16})|example\.org/synthetic/(\d+)")
_LEDGER = re.compile(
    rb'(inputDigest|wordsDigest|contentDigest)> "[0-9a-f]{64}"|textSketch> "[^"]*"|textBand> "(\d\d)[^"]*"'
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

    return _OWN.sub(renamed, _LEDGER.sub(reworded, triples))


def lines(read: Sequence[tuple[Article, bytes]], count: int) -> Iterator[bytes]:
    """N-Quads of ``count`` articles."""
    for number in range(count):
        article, triples = read[number % len(read)]
        turned = copy(triples, number // len(read))
        graph = copy(f"<{article_iri(article)}>".encode(), number // len(read))
        yield turned.replace(b" .\n", b" %b .\n" % graph)


def large_store(path: Path, read: Sequence[tuple[Article, bytes]], count: int) -> None:
    """Make a store of ``count`` articles at ``path``."""
    file = path.with_suffix(".nq")
    with file.open("wb") as sink:
        sink.writelines(lines(read, count))
    import_files(path, [file])
    file.unlink()
