"""What a participle or noun of relation describes: الميليشيات المدعومة من، حليفه فلان، مشيداً بـ (Ryding 2005, 11).

Takes a context and a trigger, gives a ``Filler`` or None.
"""

from collections.abc import Sequence

from ingest.grammar import asides_on_persons, nisba
from ingest.grammar.backers import describes_noun, is_complement, is_of_unnamed
from ingest.grammar.carried import Carried, Filler
from ingest.grammar.clauses import Clauses
from ingest.grammar.fronted import subject_behind
from ingest.grammar.lists import Lists
from ingest.text import words
from ingest.text.context import QUOTES, Context
from ingest.text.imperfects import is_own_act
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

APPOSED = 3  # tokens from a word of closeness to who is named behind it: حليفه القديم « حزب
DEEMED = 5  # tokens from a verb of deeming to من, over who is one of several
DONE_REACH = 10  # tokens from تمت to by whose backing something was done
ATTRIBUTES = 8  # tokens from who is described to one attribute more: الميليشيات التابعة لإيران في العراق والموالية
_DESCRIBED = frozenset({"group", "armed_group", "organization"})
_CLOSING = frozenset('»”›"')
_THAT, _DEMAND = frozenset({"ان", "الا"}), "taalaba"
_BEING = frozenset({"يكون", "تكون", "يكونوا", "يكونا", "تكونا"})
_PRONOUNS = {"ها": "3fs", "هم": "3mp", "ه": "3ms"}
_COMMAS, _MARKS, _OR = frozenset("،,"), frozenset("،,-–—("), frozenset({"و", "او"})


class Described:
    """What one trigger describes."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger, carried: Carried) -> None:
        self._context, self._phrases, self._trigger, self._carried = context, phrases, trigger, carried
        self._clauses, self._lists = Clauses.of(context, phrases), Lists.of(context, phrases)
        self._around = [i for i in context.phrases if phrases[i].first <= trigger.token < phrases[i].last]

    def noun(self) -> Filler | None:
        """What a participle describes: the phrase around it or right before it; as a circumstance the subject.

        What و joins to somebody is another: الجماعة وحلفاؤها, the group and its allies (Ryding 18).
        """
        if self._trigger.kind == "N" and self._trigger.pronoun and self._is_joined():
            own = next((i for i in self._around if self._phrases[i].first == self._trigger.token), self._apposed())
            return None if own is None else Filler(own, "near")
        k, form = self._trigger.token, self._context.tokens[self._trigger.token].form
        aside = asides_on_persons.of_aside(self._context, self._phrases, self._trigger)
        beside = (self._compared, self._named_before, self._tied_to, self._around_it, self._further)
        found = next((i for find in beside if (i := find()) is not None), None) if aside is None else aside
        if found is not None or self._is_one_of():
            one = found is None or self._is_one_of()
            return self._carried.implied() if one else Filler(self._body_of(found or 0), "near")
        gap = 1 + (self._form(k - 1) in _COMMAS and self._form(k - 2) in _CLOSING)  # «الوفاق»، المؤيد لـ
        before = [i for i in self._context.outer if 0 <= k - self._phrases[i].last <= gap]
        definite = self._trigger.kind == "N" or form.startswith(("ال", "وال"))
        singular = form.endswith("ا")  # مشيداً, which no group before it can be
        parted = k > 0 and self._context.tokens[k - 1].surface in _COMMAS
        group = before and self._is_several(before[-1]) and not singular and not self._is_adverbial(before[-1])
        if before and (definite or (group and not (parted and self._trigger.kind == "A"))):
            return Filler(self._body_of(before[-1]), "near")
        told, circumstance = self._predicated(), self._trigger.kind == "A" and not definite
        if told is None and circumstance:
            themselves = self._trigger.relation == "supports" and form.endswith("و")  # مناصرو الحزب, of no phrase
            if themselves or describes_noun(self._context, self._phrases, self._trigger):
                return None
            return self._circumstance(form, aside=singular or parted)
        return self._of_clause(form) if told is None else Filler(told, "before")

    def _is_adverbial(self, near: int) -> bool:
        """Whether the subject acts by that backing, and not ``near`` before it: قاتل الحزب ضد التنظيم بدعم من فلان."""
        k, first = self._trigger.token, self._phrases[near].first
        if not self.is_backing or self._form(k).startswith("و"):  # not الجيش وبدعم من الحلفاء
            return False
        subject = self._carried.subjects.before(k)
        object_ = subject is not None and self._phrases[subject].last == first
        return subject is not None and (object_ or bool(self._context.prepositions[near]))

    def _is_several(self, phrase: int) -> bool:
        """Whether an indefinite plural or feminine tells of who stands right before it: الحكومة، مدعومة بتحالف (11)."""
        here = self._phrases[phrase]
        backed = self._trigger.kind == "S" and here.type == "state"
        government = backed and is_in(words.without_article(here.form.split()[0]), "lone_states")
        return here.type in {"group", "armed_group"} or (government and self._clauses.agrees(phrase, "f"))

    def _body_of(self, phrase: int) -> int:
        """The body at the end of somebody's title, of which a definite participle tells: رئيس المجلس المدعوم من."""
        here, form = self._phrases[phrase], self._form(self._trigger.token)
        candidate = is_in(here.form.split()[0], "standing")  # مرشح الحزب المدعوم من
        if here.type != "person" or self._trigger.kind not in "AS" or candidate:
            return phrase
        gender, k = "f" if form.endswith("ه") else "m", min(self._trigger.token, here.last)
        inner = [
            i for i in self._context.phrases if here.holds(self._phrases[i]) and 0 <= k - self._phrases[i].last <= 1
        ]
        bodies = [i for i in inner if self._phrases[i].type in _DESCRIBED and self._clauses.agrees(i, gender)]
        return bodies[0] if bodies else phrase

    def _tied_to(self) -> int | None:
        """To whom a force is tied right before a definite passive participle: الموالية للحكومة المدعومة من (11)."""
        k, form = self._trigger.token, self._form(self._trigger.token)
        if self._trigger.kind != "S" or self._trigger.relation != "supports" or not form.startswith("ال"):
            return None
        gender = "f" if form.endswith("ه") else "m"
        inner = (i for i in self._context.phrases if self._phrases[i].last == k and i not in self._context.outer)
        return next((i for i in inner if self._is_definite_tie(i) and self._clauses.agrees(i, gender)), None)

    def _is_definite_tie(self, phrase: int) -> bool:
        """Whether لـ and the article stand before the word: للحكومة."""
        return words.split(self._form(self._phrases[phrase].first))[1] == "لل"

    def _around_it(self) -> int | None:
        """The shortest phrase that the word is in, else who is named behind a word with a possessive."""
        own = self._apposed() if self._trigger.kind == "N" and self._trigger.pronoun else None
        return min(self._around, key=lambda i: self._phrases[i].length, default=own)

    def _is_one_of(self) -> bool:
        """Whether the word tells that the subject is one of several: تعد قطر من أبرز الداعمين لـ (Ryding 10.5)."""
        k = self._trigger.token
        told = self._trigger.relation == "supports" and self._trigger.kind in "AN"
        near = self._context.tokens[max(0, k - 1 - DEEMED) : max(0, k - 1)]  # يعد الحزب من حلفاء إيران
        if told and self._form(k - 1) == "من" and any(is_in(token.form, "deemed") for token in near):
            return True
        return told and is_in(self._form(k - 1), "elatives", "foremost") and self._form(k - 2) == "من"

    def _further(self) -> int | None:
        """Of whom a definite participle joined by و tells one thing more (Ryding 10.3): التابعة لإيران والموالية لـ.

        A preposition governs what stands right before it, which belongs to the attribute before.
        """
        k, form = self._trigger.token, self._form(self._trigger.token)
        if self._trigger.kind not in "AS" or self._trigger.relation != "supports" or form[:1] != "و":
            return None
        if not form.startswith("وال"):
            return self._tied_further()
        before = [i for i in self._context.outer if self._phrases[i].last <= k]
        if not before or self._phrases[before[-1]].last < k or self._clauses.bare(before[-1]):
            return None
        free = (i for i in reversed(before) if self._clauses.bare(i))
        far = next((i for i in free if k - self._phrases[i].last <= ATTRIBUTES), None)
        here = None if far is None else self._phrases[far]
        if far is None or here is None or here.type not in _DESCRIBED or self._clauses.parted(here.last, k):
            return None
        return far

    def _tied_further(self) -> int | None:
        """Of whom an indefinite participle joined to another tells: فصائل موالية لإيران ومدعومة من سوريا (10.3)."""
        k = self._trigger.token
        ties = [t for t in self._context.triggers if t.kind in "AS" and t.relation == "supports"]
        tie = next((t for t in reversed(ties) if 0 < k - t.token <= ATTRIBUTES), None)
        if tie is None or self._form(tie.token).startswith("ال") or self._clauses.parted(tie.token, k):
            return None
        here = (i for i in self._context.outer if self._phrases[i].first < tie.token <= self._phrases[i].last)
        found = next(here, None)
        return found if found is not None and self._phrases[found].type in _DESCRIBED else None

    def _of_clause(self, form: str) -> Filler | None:
        """Who is spoken of; a definite word of backing describes a noun before it, if one that stands for nobody."""
        if self.is_backing and not is_complement(self._context, self._trigger):  # وصل إلى قصر الرئيس بدعم من
            here = self._context.tokens[max(0, self._trigger.token - DONE_REACH) : self._trigger.token]
            done = any(is_in(token.form, "done") for token in here)  # تمت السيطرة على البلدة بدعم من
            done |= is_of_unnamed(self._context, self._phrases, self._trigger)
            front = None if done else subject_behind(self._context, self._phrases, self._trigger)
            subject = None if done else self._carried.last() if front is None else front
            return None if subject is None else Filler(subject, "carried")
        definite = self._trigger.relation == "supports" and form.startswith(("ال", "وال"))
        return self._of_deed() if definite else self._carried.implied()  # 320 من المنتمين إلى

    def _of_deed(self) -> Filler | None:
        """Whose a deed is that a definite participle describes, by nisba or pronoun: الدور الكويتي الداعم، بمواقفها."""
        if self._trigger.kind != "A":
            return None
        if (state := nisba.state_before(self._context, self._phrases, self._trigger.token)) is not None:
            return Filler(state, "nisba")
        deed = words.split(self._form(self._trigger.token - 1))[2]
        ending = next((e for e in _PRONOUNS if deed.endswith(e)), None)
        if ending is None or not is_in(deed.removesuffix(ending), "deeds"):
            return None
        return self._carried.antecedent(None, _PRONOUNS[ending])

    def _circumstance(self, form: str, *, aside: bool) -> Filler | None:
        """Whom a participle in the accusative tells of, by its ending (Ryding 11): خرجوا مطالبين، قال فلان، داعيا."""
        if self._trigger.relation == "demands" and form.endswith("ين"):
            return self._carried.several()
        return self._carried.circumstance() if aside else self._carried.implied()

    def _predicated(self) -> int | None:
        """Of whom an indefinite participle is the predicate (Ryding 4.1, 19): أن مصر مؤيدة لـ، بلاده مدعومة من.

        The subject stands right before it, an adverb or a verb of being between, and opens a clause behind أن or وهو.
        """
        k, form = self._trigger.token, self._context.tokens[self._trigger.token].form
        if self._trigger.kind not in "AS" or self._trigger.relation != "supports" or "ال" in form[:3]:
            return None
        while k > 1 and is_in(self._form(k - 1), "remaining", "negatives", "adverbs", "verbal_particles"):
            k -= 1
        before = next((i for i in self._context.outer if self._phrases[i].last == k and self._clauses.bare(i)), None)
        if before is None:
            return self._of_stance(k)
        first = self._phrases[self._lists.head(before)].first
        return before if first and is_in(self._form(first - 1), "complementizers") else self._of_stance(k)

    def _of_stance(self, k: int) -> int | None:
        """Whose stance is the subject before token ``k`` that the predicate tells of: أن موقف مصر داعم لـ (8.1)."""
        before = next((i for i in self._context.outer if self._phrases[i].last == k), None)
        stance = words.split(self._form(self._phrases[before].first - 1)) if before is not None else ("", "", "")
        return before if stance[1] == "" and is_in(stance[2], "stances") else None

    def _compared(self) -> int | None:
        """Who is told behind a comma or dash to be one among several: إيران، أهم حليف لدمشق (Ryding 10.5)."""
        k = self._trigger.token - 1
        if self._trigger.kind != "N" or not is_in(self._form(k), "elatives") or self._form(k - 1) not in _MARKS:
            return None
        return next((i for i in self._context.outer if self._phrases[i].last == k - 1), None)

    def _named_before(self) -> int | None:
        """Who is named before a comma, and behind it is what he is to another: فرنسا، الحليف التقليدي للبنان (4.4)."""
        k, form = self._trigger.token, self._form(self._trigger.token)
        apposed = self._trigger.kind == "N" and form.startswith("ال") and self._form(k - 1) in _COMMAS
        if not apposed or not any(self._phrases[i].first == k for i in self._around):
            return None
        return next((i for i in self._context.outer if self._phrases[i].last == k - 1), None)

    def _form(self, k: int) -> str:
        return self._context.tokens[k].form if k >= 0 else ""

    def _is_joined(self) -> bool:
        """Whether و or أو joins the word to what stands before it."""
        k = self._trigger.token
        return bool(words.split(self._form(k))[0]) or self._form(k - 1) in _OR

    def _apposed(self) -> int | None:
        """Who is named behind what he is to somebody: حليفه القديم، حليفته الأولى حركة كذا (Ryding 12.3)."""
        k = self._trigger.token
        behind = (i for i in self._context.outer if 0 < self._phrases[i].first - k <= APPOSED)
        near = next(behind, None)
        if near is None or self._lists.begins_clause(near) or self._clauses.parted(k, self._phrases[near].first):
            return None
        partitive = self._form(k + 1) == "من" and self._phrases[near].first == k + 2  # حلفاؤه من حزب كذا
        return near if partitive or self._clauses.bare(near) else None

    def obliged(self) -> Filler | None:
        """Whom a passive participle as predicate tells of (Ryding 11): الحكومة مطالبة بتوضيح، الجميع مدعوون إلى.

        The first of them is spelled like an active one.
        """
        if self._trigger.kind in "VN":
            return self._topic()
        k, tokens = self._trigger.token, self._context.tokens
        at = k + 1 + (k + 1 < len(tokens) and is_in(tokens[k + 1].form, "adverbs"))
        behind = tokens[at].form if at < len(tokens) else ""
        called = self._trigger.kind == "S" and (behind in {"الي", "من"} or preposition_of(behind) == "ل")
        called |= self._trigger.verb == _DEMAND and behind == "من"  # مطالبة من المجتمع الدولي
        aside = tokens[k].form.endswith("ا") or tokens[k].form.startswith(("ال", "وال", "ل", "ب"))
        end = k - (k > 0 and tokens[k - 1].surface in QUOTES)  # النقابات «مدعوة إلى التهدئة»
        before = [i for i in self._context.outer if self._phrases[i].last == end and self._clauses.bare(i)]
        return (
            Filler(before[0], "before")
            if before and (called or preposition_of(behind) == "ب" or behind == "بان") and not aside
            else None
        )

    def _topic(self) -> Filler | None:
        """Who has to, named before the verb of duty (Ryding 3, 14): إن إيران يجب أن توقف، مصر لا ينبغي أن تنتظر."""
        k, behind, tokens = self._trigger.start, self._trigger.until, self._context.tokens
        ends = {k}  # also with its own marks: حزب «النور» يجب أن
        while k and (tokens[k - 1].surface in QUOTES or is_in(tokens[k - 1].form, "negatives", "verbal_particles")):
            k -= 1
        topics = [i for i in self._context.outer if self._phrases[i].last in ends | {k}]
        topics = [i for i in topics if self._clauses.government(i) == ("", False)]  # not قتال الحركة يجب أن
        if not topics or behind + 1 >= len(tokens) or tokens[behind].form not in _THAT:
            return None
        verb = tokens[behind + 1 + (tokens[behind + 1].form == "لا")].form
        if is_in(verb, "done") or verb in _BEING:  # يجب أن يتم، يجب أن يكون
            return None
        if self._phrases[topics[-1]].type == "person" and not is_own_act(verb):  # الزعيم يجب أن يعين, be appointed
            return None
        agreeing = verb[:1] in "يت" and self._clauses.agrees(topics[-1], "m" if verb[0] == "ي" else "f")
        return Filler(topics[-1], "before") if agreeing else None

    @property
    def is_backing(self) -> bool:
        """Whether the word is an indefinite noun of support behind بـ, of whoever acts with it: بدعم، بغطاء جوي."""
        form = words.split(self._form(self._trigger.token))
        own = self._trigger.kind in "MN" and not self._trigger.pronoun and self._trigger.relation == "supports"
        return own and form[1] == "ب"

    def backer(self, beside: int | None) -> int | None:
        """The state whose nisba behind the word tells who backs; ``beside``: the phrase right behind it."""
        state = nisba.state_behind(self._context, self._phrases, self._trigger.until, adverb=True)
        return self._adverbial(beside) if state is None and self._trigger.kind == "S" else state

    def _adverbial(self, near: int | None) -> int | None:
        """``near``, right behind a participle, if a state of one word in the accusative: المدعوم تركيا."""
        phrase = None if near is None else self._phrases[near]
        state = phrase is not None and phrase.type == "state" and phrase.length == 1
        return near if state and phrase is not None and phrase.form.endswith("ا") else None
