"""Of whom something was demanded, told by who answers the demand: ترفض حكومة تايوان مطالب الصين، متجاهلا دعوة باريس.

Takes a context and a trigger that is a noun of demanding, gives the phrase of whoever rejects, heeds or ignores it: the
subject of the verb, participle or masdar of answering that governs the noun (Ryding 2005, 3.1, 5.1 and 11); so for a
threat: ردت إيران على تهديدات واشنطن. And tells whether the noun itself says of whom: مطالب الجزائر من فرنسا، نداء عاجل
إلى الحكومة (16).
"""

from collections.abc import Sequence
from itertools import islice

from ingest.grammar.clauses import Clauses
from ingest.grammar.subjects import Subjects
from ingest.grammar.verbs import said_by
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import LETTERS, preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class
from ontology.lexicon import load_lexicon

ADJECTIVES = 2  # between a demand and of whom it is: نداء إنساني عاجل إلى
REACH = 8  # tokens of no name from an answer over its subject to the demand: رفضت الحكومة الأمنية المصغرة دعوات
ADVERBIAL = 6  # tokens of where something is answered
ASIDE = 6  # tokens of an aside of time between commas
_COMMAS = frozenset("،,")
_CALL, _REQUEST, _FROM = "da3a", "talaba", "من"
_WHERE = frozenset({"في", "خلال", "عبر"})
_UPON, _RESPONDING = ("بناء", "علي"), "استجابه"
_LIGHT = frozenset({"علي", "الي", "ل", "مع", "عند", "كل", "جميع", "بعض", "تنفيذ", "اي"})
_WEIGHED = frozenset({"محمل", "الجد", "بجديه", "بايجابيه", "من", "اهميه", "شان"})  # أخذت على محمل الجد، قللت من شأن


class Answered:
    """Who answers the demand that one trigger names."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._phrases, self._trigger = context, phrases, trigger

    def by(self) -> int | None:
        """The phrase of who answers; None where nothing of answering governs the noun."""
        subjects = Subjects.of(self._context, self._phrases)
        if (opening := self._on_request()) is not None:
            return self._doer(subjects, opening)
        return None if self._invites() else self.answerer()

    def answerer(self) -> int | None:
        """The phrase of who answers what the noun calls for, be it an invitation, and so calls for nothing by it."""
        subjects, answer = Subjects.of(self._context, self._phrases), self._answer()
        if answer is None:
            return None
        own = self._behind(answer)
        gender = said_by(self._context.tokens[answer].form)
        return subjects.before(answer + 1, gender) if own is None else own

    def _on_request(self) -> int | None:
        """The first token of an adjunct that tells at whose request something is done: بطلب من، بناء على طلب (16)."""
        k, tokens = self._trigger.token, self._context.tokens
        if (self._trigger.entry, self._trigger.kind) != (_REQUEST, "M"):
            return None
        behind = tokens[k + 1].form if k + 1 < len(tokens) else ""
        if preposition_of(tokens[k].form) == "ب":
            return k if behind == _FROM else None
        return k - 2 if k > 2 and (tokens[k - 2].form, tokens[k - 1].form) == _UPON else None

    def _doer(self, subjects: Subjects, opening: int) -> int | None:
        """The subject of the clause right before the adjunct at token ``opening``: ألغى الوزير زيارته بطلب من مصر."""
        own = subjects.before(opening)
        if own is None or self._phrases[own].sentence != self._context.number:
            return None
        first, end = self._phrases[own].first, self._phrases[own].last
        before = self._context.tokens[first - 1] if first else None
        told = before is not None and word_class(before.form, before.surface)[-1] == "V"
        low, between = end - told, self._context.tokens[end:opening]
        near = len(between) <= REACH and not any(token.form in _COMMAS for token in between)
        praises = any(t.relation == "supports" and t.token in {first - 1, end} for t in self._context.triggers)
        clauses = Clauses.of(self._context, self._phrases)
        return own if near and not praises and not clauses.parted(low, opening) else None

    def is_directed(self) -> bool:
        """Whether the noun says of whom something is demanded, or whose act is: مطلب موسكو بانسحاب القوات.

        That stands behind it, its genitive and its adjectives, with the preposition of the entry.
        """
        tokens, k = self._context.tokens, self._trigger.until
        frames = load_lexicon()[self._trigger.entry].frames
        sent = k < len(tokens) and tokens[k].form == _FROM  # نداء من المنظمة إلى المتحاربين
        sent = sent and any("min" in frame.get("source", ()) for frame in frames)
        own = next((i for i in self._context.outer if self._phrases[i].first == k + sent), None)
        k = k if own is None else Clauses.of(self._context, self._phrases).end_of_list(own)
        end = k + ADJECTIVES
        while k < min(len(tokens), end) and word_class(tokens[k].form, tokens[k].surface) == "n" and self._is_plain(k):
            k += 1
        if k + 1 >= len(tokens) or tokens[self._trigger.token].form.endswith("ا"):  # مطالبا, who demands
            return False
        slots = {slot for frame in frames for slot in frame.get("target", ())}
        whose = any(self._phrases[i].first == k + 1 for i in self._context.outer)
        _, joined, rest = words.split(tokens[k].form)
        return (whose and tokens[k].form in {by for slot in slots for by in LETTERS.get(slot, ())}) or (
            joined == "ب" and is_in(rest, "acts")
        )

    def _is_plain(self, k: int) -> bool:
        form = self._context.tokens[k].form
        return not preposition_of(form) and not is_in(form, "prepositions", "relatives") and not form.startswith("و")

    def _invites(self) -> bool:
        """Whether the noun is a single دعوة, which when it is answered is an invitation; not دعوات, calls.

        Nor what is done in response to it, where nobody comes or is met: أغلقوا المحال استجابة لدعوة النقابة.
        """
        k, tokens = self._trigger.token, self._context.tokens
        if self._trigger.entry != _CALL or tokens[k].form.endswith("ات"):
            return False
        if self._is_for_act():  # استجابت الحكومة لدعوة الاتحاد إلى وقف القتال
            return False
        heeded = k > 0 and tokens[k - 1].form == _RESPONDING
        visits = any(t.relation == "meets" for t in self._context.triggers)
        return not heeded or visits or any(is_in(t.form.removeprefix("و"), "arrivals") for t in tokens)

    def _is_for_act(self) -> bool:
        """Whether the call is for an act, which إلى behind whose it is tells, and not to a place or a meal."""
        k, tokens = self._trigger.until, self._context.tokens
        own = next((i for i in self._context.outer if self._phrases[i].first == k), None)
        k = k if own is None else Clauses.of(self._context, self._phrases).end_of_list(own)
        act = words.without_article(tokens[k + 1].form) if k + 1 < len(tokens) else ""
        return bool(act) and tokens[k].form == "الي" and is_in(act, "acts", "cessations")

    def _answer(self) -> int | None:
        """The word of answering before the noun; its subject, adverbs and its preposition may stand between."""
        k, tokens = self._trigger.start, self._context.tokens
        named = {j for i in self._context.outer for j in range(self._phrases[i].first, self._phrases[i].last)}
        within = self._aside(k) or self._adverbial(k)
        over = (j for j in range(k - 1, -1, -1) if j not in within and (j not in named or self._answers(j)))
        for j in islice(over, REACH):
            form = tokens[j].form
            replied = is_in(form, "replying" if self._trigger.relation == "threatens" else "dealing_with")
            if replied or is_in(form, "answering") or (is_in(form, "answering_masdars") and self._is_to(j + 1)):
                return j
            if form not in _LIGHT | _WEIGHED and not is_in(form, "adverbs", "times"):
                return None
        return None

    def _answers(self, k: int) -> bool:
        return is_in(self._context.tokens[k].form, "answering", "answering_masdars", "replying")

    def _aside(self, k: int) -> range:
        """The tokens of when something is answered, between commas before the noun: رفضت كولومبيا، أمس، تهديدات."""
        tokens = self._context.tokens
        end = next((j for j in range(k - 1, max(0, k - 3), -1) if tokens[j].form in _COMMAS), 0)
        start = next((j for j in range(end - 2, max(0, end - ASIDE), -1) if tokens[j].form in _COMMAS), end)
        timed = any(is_in(words.without_article(t.form), "adverbs", "times") for t in tokens[start + 1 : end])
        return range(start, end + 1) if start < end and timed else range(0)

    def _adverbial(self, k: int) -> range:
        """The tokens of where something is answered, behind its subject: رفضت كولومبيا في تصريح للوكالة تهديدات."""
        tokens, low = self._context.tokens, max(0, k - ADVERBIAL)
        ends = [self._phrases[i].last for i in self._context.outer if low <= self._phrases[i].last < k]
        start = next((j for j in ends if tokens[j].form in _WHERE and not preposition_of(tokens[k].form)), k)
        plain = all(t.form.isalnum() and word_class(t.form, t.surface)[-1] != "V" for t in tokens[start:k])
        return range(start, k) if plain else range(0)

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
