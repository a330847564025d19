"""Meetings with which somebody begins or ends a visit: استهل جولته بلقاء الرئيس، واختتمها بمحادثات مع الوزير.

Takes a context and the trigger of a masdar of meeting, gives yes or no. Whom the masdar stands in construct with is
then met by the subject of the verb of beginning (Ryding 2005, 5.1 and 16).
"""

from collections.abc import Sequence

from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

REACH = 12  # tokens from the verb of beginning to the meeting, over its subject, its object and the place
_PRONOUNS = ("ها", "ه")
_STOPS = frozenset(".؛!؟:")


def is_opened(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether بـ joins the meeting to a verb of beginning or ending before it in its clause."""
    k, tokens = trigger.token, context.tokens
    if (trigger.relation, trigger.kind) != ("meets", "M") or trigger.pronoun or preposition_of(tokens[k].form) != "ب":
        return False
    names = {j for i in context.outer for j in range(phrases[i].first, phrases[i].last)}
    for j in range(k - 1, max(-1, k - 1 - REACH), -1):
        form = tokens[j].form.removeprefix("و").removeprefix("ف")
        bare = next((form.removesuffix(pronoun) for pronoun in _PRONOUNS if form.endswith(pronoun)), form)
        if is_in(form, "beginning") or is_in(bare, "beginning"):
            return True
        governs = j not in names and preposition_of(tokens[j].form) == "ب"  # اختتم كلمته بالإشادة بلقاء الرئيسين
        if tokens[j].surface in _STOPS or is_in(form, "complementizers") or governs:
            return False
    return False
