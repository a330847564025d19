"""Whose backing of a thing is told: دعم مصر لجهود السلام, where who stands in construct with the masdar backs.

Takes a context, the article's phrases and a masdar of support, gives yes or no. A masdar's genitive is its subject
where the object is told behind لـ (Ryding 2005, 5.1), be the object nobody's; nor does anybody back his own state. A
masdar with a pronoun is of whoever a participle right before it tells of (11).
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import PREPOSITIONS, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

TELLER_REACH = 3  # tokens from معربا to a backing
ADJECTIVES = 3  # tokens between whose backing it is and what for: دعم بلاده الكامل والثابت لجهود


def is_of_backer(context: Context, phrases: Sequence[Phrase], trigger: Trigger, genitive: int | None) -> bool:
    """Whether the phrase right behind the masdar backs a thing, or is the own state of who tells of the backing."""
    if trigger.relation != "supports" or genitive is None or trigger.kind not in "MV":
        return False
    tokens, phrase = context.tokens, phrases[genitive]
    if phrase.sentence != context.number or phrase.first != trigger.until:
        return False
    masdar = any(t.token == phrase.first - 1 and t.kind == "M" for t in context.triggers)
    if masdar and is_in(tokens[phrase.first].form, "own_states"):
        return True
    end = Clauses.of(context, phrases).end_of_list(genitive)
    for k in range(end, min(len(tokens) - 1, end + ADJECTIVES + 1)):
        if _opens_thing(context, k):
            return True
        if not tokens[k].form.removeprefix("و").startswith("ال"):
            return False
    return False


def telling_participle(context: Context, trigger: Trigger) -> int | None:
    """The participle before one's own backing that tells of it, with which its pronoun agrees: معربة عن تأييدها."""
    tokens, k = context.tokens, trigger.token
    if trigger.relation != "supports" or trigger.kind != "M" or trigger.pronoun[:1] != "3":
        return None
    for j in range(k - 1, max(-1, k - 1 - TELLER_REACH), -1):
        form = tokens[j].form.removeprefix("و")
        if is_in(form, "expressing"):
            ending = {"3ms": "ا", "3fs": "ه", "3mp": "ين"}.get(trigger.pronoun)
            return j if ending and form.endswith(ending) else None
        if not tokens[j].form.isalnum() or tokens[j].form in PREPOSITIONS - {"عن", "علي", "في"}:
            return None
    return None


def _opens_thing(context: Context, k: int) -> bool:
    """Whether at token ``k`` لـ governs a deed or aim, itself or by كل and the like: لجهود، لكل المبادرات، للقضية."""
    conjunction, joined, rest = words.split(context.tokens[k].form)
    if conjunction or not joined.startswith("ل"):
        return False
    if is_in(rest, "quantifiers"):
        rest = words.split(context.tokens[k + 1].form)[2]
    several = rest.endswith("ات") and not is_in(rest, "times", "spans_of_time", "numerals", "people", "sides_in_plural")
    return several or is_in(rest, "deeds", "aims", "bodies")  # لمخرجات الحوار، لشركة خاسرة
