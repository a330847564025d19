"""Near copies in a store: of a family of articles with nearly the same text, each points to the first by IRI.

The marks stand in a graph of their own. ``change`` brings them in step with some articles from their quads before
and after: the sketches in the articles tell who is near to whom, their bands where to look, so that neither
the number of articles nor their order counts. ``all_copies`` makes the marks from nothing.
"""

import base64
import binascii
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.errors import StoreError
from graph.storage.quads import Quads
from graph.storage.terms import Names, literal, names, value
from graph.storage.update import Change, Edits, Quad
from ingest.intake.duplicates import SIZE, bands, families, near


def change(store: Quads, edits: Edits) -> Change:
    """The marks lost and gained by the edits of articles."""
    n = names()
    sketches = {a: (_own_sketch(old, a, n), _own_sketch(new, a, n)) for a, (old, new) in edits.items()}
    changed = {article for article, (before, after) in sketches.items() if before != after}
    if not changed:
        return set(), set()
    left = set[str]().union(*(family(store, article) for article in changed if sketches[article][0])) - changed
    groups = _parted(store, left, n)
    come = {article: sketches[article][1] for article in changed if sketches[article][1]}
    groups = _joined(come, _near_to(store, come, changed, n), groups, store)
    members = changed.union(*groups)
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


def near_sketches(one: str, other: str) -> bool:
    """Whether the texts of two sketches, in base 64 as they are stored, are near copies."""
    return near(base64.b64decode(one), base64.b64decode(other))


def _parted(store: Quads, members: set[str], n: Names) -> list[set[str]]:
    """The families that ``members`` make on their own, of one member too."""
    groups = [set(group) for group in families((member, _sketch(store, member, n)) for member in members)]
    return groups + [{alone} for alone in members.difference(*groups)]


def _near_to(store: Quads, come: Mapping[str, bytes], changed: set[str], n: Names) -> Iterator[tuple[str, str]]:
    """Each article that comes with every one that it is near to, of those that come too and of the others."""
    met: dict[str, list[str]] = defaultdict(list)
    for article, sketch in sorted(come.items()):
        found: set[str] = set()
        for band in bands(sketch):
            found |= {quad[0] for quad in store.match(None, n.text_band, literal(band), "")} - changed
            found.update(met[band])
            met[band].append(article)
        for other in found:
            if near(sketch, come[other] if other in come else _sketch(store, other, n)):
                yield article, other


def _joined(
    come: Iterable[str], pairs: Iterable[tuple[str, str]], groups: list[set[str]], store: Quads
) -> list[set[str]]:
    """The families ``groups`` with the articles that come; of another one a member that is near is enough."""
    families_of = {member: group for group in [*groups, *({article} for article in come)] for member in group}
    for article, other in pairs:
        own, met = families_of[article], families_of.get(other) or family(store, other)
        if own is not met:
            union = own | met
            families_of |= dict.fromkeys(union, union)
    return list({id(group): group for group in families_of.values()}.values())


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
