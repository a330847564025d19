"""Who will suffer what a verb without subject tells (Ryding 2005, 3.1): اتهم الوزير إيران. وأكد أنها ستدفع الثمن.

Takes a context, the article's phrases and actors, a trigger whose subject is the one threatened and who threatens;
gives a phrase or None: who was told of last, that the verb agrees with.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.carried import Carried
from ingest.grammar.clauses import Clauses
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_PRONOUNS = {"m": "3ms", "f": "3fs"}


def sufferer(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, source: int
) -> int | None:
    """Who is meant by أنه before the verb, or by the verb that opens somebody's words."""
    k, tokens = trigger.start, context.tokens
    quoted = k > 1 and tokens[k - 1].surface in QUOTES
    before = tokens[k - 1 - quoted].form if k else ""
    opened = before == ":" or (not quoted and is_in(before, "with_subject"))
    if trigger.kind != "V" or not opened:
        return None
    surface = tokens[trigger.token].surface
    plural = agreement.is_plural(surface, trigger.verb)
    pronoun = "3mp" if plural else _PRONOUNS.get(agreement.of_verb(surface, trigger.verb), "")
    carried = Carried(context, phrases, actors, trigger, Clauses.of(context, phrases))
    found = carried.antecedent(source, pronoun) if pronoun else None
    return None if found is None else found.phrase
