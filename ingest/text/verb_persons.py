"""Verbs that show by their form alone that their subject is two of whom the text told.

Takes a word, gives yes or no (Ryding 2005, 3.1).
"""

from ingest.text.morphology import embedded


def is_dual(word: str) -> bool:
    """Whether a word can only be a verb of two: its subject stands before it (Ryding 2005, 3.1)."""
    if not word.rstrip("\u064b\u064e").endswith(("ا", "ان")):
        return False
    known = embedded().analyse(word)
    return bool(known) and all(a.pos == "verb" and a.number == "d" and a.person == "3" for a in known)
