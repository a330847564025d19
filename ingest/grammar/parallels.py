"""Whose backing a masdar with a pronoun tells that و joins to somebody's other deed (Ryding 2005, 12.3, 18).

حرص بلاده على وحدة سورية ووقوفها مع شعبها: what is coordinated is of the same owner, who stands in construct with the
first, and not of whom that first was for. Takes a context, the article's phrases and a masdar of support, gives the
phrase of the owner, or None; and of a construction whose word has a pronoun that word itself.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

REACH = 16  # tokens between the first deed and the one joined to it
_GENDERS = {"3ms": "m", "3fs": "f"}
_SEVERAL = frozenset({"group", "armed_group"})


def first_owner(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """Who stands in construct with the masdar or attitude to which و joins the trigger, and agrees with its pronoun."""
    k, tokens = trigger.token, context.tokens
    if trigger.relation != "supports" or trigger.kind != "M" or trigger.pronoun not in {"3ms", "3fs", "3mp"}:
        return None
    if not is_joined(context, trigger):
        return None
    clauses = Clauses.of(context, phrases)
    backing = (t for t in context.triggers if t.relation == "supports" and t.kind in "MN" and not t.pronoun)
    nouns = {t.token for t in backing}
    near = [i for i in context.outer if k - REACH <= phrases[i].first < k]
    for i in reversed(near):
        first = phrases[i].first
        deed = first and (first - 1 in nouns or is_in(words.split(tokens[first - 1].form)[2], "deeds"))
        if not deed or clauses.parted(first, k):
            continue
        if any(is_in(token.form, "complementizers", "relatives") for token in tokens[first:k]):
            return None
        several = phrases[i].type in _SEVERAL
        agrees = several if trigger.pronoun == "3mp" else clauses.agrees(i, _GENDERS[trigger.pronoun])
        if agrees:
            return i
    return None


def is_joined(context: Context, trigger: Trigger) -> bool:
    """Whether و joins the word to what stands before, and is not its first radical: ووقوفها, not وقوفها."""
    form, root = context.tokens[trigger.token].form, load_lexicon()[trigger.verb].root
    return form.startswith("وو" if root[:1] == "و" else "و")


def own_word(context: Context, trigger: Trigger) -> Trigger:
    """The masdar of a construction of support as the word it is, with its pronoun: وقوفها إلى جانب; else itself."""
    if trigger.kind != "M" or trigger.relation != "supports" or trigger.pronoun or trigger.until - trigger.start < 2:
        return trigger
    owned = (t for t in context.triggers if t.token == trigger.token and t.kind == "M" and t.pronoun)
    return next((t for t in owned if t.relation == "supports"), trigger)
