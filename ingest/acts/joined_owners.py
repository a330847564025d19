"""Whose backing it is that و joins to somebody's other deed within a construction: أكد حرص الكويت على الأمن ودعمها لـ.

Takes a context, the article's phrases and a construction of support with its frame, gives the frame with that owner for
its source. The pronoun of the noun is of who stands in construct with the first deed, not of who tells of both (Ryding
2005, 12.3 and 18).
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.acts.filled import Filled
from ingest.grammar.parallels import first_owner
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger


def of_joined_owner(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a construction whose last word has a pronoun, with the owner of the first deed for its source."""
    k = trigger.until - 1
    told = trigger.relation == "supports" and trigger.token < k and frame.source is not None
    if not told or context.tokens[k].form[:1] != "و":
        return frame
    noun = next((t for t in context.triggers if t.token == k and t.kind == "M" and t.pronoun), None)
    owner = None if noun is None else first_owner(context, phrases, noun)
    if owner is None or (frame.target is not None and actors[owner] == actors[frame.target]):
        return frame
    return replace(frame, source=owner, source_how="pronoun")
