"""Near copies: articles that say nearly the same, such as agency copy in several papers.

Told by MinHash over runs of ``RUN`` words in folded spelling (Broder, On the resemblance and containment of
documents, 1997), of each hash value the lowest byte (Li and Koenig, b-bit minwise hashing, 2010). Two texts
are near when they share a band, ``ROWS`` neighbouring values, and resemble each other enough: both follow
from the two texts alone, so that the order in which articles come changes nothing. The same text twice is
for ``ingest.intake.repeats``.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from datasketch import MinHash

from ingest.intake.repeats import words_of

RUN = 3  # words; a copy editor who changes one word in ten leaves most runs of three
NEAR = 0.4  # resemblance from which two texts are copies: half of a text has .4, two news of one event below .2
ROWS = 3  # values in a band: two texts of a million that are no copies share one in some 8,000 cases
BANDS = 16  # finds copies that resemble each other by .5 in 88 of 100 cases, by .6 in 98
SIZE = 128  # values in a signature: the estimate is off by some .04
_CHANCE = 1 / 256  # that two bytes are equal though the values are not
_START = MinHash(num_perm=SIZE, scheme="affine32", hashfunc=zlib.crc32)


def signature(text: str) -> bytes:
    """The sketch of ``text``, a byte a hash value; the empty text resembles only the empty text."""
    words = words_of(text)
    runs = {" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))}
    sketch = _START.copy()
    sketch.update_batch([run.encode("utf-8", "surrogatepass") for run in runs])
    return (np.asarray(sketch.hashvalues) & 0xFF).astype(np.uint8).tobytes()


def resemblance(one: bytes, other: bytes) -> float:
    """Estimated share of runs that the texts of two signatures have in common, at most 1, about 0 for none."""
    equal = np.frombuffer(one, dtype=np.uint8) == np.frombuffer(other, dtype=np.uint8)
    return (float(np.mean(equal)) - _CHANCE) / (1 - _CHANCE)


def bands(signed: bytes) -> tuple[str, ...]:
    """The bands of a signature, each as its number and its values: ``07-a1b2c3``."""
    return tuple(f"{n:02}-{signed[n * ROWS : (n + 1) * ROWS].hex()}" for n in range(BANDS))


def near(one: bytes, other: bytes) -> bool:
    """Whether the texts of two signatures are copies."""
    return not set(bands(one)).isdisjoint(bands(other)) and resemblance(one, other) >= NEAR


def families(signed: Iterable[tuple[str, bytes]]) -> list[tuple[str, ...]]:
    """The ids that belong together as copies, also through others; each sorted, alone ones left out."""
    signatures = dict(signed)
    family = {article: {article} for article in signatures}
    met: dict[str, list[str]] = defaultdict(list)
    for article, sign in signatures.items():
        for band in bands(sign):
            for other in met[band]:
                if other not in family[article] and resemblance(sign, signatures[other]) >= NEAR:
                    merged = family[article] | family[other]
                    family.update(dict.fromkeys(merged, merged))
            met[band].append(article)
    return sorted({tuple(sorted(members)) for members in family.values() if len(members) > 1})
