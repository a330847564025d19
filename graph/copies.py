"""Near copies in a store: of a family of articles with nearly the same text, each points to the first by IRI.

The marks stand in a graph of their own. ``change`` brings them in step with one article from its quads before
and after: the sketches in the articles tell who is near to whom, their bands where to look, so that neither
the number of articles nor their order counts. ``all_copies`` makes the marks from nothing.
"""

import base64
import binascii
from collections.abc import Iterable, Iterator

from graph.errors import StoreError
from graph.quads import Quads
from graph.terms import Names, literal, names, value
from graph.update import Quad
from ingest.duplicates import SIZE, bands, families, near


def change(store: Quads, article: str, old: set[Quad], new: set[Quad]) -> tuple[set[Quad], set[Quad]]:
    """The marks lost and gained when the quads of ``article`` turn from ``old`` to ``new``."""
    n = names()
    before, after = _own_sketch(old, article, n), _own_sketch(new, article, n)
    if before == after:
        return set(), set()
    rest = family(store, article) - {article} if before else set()
    groups = _parted(store, rest, n)
    if after:
        own = _joined(store, article, after, groups, n)
        groups = [*(group for group in groups if own.isdisjoint(group)), own]
    members = {article}.union(*groups)
    stored = {mark for member in members for mark in store.match(member, n.near_duplicate_of, None, n.copies)}
    wanted = set(_marks(groups, n))
    return stored - wanted, wanted - stored


def all_copies(store: Quads) -> Iterator[Quad]:
    """The marks of all articles."""
    n = names()
    sketches = ((quad[0], _decoded(quad)) for quad in store.match(None, n.text_sketch, None, ""))
    return _marks(families(sketches), n)


def family(store: Quads, article: str) -> set[str]:
    """The articles that are near copies of ``article``, also through others, itself included; all as terms."""
    n = names()
    mark = next(store.match(article, n.near_duplicate_of, None, n.copies), None)
    first = mark[2] if mark else article
    return {article, first, *(quad[0] for quad in store.match(None, n.near_duplicate_of, first, n.copies))}


def _parted(store: Quads, members: set[str], n: Names) -> list[set[str]]:
    """The families that ``members`` make on their own, of one member too."""
    groups = [set(group) for group in families((member, _sketch(store, member, n)) for member in members)]
    return groups + [{alone} for alone in members.difference(*groups)]


def _joined(store: Quads, article: str, sketch: bytes, groups: list[set[str]], n: Names) -> set[str]:
    """The new family of ``article``; of every other one, ``groups`` among them, one member that is near is enough."""
    parted = {member: group for group in groups for member in group}
    own, tried = {article}, set[str]()
    for band in bands(sketch):
        for candidate, *_ in store.match(None, n.text_band, literal(band), ""):
            if candidate in own or candidate in tried:
                continue
            tried.add(candidate)
            if near(sketch, _sketch(store, candidate, n)):
                own |= parted.get(candidate) or family(store, candidate)
    return own


def _marks(groups: Iterable[Iterable[str]], n: Names) -> Iterator[Quad]:
    for group in groups:
        first, *others = sorted(group)
        yield from ((other, n.near_duplicate_of, first, n.copies) for other in others)


def _own_sketch(quads: set[Quad], article: str, n: Names) -> bytes:
    found = next((quad for quad in quads if quad[0] == article and quad[1] == n.text_sketch), None)
    return _decoded(found) if found else b""


def _sketch(store: Quads, article: str, n: Names) -> bytes:
    found = next(store.match(article, n.text_sketch, None, ""), None)
    return _decoded(found) if found else b""


def _decoded(quad: Quad) -> bytes:
    try:
        sketch = base64.b64decode(value(quad[2]), validate=True)
    except binascii.Error:
        sketch = b""
    if len(sketch) != SIZE:
        raise StoreError(f"{value(quad[0])}: its text sketch is no base 64 of {SIZE} bytes")
    return sketch
