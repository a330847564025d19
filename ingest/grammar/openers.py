"""What a word is behind, or as, the opening of its clause: a verb behind an adverbial or لكنه, a purpose before one.

Takes a context and a token, gives yes or no, of words that are spelled alike as verb and masdar.
"""

from collections.abc import Container, Iterable, Sequence

from ingest.text.context import PREPOSITIONS, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.word_classes import word_class

MOTIVE = 8  # tokens of a purpose before the comma and the main verb
OPENER = 7  # tokens before a verb that is behind an adverbial and a comma: في المقابل، طلب
_COMMAS: Container[str] = frozenset("،,")


def is_purpose(context: Context, k: int) -> bool:
    """Whether a word that opens the sentence is a purpose and no dual: ودعما للجيش، قدمت فرنسا (Ryding 7.5)."""
    tokens = context.tokens
    comma = next((m for m in range(k + 1, min(len(tokens), k + MOTIVE)) if tokens[m].surface in _COMMAS), None)
    if not tokens[k].form.endswith("ا") or comma is None or comma + 1 >= len(tokens):
        return False
    main = tokens[comma + 1]
    joined = main.form[:1] == "و" and word_class(main.form[1:], main.surface[1:]) == "V"  # ودعما فلانا، وقالا
    return not joined and word_class(main.form, main.surface) == "V"


def is_behind_opener(context: Context, phrases: Sequence[Phrase], verbs: Iterable[int], k: int) -> bool:
    """Whether only an adverbial and a comma stand before: في المقابل، دعم فلان، من جهته، طلب فلان (Ryding 11).

    A phrase of an actor follows, which is the verb's subject. ``verbs``: the tokens of the sentence's other verbs.
    """
    tokens = context.tokens
    if not 1 < k <= OPENER or tokens[k - 1].surface not in _COMMAS or not tokens[0].form.isalnum():
        return False
    opening = tokens[0].form.removeprefix("و")
    adverbial = opening in PREPOSITIONS or is_in(opening, "prepositions", "temporals") or preposition_of(opening)
    earlier = any(phrases[i].first < k for i in context.outer) or any(v < k for v in verbs)
    return bool(adverbial) and not earlier and any(phrases[i].first == k + 1 for i in context.outer)


def is_adversative(context: Context, k: int) -> bool:
    """Whether a particle of contrast with its pronoun stands before the verb, behind a comma: ، لكنه شكر (18.4)."""
    tokens = context.tokens
    k -= 1
    while k > 0 and is_in(tokens[k].form, "negatives", "verbal_particles", "auxiliaries"):
        k -= 1
    if k < 1 or not is_in(tokens[k].form, "with_subject"):
        return False
    k -= is_in(tokens[k - 1].form, "contrasts")
    contrast = is_in(tokens[k].form, "contrasts")
    return contrast and k > 0 and tokens[k - 1].surface in _COMMAS
