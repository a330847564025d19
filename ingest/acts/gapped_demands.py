"""Whom one calls upon next, the verb left out: دعا الحزب الحكومة إلى الاستقالة، والنواب إلى الحضور.

Takes a context, a word of demanding and its claimed pairs, gives further pairs. What is called for tells where the next
addressee ends, who is joined by و and has what is called for right behind, by the same preposition (Ryding 2005, 18.4;
16): طالب الحكومة بكذا، والبرلمان بكذا. Before بـ, which may belong to anything, a comma must part both.
"""

from collections.abc import Iterator, Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.grammar.parted_objects import content_openers, is_called_upon
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.triggers import Trigger

REACH = 40  # tokens from one addressee to the next
_AND, _BY = "و", "ب"
_COMMAS = frozenset("،,")
Pair = tuple[int, int]


def gapped_demands(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, pairs: Sequence[Pair]
) -> Iterator[Pair]:
    """Who demands by the word of each who is named next; nothing for a word that takes no object."""
    if trigger.relation != "demands" or trigger.kind not in "VA" or not pairs:
        return
    last = max((target for _, target in pairs), key=lambda i: phrases[i].last)
    if not content_openers(trigger) or phrases[last].sentence != context.number or phrases[last].first < trigger.token:
        return
    known = {actors[i] for pair in pairs for i in pair}
    sources = list(dict.fromkeys(source for source, _ in pairs))
    for addressed in _next(context, phrases, trigger, last):
        if actors[addressed] not in known:
            known.add(actors[addressed])
            yield from ((source, addressed) for source in sources)


def _next(context: Context, phrases: Sequence[Phrase], trigger: Trigger, last: int) -> Iterator[int]:
    """Those joined by و with what is called for behind them, to the next stop."""
    clauses, lists, tokens = Clauses.of(context, phrases), Lists.of(context, phrases), context.tokens
    end = clauses.end_of_list(last)
    if not is_called_upon(context, phrases, trigger, last):
        return
    by = _opener(context, end)
    for i in context.outer:
        first = phrases[i].first
        if first <= end + 1 or lists.head(i) != i:
            continue
        if first - end > REACH or any(clauses.is_stop(k) for k in range(end, first)):
            return
        behind = clauses.end_of_list(i)
        joined = phrases[i].clitics == _AND and (by != _BY or tokens[first - 1].form in _COMMAS)
        if joined and is_called_upon(context, phrases, trigger, i) and _opener(context, behind) == by:
            yield from lists.listed(i)
            end = behind


def _opener(context: Context, k: int) -> str:
    """The preposition or conjunction that opens what is called for at token ``k``."""
    form = context.tokens[k].form
    return _BY if preposition_of(form) == _BY else form
