"""Whether what is backed is done to the one who stands in construct with it, and so backs nobody: أيد إقالة الوزير.

Takes a context, the article's phrases, a word of backing and a phrase, gives yes or no. The genitive of a masdar that
removes, tries or punishes is its object (Ryding 2005, 5.1 and 8.1), with or without a preposition before the masdar:
رحب بمحاكمة الرئيس, مؤيدا لاستجواب وزير المالية.
"""

from collections.abc import Sequence

from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger


def is_undone(context: Context, phrases: Sequence[Phrase], trigger: Trigger, phrase: int) -> bool:
    """Whether a masdar behind the word, right before the phrase or the whole one that holds it, does away with whom.

    Not before a word that describes the phrase: سحب الميليشيات المدعومة من إيران.
    """
    target = phrases[phrase]
    if target.sentence != context.number or target.clitics:
        return False
    first = next((phrases[i].first for i in context.outer if phrases[i].holds(target)), target.first)
    if first - 1 <= trigger.token:
        return False
    _, joined, rest = words.split(context.tokens[first - 1].form)
    return not joined.endswith("ال") and joined != "لل" and is_in(rest, "undoings")
