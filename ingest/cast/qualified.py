"""Known bodies with a participle behind their name that tells more of them: الحوثيون المتحالفون مع إيران.

Takes the phrases of an article with their gazetteer ids, gives the ids anew: who is so described is the known actor
that the phrase begins with (Ryding 2005, 5.4 and 11). A participle without complement may be part of another's name
(الجيش السوري الحر, حركة المقاومة المسلحة), so that one is wanted.
"""

from collections.abc import Sequence

from ingest.cast.appellations import BODIES
from ingest.text import words
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words

_REACH = 6  # phrases behind one in which those that it holds stand
_LEAST = 5  # letters of a participle with its article


def qualified(phrases: Sequence[Phrase], known: Sequence[str | None]) -> tuple[str | None, ...]:
    """The id of every phrase, also of a known body with a participle; phrases in text order, outer before inner."""
    return tuple(known[i] or _described(phrases, known, i) for i in range(len(phrases)))


def _described(phrases: Sequence[Phrase], known: Sequence[str | None], i: int) -> str | None:
    phrase = phrases[i]
    if phrase.type not in BODIES:
        return None
    for j in range(i + 1, min(len(phrases), i + _REACH)):
        body = phrases[j]
        if known[j] and phrase.holds(body) and body.first == phrase.first and body.type in BODIES:
            rest = phrase.form.split()[len(body.form.split()) :]
            return known[j] if _tells_more(rest) else None
    return None


def _tells_more(rest: Sequence[str]) -> bool:
    """Whether the words are a definite participle with its complement: المدعومة من إيران، الموالي لحفتر."""
    if len(rest) < 2 or not rest[0].startswith("الم") or len(rest[0]) <= _LEAST:
        return False
    return rest[1] in load_function_words()["prepositions"] or words.split(rest[1])[1][:1] in {"ل", "ب"}
