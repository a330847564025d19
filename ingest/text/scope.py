"""What stands before and behind a word within its clause: what could govern it.

Takes a context, the article's phrases and a trigger; gives the words before it, nearest first, and those
behind it. Names of actors are passed over, since a subject stands between a verb and what it governs
(رفض رئيس الوزراء لقاء); a stop, a relative pronoun or a verb of saying ends the clause.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ingest.text import words
from ingest.text.context import Context
from ingest.text.futures import is_to_come
from ingest.text.imperfects import is_imperfect
from ingest.text.mentions import Phrase
from ingest.text.morphology import Analysis, embedded
from ingest.text.passed import COMMAS, RELATIVE
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words, united
from ontology.lexicon import load_lexicon

REACH = 12  # words passed, names not counted: a verb governs hardly anything further off
RESOLVE_REACH = 3  # words between a resolve and the masdar of what is resolved: عزمها على ملاحقة
_BOUNDS = frozenset(".؛:!؟…")
_BULLETS = frozenset("-–•*")
_NOT_SAYING = frozenset({"بين"})  # also the preposition
_IMPERFECT = frozenset("يتن")
_TO = frozenset({"علي", "الي"})
_RENEWING = frozenset({"مجددا", "مجدده", "مكررا", "مكرره"})  # participles of circumstance behind a comma (Ryding 11)
_CLAUSES = 2  # of a headline that two dots part


class Scope:
    """The words around a trigger, names left out, and what the trigger itself is."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        """Look up which tokens are part of a name that does not hold the trigger."""
        self.context, self.trigger = context, trigger
        self._token = context.tokens[trigger.token]
        outer = (phrases[i] for i in context.outer)
        self._names = {k for p in outer if not p.first <= trigger.token < p.last for k in range(p.first, p.last)}

    @property
    def form(self) -> str:
        """The trigger's folded word."""
        return self._token.form

    @property
    def kind(self) -> str:
        """The trigger's kind; what can be a masdar is no participle (الموافقة), nor a verb when governed (خشية دعم)."""
        if self.trigger.kind not in "AV" or not self.may_be_masdar or self.is_of_noun:
            return self.trigger.kind
        governed = is_in(self.previous(), "prepositions", "prospects", "refusals", "cessations", "temporals", "coming")
        return "M" if self.trigger.kind == "A" or governed else "V"

    @property
    def is_of_noun(self) -> bool:
        """Whether the trigger is the verb of a clause on the noun that it begins with: في لقاء عقده (Ryding 14.3)."""
        return self.trigger.kind == "V" and self.trigger.start < self.trigger.token

    @property
    def follows_perfect(self) -> bool:
        """Whether قبل أن stands before the trigger, and the last verb before tells what was: زار عمان قبل أن يلتقي."""
        tokens, k = self.context.tokens, self.trigger.start
        if k < 3 or [token.form for token in tokens[k - 2 : k]] != ["قبل", "ان"]:
            return False
        verbs = [
            j for j in range(k - 2) if j not in self._names and word_class(tokens[j].form, tokens[j].surface)[-1] == "V"
        ]
        last = tokens[verbs[-1]].form if verbs else ""
        denied = bool(verbs) and verbs[-1] > 0 and is_in(tokens[verbs[-1] - 1].form, "negatives")
        return bool(last) and not (denied or is_imperfect(last) or is_future(last))

    @property
    def may_be_masdar(self) -> bool:
        """Whether the word can be read as a masdar, whatever the trigger was read as: دعم."""
        return any(a.deriv == "masdar" for a in self._analyses())

    @property
    def is_future(self) -> bool:
        """Whether the trigger has the prefix of the future, in the first person too (سأدعم), or a word tells it."""
        told = self.trigger.kind in "VP" and is_to_come(self.context.tokens, self.trigger.token)
        return is_future(self.form) or self._token.surface.startswith("سأ") or told

    @property
    def is_possible(self) -> bool:
        """Whether the trigger is a verb in the imperfect behind قد or ربما, that may be (Ryding 21): قد تفرض عقوبات."""
        bare = self.form.removeprefix("و")
        imperfect = bare[:1] in _IMPERFECT or self._token.surface.removeprefix("و")[:1] == "أ"  # قد أفرض
        return self.trigger.kind in "VP" and imperfect and is_in(self.previous(), "possibly")

    @property
    def is_resolved(self) -> bool:
        """Whether the trigger is a masdar of what somebody will do or is resolved to do: ستبدأ بمحاربة، عزمها على."""
        if not self.may_be_masdar:
            return self.trigger.kind == "N" and self.is_intended
        near = list(self.before(RESOLVE_REACH))
        close = any(is_in(word, "resolves") or is_future(word) or _is_joined_resolve(word) for word in near)
        return close or self.is_intended or self.is_not_excluded

    @property
    def is_intended(self) -> bool:
        """Whether a verb of intent governs the trigger over adverbials and parentheses (Ryding 16).

        أقسم الزعيم في خطاب أمام أنصاره على الثأر؛ يعتزم الوزير، في خطوة مفاجئة، ضرب. Nothing else may govern it.
        """
        k, tokens = self.trigger.start, self.context.tokens
        joined = words.split(self.form)[1][:1] in {"ب", "ل"}
        k -= not joined and self.previous() in _TO
        closed = k > 0 and tokens[k - 1].form in COMMAS
        if not (joined or k < self.trigger.start or closed or k - 1 in self._names):
            return False
        if closed:  # a parenthesis ends there
            k = next((j for j in range(k - 2, max(0, k - 2 - RELATIVE), -1) if tokens[j].form in COMMAS), k - 1)
        for j in self._words(range(k - 1, -1, -1), REACH):
            if is_in(tokens[j].form, "intending"):
                return True
            if word_class(tokens[j].form, tokens[j].surface)[-1] == "V" or is_in(tokens[j].form, "relatives"):
                return False
        return False

    @property
    def is_not_excluded(self) -> bool:
        """Whether somebody does not exclude what the trigger tells (Ryding 37): لا يستبعد فرض عقوبات على روسيا."""
        near = list(self.before(REACH))
        at = next((j for j, word in enumerate(near) if is_in(word, "excluding")), None)
        return at is not None and at + 1 < len(near) and is_in(near[at + 1], "negatives")

    @property
    def is_meant(self) -> bool:
        """Whether the trigger is a masdar of what is still to be done: not قررت إدراجه, nor ثمن سجنه.

        Behind لـ it is right behind the word that tells so: يستعد لاقتحام المدينة.
        """
        near = list(self.before(RESOLVE_REACH))
        told = self.is_resolved and not any(is_in(word, "decided") for word in near)
        before = self.previous()
        resolved = (
            is_in(before, "resolves") or is_in(before.lstrip("و").removeprefix("س"), "resolves") or self.is_intended
        )
        return told and not self.is_construct and not (self.is_purpose and not resolved)  # سيسعون لاستجواب

    @property
    def is_aimed(self) -> bool:
        """Whether the trigger is a masdar of ruin that somebody acts for: تحركوا للإطاحة بالوزير، بغية هزيمة الجماعة.

        Not what he is called upon to act for, nor what a relative clause tells of, which has mostly come to pass.
        """
        aimed = self.is_purpose or is_in(self.previous(), "aiming")
        if not (aimed and self.may_be_masdar and is_in(words.split(self.form)[2], "aimed_harms")):
            return False
        k = self.trigger.start
        near = self.context.tokens[max(0, k - REACH) : k]
        called = any(t.relation == "demands" and 0 < k - t.token <= REACH for t in self.context.triggers)
        return not called and not any(is_in(token.form, "relatives") for token in near)

    @property
    def is_construct(self) -> bool:
        """Whether a noun governs the trigger, which tells what that is of: ثمن سجن العلماء (Ryding 8.1)."""
        k = self.trigger.start - 1
        if k < 0 or k in self._names:
            return False
        form, surface = self.context.tokens[k].form, self.context.tokens[k].surface
        light = is_in(words.split(form)[2], "resolves", "continuing") or is_future(form)
        plain = is_in(form, "prepositions", "adverbs", "times", "spans_of_time") or surface.endswith("ا")
        noun = word_class(form, surface) in {"n", "V"} and not words.split(form)[1].endswith("ال")
        return noun and not (light or plain)

    @property
    def is_purpose(self) -> bool:
        """Whether the trigger is a masdar behind لـ: للاجتماع بـ."""
        return any(a.prc1 == "li_prep" and a.deriv == "masdar" for a in self._analyses())

    @property
    def is_perfect(self) -> bool:
        """Whether the trigger is a verb in the perfect.

        The first person of the imperfect hardly stands in news, so أجرى is one, however it is spelled.
        """
        verbs = [a for a in self._analyses() if a.deriv == "verb"]
        own = {self.trigger.entry, self.trigger.verb, load_lexicon()[self.trigger.entry].verb}
        mine = [a for a in verbs if a.entry in own] or verbs
        aspects = {a.aspect for a in mine if (a.aspect, a.person, a.number) != ("i", "1", "s")}
        return ("p" in aspects and "i" not in aspects) or is_in(self.form, "performing")

    @property
    def is_backed(self) -> bool:
        """Whether the trigger is an act of somebody that the word before it backs: امتنع عن دعم ترشيح الوزير."""
        own = self.trigger.relation == "supports" and self.trigger.kind == "M"
        own = own and not is_in(self.previous(), "cessations")  # وقف, an end as well as he stood
        before = self.trigger.start - 1  # not نفى وزير الدفاع تقديم دعم, whose office it is
        near = (t.token == before and t.relation == "supports" for t in self.context.triggers)
        return own and before not in self._names and any(near)

    @property
    def is_adjunct(self) -> bool:
        """Whether the trigger is a masdar of time: خلال لقائه."""
        return self.kind in "MN" and any(is_in(word, "temporals") for word in self.before(2))

    @property
    def is_circumstance(self) -> bool:
        """Whether the trigger is a participle that goes with the main verb: قال كذا، مشيداً بـ."""
        return self.trigger.kind == "A" and not self.form.lstrip("وف").startswith("ال") and self.form.endswith("ا")

    @property
    def is_attribute(self) -> bool:
        """Whether the trigger is a participle that describes a known noun: القوات الموالية للحكومة."""
        return self.trigger.kind in "AS" and self.form.lstrip("وف")[:2] in {"ال", "لل"}

    @property
    def is_headline(self) -> bool:
        """Whether this is the first line, which carries no stop and tells in the present what was."""
        return self.context.number == 0 and self.context.tokens[-1].surface not in _BOUNDS

    @property
    def is_of_headline(self) -> bool:
        """Whether this is of the first line, though two dots part its clauses: السودان.. وفد يزور الخرطوم."""
        number, tokens = self.context.number, self.context.tokens
        stopped = tokens[-1].surface in _BOUNDS
        opens = self.trigger.start > 0 and self._names.issuperset(range(self.trigger.start))
        if not stopped and (tokens[0].surface in _BULLETS or opens):  # one of a list of news: - الراعي يستقبل السفير
            return True
        dots = number == 0 and len(tokens) > 1 and tokens[-2].surface in _BOUNDS
        return number < _CLAUSES and (dots or not stopped)

    def _analyses(self) -> tuple[Analysis, ...]:
        return embedded().analyse(self._token.surface)

    def previous(self) -> str:
        """The word right before the trigger, of a name or not; empty at the beginning."""
        return self.context.tokens[self.trigger.start - 1].form if self.trigger.start else ""

    def before(self, reach: int = REACH) -> Iterator[str]:
        """The words before the token within its clause, the nearest first."""
        for k in self._words(range(self.trigger.start - 1, -1, -1), reach):
            form = self.context.tokens[k].form
            if is_in(form, "relatives", "speech", "attitudes") and form not in _NOT_SAYING:
                return
            apart = is_in(form, "whereas") or form in _RENEWING  # رفض كذا، بينما دعم كذا؛ سيبقى، مجددا دعمه
            if apart and k and self.context.tokens[k - 1].form in COMMAS:
                return
            yield form

    def behind(self, reach: int = REACH) -> Iterator[str]:
        """The words behind the token up to a stop, in order."""
        for k in self._words(range(self.trigger.token + 1, len(self.context.tokens)), reach):
            yield self.context.tokens[k].form

    def _words(self, places: Iterable[int], reach: int) -> Iterator[int]:
        for k in places:
            token = self.context.tokens[k]
            if token.surface in _BOUNDS or not reach:
                return
            if k not in self._names and token.form.isalnum():
                reach -= 1
                yield k


def _is_joined_resolve(word: str) -> bool:
    """Whether a resolve stands behind the letter of a preposition: تعهد بمواصلة ملاحقة، لعزمها على."""
    _, joined, rest = words.split(word)
    return joined in {"ب", "ل"} and is_in(rest, "resolves")


def is_in(form: str, *classes: str) -> bool:
    """Whether the folded word is of one of these classes, with or without a conjunction before it."""
    return form in _with_conjunctions(classes)


@cache
def _with_conjunctions(classes: tuple[str, ...]) -> frozenset[str]:
    known = united(*classes)
    return known.union(*({f"{conjunction}{word}" for word in known} for conjunction in "وف"))


def without_preposition(form: str) -> str:
    """The word without conjunction and joined preposition: ولإمكانية gives امكانيه."""
    _, joined, rest = words.split(form)
    return "ال" + rest if joined in {"لل", "بال", "كال"} else rest if joined != "ال" else joined + rest


def is_future(form: str) -> bool:
    """The prefix of the future on a verb: سيلتقي, وستستقبل (Ryding 21.3); not on nouns like سياسي, ستة."""
    bare = form[1:] if form[:1] in {"و", "ف"} else form
    if len(bare) < 4 or bare[0] != "س" or bare[1] not in _IMPERFECT or is_in(bare, "not_future_words"):
        return False
    return not bare.startswith(tuple(load_function_words()["not_future"]))
