"""Whose call it is that somebody ends or begins with: اختتم الوزير كلمته بدعوة إيران إلى كذا، بادر إلى دعوة الأحزاب.

Takes a context, the article's phrases, a masdar of calling with a genitive and its frame, gives the frame. Behind such
a verb whoever does it calls, and the genitive is its object (Ryding 2005, 5.1); behind another it may call itself (رحب
الوزير بدعوة إيران إلى).
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.acts.filled import Filled
from ingest.grammar.carried import Carried
from ingest.grammar.clauses import Clauses
from ingest.grammar.parted_objects import is_called_upon
from ingest.text.context import PREPOSITIONS, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_CALL = "da3a"
REACH = 8  # tokens from the verb over its subject and object to the call: اختتم الوزير كلمته أمس بدعوة


def of_undertaking(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame with the genitive for who is called upon, where who undertakes the call is told or carried on."""
    if trigger.entry != _CALL or frame.source is None or (frame.source_slot, frame.target) != ("gen", None):
        return frame
    if not _is_undertaken(context, trigger) or not is_called_upon(context, phrases, trigger, frame.source):
        return frame
    by = Carried(context, phrases, actors, trigger, Clauses.of(context, phrases)).implied()
    if by is None or actors[by.phrase] == actors[frame.source]:
        return frame
    return replace(
        frame,
        source=by.phrase,
        source_slot="implied",
        source_how=by.how,
        target=frame.source,
        target_slot="obj",
        target_how=frame.source_how,
    )


def _is_undertaken(context: Context, trigger: Trigger) -> bool:
    """Whether a preposition ties the call to such a verb or participle before it."""
    k, tokens = trigger.start, context.tokens
    stands = k > 0 and tokens[k - 1].form in PREPOSITIONS
    if not stands and preposition_of(tokens[k].form) != "ب":
        return False
    return any(is_in(token.form, "undertaking") for token in tokens[max(0, k - REACH) : k])
