"""The phrases that stand right by a trigger: at a token, behind a list, within the phrase that holds the trigger.

Takes a context and a trigger, gives phrases without preposition.
"""

from collections.abc import Sequence
from functools import cached_property

from ingest.acts.meeting import Meeting
from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class

_PARTING = frozenset("،,؛:")  # behind which nobody stands in construct: على هامش القمة، السفير
_TIME = frozenset({"الوقت", "الان"})
_OWN = ("ه", "ها", "هم", "هما", "هن")  # of a noun with a pronoun, which has nobody in construct (Ryding 12.3)


class Beside:
    """What stands by one trigger."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger, meeting: Meeting) -> None:
        self._context, self._phrases, self._trigger, self._meeting = context, phrases, trigger, meeting
        self._clauses = Clauses.of(context, phrases)

    @cached_property
    def candidates(self) -> list[int]:
        """Outer phrases, and those beside the trigger within a phrase that holds it, in text order."""
        token, phrases = self._trigger.token, self._phrases
        around = [i for i in self._context.phrases if phrases[i].first <= token < phrases[i].last]
        inside = [i for i in self._context.phrases if any(phrases[j].holds(phrases[i]) for j in around)]
        return sorted({*self._context.outer, *inside}, key=lambda i: phrases[i].first)

    def at(self, k: int) -> int | None:
        """The phrase that begins at token ``k``, or behind one quotation mark, without preposition."""
        tokens = self._context.tokens
        k += self._adverbial(k) if self._trigger.kind == "A" and k == self._trigger.until else 0
        counted = k + 1 < len(tokens) and is_in(tokens[k].form, "quantifiers") and tokens[k + 1].form == "من"
        whole, k = k, k + 2 * counted  # لقاء عدد من الوزراء, whom a phrase may take in or not
        light = ("demonstratives", "elatives", "within_it")  # هذا الوزير، أبرز الكتل (13); كلمة مؤيدا فيها مصر (14.3)
        begun = k + 1 < len(tokens) and is_in(tokens[k].form, *light)
        for i in self.candidates:
            first = self._phrases[i].first
            mark = tokens[k + begun].surface if first == k + begun + 1 else ""
            marked = bool(mark) and not mark.isalnum() and mark not in _PARTING
            if (first in {whole, k, k + begun} or marked) and not self._is_joined(i):
                return i
        return None

    def _adverbial(self, k: int) -> int:
        """How many tokens from there tell how or when: مهددا في الوقت نفسه تركيا، مؤيدا علنا الحزب (Ryding 11)."""
        forms = [token.form for token in self._context.tokens[k : k + 3]]
        same_time = len(forms) == 3 and forms[0] == "في" and forms[1] in _TIME and is_in(forms[2], "alone_words")
        return 3 if same_time else int(bool(forms) and is_in(forms[0], "emphatics", "adverbs"))

    def shared(self, k: int, role: str) -> int | None:
        """The phrase at token ``k``, or of a masdar of backing behind the noun that و joins to it there (8.1).

        تدريب وتجهيز الجيش، بدعم وتنسيق التحالف. Who has an object behind is not backed: دعم مصر كل المساعي (5.1).
        """
        tokens, near = self._context.tokens, self.at(k)
        backs = self._trigger.relation == "supports" and self._trigger.kind == "M"
        if near is not None and self._trigger.relation == "supports" and role == "target":
            end = self._clauses.end_of_list(near)
            if end < len(tokens) and is_in(tokens[end].form, "totals") and tokens[end].form[0] != "و":
                return None
        backs = backs and not tokens[k - 1].surface.endswith(_OWN)
        if near is not None or not backs or k + 1 >= len(tokens) or words.split(tokens[k].form)[:2] != ("و", ""):
            return near
        return self.at(k + 1) if word_class(tokens[k].form, tokens[k].surface) == "&n" else None

    def behind(self, phrase: int) -> int | None:
        """The bare phrase right behind the list that ``phrase`` is in."""
        end = self._clauses.end_of_list(phrase)
        behind = [i for i in self._context.outer if self._phrases[i].first >= end]
        if received := [i for i in behind if self._meeting.receives(i)]:
            return received[0]
        gap = 0 if self._trigger.relation == "supports" else 1  # دعم مصر الأردن, but of people no example: مثل فلان
        near = behind and self._phrases[behind[0]].first - end <= gap and self._clauses.bare(behind[0])
        near = near and self._phrases[behind[0]].clitics[:1] != "و"  # بإيواء انفصاليين وأوتاوا تنفي
        return behind[0] if near and not self._clauses.government(behind[0])[1] else None

    def _is_joined(self, phrase: int) -> bool:
        """Whether a preposition is joined to the phrase."""
        first = self._phrases[phrase]
        joined = words.split(self._context.tokens[first.first].form)[1]
        return first.clitics[-1:] in {"ب", "ل", "ك"} or joined in {"بال", "لل"}
