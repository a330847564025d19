"""Who calls on somebody or stands ready to receive him, listed behind a word for such people.

ومن زواره: الوزير فلان، النائب فلان; وكان في مقدمة مستقبليه الأمير فلان; كما كان في الاستقبال المحافظ فلان. Takes a
context and a trigger that is such a word, gives pairs: whom they call on, or receive, is told by its genitive or
pronoun, else by the sentences before (Ryding 2005, 8.1 and 12.3); mere commas part the others. Who sees somebody off
(في وداعه) is not counted: annotators do not.
"""

from collections.abc import Iterator, Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.grammar.verbs import Verbs
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_CALLING, _RECEIVING = ("zuwwar", "N"), ("istaqbala", "A")  # زوار، مستقبلون
_RECEPTION = ("istaqbala", "M")
COLON_REACH = 8  # tokens from the word to the colon behind which they are listed
FIRST_REACH = 6  # tokens from the word and its genitive to the first of them, where no colon stands
OPENED = 3  # tokens before the word in which it is told to be of some: ومن بين زواره، وكان في مقدمة مستقبليه
_PEOPLE = frozenset({"person", "group"})
Pair = tuple[int, int]


def callers(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, guest: int | None = None
) -> Iterator[Pair]:
    """Who is called on or received with each who calls or receives; nothing for another word.

    ``guest``: who was received before, whose reception others are at (كما كان في الاستقبال).
    """
    k, tokens = trigger.token, context.tokens
    told, general = (trigger.entry, trigger.kind) in {_CALLING, _RECEIVING}, _is_ceremony(context, trigger)
    if not (told or general) or not any(is_in(t.form, "prepositions") for t in tokens[max(0, k - OPENED) : k]):
        return
    clauses = Clauses.of(context, phrases)
    own = next((i for i in context.outer if phrases[i].first == k + 1 and not (trigger.pronoun or general)), None)
    opening = context.subject if context.subject is not None and phrases[context.subject].last <= k else None
    called = own if own is not None and phrases[own].type == "person" else opening
    called = context.inherited if called is None else called
    called = guest if general and guest is not None else called
    start = k + 1 if own is None else phrases[own].last
    if called is None or phrases[called].type != "person":
        return
    place = start < len(tokens) and is_in(tokens[start].form, "prepositions")
    if general and not place and not any(phrases[i].first == start for i in context.outer):
        return  # كان في الاستقبال حفاوة
    for i in _listed(context, phrases, clauses, start):
        if actors[i] != actors[called]:
            yield called, i


def _is_ceremony(context: Context, trigger: Trigger) -> bool:
    """Whether people are told to be at the reception, of whoever was told of before: كما كان في الاستقبال فلان."""
    k, tokens = trigger.token, context.tokens
    received = (trigger.entry, trigger.kind) == _RECEPTION and tokens[k].form.startswith("ال")
    if not received or k < 2 or tokens[k - 1].form != "في" or k + 1 == len(tokens):
        return False
    return is_in(tokens[k - 2].form.removeprefix("و"), "past")


def _listed(context: Context, phrases: Sequence[Phrase], clauses: Clauses, start: int) -> Iterator[int]:
    """The people listed from token ``start`` on: behind a colon to the next stop, else of the first list."""
    tokens, lists, verbs = context.tokens, Lists.of(context, phrases), Verbs.of(context, phrases)
    colon = next((j for j in range(start, min(len(tokens), start + COLON_REACH)) if tokens[j].surface == ":"), None)
    behind = [i for i in context.outer if phrases[i].first >= (start if colon is None else colon)]
    free = {i for i in behind if clauses.bare(i)}
    if colon is None:
        free |= {i for i in behind if phrases[i].first == start and not context.prepositions[i]}
        near = [i for i in behind if phrases[i].first - start <= FIRST_REACH and i in free]
        parted = bool(near) and clauses.parted(start, phrases[near[0]].first)
        behind = lists.listed(near[0]) if near and not parted else []
        free |= set(behind)
    end = start if colon is None else colon
    for i in behind:
        between = range(end + 1, phrases[i].first)
        if any(clauses.is_stop(j) or j in verbs.seen or is_in(tokens[j].form, "relatives") for j in between):
            return
        end = phrases[i].last - 1
        if phrases[i].type in _PEOPLE and i in free and i not in lists.parts:
            yield i
