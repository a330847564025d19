"""Folded spelling: one form for the spellings of a word that Arabic print does not keep apart.

Takes any text, gives its folded form of equal or shorter length; ``fold_map`` also gives, for every
folded character, the offset it came from. Order: marks out, letters merged, lower case. Folding twice
changes nothing.
"""

import re

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


def fold(text: str) -> str:
    """The folded spelling of ``text``; empty gives empty."""
    return IGNORABLE.sub("", text).translate(_LETTERS).replace("ـ", "").lower()


def fold_map(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded spelling and, for each of its characters, the offset in ``text`` it stands for."""
    kept = [(i, fold(c)) for i, c in enumerate(text) if not IGNORABLE.match(c)]
    return "".join(f for _, f in kept), tuple(i for i, f in kept for _ in f)
