"""Pieces of words, which the encoder knows instead of words: the unigram model of Kudo (2018), by tokenizers.

Takes a word as it is written, gives the numbers of its pieces; they are those of the encoder's own table, which has
all pieces of Arabic script, figures and marks of the vocabulary it was first trained with.
"""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from ingest.text.words import MEMO

BEGIN, END, UNKNOWN = 0, 2, 3  # pieces that stand before and behind a window, and for what none is known for
MOST = 6  # pieces of a word; a longer one is cut
Pieces = Callable[[str], tuple[int, ...]]


def load_pieces(path: Path) -> Pieces:
    """The table in ``path``, a file of tokenizers; gives one piece a word at least, memoised."""
    tokenizer = Tokenizer.from_file(str(path))

    @lru_cache(MEMO)
    def pieces(word: str) -> tuple[int, ...]:
        found = tokenizer.encode(unicodedata.normalize("NFKC", word), add_special_tokens=False).ids
        return tuple(found[:MOST]) or (UNKNOWN,)

    return pieces
