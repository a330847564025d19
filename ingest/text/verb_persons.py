"""Verbs that show by their form alone that their subject is two or more of whom the text told.

Takes a word, gives yes or no (Ryding 2005, 3.1).
"""

from ingest.text.imperfects import is_imperfect
from ingest.text.morphology import embedded


def is_dual(word: str) -> bool:
    """Whether a word can only be a verb of two: its subject stands before it (Ryding 2005, 3.1)."""
    if not word.rstrip("\u064b\u064e").endswith(("ا", "ان")):
        return False
    known = embedded().analyse(word)
    return bool(known) and all(a.pos == "verb" and a.number == "d" and a.person == "3" for a in known)


def is_plural_imperfect(form: str) -> bool:
    """Whether a folded word is an imperfect of several, which stands behind its subject alone (3.1.2): يطالبون."""
    return form.endswith("ون") and is_imperfect(form)
