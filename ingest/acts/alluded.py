"""Whom a threat means that names nobody, as the paper adds behind it: لن نقف مكتوفي الأيدي»، في إشارة إلى الحزب.

Takes a context, the article's phrases and a trigger with its frame, gives the frame with who is meant for its target.
The reference is the paper's own and stands behind the words that somebody said, behind a quotation mark or a comma
(Ryding 2005, 16); who only is not named is meant as well: سنحاسبهم»، دون أن يسمي الحزب.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.acts.filled import Filled
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger

REACH = 24  # tokens between a threat and the reference
NEAR = 1  # tokens between the reference and who is meant
_COMMAS = frozenset("،,")
_MARKS = ((("في", "اشاره", "الي"), 3), (("دون", "ان", "يسمي"), 3), (("دون", "ان", "تسمي"), 3), (("دون", "تسميه"), 2))


def of_alluded(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a threat to nobody named, with whom the paper says is meant: سنحاسب من يعبث»، في إشارة إلى فلان."""
    named = frame.target is not None and phrases[frame.target].type != "group"
    if trigger.relation != "threatens" or frame.source is None or named:
        return frame
    meant = _alluded(context, phrases, trigger)
    if meant is None or actors[meant] == actors[frame.source]:
        return frame
    return replace(frame, target=meant, target_slot="content", target_how="of")


def _alluded(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """The first phrase behind the reference that follows the threat; None where none follows."""
    tokens = context.tokens
    for k in range(trigger.until, min(len(tokens) - 2, trigger.until + REACH)):
        length = _reference(context, k)
        if length and _is_aside(context, k):
            meant = (i for i in context.outer if 0 <= phrases[i].first - (k + length) <= NEAR)
            return next(meant, None)
    return None


def _reference(context: Context, k: int) -> int:
    """How many tokens the reference runs over that begins at token ``k``; 0 for none."""
    forms = tuple(token.form for token in context.tokens[k : k + 3])
    return next((length for mark, length in _MARKS if forms[: len(mark)] == mark), 0)


def _is_aside(context: Context, k: int) -> bool:
    """Whether a comma or quotation mark stands before the token, or من of من دون with one before it."""
    before = k - 1 - (context.tokens[k - 1].form == "من")
    return before >= 0 and (context.tokens[before].surface in QUOTES or context.tokens[before].surface in _COMMAS)
