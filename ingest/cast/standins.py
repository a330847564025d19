"""Words that stand for an actor named elsewhere: الدعم الأميركي، بلاده، الجانبان، الأخير، نحن.

Takes the phrases of an article with their actors and the contexts made of them, gives the same with a phrase more
for each such word. A stand-in has the form of the actor's name and is no mention of it. A nisba behind a trigger
stands for its state; a possessive for the state or body of the last person; a dual for the last two actors that
can face each other; الأخير for the last one named, الأول for the first of two; the first person plural for the speaker.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.attribution import speeches
from ingest.cast.cast_index import CastIndex
from ingest.cast.coreference import Cast
from ingest.cast.delegates import sent_by
from ingest.cast.dual_offices import DualOffice, Made, dual_offices
from ingest.cast.duals import (
    NAMED,
    PAIR,
    bearers,
    called_upon,
    calling,
    divided,
    facing_two,
    not_meant,
    one_of,
    tells_attendants,
)
from ingest.cast.guests import facing, guest
from ingest.cast.latter import is_pronoun, latter, one_of_two
from ingest.cast.nationalities import Nationalities
from ingest.cast.own_states import home, person
from ingest.grammar import agreement
from ingest.grammar.sayings import Speech, speaker_at
from ingest.naming.names import Names
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import STAND_IN, Phrase
from ingest.text.triggers import Trigger
from ingest.text.verb_persons import is_dual
from ontology.function_words import load_function_words, united
from ontology.spelling import fold

_DUAL = re.compile(r"ال\w+[يا]ن$")  # a definite adjective in the dual (Ryding 7.1): السابقين


def with_standins(cast: Cast, contexts: Sequence[Context], names: Names) -> Cast:
    """The cast with its stand-ins; the same where there are none."""
    finder = _Finder(cast, contexts, names)
    found = list(finder.all())
    if not found:
        return cast
    resolved = {made[0].place for made in found}
    gone = {i for i in finder.duals if cast.phrases[i].place in resolved} | finder.covered
    rows = [
        (replace(p, within=_ASIDE) if i in finder.apart else p, k, a, i)
        for i, (p, k, a) in enumerate(zip(cast.phrases, cast.known, cast.actors, strict=True))
        if i not in gone
    ]
    rows += [(*made, len(cast.phrases) + i) for i, made in enumerate(found)]
    rows.sort(key=lambda row: (row[0].place, row[3]))
    place = {row[3]: i for i, row in enumerate(rows)}
    phrases = [
        replace(p, within=i if p.within == _ASIDE else None if p.within is None else place[p.within])
        for i, (p, _, _, _) in enumerate(rows)
    ]
    numbers: dict[int, int] = {}
    for row in rows:  # who was only a dual is no actor any more
        numbers.setdefault(row[2], len(numbers) if gone else row[2])
    return Cast(tuple(phrases), tuple(row[1] for row in rows), tuple(numbers[row[2]] for row in rows))


_ASIDE = -1  # a phrase of its own that is no part of the sentence's grammar, as a nisba: held by itself
_PLACED, _SOLUTION = "في", "حل"  # حل الدولتين


def _calls(trigger: Trigger, k: int) -> bool:
    return trigger.token == k and (trigger.relation, trigger.kind) == ("demands", "V")


class _Finder:
    def __init__(self, cast: Cast, contexts: Sequence[Context], names: Names) -> None:
        self._cast, self._contexts, self._names = cast, contexts, names
        self._classes = load_function_words()
        self._by_id: dict[str, int] = {}
        for identifier, number in zip(cast.known, cast.actors, strict=True):
            if identifier is not None:
                self._by_id.setdefault(identifier, number)
        self._count = max(cast.actors, default=-1) + 1
        self.duals = [i for i in range(len(cast.phrases)) if self._is_dual(i)]
        self._shared = {c.number: tuple(dual_offices(cast, c, names)) for c in contexts}
        self.covered = {i for offices in self._shared.values() for office in offices for i in office.covered}
        self.apart = {i for offices in self._shared.values() for office in offices for i in office.states}
        duals = {*self.duals, *self.covered}
        own = [p for i, p in enumerate(cast.phrases) if i not in duals]
        self._taken = {(p.sentence, i) for p in own for i in range(p.first, p.last)}
        self._index, self._homes = CastIndex(cast), dict[int, str | None]()
        divided_sides = {(c.number, k + n) for c in contexts for k in self._divided(c) for n in range(PAIR + 1)}
        self._nationalities = Nationalities(names, self._taken | divided_sides)
        self._attended = {c.number for c in contexts if tells_attendants(c)}
        self._two = -PAIR, list[int]()  # the sentence of the last dual noun, and whom it stood for
        self._others = {actor for i, actor in enumerate(cast.actors) if i not in duals}  # not only الأخير

    def _is_dual(self, i: int) -> bool:
        """Whether the phrase is only a definite dual that stands for two who are named: للقاء الوزيرين (Ryding 7.1).

        So are its nationalities with it (الرئيسان الروسي والتركي), and الأخير, which the taggers take for a name.
        """
        form, *behind = self._cast.phrases[i].form.split()
        bare, classes = words.without_article(form), self._classes
        if behind:
            return bare in classes["both_persons"] and divided(behind, self._names) is not None
        both = united("both_sides", "both_states", "both_bodies", "both_persons", "latter", "first", "second")
        alone = (bare != form and bare in both) or form in classes["hosts_and_guests"]
        return alone and self._cast.known[i] is None

    def _divided(self, context: Context) -> Iterator[int]:
        """The duals of sides and states that two nationalities divide: الجانبين الروسي والأوكراني."""
        sides = united("both_sides", "both_states")
        for k, token in enumerate(context.tokens):
            if words.split(token.form)[2] in sides and divided(_behind(context, k), self._names) is not None:
                yield k

    def all(self) -> Iterator[Made]:
        """Every stand-in, sentence by sentence."""
        said: dict[int, list[Speech]] = defaultdict(list)
        for speech in speeches(self._contexts, self._cast.phrases):
            said[speech.context].append(speech)
        for context in self._contexts:
            yield from (self._state(context, k, state) for k, state in self._nationalities.of(context))
            yield from (made for office in self._shared[context.number] for made in self._officials(context, office))
            for k, token in enumerate(context.tokens):
                if (context.number, k) not in self._taken:
                    yield from self._word(context, k, words.without_article(token.form), said[context.number])

    def _word(self, context: Context, k: int, bare: str, said: Sequence[Speech]) -> Iterator[Made]:
        form, classes = context.tokens[k].form, self._classes
        clitics, owned = self._owned(form, bare)
        if owned:
            yield from (
                (replace(phrase, clitics=clitics), known, actor)
                for phrase, known, actor in self._own(context, k, owned)
            )
        elif bare != form and bare in united("both_sides", "both_states", "both_bodies", "both_persons"):
            yield from self._both(context, k, bare)
        elif bare != form and bare in classes["the_land"] and self._is_threatened(context, k):
            yield from self._of(context, k, self._last(context, k, {"state"})[:1])
        elif bare != form and bare in classes["latter"] and is_pronoun(context, k):
            yield from self._of(context, k, latter(self._cast, self._index, context, k, self._others)[:1])
        elif bare != form and bare in united("first", "second"):
            yield from self._of(context, k, one_of_two(self._cast, self._index, context, k, self._others))
        elif called := guest(context, k):
            faced = facing(self._index, self._cast.phrases, self._cast.actors, context, k)
            other = [number for number in faced if number in self._others]
            yield from ((replace(made[0], clitics=called[0]), *made[1:]) for made in self._of(context, k, other))
        elif is_dual(context.tokens[k].surface):
            yield from self._of(context, k, self._told_two(context) or self._last(context, k, {"person"})[:2])
        elif agreement.is_of_two_men(context.tokens[k].surface, (t.verb for t in context.triggers if _calls(t, k))):
            yield from self._of(context, k, self._told_two(context) or self._only_two(context, k))
        elif form in classes["we"] or agreement.is_we(form):
            who = speaker_at(said, k)
            if who is not None:
                yield from self._of(context, k, [self._cast.actors[who]])

    def _told_two(self, context: Context) -> list[int]:
        """Whom the last dual noun stood for, in this sentence or the one before: ودعا الجانبان إيران. وطالبا (3.1)."""
        return self._two[1] if self._two[0] >= context.number - 1 else []

    def _only_two(self, context: Context, k: int) -> list[int]:
        """The two persons named before a verb of two in its sentence; the last two before where it names none (3.1)."""
        here = (i for i in self._index.before(context.number, k) if self._cast.phrases[i].sentence == context.number)
        persons = dict.fromkeys(self._cast.actors[i] for i in here if self._cast.phrases[i].type == "person")
        last = list(persons) or self._last(context, k, {"person"})[:PAIR]
        return last if len(last) == PAIR else []

    def _state(self, context: Context, k: int, state: str) -> Made:
        if state not in self._by_id:
            self._by_id[state] = self._count
            self._count += 1
        form = fold(self._names.label(state))
        phrase = Phrase(context.number, k, k + 1, "state", "", form, within=_ASIDE, basis=STAND_IN)
        return phrase, state, self._by_id[state]

    def _owned(self, form: str, bare: str) -> tuple[str, str]:
        """The word for one's own state or body with what is joined before it: لبلاده، وحكومته; empty for another."""
        own = united("own_states", "own_bodies")
        parted = (("", bare), *words.splits(form))
        return next(((clitics, rest) for clitics, rest in parted if rest in own), ("", ""))

    def _own(self, context: Context, k: int, bare: str) -> Iterator[Made]:
        """The state or body of the last person before."""
        number = person(self._cast, self._index, context, k)
        if number is not None:
            if bare in self._classes["own_bodies"]:
                yield from self._of(context, k, self._bodies(number, bare)[:1])
            elif (state := self._home(number)) is not None:
                phrase, _, actor = self._state(context, k, state)
                yield replace(phrase, within=None), state, actor

    def _home(self, number: int) -> str | None:
        """The state of an actor: by its titles, the gazetteer or its delegation; worked out once."""
        if number not in self._homes:
            found = home(self._cast, self._index, self._names, number)
            found = found or sent_by(self._cast, self._index, self._contexts, self._names, number)
            self._homes[number] = found
        return self._homes[number]

    def _bodies(self, number: int, own: str) -> list[int]:
        """The bodies named within the titles of an actor, those first that the word is of the kind of: حزبه."""
        bodies = self._index.bodies(number)
        return sorted(bodies, key=lambda body: not any(own.startswith(kind.removesuffix("ه")) for kind in bodies[body]))

    def _both(self, context: Context, k: int, bare: str) -> Iterator[Made]:
        """The two that face each other; none where only one can be told, or the dual is the title of who follows."""
        end = k + 1
        while end < len(context.tokens) and _DUAL.match(context.tokens[end].form):
            end += 1
        titles = any(p.sentence == context.number and p.first == end and p.type == "person" for p in self._cast.phrases)
        if titles or (k and words.split(context.tokens[k - 1].form)[2] == _SOLUTION):
            return  # النائبين سليم عون ونبيل سعد، الوزيرين السابقين فلان وفلان; nor حل الدولتين
        two, persons = divided(_behind(context, k), self._names), bare in self._classes["both_persons"]
        sides, last = self._sides(context, k, bare), k + (PAIR + 1 if two is not None else 1)
        if two is not None and not (persons and sides):  # الجانبين الروسي والأوكراني, الرئيسان of whom nobody is told
            for phrase, known, actor in (self._state(context, k, state) for state in two):
                yield replace(phrase, last=last, type="person" if persons else "state", within=None), known, actor
        elif len(sides) > 1:
            self._two = context.number, sides
            yield from ((replace(made[0], last=last), *made[1:]) for made in self._of(context, k, sides))

    def _sides(self, context: Context, k: int, bare: str) -> list[int]:
        """Of the kind that the word tells, else of one kind, the last named."""
        if bare in self._classes["both_sides"] and self._nationalities.at(context, k + 1):
            return []  # الجانبين السويدي والفنلندي: their nationalities stand for them
        if bare in self._classes["both_persons"]:
            return self._holders(context, k, bare)
        callers = calling(self._cast, self._index, context, k)
        if bare in self._classes["both_states"]:
            named = self._last(context, k, {"state"})
            caller = [state for state in named if state in (callers or ())]
            return [state for state in named if [state] != caller][:PAIR]
        if bare in self._classes["both_bodies"]:
            bodies = self._last(context, k, {"organization", "armed_group"})
            own = [number for number in bodies if number not in (callers or ())]
            called = [number for number in own if one_of(bare) in self._index.words(number)]
            return (called if len(called) > 1 else own)[:PAIR]
        own = [n for n in self._last(context, k, {"state"}) if one_of(bare) in self._index.words(n)]  # الجانب الفرنسي
        called = [] if callers is None else called_upon(self._cast, self._index, context, k, callers)
        if called or len(own) == PAIR:
            return called or own
        places = {self._cast.actors[i] for i in context.outer if context.prepositions[i] == _PLACED}
        last = [n for n in self._last(context, k, NAMED) if n not in places]  # التقى نظيره في القاهرة، وأكد الجانبان
        kinds = [frozenset({"person"}), NAMED - {"person"}]
        if last and self._index.type(last[0]) != "person" and context.number - 1 not in self._attended:
            kinds.reverse()
        all_of_kinds = ([n for n in self._last(context, k, kind) if n not in (callers or ())] for kind in kinds)
        near, other = (found[:PAIR] for found in all_of_kinds)
        return facing_two(self._cast, self._index, context, k, near if len(near) > 1 else other)

    def _officials(self, context: Context, office: DualOffice) -> Iterator[Made]:
        """The two who hold an office that a dual tells, where the text tells of both before; else their states."""
        one, other = (half[2] for half in office.halves)
        persons = (n for n in self._last(context, office.first, {"person"}) if office.office in self._index.words(n))
        two = [*self._of(context, office.first, bearers((one, other), persons, self._home))]
        yield from office.placed(two or [self._state(context, office.first, state) for state in (one, other)])

    def _holders(self, context: Context, k: int, bare: str) -> list[int]:
        """The two persons whom a dual of office stands for, those that hold it first: الوزيران, two ministers."""
        if (two := divided(_behind(context, k), self._names)) is not None:
            near = [*self._last(context, k, {"person"}), *dict.fromkeys(self._cast.actors)]
            return bearers(two, [n for n in near if one_of(bare) in self._index.words(n)], self._home)
        alone = not_meant(self._cast, self._index, context, k)
        persons = [number for number in self._last(context, k, {"person"}) if number not in alone]
        holders = [n for n in persons if one_of(bare) in self._index.words(n)]
        return (holders if len(holders) > 1 else persons)[:PAIR]

    def _last(self, context: Context, k: int, types: frozenset[str] | set[str]) -> list[int]:
        """The actors of such types named before token ``k``, the last first, each once; phrases within others not.

        Nor who is only told, in a sentence of its own, to have attended: وحضر اللقاء فلان. واتفق الجانبان.
        """
        skipped = self._attended - {context.number}
        return [actor for actor in self._index.last(context.number, k, types, skipped) if actor in self._others]

    def _of(self, context: Context, k: int, numbers: Sequence[int]) -> Iterator[Made]:
        for number in (number for number in numbers if number in self._others):  # who stays when duals go
            best = self._index.fullest(number)
            form, kind = self._cast.phrases[best].form, self._index.type(number)
            yield Phrase(context.number, k, k + 1, kind, "", form, basis=STAND_IN), self._cast.known[best], number

    def _is_threatened(self, context: Context, k: int) -> bool:
        """Whether the token is what a threat is for, or whose thing is at risk: يهدد البلاد، يهدد أمن البلاد."""
        while k and context.tokens[k - 1].form.removeprefix("و") in self._classes["at_risk"]:
            k -= 1
        return any(t.relation == "threatens" and t.kind in "VM" and t.until == k for t in context.triggers)


def _behind(context: Context, k: int) -> list[str]:
    return [token.form for token in context.tokens[k + 1 : k + 3]]
