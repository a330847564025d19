"""Folded spelling: one form for the spellings of a word that Arabic print does not keep apart.

Takes any text, gives its folded form; ``fold_map`` also gives, for every folded character, the offset it came
from. Order: the shapes of letters that old typesetting and PDF leave (ﻫﺪﺩ) to letters, marks out, letters
merged, lower case. Folding twice changes nothing; the form is no longer than the text, save for ligatures (ﻻ).
"""

import re
import unicodedata
from functools import cache

# Qur'anic marks, harakat, superscript alef, tatweel; joiners, direction marks, isolates, the byte order mark.
IGNORABLE = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
# Hamza carried by alef, alef maqsura, ta marbuta (Habash, Introduction to Arabic NLP, 2010, 4.2);
# the Persian and Urdu forms of kaf and yeh; foreign p, ch, g, v as Arabic papers also print them.
_LETTERS = str.maketrans(
    "أإآٱىةکیېگڤپچھہ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "اااايهكييكفبجهه01234567890123456789",
)
# Arabic Presentation Forms A and B, without the phrases that hold spaces (ﷺ).
_SHAPES = {
    code: plain
    for code in (*range(0xFB50, 0xFDF3), *range(0xFE70, 0xFEFD))
    if (plain := unicodedata.normalize("NFKC", chr(code))) != chr(code) and " " not in plain
}
# Egypt's orthography joins a hamza between u and a long u to the letter before it (مسئول، شئون); not that of ناشئون.
_ON_YEH = re.compile("(?<=مس)ئ(?=ول)|(?<=(?<!ا)ش)ئ(?=ون)")
_SHAPED = re.compile("[\ufb50-\ufdf2\ufe70-\ufefc]")


def fold(text: str) -> str:
    """The folded spelling of ``text``; empty gives empty."""
    if _SHAPED.search(text):
        text = text.translate(_SHAPES)
    return _seated(IGNORABLE.sub("", text).translate(_LETTERS).replace("ـ", "").lower())


def fold_map(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded spelling and, for each of its characters, the offset in ``text`` it stands for."""
    folded = fold(text)
    if len(folded) == len(text) and not _SHAPED.search(text):  # nothing left out, so all stand where they stood
        return folded, tuple(range(len(text)))
    kept = [(i, _letter(c)) for i, c in enumerate(text)]
    return _seated("".join(f for _, f in kept)), tuple(i for i, f in kept for _ in f)


def _seated(folded: str) -> str:
    """The hamza of مسؤول and شؤون on its waw, where Egypt's papers seat it on a yeh."""
    return _ON_YEH.sub("ؤ", folded) if "ئو" in folded else folded


@cache
def _letter(character: str) -> str:
    return fold(character)
