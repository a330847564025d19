"""The topic of a clause, whom its verb takes up by a pronoun: من يهاجمنا سنكسر يده، كل من يسرق ستصادر أمواله.

Takes a context and a place or a phrase, gives yes or no (Ryding 2005, 3.1 and 14.6).
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.word_classes import word_class

_BODY, _PRONOUNS = ("يد", "دم"), ("ه", "ها", "هم")  # two letters, which hardly anything possessed has
_ANYONE = frozenset({"من", "ومن", "فمن"})


def is_whoever(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase is whoever does something, or every or any one of a kind, in the sentence itself."""
    if phrase.sentence != context.number:
        return False
    form = context.tokens[phrase.first].form
    return phrase.type == "group" and (form in _ANYONE or is_in(form, "whole"))


def is_possessed(context: Context, phrases: Sequence[Phrase], k: int) -> bool:
    """Whether the word at token ``k`` is a thing of somebody's by its pronoun, and no actor: يده، أموالهم."""
    if k >= len(context.tokens) or any(phrases[i].first <= k < phrases[i].last for i in context.outer):
        return False
    form, surface = context.tokens[k].form, context.tokens[k].surface
    if form.startswith(_BODY) and form.endswith(_PRONOUNS):
        return True
    return word_class(form, surface) == "n" and bool(agreement.owned(form, surface))
