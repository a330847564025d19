"""Of whom something was demanded, told by who answers the demand: ترفض حكومة تايوان مطالب الصين، متجاهلا دعوة باريس.

Takes a context and a trigger that is a noun of demanding, gives the phrase of whoever rejects, heeds or ignores it: the
subject of the verb, participle or masdar of answering that governs the noun (Ryding 2005, 3.1, 5.1 and 11).
"""

from collections.abc import Sequence

from ingest.clauses import Clauses
from ingest.context import Context
from ingest.mentions import Phrase
from ingest.prepositions import preposition_of
from ingest.scope import is_in
from ingest.subjects import Subjects
from ingest.triggers import Trigger
from ingest.verbs import said_by

REACH = 8  # tokens from an answer over its subject to the demand: رفضت الحكومة الأمنية المصغرة دعوات
_CALL = "da3a"
_LIGHT = frozenset({"علي", "الي", "ل", "مع", "عند", "كل", "جميع", "بعض", "تنفيذ", "اي"})


class Answered:
    """Who answers the demand that one trigger names."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._phrases, self._trigger = context, phrases, trigger

    def by(self) -> int | None:
        """The phrase of who answers; None where nothing of answering governs the noun."""
        answer = None if self._invites() else self._answer()
        if answer is None:
            return None
        subjects = Subjects(self._context, self._phrases, Clauses.of(self._context, self._phrases))
        own = self._behind(answer)
        gender = said_by(self._context.tokens[answer].form)
        return subjects.before(answer + 1, gender) if own is None else own

    def _invites(self) -> bool:
        """Whether the noun is a single دعوة, which when it is answered is an invitation; not دعوات, calls."""
        plural = self._context.tokens[self._trigger.token].form.endswith("ات")
        return self._trigger.entry == _CALL and not plural

    def _answer(self) -> int | None:
        """The word of answering before the noun; its subject, adverbs and its preposition may stand between."""
        k, tokens = self._trigger.start, self._context.tokens
        named = {j for i in self._context.outer for j in range(self._phrases[i].first, self._phrases[i].last)}
        for j in range(k - 1, max(-1, k - 1 - REACH), -1):
            form = tokens[j].form
            if is_in(form, "answering") or (is_in(form, "answering_masdars") and self._is_to(j + 1)):
                return j
            if j not in named and form not in _LIGHT and not is_in(form, "adverbs", "times"):
                return None
        return None

    def _is_to(self, k: int) -> bool:
        """Whether لـ or عند stands at token ``k``, as behind a masdar of purpose: استجابة لطلب."""
        form = self._context.tokens[k].form
        return form == "عند" or preposition_of(form) == "ل"

    def _behind(self, answer: int) -> int | None:
        """The subject that stands between the answer and the demand."""
        for i in self._context.outer:
            if answer < self._phrases[i].first and self._phrases[i].last <= self._trigger.start:
                first = self._context.tokens[self._phrases[i].first].form
                return i if preposition_of(first) not in {"ب", "ل"} and not self._context.prepositions[i] else None
        return None
