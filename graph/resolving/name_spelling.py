"""How one word of a name is spelled: what papers write in two ways, and what makes two names.

Takes folded words; what varies freely (seat of the hamza, doubled letters, article) is taken out by ``plain``.
A foreign name is also written by ear (غوتيريش, جوتيريس; بلينكن, بلنكن): such words have one ``skeleton``, and are
``alike`` where one letter group or vowel differs, but never where one is an Arabic name, since there each letter
counts (حسن is not حسين). The lists stand in ``name_spelling.toml``.
"""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from ontology.errors import DataFileError
from ontology.spelling import fold

PATH = Path(__file__).with_suffix(".toml")
MEMO = 1 << 14  # words or names that are kept in mind: those of some thousand articles
Likeness = Literal["same", "spelling", "article", "transliteration", ""]
_SEATS = str.maketrans({"ؤ": "و", "ئ": "ي", "ء": ""})
_VOWELS = "اوي"
_SHORTEST = 4  # letters of a word that may be written by ear: shorter ones are too easily another name


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """The lists of words; ``_`` in one joins a fixed phrase. Raises ``DataFileError``."""
    found = {name: table["words"].split() for name, table in _tables().items() if "words" in table}
    for name, words in found.items():
        if wrong := next((word for word in words if fold(word).replace("_", " ") != word.replace("_", " ")), None):
            raise DataFileError(PATH, name, f'"{wrong}" is not folded', f'write "{fold(wrong)}"')
    return {name: frozenset(word.replace("_", " ") for word in words) for name, words in found.items()}


@cache
def _tables() -> Mapping[str, Any]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


@cache
def _groups() -> dict[int, str]:
    return str.maketrans({letter: group[0] for group in _tables()["transliteration"]["groups"] for letter in group})


@lru_cache(MEMO)
def folded(text: str) -> str:
    """Folded spelling, of presentation forms too (ﺍﻻﻣﺎﺭﺍﺕ)."""
    return fold(unicodedata.normalize("NFKC", text))


@lru_cache(MEMO)
def plain(word: str) -> str:
    """A folded word without article, seat of the hamza and doubled letters: ``الرؤوف`` gives روف."""
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    bare = _tables()["word_forms"]["forms"].get(bare, bare).translate(_SEATS)
    return "".join(letter for letter, _ in groupby(bare))


@lru_cache(MEMO)
def skeleton(word: str) -> str:
    """What spellings by ear of one word share: its consonants by group, the first letter kept."""
    bare = plain(word).translate(_groups())
    return bare[:1] + "".join(letter for letter in bare[1:] if letter not in _VOWELS)


@lru_cache(MEMO)
def alike(one: str, other: str) -> Likeness:
    """How two folded words are one: letter for letter, in spelling, but for the article, by ear; empty: two."""
    if one == other:
        return "same"
    if plain(one) == plain(other):
        return "spelling" if one.startswith("ال") == other.startswith("ال") else "article"
    if _fixed(one) or _fixed(other) or skeleton(one) != skeleton(other):
        return ""
    a, b = plain(one).translate(_groups()), plain(other).translate(_groups())
    return "transliteration" if _one_vowel(*sorted((a, b), key=len)) else ""


def _fixed(word: str) -> bool:
    """Whether each letter counts: an Arabic name, a name with article, or a short one."""
    native = classes()["native"]
    return len(word) < _SHORTEST or word in native or word.startswith("ال") or plain(word) in native


def _one_vowel(short: str, long: str) -> bool:
    """Whether the words, of one skeleton, differ in at most one vowel: one more, or one for another."""
    if len(long) - len(short) > 1:
        return False
    if len(long) == len(short):
        return sum(a != b for a, b in zip(short, long, strict=True)) <= 1
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
