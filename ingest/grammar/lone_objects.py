"""Whether a lone phrase behind a joined verb is its object, since the verb always has one: ، وشكر القضاء، وحث.

Takes a context, the article's phrases, a verb, the phrase and a token behind both, gives yes or no (Ryding 2005, 18).
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in

_COMMAS = frozenset("،,")


def is_lone_object(context: Context, phrases: Sequence[Phrase], verb: int, phrase: int, token: int) -> bool:
    """Whether nothing else can be the object of the verb at ``verb`` up to the next comma before ``token``."""
    if not is_in(context.tokens[verb].form, "with_object"):
        return False
    clauses = Clauses.of(context, phrases)
    end = clauses.end_of_list(phrase)
    comma = next((j for j in range(end, token) if context.tokens[j].surface in _COMMAS), token)
    return not any(clauses.bare(i) for i in context.outer if end <= phrases[i].first < comma)
