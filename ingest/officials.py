"""Officials behind a verb of threatening or demanding that are its subject, though it could go on with another.

Takes a context, the article's phrases, a trigger and a phrase, gives yes or no. Whoever is spoken of threatens through
an official of his, and somebody whom the text has not named yet, with his title and name, is hardly whom he threatens.
"""

from collections.abc import Sequence

from ingest import agreement, words
from ingest.clauses import Clauses
from ingest.context import Context
from ingest.mentions import Phrase
from ingest.prepositions import preposition_of
from ingest.scope import is_in
from ingest.titled_names import is_titled
from ingest.triggers import Trigger

NAMED = 4  # words of a title with a name
BACK = 200  # phrases before somebody in which he may have been named


def is_own_official(context: Context, phrases: Sequence[Phrase], trigger: Trigger, phrase: int) -> bool:
    """Whether who is spoken of threatens or demands through the phrase, an official of his: وهدد أمينها العام."""
    here, tokens = phrases[phrase], context.tokens
    head = words.without_article(here.form.split()[0])
    owned = agreement.owned(head, tokens[here.first].surface)
    ours = trigger.relation in {"threatens", "demands"} and here.type == "person" and bool(owned)
    gender = agreement.of_verb(tokens[trigger.token].surface, trigger.verb)
    near = here.first - trigger.token <= 1
    return ours and near and is_in(owned, "own_officials") and Clauses.of(context, phrases).agrees(phrase, gender)


def is_new_official(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, phrase: int
) -> bool:
    """Whether somebody is named with his title for the first time, what he threatens with behind him.

    Who goes on with a subject threatens whom the text knows: ندد الحزب، وهدد زعيم القبيلة فلان بأن قومه (Ryding 18).
    """
    here, tokens = phrases[phrase], context.tokens
    if trigger.relation != "threatens" or here.type != "person" or not is_titled(here.form):
        return False
    earlier = any(
        actors[i] == actors[phrase] for i in range(max(0, phrase - BACK), phrase) if not here.holds(phrases[i])
    )
    behind = tokens[here.last].form if here.last < len(tokens) else ""
    opens = preposition_of(behind) == "ب" or is_in(behind, "complementizers")
    return here.length >= NAMED and not earlier and opens
