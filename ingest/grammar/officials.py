"""Officials behind a verb of threatening or demanding that are its subject, though it could go on with another.

Takes a context, the article's phrases, a trigger and a phrase, gives yes or no.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger


def is_own_official(context: Context, phrases: Sequence[Phrase], trigger: Trigger, phrase: int) -> bool:
    """Whether who is spoken of threatens or demands through the phrase, an official of his: وهدد أمينها العام."""
    here, tokens = phrases[phrase], context.tokens
    head = words.without_article(here.form.split()[0])
    owned = agreement.owned(head, tokens[here.first].surface)
    ours = trigger.relation in {"threatens", "demands"} and here.type == "person" and bool(owned)
    gender = agreement.of_verb(tokens[trigger.token].surface, trigger.verb)
    near = here.first - trigger.token <= 1
    return ours and near and is_in(owned, "own_officials") and Clauses.of(context, phrases).agrees(phrase, gender)
