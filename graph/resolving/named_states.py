"""States and bodies that the words of a label name: by a sure name, a metonym or a nisba.

Takes folded words, gives the gazetteer's ids; empty where nothing is named for sure.
"""

from collections.abc import Sequence
from functools import lru_cache

from graph.resolving.name_spelling import MEMO
from ingest.text.words import without_article
from ontology.actors import load_gazetteer

_LONGEST = 6  # words of a known name within a title


@lru_cache(MEMO)
def bare_word(word: str) -> str:
    """The word without conjunction and article; one without article stays as it is."""
    return without_article(word) if word.startswith(("ال", "لل", "وال")) else word


def nisba_of(words: Sequence[str]) -> str:
    """The state whose nisba the words are."""
    found = load_gazetteer().nisba.get(" ".join(map(bare_word, words)))
    return found.state if found else ""


def known_body(words: Sequence[str]) -> str:
    """The state or body that the words name surely."""
    gazetteer, text = load_gazetteer(), " ".join(words)
    found = gazetteer.strong.get(text) or gazetteer.metonyms.get(text, "")
    return found if found and gazetteer.actors[found].type != "person" else ""


def known_run(words: Sequence[str]) -> tuple[str, int]:
    """The longest known state or body at the beginning, also behind ل, and its length in words."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        run = list(words[:length])
        forms = [run]
        if run[0].startswith("لل"):
            forms.append(["ال" + run[0][2:], *run[1:]])
        elif run[0].startswith("ل"):
            forms.append([run[0][1:], *run[1:]])
        for form in forms:
            if known := known_body(form):
                return known, length
    return "", 0


def place(word: str) -> str:
    """A state in a body's name as ``@id``; empty for any other word."""
    for form in (word, word.removeprefix("ب")):
        if found := nisba_of([form]) or known_state(form):
            return f"@{found}"
    return ""


def known_state(word: str) -> str:
    """The state that the word names surely."""
    found = known_body([word])
    return found if found and load_gazetteer().actors[found].type == "state" else ""
