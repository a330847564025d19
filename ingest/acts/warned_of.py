"""What somebody is warned of: حذر الحركة من عواقب وخيمة, which is a threat by who warns, and by nobody else.

Takes a context, the article's phrases and a trigger, gives yes or no. It stands behind من (Ryding 2005, 16), the one
warned and parentheses between.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

REACH = 24  # tokens behind a warning in which it is said of what
_CONSEQUENCES, _OF = "3awaqib-wakhima", "من"


def names_reprisal(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether somebody is warned of what will be done to him: حذر الحركة من مغبة أفعالها."""
    tokens, clauses = context.tokens, Clauses.of(context, phrases)
    named = {k for i in context.outer for k in range(phrases[i].first, phrases[i].last)}  # حذر من يهاجمه من عواقب
    for k in range(trigger.token + 1, min(len(tokens) - 1, trigger.token + REACH)):
        if clauses.is_stop(k):
            return False
        if tokens[k].form == _OF and k not in named and not _is_place(context, phrases, k + 1):
            quoted = tokens[k + 1].surface in QUOTES and k + 2 < len(tokens)  # من «عواقب وخيمة»
            return is_in(words.without_article(tokens[k + 1 + quoted].form), "reprisals")
    return False


def is_warned_of(context: Context, trigger: Trigger) -> bool:
    """Whether the consequences are what somebody is warned of, so that his warning is the threat: حذرها من عواقب."""
    k = trigger.start - 1
    k -= k > 0 and context.tokens[k].surface in QUOTES
    if trigger.entry != _CONSEQUENCES or trigger.kind != "N" or k < 0 or context.tokens[k].form != _OF:
        return False
    return any(is_in(token.form, "warnings") for token in context.tokens[max(0, k - REACH) : k])


def _is_place(context: Context, phrases: Sequence[Phrase], k: int) -> bool:
    """Whether who or where somebody warns from stands at token ``k``: حذر من بغداد، من على منبر."""
    named = any(phrases[i].first == k for i in context.outer)
    return named or is_in(context.tokens[k].form, "cities", "prepositions")
