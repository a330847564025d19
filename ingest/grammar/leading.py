"""Who does what a sentence tells first, where a place or a time stands before its verb: وفي بيروت علق الوزير قائلا.

Takes a context, the article's phrases and a token, gives the phrase or None. An adverbial of place before the verb
(Ryding 2005, 16) is no subject, so that a participle of saying behind the verb has the subject that follows it (11.3).
"""

from collections.abc import Sequence

from ingest.text.context import Context
from ingest.text.mentions import Phrase

OPENING = 9  # tokens from the head of the sentence to its subject
_BOUNDS = frozenset(".؛!؟…:")


def leading(context: Context, phrases: Sequence[Phrase], token: int) -> int | None:
    """The first ungoverned phrase before ``token``, close behind an opening that is governed, with its verb before it.

    Its class is not asked: علق, he commented, is spelled like a noun.
    """
    outer = context.outer
    if not outer or not context.prepositions[outer[0]]:
        return None
    found = next((i for i in outer if not context.prepositions[i]), None)
    if found is None or phrases[found].last > token or phrases[found].first > OPENING:
        return None
    between = context.tokens[phrases[outer[0]].last : phrases[found].first]
    verb = between[-1:] and between[-1].form.isalnum()
    return found if verb and not any(t.surface in _BOUNDS for t in between) else None
