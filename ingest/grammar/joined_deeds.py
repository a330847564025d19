"""Who else is praised or backed beside the first: أشاد بدعم السعودية لليمن، ودور الكويت وجهود مصر، وبالأردن.

Takes a context, the article's phrases and a phrase that is praised or whose deed is, gives those that own the deeds
joined to it by و, each in construct with whose it is (Ryding 2005, 8.1 and 18), and whoever the same preposition joins.
So are those whom و joins to who is thanked for something, each for a thing behind على of their own, without the verb
said again: شكر فنلندا على المولدات، وتشيكيا على السيارات.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.verbs import Verbs
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import LETTERS
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

PRAISE = frozenset({
    "3irfan", "ashada", "athna", "fakhr", "hayya", "i3jab", "i3tazza", "imtadaha", "imtanna", "irtiyah", "nawwaha",
    "qaddara", "rahhaba", "shakara", "thammana",
})  # fmt: skip
_FOR = "علي"
REACH = 8  # tokens from whose deed is told to the next deed: بدعم السعودية لليمن في الحرب، ودور


def praises(trigger: Trigger) -> bool:
    """Whether the word is one of praise, welcome or thanks, which several may get for a deed each."""
    return not PRAISE.isdisjoint({trigger.entry, load_lexicon()[trigger.entry].noun})


def owners(context: Context, phrases: Sequence[Phrase], phrase: int, slot: str) -> list[int]:
    """Who own the deeds joined by و to the phrase or its own, or are joined to it by its preposition, with their lists.

    ``slot``: the slot that the phrase fills. In text order; none for none.
    """
    clauses, verbs = Clauses.of(context, phrases), Verbs.of(context, phrases)
    k, found = clauses.end_of_list(phrase), list[int]()
    thanked = slot in {"obj", "li"} and _is_for_something(context, k)
    end = k + REACH
    while k < min(end, len(context.tokens) - 1) and not clauses.is_stop(k) and not verbs.is_verb(k):
        owner = _owner(context, phrases, k, LETTERS.get(slot, ())[:1])
        if owner is None and thanked:
            owner = _thanked_too(context, phrases, clauses, k)
        if owner is None:
            k += 1
            continue
        found += clauses.with_members(owner)
        k = clauses.end_of_list(owner)
        end = k + REACH
    return found


def _owner(context: Context, phrases: Sequence[Phrase], k: int, letters: Sequence[str]) -> int | None:
    """Whose the deed at token ``k`` is, or who stands there behind one of the letters, if و joins it."""
    conjunction, joined, rest = words.split(context.tokens[k].form)
    if conjunction != "و":
        return None
    if joined[:1] in letters and (named := next((i for i in context.outer if phrases[i].first == k), None)) is not None:
        return named
    if joined not in {"", "ب", "ل"} or not is_in(rest, "deeds"):
        return None
    return next((i for i in context.outer if phrases[i].first == k + 1 and not context.prepositions[i]), None)


def _thanked_too(context: Context, phrases: Sequence[Phrase], clauses: Clauses, k: int) -> int | None:
    """Who stands at token ``k`` behind و and without preposition, and has what the thanks are for behind."""
    named = next((i for i in context.outer if phrases[i].first == k and not context.prepositions[i]), None)
    joined = named is not None and words.split(context.tokens[k].form)[0] == "و"
    return named if named is not None and joined and _is_for_something(context, clauses.end_of_list(named)) else None


def _is_for_something(context: Context, k: int) -> bool:
    return k < len(context.tokens) and context.tokens[k].form == _FOR


def have_deeds(context: Context, phrases: Sequence[Phrase], listed: Sequence[int]) -> bool:
    """Whether what several do stands in construct before them, and a participle tells of it (Ryding 8.1, 10.1).

    مواقف تركيا وإيران الداعمة لقطر, which are of both.
    """
    before, behind = phrases[listed[0]].first - 1, phrases[listed[-1]].last
    told = before >= 0 and behind < len(context.tokens) and context.tokens[behind].form.startswith("ال")
    return told and len(listed) > 1 and is_in(words.split(context.tokens[before].form)[2], "deeds")
