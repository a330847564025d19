"""Talks between somebody told of before and somebody else: محادثات جرت بينه وبين الوزير، دار بينه وبين السفير حوار.

Takes a context and the trigger of a word for a meeting, gives pairs. بين is said twice where one of the two is a
pronoun (Ryding 2005, 16), whose antecedent is the subject that the sentence, else the one before, tells of. بينهما is
two that one list has named: اتفق فلان وفلان خلال محادثات دارت بينهما.
"""

from collections.abc import Iterator, Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

REACH = 5  # tokens from a word of meeting to بينه, over adjectives and a verb of happening
ADJECTIVES = 2  # words among them that are neither a verb of happening nor a relative: محادثات صعبة جرت أمس بينه
_GENDERS = {"بينه": "m", "بينها": "f"}
_TWO, _AGAIN, _BETWEEN = "بينهما", "وبين", "بين"
_ACTORS = frozenset({"person", "group", "state", "organization", "armed_group"})
Pair = tuple[int, int]


def between(context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger) -> Iterator[Pair]:
    """Who the pronoun of بينه stands for with each of those behind وبين, or the two of بينهما."""
    held = trigger.kind == "V" and trigger.until - trigger.start > 1  # محادثات تجري
    if trigger.relation != "meets" or trigger.pronoun or not (held or trigger.kind in "MN"):
        return
    clauses, lists = Clauses.of(context, phrases), Lists.of(context, phrases)
    for k in _places(context, phrases, trigger):
        form = context.tokens[k].form
        first = next((i for i in context.outer if phrases[i].first == k + 2), None)
        if form == _TWO:
            two = _named_two(context, phrases, lists, k)
            yield from [two] if two else []
        elif first is not None and context.tokens[k + 1].form == _AGAIN:
            one = _antecedent(context, phrases, clauses, k, _GENDERS[form])
            if one is not None:
                listed = (i for i in lists.listed(first) if phrases[i].type in _ACTORS)
                yield from ((one, i) for i in listed if actors[i] != actors[one])


def _places(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> Iterator[int]:
    """Where بينه stands with the word: behind it and a verb of happening, or before it behind such a verb."""
    tokens, others = context.tokens, 0
    for k in range(trigger.until, min(len(tokens) - 1, trigger.until + REACH)):
        if tokens[k].form in _GENDERS or tokens[k].form == _TWO:
            yield k
            return
        others += not is_in(tokens[k].form, "happening", "relatives")
        named = any(phrases[i].first <= k < phrases[i].last for i in context.outer)
        if others > ADJECTIVES or named or is_in(tokens[k].form, "prepositions") or not tokens[k].surface.isalpha():
            break
    for k in range(max(1, trigger.start - 2 * REACH), trigger.start):
        behind = [phrases[i].last for i in context.outer if phrases[i].first == k + 2]
        there = behind == [trigger.start] or (tokens[k].form == _TWO and k + 1 == trigger.start)
        known = tokens[k].form in _GENDERS or tokens[k].form == _TWO
        if known and there and is_in(tokens[k - 1].form.removeprefix("و"), "happening"):
            yield k


def _antecedent(context: Context, phrases: Sequence[Phrase], clauses: Clauses, k: int, gender: str) -> int | None:
    """The subject of the sentence, else that of the one before, if it agrees (Ryding 12.3)."""
    here = context.subject if context.subject is not None and phrases[context.subject].last <= k else None
    found = (i for i in (here, context.inherited) if i is not None)
    return next((i for i in found if phrases[i].type in _ACTORS and clauses.agrees(i, gender)), None)


def _named_two(context: Context, phrases: Sequence[Phrase], lists: Lists, k: int) -> Pair | None:
    """The two of the last list before token ``k``, if it has no more."""
    for i in reversed([i for i in context.outer if phrases[i].last <= k]):
        listed = [j for j in lists.listed(i) if phrases[j].last <= k]
        if len(listed) == 2:
            return listed[0], listed[1]
        if len(listed) > 2:
            return None
    return None
