"""Whoever does what is not to be done and is told what will become of him: من يمد يده إلينا سيعود على لوح خشب.

Takes a context, the article's phrases and a trigger that names such an act, gives the phrase or None: the topic of its
clause (Ryding 2005, 14.6), behind which a verb tells what will or will not be.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.topics import is_whoever
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_future, is_in
from ingest.text.triggers import Trigger

WHOEVER = "whoever-provokes"
MAIN_REACH = 7  # tokens of the clause of من that the phrase leaves out, before what will be
WHOLE = 3  # words of a phrase that names somebody even so: من يحمل السلاح
_COMMAS = frozenset("،,")
_NOT = frozenset({"لن", "فلن", "سوف", "فسوف"})


def provoker(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """The phrase for whoever provokes what will become of him; None where nothing will, or it is no topic."""
    k, clauses = trigger.token, Clauses.of(context, phrases)
    named = [i for i in context.outer if phrases[i].first <= k < phrases[i].last]
    if not named or not is_whoever(context, phrases[named[0]]):
        return None
    here = phrases[named[0]]
    before = context.tokens[here.first - 1] if here.first else None
    opened = before is None or is_in(before.form, "complementizers") or not before.form.isalnum()
    if not opened or not clauses.bare(named[0]):
        return None
    whole = here.length - is_in(context.tokens[here.first].form, "whole") >= WHOLE
    return named[0] if _is_told_what_comes(context, clauses, here.last, MAIN_REACH if whole else 1) else None


def _is_told_what_comes(context: Context, clauses: Clauses, first: int, reach: int) -> bool:
    """Whether what will or will not be stands in ``reach`` tokens from ``first``, marks aside, and is no reward.

    A clause of two words that goes on is not whole, and names nobody: من يقاتل مع الجماعة.
    """
    tokens = context.tokens
    for j in range(first, min(len(tokens), first + reach + 1)):
        form = tokens[j].form
        if clauses.is_stop(j) or (form in _COMMAS and tokens[j - 1].surface not in QUOTES):
            return False
        if form in _NOT or is_future(form):
            told = any(t.token == j and t.relation == "threatens" and t.pronoun for t in context.triggers)
            return not told and not is_in(form, "rewards")  # من يطلق النار سيلاحقه الجيش, which tells by itself
        if j >= first + reach - 1 and tokens[j].surface not in QUOTES:
            return False
    return False
