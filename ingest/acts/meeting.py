"""Who meets, where the word of meeting does not govern them: what is told of a meeting by the clause around it.

Takes a context and a trigger, gives a ``Filler`` or None: whom a meeting gathers (لقاء جمع الوزير بنظيره), whom they
met behind place and time (لقائه في القاهرة أمس الرئيس), who is sent to meet (أوفد مبعوثه للقاء), and whom one speaks to
at a meeting of two (أبلغه في لقاء قصير).
"""

from collections.abc import Sequence
from functools import cached_property

from ingest.acts.derived_frames import summons
from ingest.acts.wanted_meetings import wanting
from ingest.grammar.carried import Carried, Filler
from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.grammar.travellers import is_over_visit
from ingest.grammar.verbs import Verbs
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

GATHER_REACH = 12  # tokens between a verb of gathering and whom it gathers
PLACE_REACH = 9  # tokens from whose meeting it is over place and time to whom they met
ADJECTIVES = 3  # words from a noun with its adjectives to its preposition: الاتفاق النووي الإيراني مع
RECEPTION = 16  # tokens from a reception at the airport to those who are there, over guest and place
_HAD = "قد"
_COMMAS, _GOING_ON = frozenset("،,"), frozenset({"حيث", "ثم", "كما"})
_OF_PEOPLE = ("titles", "people", "bodies", "definite_bodies", "sides", "both_persons", "human_plurals", "delegations")
_PEOPLE, _BODIES = frozenset({"person", "group"}), frozenset({"state", "organization"})


class Meeting:
    """The meeting that a trigger tells of; for triggers of other relations every method gives None."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger, clauses: Clauses) -> None:
        self._context, self._phrases, self._trigger, self._clauses = context, phrases, trigger, clauses
        self._lists, self._verbs = Lists.of(context, phrases), Verbs.of(context, phrases)
        self._meets = trigger.relation == "meets"

    @cached_property
    def _is_mutual(self) -> bool:
        """Whether the trigger is a masdar of what people do with each other, as its own frames in the lexicon tell."""
        masdar = self._meets and self._trigger.kind == "M"
        return masdar and bool(load_lexicon()[self._trigger.entry].masdar_frames) and not summons(self._trigger)

    @property
    def is_purpose(self) -> bool:
        """Whether the trigger is a masdar of what somebody goes or is sent for: للقاء الرئيس، إلى لقاء الرئيس."""
        k, tokens = self._trigger.token, self._context.tokens
        governed = preposition_of(tokens[k].form) == "ل" or (k > 0 and tokens[k - 1].form == "الي")
        return self._meets and self._trigger.kind == "M" and (governed or self.wanting is not None)

    @cached_property
    def wanting(self) -> int | None:
        """The verb by which somebody wants or refuses the meeting: رفض الرئيس لقاء الوزير."""
        return wanting(self._context, self._phrases, self._clauses, self._trigger)

    @property
    def is_errand(self) -> bool:
        """Whether the trigger is what somebody goes for by لـ, and nothing arranged: وصل الوسيط للقاء الوزيرين."""
        k = self._trigger.token
        before = self._context.tokens[k - 1].form if k else ""
        bare = {before.removeprefix("و"), words.without_article(before)}
        arranged = any(is_in(form, "arrangements", "partnered") for form in bare)
        return self.is_purpose and preposition_of(self._context.tokens[k].form) == "ل" and not arranged

    def sent(self) -> Filler | None:
        """Whom one sends to meet: right before the purpose, or behind a verb of sending (أوفدت موسكو مبعوثا للقاء)."""
        if not self.is_purpose:
            return None
        k = self._trigger.token
        before = [i for i in self._context.outer if self._phrases[i].last <= k and self._is_person(i)]
        if not before:
            return None
        last, opening = before[-1], self._context.subject
        if self.wanting is not None and self.wanting >= self._phrases[last].last:
            joined = self._context.tokens[self.wanting].form.startswith("و")
            return Filler(opening, "carried") if joined and opening is not None and opening in before else None
        sends = any(
            is_in(token.form.removeprefix("و"), "sending") and not self._clauses.stopped(j, k)
            for j, token in enumerate(self._context.tokens[: self._phrases[last].first])
        )
        return Filler(last, "carried") if sends or self._phrases[last].last == k else None

    def having(self) -> Filler | None:
        """Who has the meeting, behind لـ right before it (Ryding 16): وكان للوزير لقاء مع نظيره."""
        k, tokens = self._trigger.start, self._context.tokens
        if not self._meets or self._trigger.kind not in "MN" or preposition_of(tokens[k].form):
            return None
        before = [i for i in self._context.outer if self._phrases[i].last == k]
        if not before or self._context.prepositions[before[0]] != "ل":
            return None
        first = self._phrases[self._lists.head(before[0])].first
        being = first == 0 or is_in(tokens[first - 1].form.removeprefix("و"), "past", "auxiliaries")
        return Filler(before[0], "near") if being else None

    def receives(self, phrase: int) -> bool:
        """Whether the phrase opens the list of those who meet somebody on arrival.

        وكان في استقبال الضيف، فلان; كان في استقبال الرئيس في المطار فلان.
        """
        k, tokens, first = self._trigger.token, self._context.tokens, self._phrases[phrase].first
        was = self._is_arrival and k > 1 and is_in(tokens[k - 2].form.removeprefix("و"), "past")
        listed = tokens[first - 1].surface in _COMMAS and not self._clauses.stopped(k, first)
        there = was and first - k <= RECEPTION and not self._clauses.parted(k, first)
        person = self._is_person(phrase) and not self._phrases[phrase].clitics.startswith("و")  # وصوله والوفد المرافق
        return self._is_arrival and (listed or there) and person

    @property
    def _is_arrival(self) -> bool:
        """Whether people stand in wait for somebody who arrives: في استقباله."""
        k = self._trigger.token
        return self._trigger.entry == "istaqbala" and k > 0 and self._context.tokens[k - 1].form in {"في", "وفي"}

    def is_place(self, phrase: int, by: str, *, of_thing: bool) -> bool:
        """Whether the phrase behind بـ says where actors meet rather than whom: بالدوحة، بمقر السفارة.

        Nor does إلى behind a masdar, save right behind it: اجتماعه إلى الوزير; عقب اجتماع الحكومة أحال إلى البرلمان.
        Nobody meets whoever has the thing that a preposition governs, save who summons: زيارة لمقر الحزب، خطاب الرئيس.
        Nor is لـ behind a comma of somebody's own meeting: خلال استقباله السفير، دعم بلاده للبنان.
        """
        between = self._context.tokens[self._trigger.until : self._phrases[phrase].first]
        apart = self._trigger.kind == "M" and self._trigger.pronoun and any(t.surface in _COMMAS for t in between)
        elsewhere = by == "الي" and self._is_mutual and self._phrases[phrase].first > self._trigger.until + 1
        of_people = by != "ب" and self._is_of_people(phrase)
        at = by == "ب" and self._phrases[phrase].type == "state"
        apart = bool(apart) and by == "ل"
        return self._meets and (elsewhere or at or apart or (of_thing and not of_people and not summons(self._trigger)))

    def _is_of_people(self, phrase: int) -> bool:
        """Whether the word before the phrase is somebody's: مع رئيس جمعية، مع وفد من اللجنة، من طرف الرئيس."""
        before = words.split(self._context.tokens[self._phrases[phrase].first - 1].form)[2]
        bare = words.without_article(before)
        return before == "من" or any(is_in(bare, kind) for kind in _OF_PEOPLE)

    def may_precede(self, prepositions: Sequence[str]) -> bool:
        """Whether whom one meets may stand before the noun of a meeting held: عقد مع السفير لقاء (Ryding 16)."""
        return self._meets and self._trigger.after > self._trigger.token and "مع" in prepositions

    def _is_person(self, phrase: int) -> bool:
        return self._phrases[phrase].type in _PEOPLE and self._clauses.bare(phrase)

    def after_place(self) -> Filler | None:
        """The object behind where and when somebody met: لقائه في القاهرة أمس الرئيس المصري."""
        k, tokens = self._trigger.token, self._context.tokens
        if self._is_arrival:
            behind = (i for i in self._context.outer if k < self._phrases[i].first)
            return next((Filler(i, "far") for i in behind if self.receives(i)), None)
        for i in self._context.outer if self._meets else ():
            first = self._phrases[i].first
            if k < first <= k + PLACE_REACH and self._clauses.bare(i):
                around = {tokens[k + 1].surface, tokens[first - 1].surface} <= _COMMAS  # لقائه، في مكتبه، فلانا
                inside = tokens[k + 2 : first - 1] if around and first - k > 3 else tokens[k:first]
                aside = any(token.surface in _COMMAS for token in inside) or self._clauses.parted(k, first)
                return None if aside or self._clauses.government(i)[1] else Filler(i, "far")
        return None

    def gathers(self, wanted: frozenset[str]) -> bool:
        """Whether the verb's subject is a meeting, before it or behind (ضم اللقاء); ``wanted``: its frame's slots."""
        return self._meets and self._trigger.until > self._trigger.start + 1 and {"obj", "subj"} & wanted == {"obj"}

    def is_closed(self, wanted: frozenset[str], prepositions: Sequence[str]) -> bool:
        """Whether whom مع brings stands in its clause: لقاء بين أ مع ب; قمة جمعتهما، أجرى بعدها لقاء مع."""
        return self.gathers(wanted) or ("مع" in prepositions and not wanted.isdisjoint({"bayna", "li"}))

    def is_occasion(self, phrase: int) -> bool:
        """Whether the visit only tells when a verb before it has somebody met: سيلتقي الوزير خلال زيارته الرئيس."""
        edge, here = self._trigger.token - 1, self._phrases[phrase]
        ends = {edge, *(self._phrases[i].first for i in self._context.outer if self._phrases[i].last == edge)}
        verbs = (t.token for t in self._context.triggers if t.kind == "V" and t.token + 1 in ends)
        return any(is_over_visit(self._context, k, edge, here) for k in verbs)

    def gathered(self, carried: Carried) -> Filler | None:
        """Whom the meeting gathers: behind the verb, or whoever the clause tells of (جمعه)."""
        k, form = self._trigger.until - 1, self._context.tokens[self._trigger.token].form
        if form.endswith(("ه", "ها", "هم", "هما")):
            one = self._last_person(k, "m" if form.endswith("ه") else "f") if form.endswith(("ه", "ها")) else None
            return carried.implied() if one is None else Filler(one, "pronoun")
        for i in self._context.outer:
            first = self._phrases[i].first
            if k < first and self._clauses.bare(i):
                near = first - k <= GATHER_REACH and not self._clauses.parted(k, first)
                return Filler(i, "near" if first == k + 1 else "far") if near else None
        return None

    def host(self, wanted: frozenset[str]) -> Filler | None:
        """Who holds the meeting and so meets those whom it gathers: عقد الوزير اجتماعا ضم السفراء (Ryding 14.3)."""
        if not (self._meets and self.gathers(wanted)):
            return None
        noun = self._trigger.start
        held = (t for t in self._context.triggers if t.relation == "meets" and t.kind == "V" and t.until == noun + 1)
        verb = next((t.token for t in held if t.token < noun), None)
        for i in self._context.outer if verb is not None else ():
            if verb is not None and verb < self._phrases[i].first < noun and self._is_person(i):
                return Filler(i, "near")
        return None

    def goes_on(self, carried: Carried) -> bool:
        """Whether the verb goes on with a person of its sentence, so that the list behind it is who is met.

        وصل الأمير إلى طهران حيث التقى فلانا وفلانا; يزور الوزير بيروت ويلتقي فلانا وفلانا (Ryding 14, 18).
        """
        k, tokens = self._trigger.token, self._context.tokens
        before = tokens[k - 1].form if k else ""
        joined = k > 1 and tokens[k].form[:1] in "وف"
        during = k + 1 < len(tokens) and is_in(tokens[k + 1].form, "during")
        during |= before == _HAD or self._clauses.has_pronoun(k)  # كان قد التقى، أعلن أمس أنه التقى فلانا وفلانا
        if not (self._meets and self._trigger.kind == "V" and (joined or during or before in _GOING_ON)):
            return False
        subject = carried.implied()
        return subject is not None and subject.how == "carried" and self._phrases[subject.phrase].type in _PEOPLE

    def _last_person(self, k: int, gender: str) -> int | None:
        """The last person before token ``k`` that agrees, here or in the sentence before (Ryding 12.3)."""
        before = [i for i in self._context.outer if self._phrases[i].last <= k]
        told = (i for i in (*reversed(before), self._context.inherited) if i is not None)
        persons = (i for i in told if self._phrases[i].type == "person")
        return next((i for i in persons if self._clauses.agrees(i, gender)), None)

    def is_tied(self, phrase: int) -> bool:
        """Whether مع ties who is no person to a noun or participle before it rather than to the meeting (Ryding 16).

        العلاقات الثنائية مع إيران، المتحالفين مع طهران; but محادثات السلام مع طهران, in construct with the talks.
        """
        tokens, place, k = self._context.tokens, self._phrases[self._lists.head(phrase)].first - 1, self._trigger.after
        met = self._meets and self._phrases[phrase].type != "person"
        if not met or place <= k or tokens[place].form.removeprefix("و") != "مع":
            return False
        about = any("content" in frame for frame in load_lexicon()[self._trigger.entry].frames)  # بحث الاتفاق مع
        own = self._trigger.until if self._trigger.kind in "MN" and not about else k
        for j in range(place - 1, max(own, place - 1 - ADJECTIVES), -1):
            if is_in(words.split(tokens[j].form)[2], "partnered"):
                return True
            if not tokens[j].form.startswith("ال"):
                return False
        return False

    def peer(self, source: Filler, target: Filler) -> Filler | None:
        """The person who meets a person, where a state or body would be understood; None for other sources.

        أعلن الوزير أن بلاده باقية، خلال لقائه نظيره: it is the minister that has a counterpart; and أن بلاده
        باقية، وأنها ستلتقي الرئيس: she, who speaks.
        """
        understood = source.how in {"carried", "inherited"} and self._phrases[source.phrase].type in _BODIES
        state = self._phrases[source.phrase].type == "state"  # جولة تشمل بلجيكا لعقد مباحثات مع مسؤولين
        people = _PEOPLE if self.is_purpose and state else frozenset({"person"})
        if not (self._meets and understood and self._phrases[target.phrase].type in people):
            return None
        here = (
            i for i in self._context.outer if self._phrases[i].last <= self._trigger.start and self._clauses.bare(i)
        )
        earlier = self._context.inherited if source.how == "inherited" else None
        told = (i for i in (*here, earlier) if i is not None)
        before = [i for i in told if self._phrases[i].type == "person"]
        return Filler(before[0], "carried") if before else None

    def other_of_two(self, source: Filler, actors: Sequence[int]) -> Filler | None:
        """The other of two whose meeting a pronoun of the dual tells of (Ryding 12.3): أبلغ الوزير نظيره خلال لقائهما.

        The last of the source's kind before the word, of this sentence or the subject of the one before.
        """
        gathers = self._meets and self._trigger.kind == "V" and self._trigger.start < self._trigger.token
        both = gathers and self._context.tokens[self._trigger.token].form.endswith("هما")  # لقاء جمعهما
        if not (both or (self._is_mutual and self._trigger.pronoun == "3d")):
            return None
        people = self._phrases[source.phrase].type in _PEOPLE
        here = [i for i in self._context.outer if self._phrases[i].last <= self._trigger.start]
        earlier = self._context.inherited
        here = [i for i in here if not self._clauses.government(i)[1]]  # not the sender: تحيات الرئيس
        for i in (*reversed(here), *(() if earlier is None else (earlier,))):
            if actors[i] != actors[source.phrase] and (self._phrases[i].type in _PEOPLE) == people:
                return Filler(i, "carried")
        return None

    def addressed(self, source: int) -> Filler | None:
        """Whom the subject of the clause speaks to at a meeting of two: أبلغ الوزير نظيره في لقاء قصير أن."""
        k, tokens, last = self._trigger.token, self._context.tokens, self._phrases[source].last
        private = k > 0 and is_in(tokens[k - 1].form, "occasions")
        private = private and is_in(words.without_article(tokens[k].form), "encounters")
        here = self._phrases[source].sentence == self._context.number and last <= k
        if not (self._meets and self._trigger.kind in "MN" and here and private):
            return None
        for i in self._context.outer:
            if last <= self._phrases[i].first < k and self._phrases[i].type in _PEOPLE:
                return Filler(i, "far") if self._is_told(i, source) else None
        return None

    def _is_told(self, phrase: int, source: int) -> bool:
        """Whether the phrase is object or dative of the verb whose subject is the source, and the meeting of both."""
        (by, of_thing), first = self._clauses.government(phrase), self._phrases[phrase].first
        last, tokens = self._phrases[source].last, self._context.tokens
        if by not in {"", "ل"} or of_thing or self._lists.head(phrase) == self._lists.head(source):
            return False
        apart = any(token.surface in _COMMAS for token in tokens[last:first]) or self._clauses.stopped(last - 1, first)
        parted = self._clauses.parted(self._phrases[phrase].last - 1, self._trigger.token)
        return not apart and not parted and sum(last <= v < first for v in self._verbs.seen) < 2
