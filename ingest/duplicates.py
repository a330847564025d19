"""Near copies: articles that say nearly the same, such as agency copy in several papers.

Told by MinHash over runs of ``RUN`` words in folded spelling (Broder, On the resemblance and containment of
documents, 1997). A signature is a pure function of its text; who resembles whom does not depend on the
order in which articles come. The same text twice is for ``ingest.repeats``.
"""

import zlib
from collections.abc import Iterable

import numpy as np
from datasketch import LeanMinHash, MinHash, MinHashLSH

from ingest.repeats import words_of

RUN = 3  # words; a copy editor who changes one word in ten leaves most runs of three
NEAR = 0.4  # resemblance from which two texts are copies: half of a text has .4, two news of one event below .2
_SIZE = 128  # hash values in a signature: the estimate is off by some .04
_SCHEME = "affine32"
_START = MinHash(num_perm=_SIZE, scheme=_SCHEME, hashfunc=zlib.crc32)


def signature(text: str) -> bytes:
    """The MinHash of ``text``, four bytes a hash value; the empty text resembles only the empty text."""
    words = words_of(text)
    runs = {" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))}
    sketch = _START.copy()
    sketch.update_batch([run.encode("utf-8", "surrogatepass") for run in runs])
    return np.asarray(sketch.hashvalues, dtype="<u4").tobytes()


def resemblance(one: bytes, other: bytes) -> float:
    """Estimated share of runs that the texts of two signatures have in common, 0 to 1."""
    return float(np.mean(np.frombuffer(one, dtype="<u4") == np.frombuffer(other, dtype="<u4")))


class Copies:
    """The articles seen so far, to be asked which of them a new one is a near copy of."""

    def __init__(self) -> None:
        self._index = MinHashLSH(threshold=NEAR - 0.1, num_perm=_SIZE)  # lower: what it misses is lost
        self._signatures: dict[str, bytes] = {}

    def add(self, article: str, signed: bytes) -> tuple[str, ...]:
        """Note the article id ``article``; gives the ids noted before that it resembles, sorted."""
        sketch = _sketch(signed)
        near = [known for known in self._index.query(sketch) if resemblance(signed, self._signatures[known]) >= NEAR]
        if article not in self._signatures:
            self._signatures[article] = signed
            self._index.insert(article, sketch)
        return tuple(sorted(known for known in near if known != article))


def families(signed: Iterable[tuple[str, bytes]]) -> list[tuple[str, ...]]:
    """The ids that belong together by resemblance, also through others; each sorted, alone ones left out."""
    copies, family = Copies(), dict[str, set[str]]()
    for article, sign in signed:
        merged = {article}.union(*(family[near] for near in copies.add(article, sign)))
        family.update(dict.fromkeys(merged, merged))
    return sorted({tuple(sorted(members)) for members in family.values() if len(members) > 1})


def _sketch(signed: bytes) -> LeanMinHash:
    return LeanMinHash(seed=1, hashvalues=np.frombuffer(signed, dtype="<u4"), scheme=_SCHEME)
