"""The same text twice: told by a digest of its words in folded spelling, so that only the first is read.

Hamza, marks, punctuation and spacing do not make another text of it. Near copies are for ``ingest.intake.duplicates``.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator

from ingest.article import Article
from ingest.intake.notices import Notice
from ontology.spelling import fold

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of ``text`` in folded spelling, without punctuation."""
    return _WORD.findall(fold(text))


def content_digest(text: str) -> bytes:
    """Thirty-two bytes, the same for texts whose words are the same; punctuation and spacing do not count."""
    return hashlib.sha256(" ".join(words_of(text)).encode("utf-8", "surrogatepass")).digest()


def without_repeats(documents: Iterable[Article | Notice]) -> Iterator[Article | Notice]:
    """The documents, with a notice in the place of every article whose text came before."""
    first: dict[bytes, str] = {}
    for document in documents:
        if isinstance(document, Article):
            digest = content_digest(document.text)
            if digest in first:
                yield Notice(document.source, "duplicate", f"the same text as {first[digest]}")
                continue
            first[digest] = document.source
        yield document
