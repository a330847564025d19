"""Who is thanked or praised for backing somebody, and so backs: شكر الوزير قطر على دعمها للبنان، على دعم بلاده.

Takes a context, the article's phrases and a masdar of support behind على or لـ, or with a pronoun right behind whom
لـ governs (شكر للقادة وقوفهم معه), gives the phrase of who is thanked, or None. What somebody is thanked for is his own
act, be the masdar with a pronoun or without (Ryding 2005, 5.1): the pronoun is his, not that of who thanks, and what
stands in construct with a bare one has the benefit.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.grammar.parallels import is_joined, own_word
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

THANKS = frozenset({"shakara", "imtanna", "3irfan", "qaddara", "thammana", "ashada", "athna", "hayya"})
REACH = 20  # tokens from the word of thanks to what the thanks are for: شكر الوزير قطر وتركيا والكويت على دعمها
GAP = 3  # tokens from whom thanks go to and على: شكر قطر، أمس، على دعمها
_FOR, _WHAT = "علي", "ما"
_GENDERS = {"3ms": "m", "3fs": "f"}


def thanked(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """Whom the nearest word of thanks before the masdar has behind it, of several the first; None for no thanks."""
    k, tokens = trigger.token, context.tokens
    joined = preposition_of(tokens[k].form) == "ل" and bool(trigger.pronoun)  # امتنانه لمصر لدعمها
    if trigger.relation != "supports" or trigger.kind != "M":
        return None
    trigger = own_word(context, trigger)
    if trigger.pronoun and not is_joined(context, trigger):
        joined |= any(phrases[i].last == k and context.prepositions[i] == "ل" for i in context.outer)
    if not (joined or _follows_for(context, k)):
        return None
    thanks = [t for t in context.triggers if 0 < k - t.token <= REACH and not THANKS.isdisjoint(_entries(t))]
    end = k - (not joined)
    if not thanks or words.split(tokens[k].form)[1].endswith("ال"):
        return None
    start, clauses = max(t.token for t in thanks), Clauses.of(context, phrases)
    behind = [i for i in context.outer if start < phrases[i].first and phrases[i].last <= end]
    if not behind or end - phrases[behind[-1]].last > GAP or clauses.parted(start, end - 1):
        return None
    head = Lists.of(context, phrases).head(behind[-1])
    governed = bool(clauses.government(head)[0]) or head != behind[0]  # شكر قطر، of whom one may be the subject
    return head if governed and clauses.agrees(head, _GENDERS.get(trigger.pronoun, "")) else None


def thanked_for(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """Who is thanked for what the verb of backing behind ما tells, and so does it: شكر الوزير قطر على ما قدمته لبلاده.

    The last phrase between the two, that agrees with the verb; alone it may be who thanks, save in a relative clause.
    """
    k, tokens = trigger.start, context.tokens
    what = k > 1 and tokens[k - 1].form == _WHAT and tokens[k - 2].form == _FOR
    if trigger.relation != "supports" or trigger.kind != "V" or not what:
        return None
    thanks = (t.token for t in context.triggers if 0 < k - t.token <= REACH and not THANKS.isdisjoint(_entries(t)))
    start = max(thanks, default=None)
    if start is None or Clauses.of(context, phrases).stopped(start, k):
        return None
    behind = [i for i in context.outer if start < phrases[i].first and phrases[i].last <= k - 2]
    relative = start > 0 and is_in(tokens[start - 1].form, "relatives")
    if not behind or not (len(behind) > 1 or relative or context.prepositions[behind[-1]]):
        return None
    gender = agreement.of_verb(tokens[trigger.token].surface, trigger.verb)
    return behind[-1] if Clauses.of(context, phrases).agrees(behind[-1], gender) else None


def _follows_for(context: Context, k: int) -> bool:
    """Whether على stands before token ``k``, with كل or a word of cessation between at most: على كل دعمها."""
    before = [token.form for token in context.tokens[max(0, k - 2) : k]]
    return before[-1:] == [_FOR] or (before[:1] == [_FOR] and is_in(before[-1], "quantifiers", "continuing"))


def _entries(trigger: Trigger) -> frozenset[str]:
    return frozenset({trigger.entry, load_lexicon()[trigger.entry].noun})
