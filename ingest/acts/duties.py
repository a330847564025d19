"""Upon whom a duty is: أكد أن على الأطراف التحرك، على الحكومة أن تستقيل (Ryding 2005, 16).

Takes a context and a trigger, tells whether it only says that somebody has to act, and whether a phrase behind it can
be whom it is upon.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.naming.argument_places import behind_asides
from ingest.text import words
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words
from ontology.lexicon import load_lexicon

_UPON, _COMMAS, _COLON = "علي", frozenset("،,"), ":"
_JOINED = frozenset({"ب", "ل", "ك"})
_THAT, _THEREFORE = frozenset({"ان", "الا"}), "وعليه"
_SAID = frozenset({"ان", "بان", "وان", "وبان"})
_AND_UPON, _SO_UPON, _BUT = "وعلي", "فعلي", "لكن"
_PARTICIPLE, _FOR, _TO, _FROM = "الم", "ل", "الي", "من"
ADJUNCT = 4  # words of an adjunct between a verb and of whom something is asked: طلب في اجتماع عقد أمس من
SHORTEST = 5  # letters of a masdar that is told by its form: اتخاذ، تنفيذ


class Duty:
    """The duty that one trigger tells, if any."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._phrases, self._trigger = context, phrases, trigger
        self._clauses = Clauses.of(context, phrases)
        self._tells = trigger.kind == "N" and trigger.relation == "demands"

    @property
    def is_upon(self) -> bool:
        """Whether the trigger only says on whom it is to act, who follows at once: أكد أن على الأطراف التحرك."""
        return self._tells and self._context.tokens[self._trigger.until - 1].form in {_UPON, _SO_UPON}

    def falls_short(self, phrase: int) -> bool:
        """Whether the words of a duty go on behind the phrase before its أن: سقطت على المدينة لو أن."""
        tokens, last = self._context.tokens, self._trigger.until - 1
        if not (self._tells and tokens[self._trigger.token].form.endswith(_UPON) and tokens[last].form in _THAT):
            return False
        beyond = self._phrases[phrase].first > last  # على ألا يخرج أحد
        return beyond or (self._clauses.end_of_list(phrase) < last and tokens[last - 1].form not in _COMMAS)

    def is_of_content(self, phrase: int, by: str) -> bool:
        """Whether what is asked for begins before the phrase, so that من or إلى is of it: طلب سحب كتائب من الجيش.

        Whom it is asked of stands right behind the verb or its subject, over adverbs, parentheses and adjuncts (16).
        What لـ governs behind the إلى of a call is of what is called for: دعوة مصر إلى اجتماع للجنة.
        """
        tokens, first = self._context.tokens, self._phrases[phrase].first
        if self._trigger.relation != "demands" or (by == _FOR) != (self._trigger.kind == "M"):
            return False
        if self._trigger.kind == "M":
            return _TO in {token.form for token in tokens[self._trigger.after + 1 : first]}
        if self._trigger.kind not in "VP" or self._is_by_whom(by):
            return False
        named = {k for i in self._context.outer for k in range(self._phrases[i].first, self._phrases[i].last)}
        k, with_by = self._trigger.after + 1, self._is_content_by()
        while k < first:
            form = tokens[k].form
            if (
                with_by and preposition_of(form) == "ب" and not is_in(form, "unjoined", "adverbials")
            ):  # طالب بسحب كتائب من الجيش
                return True
            adverb = form.endswith("ا") or is_in(form, "adverbs", "times", "spans_of_time")  # طلب رسميا من
            if k in named or not form.isalnum() or adverb:
                k += 1
            elif is_in(form, "prepositions", "temporals", "resuming") or preposition_of(form) in {"ب", "ل"}:
                k += ADJUNCT
            else:
                return True
        return False

    def _is_by_whom(self, by: str) -> bool:
        """Whether the preposition tells who asks: تواجه إيران ضغوطا من فرنسا."""
        frames = load_lexicon()[self._trigger.entry].frames
        return by == _FROM and any("min" in frame.get("source", ()) for frame in frames)

    def _is_content_by(self) -> bool:
        """Whether what the verb asks for stands behind بـ."""
        frames = load_lexicon()[self._trigger.entry].frames
        return any("bi" in frame.get("content", ()) for frame in frames)

    @property
    def is_of_topic(self) -> bool:
        """Whether the pronoun of عليه takes up the topic right before, whose duty a masdar or أن tells (Ryding 3, 14).

        إن القيادة عليها اتخاذ إجراءات؛ also behind a comma and و with a definite masdar: ، وعليها الاستفادة.
        """
        k, tokens = self._trigger.token, self._context.tokens
        if not 0 < k < len(tokens) - 1:
            return False
        if tokens[k].form in {_AND_UPON, _SO_UPON} or tokens[k].form.endswith(_BUT):
            so = tokens[k].form != _SO_UPON or tokens[k].surface.endswith("ى")  # فعلى السلطات الإفراج; not فعلي
            return so and self._opens_speech() and (tokens[k].form != _AND_UPON or self._adds_duty())
        if tokens[k].surface == _COLON or (tokens[k].surface in QUOTES and self._begins_words(k)):
            return self._opens_speech()
        topics = [i for i in self._context.outer if self._phrases[i].last == k and self._clauses.bare(i)]
        duty = tokens[k + 1].form
        masdar = duty[:1] in "ات" and len(duty) >= SHORTEST and word_class(duty, tokens[k + 1].surface) == "n"
        if topics:
            judged = tokens[k - 1].form.startswith(_PARTICIPLE)  # المحكوم عليه
            return (duty in _THAT or masdar) and not judged
        if tokens[k - 1].form in _SAID:  # أبلغهم أن عليهم الانسحاب، أن عليهم وقف القتال
            governs = is_in(duty, "acts") and k + 2 < len(tokens) and tokens[k + 2].form.startswith("ال")
            return governs or (masdar and duty.startswith("ال") and not is_in(duty[2:], "amounts"))
        added = tokens[k].form.startswith("و") and tokens[k].form != _THEREFORE and tokens[k - 1].form in _COMMAS
        return (added and duty in _THAT) or (added and masdar and duty[:3] in {"الا", "الت"})

    def _adds_duty(self) -> bool:
        """Whether و joins it to a duty told before: إن على باريس التحرك، وعلى برلين تقديم المال (18)."""
        k, tokens = self._trigger.token, self._context.tokens
        earlier = (t for t in self._context.triggers if t.start < k and t.relation == "demands" and t.kind in "NV")
        told = any("3ala" in f.get("target", ()) for t in earlier for f in load_lexicon()[t.entry].frames)
        return told and tokens[k - 1].form in _COMMAS

    def _begins_words(self, k: int) -> bool:
        """Whether the quotation mark at token ``k`` opens what somebody says: وقال الوزير "على النواب الحضور"."""
        tokens = self._context.tokens
        named = any(self._phrases[i].last == k for i in self._context.outer)
        told = any(is_in(token.form.removeprefix("و"), "speech") for token in tokens[:k])
        return k > 0 and not self._context.quoted[k - 1] and ((named and told) or is_in(tokens[k - 1].form, "speech"))

    def _opens_speech(self) -> bool:
        """Whether what is said opens with على, whom a duty is upon and a masdar or أن: قال: على الأطراف وقف القتال."""
        tokens, first = self._context.tokens, self._trigger.until
        upon = next((i for i in self._context.outer if self._phrases[i].first == first), None)
        end = len(tokens) if upon is None else Lists.of(self._context, self._phrases).end(upon)
        end = behind_asides(tokens, end)  # على إيران، على حد قوله، أن
        if end >= len(tokens) or preposition_of(tokens[end].form) in _JOINED or is_in(tokens[end].form, "prepositions"):
            return False
        if upon is not None and tokens[end].form in _THAT:
            return True
        bare = words.without_article(tokens[end].form)
        governs = end + 1 < len(tokens) and tokens[end + 1].form.startswith("ال")  # فتح السجلات
        masdar = tokens[end].form.startswith("ال") or governs or (bare[0] in "ات" and len(bare) >= SHORTEST)
        masdar = masdar and (governs or word_class(tokens[end].form, tokens[end].surface) == "n")
        return masdar or bare in load_function_words()["acts"]


def is_condition(context: Context, trigger: Trigger) -> bool:
    """Whether the أن of a duty is rather إن, if, with its لم behind it (Ryding 2005, 39): تفتح على الحركة إن لم."""
    if trigger.kind != "N" or trigger.relation != "demands" or trigger.until >= len(context.tokens):
        return False
    return context.tokens[trigger.until - 1].form == "ان" and context.tokens[trigger.until].form == "لم"
