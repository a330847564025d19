"""The two who do what a dual verb tells, where the text named them apart: التقى أ ب، وطلبا من ج (Ryding 2005, 3.1).

Takes a context, the article's phrases, the verb as a trigger and the subject found before it, gives the phrase that
stands at the verb for one of the two, its like for the other at the same place; None where the subject is a list of
two itself or nothing stands there.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.lists import Lists
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger


def of_two(context: Context, phrases: Sequence[Phrase], trigger: Trigger, subject: Sequence[int]) -> int | None:
    """The first of the phrases that stand at the trigger's verb for two who were named; ``subject``: whom else."""
    k = trigger.token
    two = [i for i in context.outer if phrases[i].first == k and phrases[i].last == k + 1]
    if not two or not agreement.is_of_two_men(context.tokens[k].surface, [trigger.verb]):
        return None
    listed = [i for first in subject for i in Lists.of(context, phrases).listed(first) if i not in two]
    alone = len(listed) == 1 and phrases[listed[0]].type == "person"
    return two[0] if alone or not subject else None
