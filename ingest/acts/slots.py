"""Which phrase fills a slot of a trigger's frame: subject, object, genitive, noun described, preposition.

Takes a context and a trigger, gives a ``Filler`` or None for each slot (Ryding 2005): subject and object go by order,
a masdar's genitive follows it (5.1), a participle describes a noun (11); an owner stands for his thing (8.1).
"""

from collections.abc import Sequence
from copy import copy
from functools import cached_property

from ingest.acts.beside import Beside
from ingest.acts.duties import Duty
from ingest.acts.meeting import Meeting
from ingest.acts.resuming import Resuming
from ingest.grammar import agreement
from ingest.grammar.adverbials import is_aside
from ingest.grammar.attacks import goes_on, is_own
from ingest.grammar.backers import is_of_next
from ingest.grammar.carried import Carried, Filler
from ingest.grammar.clauses import Clauses
from ingest.grammar.contents import Content
from ingest.grammar.deeds import Deeds
from ingest.grammar.described import Described
from ingest.grammar.harmed import Harmed
from ingest.grammar.lists import Lists
from ingest.grammar.masdars import genitive_place, is_astray, is_definite, is_done
from ingest.grammar.met_persons import tells_again
from ingest.grammar.offices import is_office
from ingest.grammar.order import Order
from ingest.grammar.parted_objects import parted_object
from ingest.grammar.pronouns import Pronouns
from ingest.grammar.received import owner_of_subject
from ingest.grammar.spoken_to import is_for_you, spoken_to
from ingest.grammar.thanked import thanked
from ingest.grammar.urged import takes_object
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import LETTERS
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

CLAUSE = 40  # tokens in which an argument behind a preposition is looked for
BETWEEN = 12  # tokens between talks and their sides: المحادثات النووية الجارية في فيينا بين
_ADDRESSING = {("من",), ("الي",), ("ل", "لصالح")}  # of whom something is asked


class Slots:
    """The slots of one trigger in one frame; every method gives a filler or None."""

    wanted: frozenset[str] = frozenset()  # the slots of the frame: a lone phrase is the object of a verb that wants one

    def __init__(self, context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger) -> None:
        """Look at one trigger, whatever its frame."""
        self._context, self._phrases, self._actors, self._trigger = context, phrases, actors, trigger
        self._clauses, self._lists = Clauses.of(context, phrases), Lists.of(context, phrases)
        self._deeds, self._duty = Deeds(context, phrases, trigger), Duty(context, phrases, trigger)
        self._harmed = Harmed(context, phrases, trigger)
        self.carried = Carried(context, phrases, actors, trigger, self._clauses)
        self.meeting = Meeting(context, phrases, trigger, self._clauses)
        self._pronouns = Pronouns(context, phrases, actors, trigger, self.carried)
        self._described = Described(context, phrases, trigger, self.carried)
        self._beside = Beside(context, phrases, trigger, self.meeting)
        self._resuming = Resuming(context, phrases, trigger, self._beside)
        self._behind: dict[tuple[bool, tuple[str, ...]], Filler | None] = {}

    def of(self, wanted: frozenset[str]) -> "Slots":
        """The slots of the same trigger in another frame; what does not hang on the frame is looked up once."""
        other = copy(self)
        other.wanted = wanted
        return other

    def fill(self, slot: str, role: str = "source") -> Filler | None:
        """The filler of the slot of that name; ``role`` is what it is for, source or target."""
        if is_for_you(self._context, self._trigger, slot, role):
            told = spoken_to(self._context, self._phrases, self._trigger)
            return None if told is None else Filler(told, "far")
        if slot == "subj":
            here = self._context, self._phrases, self._trigger
            topic = (self._harmed.topic() or owner_of_subject(*here, self.carried)) if role == "target" else None
            return topic or self.subject()
        if slot in {"obj", "gen"}:
            return self.object() if slot == "obj" else self.genitive(role)
        if slot == "noun":
            if role == "source" and self._trigger.kind == "S":  # مدعو, who is called and does not call
                return None
            obliged = role == "target" and (self._trigger.kind == "A" or self._trigger.relation == "demands")
            return self._described.obliged() if obliged else self._described.noun()
        found = self.behind(*LETTERS[slot])
        return None if role == "source" and is_astray(self._trigger, slot, found) else found

    def lists(self, phrase: int) -> bool:
        """Whether the phrase is one of several in a list."""
        return len(self._lists.listed(phrase)) > 1

    def implied(self) -> Filler | None:
        """Who is to be understood: of what somebody is sent for whoever is sent, else the subject of the clause.

        Who will do what is to be done by nobody named (Ryding 38) is, of a threat, whoever utters it: سيُحالون.
        """
        if (
            self._trigger.kind == "P" or is_done(self._context, self._trigger)
        ) and self._trigger.relation == "threatens":
            return self.carried.speaker()
        return self._thanked or self.meeting.sent() or self.meeting.having() or self.carried.implied()

    @cached_property
    def _thanked(self) -> Filler | None:
        """Who backs, where thanks go to him for it: شكر الوزير قطر على دعمها."""
        return None if (by := thanked(self._context, self._phrases, self._trigger)) is None else Filler(by, "carried")

    def host(self) -> Filler | None:
        """Who holds the meeting that gathers others."""
        return self.meeting.host(self.wanted)

    @property
    def is_active(self) -> bool:
        """Whether the trigger is a verb in the active."""
        return self._trigger.kind == "V"

    @property
    def is_passive(self) -> bool:
        """Whether the trigger is a passive participle, whose agent a preposition brings."""
        return self._trigger.kind == "S"

    @property
    def is_alone(self) -> bool:
        """Whether the trigger is a singular verb, which goes on with no list before it (Ryding 3.1.2)."""
        surface = self._context.tokens[self._trigger.token].surface
        return self.is_active and not agreement.is_plural(surface, self._trigger.verb)

    @property
    def is_masdar(self) -> bool:
        """Whether the trigger is a masdar, whose subject is that of its clause."""
        return self._trigger.kind == "M"

    def subject(self) -> Filler | None:
        """Of a verb: by its order; of another word: carried on."""
        return self._order[0] if self._trigger.kind in "VP" else self.carried.implied()

    def object(self) -> Filler | None:
        """Of a verb: by its order; of a masdar or participle: the phrase right behind it or its genitive."""
        if self._trigger.kind in "VP":
            if self.meeting.gathers(self.wanted):
                return self.meeting.gathered(self.carried)
            told, owner = self._order[1], self._deeds.owner()
            if owner is not None and (told is None or self._phrases[owner].first < self._phrases[told.phrase].first):
                return Filler(owner, "of")
            return (
                told
                or self._pronouns.strong(self._trigger.until, self._doer)
                or self._of_nisba(self._trigger.token, ())
                or self._harmed.object(self._order[0])
                or self._deeds.doer()
                or self._deeds.praised()
            )
        genitive = self._beside.at(self._trigger.until)
        aside = genitive is not None and self.meeting.is_occasion(genitive)
        if self._trigger.kind == "M" and genitive is not None and not self._trigger.pronoun:
            behind = self._beside.behind(genitive)
            strong = self._pronouns.strong(self._clauses.end_of_list(genitive), self._doer)
            return strong if behind is None else Filler(behind, "far")
        if (aside or genitive is None) and self._trigger.kind == "M" and self._trigger.pronoun:
            urged = self._pronouns.urged(self.implied)
            return None if aside else urged or self.meeting.after_place() or self._deeds.in_construct()
        near = None if genitive is None else Filler(genitive, "near")
        over = parted_object(self._context, self._phrases, self._trigger, self._trigger.until)
        near = near or self._pronouns.strong(self._trigger.until, self._doer) or over or self._harmed.owner()
        return near if near or self._trigger.kind != "A" else self._praised

    @property
    def _praised(self) -> Filler | None:
        """Whose deed a participle praises: مثمنا موقف مصر، مثمنا الجهود التي تبذلها، مثمنا الدور المصري."""
        return self._deeds.praised() or self._of_nisba(self._trigger.token, ()) or self._deeds.doer()

    def _whose(self) -> Filler | None:
        """Whose act it is, of a masdar by its pronoun or genitive."""
        own = self._trigger.kind == "M" and (self._trigger.pronoun or self._trigger.relation == "supports")
        return self.genitive("source") if own else self._doer() or self.subject()

    def _doer(self) -> Filler | None:
        """Whose act it is, of a verb or active participle."""
        kind = self._trigger.kind
        return self.subject() if kind in "VP" else self._described.noun() if kind == "A" else None

    @cached_property
    def _order(self) -> tuple[Filler | None, Filler | None]:
        here = self._context, self._phrases, self._actors, self._trigger
        return Order(*here, wanted=self.wanted, has_oblique=self._has_oblique).both()

    def _has_oblique(self) -> bool:
        """Whether a preposition brings an argument; whom its pronoun stands for hangs on the subject, which asks so."""
        wanted = [LETTERS[slot] for slot in self.wanted if slot in LETTERS]
        return any(self._resuming.holds(one) or self.behind(*one) is not None for one in wanted)

    def genitive(self, role: str) -> Filler | None:
        """What a noun stands in construct with, the antecedent of its possessive, or the state its nisba names.

        The source of a construction's masdar follows the masdar (وقوف مصر إلى جانب), its target the whole.
        """
        if role == "source" and (is_done(*(here := (self._context, self._trigger))) or takes_object(*here)):
            return None
        if is_done(self._context, self._trigger) and self._trigger.pronoun:
            # that of one is as often what is to be done away with: ستتم مواجهته
            return self.carried.antecedent(None) if self._trigger.pronoun == "3mp" else None
        if self._trigger.pronoun:
            own = role == "source" or self._trigger.kind == "N"
            return self._thanked or (self.carried.possessor() if own else self.carried.implied())
        if self._trigger.start < self._trigger.token == self._trigger.until - 1:
            return None  # الدعم الذي تلقته مصر من
        place = genitive_place(self._context, self._trigger, role)
        near = None if is_definite(self._context, self._trigger, role) else self._beside.shared(place, role)
        if near is not None:
            return Filler(near, "near")
        return self._deeds.in_construct() or self._harmed.owner() if role == "target" else self._harmed.doer(place)

    def behind(self, *prepositions: str) -> Filler | None:
        """The first phrase of the clause that one of these prepositions governs, itself or by a thing of its."""
        key = self.meeting.is_closed(self.wanted, prepositions), prepositions
        if key not in self._behind:
            resumes = self._resuming.holds(prepositions)
            self._behind[key] = self._resumed(prepositions) if resumes else self._governed(prepositions)
        return self._behind[key]

    def _resumed(self, prepositions: tuple[str, ...]) -> Filler | None:
        form = self._resuming.among(prepositions)
        return self._pronouns.resumed(form, self._whose) if form else self.carried.speaker()

    def _governed(self, prepositions: tuple[str, ...]) -> Filler | None:
        k, backs = self._trigger.after, self._trigger.relation == "supports"
        for i in self._beside.candidates:
            first = self._phrases[i].first
            within = self._trigger.token < first <= k + CLAUSE
            if not within or (first <= k and not self._may_precede(prepositions, i)):
                continue
            if backs and (self._deeds.does(i, k, prepositions) or self._deeds.is_told_in(i, k, prepositions)):
                return Filler(i, "of")
            if self._leaves(prepositions, k, first) or self.meeting.is_tied(i) or self._duty.falls_short(i):
                continue
            by, of_thing = self._clauses.government(i)
            if backs and by == "ل" and is_office(self._context, self._phrases, i):
                continue
            if by == "ل" and (deed := self._deeds.of_nisba(k, prepositions, first)) is not None:
                return deed  # تقدير الحركة للدعم الإيراني للشعب
            own = of_thing and is_own(self._context, self._trigger, by, self._phrases[self._lists.head(i)].first)
            if own or is_aside(self._context, self._phrases, self._trigger, first):
                continue
            late = self._duty.is_upon and (of_thing or first > self._trigger.until + 1)
            if late or (prepositions in _ADDRESSING and self._duty.is_of_content(i, prepositions[0])):
                return None
            aside = self.meeting.is_place(i, by, of_thing=of_thing) or goes_on(self._context, self._trigger, by, first)
            direct = by in prepositions and by and not aside
            if direct or (self._trigger.relation == "supports" and by == "ل" and self._deeds.owns(i, k, prepositions)):
                return Filler(i, "of" if of_thing or not direct else "near" if first - k <= 3 else "far")
        return self._of_nisba(k, prepositions) or self._of_owned(k, prepositions)

    def _may_precede(self, prepositions: tuple[str, ...], phrase: int) -> bool:
        return self._deeds.may_precede(prepositions, phrase) or self.meeting.may_precede(prepositions)

    def _of_owned(self, k: int, prepositions: Sequence[str]) -> Filler | None:
        """Whose deed it is that is praised or backed, by the pronoun behind it: أشاد بمواقفه."""
        pronoun = self._deeds.of_pronoun(k, prepositions)
        doer = self._doer() if pronoun else None
        found = self.carried.antecedent(None if doer is None else doer.phrase, pronoun) if pronoun else None
        return None if found is None or found.phrase not in self._context.outer else found

    def _of_nisba(self, k: int, prepositions: Sequence[str]) -> Filler | None:
        """The state whose nisba describes the thing governed, or tells who backs: المدعوم إيرانيا، بدعم أميركي (11)."""
        if "من" in prepositions and (self._trigger.kind == "S" or self._described.is_backing):
            named = self._described.backer(self._beside.at(self._trigger.until))
            return None if named is None else Filler(named, "nisba")
        return self._deeds.of_nisba(k, prepositions) or self._harmed.governed(k, prepositions)

    def _leaves(self, prepositions: Sequence[str], low: int, high: int) -> bool:
        """Whether an argument between the two tokens belongs to another clause; only بـ and لـ stay within one."""
        if prepositions == LETTERS["bayna"]:
            between = (words.without_article(t.form) for t in self._context.tokens[low + 1 : high])
            if any(is_in(form, "between_states") for form in between) or high - low > BETWEEN:
                return True
        within = {"ب", "ل", "من"} if self._trigger.relation == "threatens" else {"ب", "ل"}  # بقتلهم، وطلب من السكان
        free = within.isdisjoint(prepositions) and not self.meeting.is_closed(self.wanted, prepositions)
        parted = self._clauses.stopped if free else self._clauses.parted
        next_ = (self.is_passive and is_of_next(self._context, low, high)) or tells_again(self._context, low, high)
        own = [i for i in self._context.outer if self._phrases[i].first == low + 1]  # التقى وفد ضم فلانا وفلانا بالوزير
        low = max(low, self._clauses.end_of_list(own[0]) - 1) if own and self._trigger.relation == "meets" else low
        return next_ or parted(low, high) or ("ل" in prepositions and self._deeds.is_set_off(low, high))

    def content(self, prepositions: Sequence[str]) -> Filler | None:
        """The first actor of what is demanded or threatened, behind one of these prepositions or none (gen)."""
        letters = frozenset(letter for name in prepositions for letter in LETTERS.get(name, ()))
        content = Content(self._context, self._phrases, self._trigger, self._clauses)
        object_ = "obj" in prepositions and self._trigger.relation == "demands"
        whose = content.actor(letters, direct="gen" in prepositions, object_=object_)
        if whose is None and self._trigger.relation == "demands":
            whose = content.sides(letters) or content.agent(letters)
        pronoun = content.pronoun(letters) if whose is None else ""
        if not pronoun:
            return whose
        doer = self._doer()
        return self.carried.antecedent(None if doer is None else doer.phrase, pronoun)
