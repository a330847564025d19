"""Which state an article is about, so that الحكومة is its government.

Takes the phrases of an article with the actors that are found. What counts is how often a state is named. Within its
own longer name it counts once (جمهورية الهند), and in the title of who is posted abroad it is just where he comes from
(Ryding 2005, 8.1): استقبل المحافظ سفير الهند.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from ingest.cast.entities import Entity
from ingest.text import words
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words


def told_of(phrases: Sequence[Phrase], found: Mapping[int, int], entities: Sequence[Entity]) -> int | None:
    """The number of the state; None where none is named. ``found``: phrases to numbers, which count ``entities``."""
    counts = Counter(number for i, number in found.items() if _is_told(phrases, i))
    return max(counts, key=lambda number: (counts[number], entities[number].known is not None, -number), default=None)


def _is_told(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether phrase ``i`` is for a state, and neither within its longer name nor in the title of an envoy."""
    within = phrases[i].within
    if phrases[i].type != "state" or within is None:
        return phrases[i].type == "state"
    holder = phrases[within]
    posted = any(words.without_article(word) in load_function_words()["posts_abroad"] for word in holder.form.split())
    return holder.type != "state" and not (holder.type == "person" and posted)
