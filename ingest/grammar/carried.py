"""Who is meant by what is not said: a subject carried on, the speaker behind a first person, a pronoun's antecedent.

Takes a context and a trigger, gives a ``Filler``: the phrase, and how it was found. A verb without a subject goes on
with the one before it that agrees (pro-drop, Ryding 3.1); نحن in somebody's mouth is the speaker.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ingest.grammar import agreement
from ingest.grammar.called_acts import asked_to_cease, called_upon, is_of_another
from ingest.grammar.clauses import Clauses
from ingest.grammar.fronted import subject_behind
from ingest.grammar.lists import Lists
from ingest.grammar.opening_verbs import is_of_opening_verb
from ingest.grammar.other_subjects import is_of_other, is_place, tells_of_talks
from ingest.grammar.own_forces import owner_gender
from ingest.grammar.parallels import first_owner, own_word
from ingest.grammar.purposes import controller
from ingest.grammar.sayings import Sayings, Speech, speaker_at
from ingest.grammar.shown_backing import telling_participle
from ingest.grammar.subjects import Subjects
from ingest.grammar.tellers_and_told import quoted_by, tells_of_another
from ingest.grammar.thanked import thanked_for
from ingest.grammar.told_before import goes_on, is_collective, is_dateline, is_of_document, reproved, told_before
from ingest.grammar.two_subjects import of_two
from ingest.naming.press import only_tells
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.verb_persons import is_dual
from ingest.text.word_classes import word_class

_PERSONS = {"3ms": {"person", "organization", "armed_group", "state"}, "3mp": {"group", "armed_group", "person"}}
_SEVERAL = {"group", "armed_group", "organization"}
OWNED = 3  # letters of a noun with a pronoun, at least: دوره
_WITHIN = frozenset({"في", "علي", "الي"})  # between a quality or act and what it is for: دورها في دعم، حرصه على دعم
# near: at its place, at most a word between; far: over a gap; before: verb behind subject; relative: noun of a
# relative clause; of: in construct with the thing that fills the slot; pronoun: its antecedent; carried: subject of
# a clause before; inherited: of a sentence before; speaker: who says we; nisba: by an adjective.
How = Literal["near", "far", "before", "relative", "of", "pronoun", "carried", "inherited", "speaker", "nisba"]


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase in a slot, and how it was found there."""

    phrase: int
    how: How


class Carried:
    """What the words before a trigger leave to be understood at it."""

    def __init__(
        self, context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, clauses: Clauses
    ) -> None:
        self._context, self._phrases, self._actors, self._trigger = context, phrases, actors, trigger
        self._lists = Lists.of(context, phrases)
        self._clauses, self.subjects = clauses, Subjects.of(context, phrases)
        self.implied = cache(self._implied)  # who is to be understood: asked for by slot after slot

    def _implied(self) -> Filler | None:
        """Who speaks, for the first person; else the subject of the clause before, or of the sentence before."""
        k, gender, several = self._trigger.token, "", False
        if (word := own_word(self._context, self._trigger)) is not self._trigger:
            return Carried(self._context, self._phrases, self._actors, word, self._clauses).possessor()
        near = self._actor_of_masdar() if self._trigger.kind == "M" else None
        if is_of_another(self._context, self._phrases, self._trigger, near):
            here = self._context, self._phrases, self._trigger
            asked = called_upon(*here) if (ceasing := asked_to_cease(*here)) is None else ceasing
            return None if asked is None else Filler(asked, "carried")
        if self._trigger.kind in "VP":
            surface = self._context.tokens[k].surface
            mine = agreement.speaks(surface, self._trigger.verb) or self._is_vowed
            own = owner_gender(self._context, self._trigger)
            by = self.speaker() if mine or own else None
            if mine or (by is not None and by.how == "speaker"):
                return by
            thanked = thanked_for(self._context, self._phrases, self._trigger)
            if thanked is not None or (not own and is_of_other(self._context, self._phrases, self._trigger)):
                return None if thanked is None else Filler(thanked, "carried")
            talks = tells_of_talks(self._context, self._trigger)
            gender = "" if talks else own or agreement.of_verb(surface, self._trigger.verb)
            several = agreement.is_plural(surface, self._trigger.verb)
        else:
            if near is None and not self._trigger.pronoun:
                near = subject_behind(self._context, self._phrases, self._trigger)
            if near is not None:
                return Filler(near, "carried")
            gender, several = self._of_owned()
        found = self._last_subject(gender, several=several)
        two = of_two(self._context, self._phrases, self._trigger, [found.phrase] if found else []) if several else None
        return found if two is None else Filler(two, "carried")

    def _of_owned(self) -> tuple[str, bool]:
        """Gender and number of whose quality or act the masdar is, by a pronoun before it (12.3): لمسؤوليتها في دعم."""
        k, tokens = self._trigger.start, self._context.tokens
        governed = self._trigger.relation == "supports" and k > 1 and tokens[k - 1].form in _WITHIN
        if self._trigger.kind != "M" or not governed:
            return "", False
        word = tokens[k - 2]
        noun = len(word.form) > OWNED and word_class(word.form, word.surface)[-1] in "nb"
        ending = next((e for e in ("ها", "هم", "ه") if noun and word.surface.endswith(e)), "")
        return {"ها": "f", "ه": "m"}.get(ending, ""), ending == "هم"

    def _last_subject(self, gender: str, *, several: bool) -> Filler | None:
        """The agreeing subject before, for a plural or dual one of several first and none that is one alone."""
        if several and (subject := self._goes_on(gender, several=True)) is not None:
            return subject
        k, inherited = self._trigger.token, self._context.inherited
        backs = self._trigger.relation == "supports" and self._trigger.kind in "VP"
        one = None if backs and not several else False  # with a singular no people goes on
        subject, bare = self._goes_on(gender, several=one), self.subjects.bare_before(k, gender)
        for found in (subject, None if bare is None else Filler(bare, "carried")):
            other = found is not None and one is None and agreement.is_people(self._phrases[found.phrase])
            if found is not None and not other and not (several and self.subjects.is_one(found.phrase)):
                return found
        plural = agreement.is_plural(self._context.tokens[k].surface, self._trigger.verb)  # وطالبوا, of a body's people
        alone = inherited is None or not plural or self.subjects.is_one(inherited)
        return None if alone or inherited is None else Filler(inherited, "inherited")

    def _goes_on(self, gender: str, *, several: bool | None = False) -> Filler | None:
        """The agreeing subject of the clause before, or of the sentence before; ``several``: that is not one alone."""
        subject, inherited = self.subjects.before(self._trigger.token, gender, several=several), self._context.inherited
        if subject is not None:
            return Filler(subject, "carried")
        agreeing = inherited is not None and self._clauses.agrees(inherited, gender)
        own = self._trigger.kind != "M" or bool(self._trigger.pronoun)  # whose it may be of any
        agreeing = agreeing and (own or is_of_opening_verb(self._context, self._phrases, self._trigger))
        agreeing = agreeing and not (several and inherited is not None and self.subjects.is_one(inherited))
        agreeing = agreeing and not (several is None and agreement.is_people(self._phrases[inherited or 0]))
        return Filler(inherited, "inherited") if agreeing and inherited is not None else None

    def several(self) -> Filler | None:
        """The subject that is more than one, of whom a plural in the accusative tells (Ryding 11): خرجوا مطالبين."""
        return None if (s := self.subjects.before(self._trigger.token, several=True)) is None else Filler(s, "carried")

    def last(self) -> int | None:
        """The subject of the clause or sentence before, whatever it agrees with: of a document its author."""
        return self._context.inherited if (s := self.subjects.before(self._trigger.token)) is None else s

    def possessor(self) -> Filler | None:
        """Whom the pronoun behind a noun means, by gender and number (Ryding 12.3): دعمه، دعمها، دعمهم."""
        k, pronoun = self._trigger.token, self._trigger.pronoun
        told = telling_participle(self._context, self._trigger)  # معربة عن تأييدها
        teller = None if told is None else self.circumstance(told)
        asked = called_upon(self._context, self._phrases, self._trigger)
        if teller is not None or asked is not None:
            return teller or Filler(asked or 0, "carried")
        gender = {"3ms": "m", "3fs": "f"}.get(pronoun, "")
        meets = self._trigger.relation == "meets"
        fronted = subject_behind(self._context, self._phrases, self._trigger)
        fronted = self.subjects.of_relative(k, gender) if meets and gender and fronted is None else fronted
        if fronted is not None:
            return Filler(fronted, "carried")
        owner = first_owner(self._context, self._phrases, self._trigger)
        joined = meets or self._trigger.relation == "supports"  # دور التحالف ودعمه لمصر
        if owner is None and (self._trigger.kind == "N" or (joined and gender)):
            owner = self._joined(gender)
        if owner is not None:
            return Filler(owner, "carried" if meets else "pronoun")
        if not gender:  # أعلن مشايخ القبيلة، يتقدمهم فلان، وقوفهم
            return (self.several() if pronoun == "3mp" and not meets else None) or self.implied()
        near, subject = self.subjects.any_before(k, gender), self._goes_on(gender)
        here = meets and near is not None and self._phrases[near].type == "person"  # استدعت الوزارة السفير، لأجل لقائه
        if subject is not None and not (here and subject.how == "inherited"):
            return subject
        return self.implied() if near is None else Filler(near, "carried")

    def _joined(self, gender: str) -> int | None:
        """Whom a noun is joined to by و, whose it is by its pronoun (Ryding 18): الجماعة وحلفاؤها، الوزير ومحادثاته."""
        k, meets = self._trigger.token, self._trigger.relation == "meets"
        if self._context.tokens[k].form[:1] != "و":
            return None
        near = [i for i in self._context.outer if 0 <= k - self._phrases[i].last <= 1]
        if not near or (meets and (self._phrases[near[-1]].last < k or self._phrases[near[-1]].type == "state")):
            return None  # زار الوزير عمان ومحادثاته فيها: a place has no talks
        by, of_thing = self._clauses.government(near[-1])
        if self._trigger.relation == "supports" and self._trigger.kind == "M" and by and not of_thing:
            return None  # دعمها للجماعة ودعمها للحزب
        return near[-1] if self._clauses.agrees(near[-1], gender) else None

    def _actor_of_masdar(self) -> int | None:
        """Whose act a masdar is by what governs it, or as an accusative of purpose who acts before it."""
        relative = self._trigger.relation == "supports" and not self._trigger.pronoun
        near = self.subjects.of_relative(self._trigger.start) if relative else None
        near = controller(self._context, self._phrases, self._trigger, self._clauses) if near is None else near
        return self.subjects.bare_before(self._trigger.token, "") if near is None and self._is_motive() else near

    def _is_motive(self) -> bool:
        """Whether the masdar is an accusative of purpose (Ryding 7.5): تعهد فلان بالتدخل دفاعا عن مصر."""
        return self._trigger.relation == "supports" and self._context.tokens[self._trigger.token].form.endswith("ا")

    def circumstance(self, participle: int | None = None) -> Filler | None:
        """Whom a participle in the accusative tells of, that it agrees with (Ryding 11): قال فلان كذا، مطالباً بـ.

        Who speaks where it stands, the subject of the sentence, else of the clause or the sentence before.
        ``participle``: its token, where it is not the trigger.
        """
        k = self._trigger.token if participle is None else participle
        form = self._context.tokens[k].form
        gender = "m" if form.endswith("ا") else "f" if form.endswith("ه") else ""
        for i in (
            quoted_by(self._context, self._said, k),
            self._speaking(k),
            self.subjects.of_last_clause(k, gender),
            self._context.subject,
        ):
            if i is None:
                continue
            here = self._phrases[i]
            if (here.sentence < self._context.number or here.last <= k) and self._clauses.agrees(i, gender):
                return Filler(i, "carried")
        inherited = self._context.inherited
        gender = "" if is_of_document(self._context, self._phrases) else gender  # طالب البيان الحكومة، داعيا
        agreeing = inherited is not None and self._clauses.agrees(inherited, gender)
        if (subject := None if agreeing and self._goes_on_saying() else self.subjects.before(k, gender)) is not None:
            return Filler(subject, "carried")
        return Filler(inherited, "inherited") if agreeing and inherited is not None else None

    def _goes_on_saying(self) -> bool:
        """Whether the sentence opens with what the one before said: وأشار إلى أن الوفد باق، متوعدا بـ."""
        opening = next((token.form for token in self._context.tokens if token.form.isalnum()), "")
        said = is_in(opening, "speech", "reporting") or is_of_document(self._context, self._phrases)
        return self._context.subject is None and said

    def _speaking(self, k: int) -> int | None:
        """Who speaks in the sentence's innermost speech around token ``k``; none whom it only goes on with."""
        return speaker_at(tuple(Sayings(self._context, self._phrases, None).all()), k)

    @property
    def _is_vowed(self) -> bool:
        return goes_on(self._context, self._clauses, self._trigger, self._told_by)

    def _told_by(self) -> int | None:
        return None if (by := self.speaker()) is None else by.phrase

    def speaker(self) -> Filler | None:
        """Whose words the trigger stands in, else the subject of the sentence before."""
        k = self._trigger.token
        for i in self._context.outer if not is_dual(self._context.tokens[k].surface) else ():  # سيدفعان, of two others
            if self._phrases[i].first == k and self._phrases[i].length == 1:  # stands in for the speaker
                return Filler(i, "speaker")
        last = max(k, self._trigger.until - 1)  # أن على, whose first word opens what is said
        inside = [speech for speech in self._said() if speech.first <= last < speech.last]
        if inside:
            return Filler(max(inside, key=lambda speech: speech.first).speaker, "speaker")
        return None if self._context.inherited is None else Filler(self._context.inherited, "inherited")

    def _said(self) -> tuple[Speech, ...]:
        """The speech of the sentence, made once."""
        if Sayings not in self._context.once:
            self._context.once[Sayings] = tuple(Sayings(self._context, self._phrases, self._context.inherited).all())
        found: tuple[Speech, ...] = self._context.once[Sayings]
        return found

    def antecedent(self, subject: int | None = None, pronoun: str = "") -> Filler | None:
        """Whom a pronoun behind the trigger means: the nearest fitting phrase before, that is not ``subject``.

        For the object of a verb (وطالبه) the subject of the sentence comes first. ``pronoun``: that of a preposition.
        """
        taken = None if subject is None else self._actors[subject]
        kinds = _SEVERAL if pronoun == "3mp" else _PERSONS.get(pronoun or self._trigger.pronoun)
        gender = {"3ms": "m", "3fs": "f"}.get(pronoun or self._trigger.pronoun, "")
        earlier = [i for i in self._context.outer if self._phrases[i].last <= self._trigger.token]
        if (pronoun or self._trigger.pronoun) in {"3ms", "3fs"}:  # الطرفين, who are two
            places = Counter(self._phrases[i].place for i in earlier)
            earlier = [i for i in earlier if places[self._phrases[i].place] == 1]
        first, by_verb = self._context.subject, self._trigger.pronoun and not is_dateline(self._context, self._phrases)
        taken_up = by_verb and first is not None and not only_tells(self._phrases[first])  # كشفت مصادر أن وفدا
        here = self._context, self._phrases, self._actors, self._said(), self._trigger
        taken_up = taken_up and not tells_of_another(*here, (first, taken))
        opening = [i for i in earlier if taken_up and i == first]
        opening = reproved(self._context, self._phrases, self._trigger) or opening
        last = [] if self._context.inherited is None else [self._context.inherited]
        if self._is_vowed and (told := self.subjects.before(self._trigger.token, gender)) is not None:
            opening = [told]
        near = [i for i in reversed(earlier) if gender != "m" or not is_in(self._phrases[i].form, "own_bodies")]
        near.sort(key=lambda i: self._trigger.pronoun != "" and all(self._clauses.government(i)))  # التقى أ بحضور ب

        def fits(i: int) -> bool:
            meant = kinds is None or self._phrases[i].type in kinds or is_collective(self._trigger, self._phrases[i])
            meant = meant and not (self._trigger.pronoun == "3mp" and self.subjects.is_one(i))  # يستقبلهم: several
            meant = meant and not (self._trigger.relation == "meets" and is_place(self._context, self._phrases, i))
            return meant and self._clauses.agrees(i, gender)

        for i in agreement.shown_first(gender, self._phrases, [*opening, *near, *last]):
            same = subject is not None and self._lists.head(i) == self._lists.head(subject)
            if self._actors[i] != taken and not same and fits(i):
                return Filler(i, "pronoun")
        if subject is None or self._trigger.relation not in {"threatens", "demands"}:
            return None
        before = told_before(self._context, self._actors, subject, fits)
        return None if before is None else Filler(before, "carried")
