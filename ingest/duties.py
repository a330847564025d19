"""Upon whom a duty is: أكد أن على الأطراف التحرك، على الحكومة أن تستقيل (Ryding 2005, 16).

Takes a context and a trigger, tells whether it only says that somebody has to act, and whether a phrase behind it can
be whom it is upon.
"""

from collections.abc import Sequence

from ingest.clauses import Clauses
from ingest.context import Context
from ingest.mentions import Phrase
from ingest.triggers import Trigger

_UPON, _COMMAS = "علي", frozenset("،,")
_THAT = frozenset({"ان", "الا"})


class Duty:
    """The duty that one trigger tells, if any."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._trigger = context, trigger
        self._clauses = Clauses.of(context, phrases)
        self._tells = trigger.kind == "N" and trigger.relation == "demands"

    @property
    def is_upon(self) -> bool:
        """Whether the trigger only says on whom it is to act, who follows at once: أكد أن على الأطراف التحرك."""
        return self._tells and self._context.tokens[self._trigger.until - 1].form == _UPON

    def falls_short(self, phrase: int) -> bool:
        """Whether the words of a duty go on behind the phrase before its أن: سقطت على المدينة لو أن."""
        tokens, last = self._context.tokens, self._trigger.until - 1
        if not (self._tells and tokens[self._trigger.token].form.endswith(_UPON) and tokens[last].form in _THAT):
            return False
        return self._clauses.end_of_list(phrase) < last and tokens[last - 1].form not in _COMMAS
