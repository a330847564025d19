"""Whom the content of a demand or threat concerns: طالب بانسحاب القوات، هدد بقطع رأس فلان.

Takes a trigger with its context, gives the ``Filler`` whose act or presence is demanded, or whom the harm is done to.
An act is a word of the closed classes behind the content's preposition, or the verb behind أن (Ryding 19).
"""

from collections.abc import Container, Sequence
from itertools import pairwise

from ingest.grammar import agreement, nisba
from ingest.grammar.act_agents import ActAgent
from ingest.grammar.carried import Filler
from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.text import words
from ingest.text.context import PREPOSITIONS, QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of, pronominal
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words

SIDES_REACH = 9  # tokens between a call and those between whom something is to be
CONTENT_REACH = 14  # tokens between a call and what it is for
RELATIVE_REACH, DOER = 5, 4  # tokens from an act to its relative clause; from there to who does it
NEAR = 2  # tokens between the act that a demand is for and whose it is: بانسحاب فوري للقوات
DISTRUST = 4  # tokens from the act to whom confidence is withdrawn from: سحب الثقة كاملة من الوزير
HARM_REACH = 7  # tokens between a harm and whom it is done to: بالرد بقوة على
_HARMING = frozenset({"علي", "ضد", "من", "ب", "عن", "بحق"})
_AGAINST_WHOM = frozenset({"علي", "ضد", "بحق"})
_WITHHELD_FROM = frozenset({"ل", "الي", "مع"})  # whom what is stopped or refused was for: بوقف المساعدات لمصر
_LEFT, _ENTERED = frozenset({"من", "عن"}), frozenset({"في", "الي", "علي", "ضد"})
_BETWEEN, _COMMAS, _DEFINITE = "بين", frozenset("،,"), frozenset({"بال", "لل"})
_THAT, _THAT_NOT = "ان", "الا"
_THATS = frozenset({_THAT, _THAT_NOT})
_SO_THAT = frozenset({"كي", "لكي"})
_CONFIDENCE = "الثقه"
_UNLESS = frozenset({"لم", "اذا"})  # of what has to be done first: ما لم تلغ، إلا إذا قبلت
_CONDITIONING = frozenset({"ishtarata"})
_DISSOLVED = frozenset({"organization", "armed_group"})
_PRONOUNS = {"هم": "3mp", "ها": "3fs", "ه": "3ms"}


class Content:
    """The content of one trigger."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger, clauses: Clauses) -> None:
        self._context, self._phrases, self._trigger, self._clauses = context, phrases, trigger, clauses
        self._lists = Lists.of(context, phrases)

    def actor(self, letters: Container[str], *, direct: bool, object_: bool = False) -> Filler | None:
        """Whose act or presence it is, with no preposition of its own; only harm has one: بفرض عقوبات على طهران.

        ``letters``: the prepositions that the act stands behind; ``direct``: whether it may stand behind none, as of
        ``object_`` it does, also behind the subject: طلبت سوريا انسحاب القوات، اشترط الوزير أن تنسحب تركيا.
        """
        k, harmful = self._trigger.after, self._trigger.relation == "threatens"
        acts, harming = load_function_words()["harms" if harmful else "acts"], _HARMING
        for i in self._context.outer:
            first = self._phrases[i].first
            if first <= k or self._clauses.stopped(k, first) or (harmful and self._is_own(i)):
                continue
            if self._lists.begins_clause(i):  # تدعو المعارضة إلى الإضراب والرئيس يتوعد
                break
            if not harmful and self._is_backed(i):
                continue
            act = self._act(k, first, letters, acts, harmful=harmful)
            if act is None and direct:
                act = self._direct(k)
            if act is None and object_:
                act = self._object(k, first)
            act = self._last_joined(act, first) if act is not None and harmful else act
            if act is not None and self._may_do(i, act):
                leaves = harmful and self._is_one(act, "leavings")
                near = not leaves and first - act - 1 <= NEAR and self._clauses.bare_behind(i, act)
                near = near and not self._is_of_next(act, first)
                harming = _LEFT if leaves else _ENTERED if self._is_one(act, "intrusions") else harming
                done = self._is_harmed(i, act, harming) if harmful else self._is_done(i, act)
                if near or done or not harmful:
                    return Filler(i, "of") if near or done else None
                harming = _AGAINST_WHOM  # باللجوء إلى القضاء ضد فلان
        return self._of_nisba(letters) if harmful else None

    def _is_of_next(self, act: int, first: int) -> bool:
        """Whether a verb that و joins stands between the act and the phrase: يهدد بقطع النفط ويستقبل فلانا (18.1)."""
        verbs = (t.token for t in self._context.triggers if t.kind == "V" and act < t.token < first)
        return any(self._context.tokens[k].form[:1] == "و" for k in verbs)

    def _is_backed(self, phrase: int) -> bool:
        """Whether the phrase is who gets the backing that is to end, its object (5.1): بوقف تسليح كييف."""
        here, tokens = self._phrases[phrase], self._context.tokens
        if here.first < 2 or not self._is_one(here.first - 2, "cessations"):
            return False
        masdars = (t for t in self._context.triggers if t.relation == "supports" and t.kind == "M" and not t.pronoun)
        behind = tokens[here.last].form if here.last < len(tokens) else ""
        return any(t.token == here.first - 1 for t in masdars) and preposition_of(behind) != "ل"  # دعم إيران للحركة

    def _is_own(self, phrase: int) -> bool:
        """Whether the phrase is the threatener's own side, by which he harms another: بسحب سفير بلاده لدى، نوابه من.

        People with a pronoun are where they leave (Ryding 2005, 12.3), else they may be another's: بقتل أبنائه.
        """
        k = self._phrases[phrase].first
        token = self._context.tokens[k]
        if any(is_in(form, "own_states", "own_bodies") for form in (token.form, words.split(token.form)[2])):
            return True
        leaves = k > 0 and self._is_one(k - 1, "leavings", "withholdings")
        return leaves and bool(agreement.owned(token.form, token.surface))

    def _of_nisba(self, letters: Container[str]) -> Filler | None:
        """The state whose nisba describes what the harm is done to: توعد بضرب المصالح الأميركية (Ryding 10.2)."""
        k, tokens = self._trigger.after, self._context.tokens
        act = self._act(k, min(len(tokens), k + HARM_REACH), letters, load_function_words()["harms"], harmful=True)
        if act is None or self._clauses.stopped(k, act) or act + 2 >= len(tokens):
            return None
        thing = tokens[act + 1]
        if thing.form in _AGAINST_WHOM and act + 3 < len(tokens):  # برسوم على المنتجات الأميركية
            act, thing = act + 1, tokens[act + 2]
        named = nisba.state_behind(self._context, self._phrases, act + 2)
        return Filler(named, "nisba") if named is not None and thing.form.startswith("ال") else None

    def pronoun(self, letters: Container[str]) -> str:
        """The pronoun of whom the harm is done to, behind the content's preposition: هدد بقتله، بمحاكمتهم (12.3).

        Of a demand, of who is to do something himself: مطالبا باستقالته، طالب برحيله.
        """
        k, tokens = self._trigger.after, self._context.tokens
        acts = load_function_words()["harms" if self._trigger.relation == "threatens" else "own_doings"]
        for j in range(k + 1, min(len(tokens), k + CONTENT_REACH)):
            if self._clauses.is_stop(j) or words.split(tokens[j].form)[2] == _THAT:
                return ""
            joined, rest = words.split(tokens[j].form)[1:]
            for ending, pronoun in _PRONOUNS.items():
                stem = rest.removesuffix(ending)
                masdar = f"{stem[:-1]}ه" if stem.endswith("ت") else stem
                if joined[:1] in letters and joined and stem != rest and masdar in acts:
                    return pronoun
        return ""

    def _object(self, k: int, high: int) -> int | None:
        """The token of an act that is the verb's object, or of the verb behind أن, right behind it or its subject."""
        tokens, acts = self._context.tokens, load_function_words()["acts"]
        behind = {self._phrases[i].last for i in self._context.outer if self._phrases[i].first in {k + 1, k + 2}}
        last = self._trigger.until  # إلا بعد انسحاب، المطلوب هو انسحاب
        condition = {last - 1, last} if self._trigger.kind == "N" else set[int]()
        for j in sorted({k + 1, *behind, *condition}):
            if j < high and (tokens[j].form in acts or words.without_article(tokens[j].form) in acts):
                return j
        of_subject = max([j - k - 1 for j in behind if j <= high], default=0)  # اشترط رئيس حزب كذا فلان، أن
        places = range(k + 1, min(high, k + CONTENT_REACH + of_subject))
        that = next((j for j in places if tokens[j].form == _THAT), None)
        if that is None:
            return self._bare_act(k, high)
        named = any(self._phrases[i].last == that for i in self._context.outer)
        before = tokens[that - 1].form
        joins = named or that == k + 1 or before in _COMMAS or bool(pronominal(before))  # not نافيا أن تكون
        joins = joins or (self._trigger.verb in _CONDITIONING and not self._clauses.parted(k, that))
        return that + 1 if joins else None

    def _bare_act(self, k: int, high: int) -> int | None:
        """The token of an act that is what a verb of making conditions takes over an adjunct: اشترط أمس انسحاب."""
        if self._trigger.verb not in _CONDITIONING:
            return None
        for j in range(k + 1, min(high, k + CONTENT_REACH)):
            act = self._context.tokens[j].form in load_function_words()["acts"]
            if act and not self._is_preposition(self._context.tokens[j - 1].form):
                return None if self._clauses.parted(k, j) else j
        return None

    def _does(self, phrase: int, act: int) -> bool:
        """Whether the phrase does what is to end, by a relative clause: وقف الهجمات التي تشنها إسرائيل (14)."""
        first, tokens = self._phrases[phrase].first, self._context.tokens
        opening = (j for j in range(act + 1, min(first, act + RELATIVE_REACH)) if is_in(tokens[j].form, "relatives"))
        at = next(opening, None)
        return at is not None and 1 < first - at <= DOER and self._clauses.bare(phrase)

    def _is_done(self, phrase: int, act: int) -> bool:
        """Whether the phrase does what is to end, or is to lose confidence: طالب بسحب الثقة من الوزير (16)."""
        withdrawn = self._is_one(act, "withholdings") and self._context.tokens[act + 1].form == _CONFIDENCE
        near = withdrawn and self._phrases[phrase].first - act <= DISTRUST
        return self._does(phrase, act) or (near and self._clauses.government(phrase)[0] in _LEFT)

    def sides(self, letters: Container[str]) -> Filler | None:
        """Between whom it is to be, which takes both (Ryding 16): دعا إلى سلام بين الحزب وتركيا، طالب بقمة بين."""
        k, tokens = self._trigger.after, self._context.tokens
        for i in self._context.outer:
            first = self._phrases[i].first
            if first <= k + 2 or self._context.prepositions[i] != _BETWEEN:
                continue
            if first - k > SIDES_REACH or self._clauses.parted(k, first - 1) or self._lists.head(i) != i:
                return None
            low = max(
                [self._phrases[j].last for j in self._context.outer if k < self._phrases[j].last < first], default=k + 1
            )
            governing = [t.form for t in tokens[low : first - 1] if self._is_preposition(t.form)]
            last = governing[-1] if governing else ""  # في اليوم عينه بتوسيع الشراكة بين
            opened = bool(last) and (last in letters or preposition_of(last) in letters)
            return Filler(i, "of") if opened and len(self._lists.listed(i)) > 1 else None
        return None

    def agent(self, letters: Container[str]) -> Filler | None:
        """Whose act it is where no construct tells: بتحرك سريع للمجتمع الدولي، بانسحاب إسرائيلي."""
        return ActAgent(self._context, self._phrases, self._trigger).found(letters)

    def _is_preposition(self, form: str) -> bool:
        """Whether a preposition stands before the act, or a noun in construct with it has one: not للتفاوض انسحاب."""
        return form in PREPOSITIONS or (preposition_of(form) in {"ب", "ل"} and words.split(form)[1] not in _DEFINITE)

    def invites(self) -> bool:
        """Whether the content is a visit or a meeting, so that the call is an invitation: دعاه إلى زيارة مصر."""
        invitations, tokens = load_function_words()["invitations"], self._context.tokens
        for j in range(self._trigger.until, min(len(tokens), self._trigger.until + CONTENT_REACH)):
            joined, rest = words.split(tokens[j].form)[1:]
            if self._clauses.is_stop(j):
                return False
            visiting = joined[:1] == "ب" and tokens[j - 1].form.endswith("قيام")
            directed = joined[:1] == "ل" or tokens[j - 1].form == "الي" or visiting
            if directed and (rest in invitations or tokens[j].form.removeprefix("ل") in invitations):
                return True
        return False

    def _direct(self, k: int) -> int | None:
        """The token of the act that stands in construct with a word of need: ضرورة التزام الأطراف."""
        behind, acts = self._context.tokens[k + 1 : k + 2], load_function_words()["acts"]
        direct = behind and (behind[0].form in acts or words.without_article(behind[0].form) in acts)
        return k + 1 if direct else None

    def _may_do(self, phrase: int, act: int) -> bool:
        """Whether the phrase can be the subject of the act, where that is a verb behind أن: يجب أن تحترم الدول.

        What is dissolved is a body right behind the word; else it is a solution: بحل البرلمان، إلى حل للأزمة.
        """
        if self._is_one(act, "dissolutions"):
            here = self._phrases[phrase]
            ruling = here.type == "state" and is_in(words.without_article(here.form.split()[0]), "state_heads")
            return here.first == act + 1 and (ruling or here.type in _DISSOLVED)  # حل الحكومة
        if self._context.tokens[act - 1].form not in {*_THATS, *_UNLESS, *_SO_THAT}:
            return True
        form = self._context.tokens[act].form
        return form[:1] in "يت" and self._clauses.agrees(phrase, "m" if form[0] == "ي" else "f")

    def _is_harmed(self, phrase: int, act: int, harming: Container[str]) -> bool:
        """Whether a preposition of harm governs the phrase: بالرد بقوة على إسرائيل، بالقضاء على الجماعة."""
        by, of_thing = self._clauses.government(phrase)
        first = self._phrases[phrase].first
        reach = NEAR if by == "ب" else HARM_REACH  # ببطش شديد به، بإخراجها من اتفاق خاص بالدول
        withheld = by in _WITHHELD_FROM and not of_thing and self._is_one(act, "withholdings")
        withheld = withheld and not self._is_one(first - 2, "ways_leading")  # بقطع الطرق المؤدية إلى باريس
        harmed = (by in harming and not (of_thing and harming is _LEFT)) or withheld
        return harmed and first - act - 1 <= reach and not self._clauses.parted(act, first)

    def _is_one(self, k: int, *names: str) -> bool:
        """Whether the word at token ``k``, what is joined to it aside, is of one of the classes."""
        return is_in(words.split(self._context.tokens[k].form)[2], *names)

    def _last_joined(self, act: int, high: int) -> int:
        """The last harm that و joins to the first before token ``high``: بإغلاق المعابر وطرد اللاجئين (Ryding 18)."""
        tokens, harms = self._context.tokens, load_function_words()["harms"]
        for j in range(high - 1, act, -1):
            conjunction, joined, rest = words.split(tokens[j].form)
            if conjunction == "و" and joined in {"", "ب"} and rest in harms:
                return j
        return act

    def _opens_clause(self, j: int, letters: Container[str]) -> bool:
        """Whether أن behind one of the prepositions opens what is demanded, or كي for لـ."""
        form, before = self._context.tokens[j].form, self._context.tokens[j - 1].form
        if any(self._phrases[i].first == j + 1 for i in self._context.outer):  # شدد على أن تركيا
            return False
        return (form in _THATS and before in letters) or (form in _SO_THAT and "ل" in letters)

    def _act(self, k: int, high: int, letters: Container[str], acts: Container[str], *, harmful: bool) -> int | None:
        """The token of the act demanded, behind the content's preposition, or of أن and its verb."""
        for j in range(k + 1, high):
            form = self._context.tokens[j].form
            _, joined, rest = words.split(form)
            if rest == _THAT and harmful:  # whose verb is the harm, and its subject who does it: هدد بأن تقطع إيران
                return None
            last = j in {k + 1, self._trigger.until - 1}  # of ضرورة أن، إلا بعد أن
            if not harmful and self._opens_clause(j, letters):  # دعا إلى أن تنسحب تركيا
                return j + 1
            if (rest == _THAT and (joined[:1] in letters or last)) or (form in _UNLESS and last):
                return j + 1
            behind = j and self._context.tokens[j - 1].form in letters
            if (joined[:1] in letters and joined and rest in acts) or (behind and words.without_article(form) in acts):
                return j
        return None


def opens_content(context: Context, low: int, high: int, *acts: str) -> bool:
    """Whether what is demanded or threatened begins between the tokens, an act behind بـ: توعد باستمرار الهجمات."""
    tokens = context.tokens[low:high]
    quoted = any(a.form == "ب" and b.surface in QUOTES for a, b in pairwise(tokens))  # طالب بـ «تطبيق القرار»
    parts = (words.split(token.form) for token in tokens)
    return quoted or any(joined == "ب" and is_in(rest, *acts) for _, joined, rest in parts)
