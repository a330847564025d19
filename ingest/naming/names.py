"""Known names in phrases: the bridge between the gazetteer's folded names and the words of an article.

Gives the index by which names are found in text, and the gazetteer's id of a phrase. A state, its
government, authorities and capital are one actor, so ``الحكومة العراقية``, ``بغداد`` and ``العراق`` have the
same id; a ministry or army of it has its own or none.
"""

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from copy import copy
from functools import cache

from ingest.naming.namesakes import strangers
from ingest.naming.runs import Runs
from ingest.reading import ActorType
from ingest.text import words
from ingest.text.mentions import Phrase
from ontology.actors import load_gazetteer
from ontology.function_words import load_function_words, united
from ontology.gazetteer import Gazetteer
from ontology.spelling import fold

_BODIES = frozenset({"organization", "armed_group", "group"})
_IN, _ADVERB = "في", "يا"


class Names:
    """The gazetteer's names as runs of folded words."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Index strong names and metonyms by their first word."""
        self._gazetteer = gazetteer
        self.date: dt.date | None = None  # of the article
        self._heads = load_function_words()["state_heads"]
        self._organs = united("state_organs", "bodies")
        self._called: dict[str, frozenset[str]] = {}  # by actor, each once it is asked for
        self.index: dict[str, Runs] = {}
        for name, actor in {**gazetteer.metonyms, **gazetteer.strong}.items():
            run = tuple(name.split())
            self.index.setdefault(run[0], Runs()).add(run, gazetteer.actors[actor].type)

    def identify(self, phrase: Phrase) -> str | None:
        """The id of the actor that ``phrase`` names alone; None where only context could tell."""
        run = phrase.form.split()
        form = " ".join(run)
        found = self._gazetteer.strong.get(form) or self._gazetteer.metonyms.get(form)
        if found is not None:
            return found
        if len(run) == 1 and phrase.type == "state" and form.endswith(_ADVERB):
            return self.nisba(form[:-1])  # المدعوم إماراتيا (Ryding 11)
        if len(run) > 1 and phrase.type != "person" and words.without_article(run[0]) in self._heads:
            return self._state(run[1:])
        if len(run) > 2 and run[1] == _IN and phrase.type != "person" and run[0] in load_function_words()["brothers"]:
            return self._state(run[2:])  # الأشقاء في المملكة العربية السعودية
        return None

    def identities(self, phrases: Sequence[Phrase]) -> tuple[str | None, ...]:
        """The id of every phrase: of a sure name, else what a weak name must mean in this article.

        A weak name means the candidate that the article names surely (المملكة beside السعودية), the most often;
        else its only candidate, unless a fuller name in the article ends in it and is somebody else's, or begins with
        it as the word for its kind, also in somebody's title (رئيس حزب الأمة). A title before a name makes it no fuller
        (الرئيس مبارك). Who only shares the last name of somebody known is another, and a last name that is a word of
        the language too needs a title or the full name. What any state may have (القوات الأمنية، المحكمة العليا) is
        that of a state of which the article tells.
        """
        sure = [self.identify(phrase) for phrase in phrases]
        for i in strangers(phrases, sure, self._gazetteer):
            sure[i] = None
        counts = Counter(identifier for identifier in sure if identifier is not None)
        told = {self.home(identifier) or identifier for identifier in counts}
        told |= {state for phrase in phrases for word in phrase.form.split() if (state := self.nisba(word)) is not None}
        fuller = {longer for phrase in phrases if phrase.type == "person" for longer in self._ends(phrase.form.split())}
        kinds = {words.without_article(p.form.split()[0]) for p in phrases if p.type != "person" and p.length > 1}
        titles = (words.split(w) for p in phrases if p.type == "person" and p.length > 1 for w in p.form.split()[1:-1])
        kinds |= {rest for _, joined, rest in titles if joined in {"", "ل"} and rest in load_function_words()["bodies"]}
        weak = [
            identifier if identifier is not None else self._weakly(phrase, counts, fuller, kinds, told)
            for phrase, identifier in zip(phrases, sure, strict=True)
        ]
        others = {
            (p.form, found) for p, found in zip(phrases, weak, strict=True) if self._serves_another(phrases, p, found)
        }
        return tuple(sure[i] if (phrase.form, weak[i]) in others else weak[i] for i, phrase in enumerate(phrases))

    def _serves_another(self, phrases: Sequence[Phrase], phrase: Phrase, found: str | None) -> bool:
        """Whether the title before the name tells of another state than that of the person ``found``.

        The Emirati minister سعيد حارب is not Tunisia's president قيس سعيد.
        """
        home = None if found is None else self.home(found)
        if home is None or phrase.type != "person" or phrase.within is None:
            return False
        title = phrases[phrase.within].form.split()[: phrase.first - phrases[phrase.within].first]
        served = {state for word in title if (state := self.nisba(word)) is not None}
        return bool(served) and home not in served

    def _weakly(
        self,
        phrase: Phrase,
        counts: Mapping[str, int],
        fuller: Container[str],
        kinds: Container[str],
        told: Container[str],
    ) -> str | None:
        called = self._gazetteer.weak.get(phrase.form, ())
        fitting = [i for i in called if self._fits(i, phrase.type)]
        named = [i for i in fitting if counts.get(i)]
        last = phrase.type == "person" and phrase.within is None and phrase.form not in fuller
        if not fitting and (last or phrase.type == "state"):  # الإقليم
            named = [i for i in called if counts.get(i) and self.type(i) in _BODIES]  # الأطلسي, taken for a last name
        if named:
            return max(named, key=lambda i: (counts[i], i))
        if len(fitting) != 1 or phrase.form in fuller or f"ال{phrase.form}" in fuller:  # علي السليمان, then سليمان
            return None
        if phrase.within is None and phrase.form in load_function_words()["ordinary_surnames"]:
            return None
        if phrase.type != "person" and words.without_article(phrase.form) in kinds:
            return None  # الحزب where the article has a حزب of its own
        home = self.home(fitting[0])
        return fitting[0] if home is None or home in told or not self._is_of_a_kind(phrase) else None

    def _is_of_a_kind(self, phrase: Phrase) -> bool:
        """Whether the name begins with a word for a kind of body or people, as those of many states do."""
        classes, head = load_function_words(), words.without_article(phrase.form.split()[0])
        kinds = ("bodies", "people", "definite_bodies", "state_heads", "acting_bodies")
        return phrase.type != "person" and any(head in classes[kind] for kind in kinds)

    def _ends(self, name: Sequence[str]) -> Iterator[str]:
        """The last words of a name, one, two and so on, where a further name and no title stands before them."""
        for k in range(1, len(name)):
            before = words.without_article(name[k - 1])
            if before not in load_function_words()["titles"] and before not in self._gazetteer.nisba:
                yield " ".join(name[k:])

    def _fits(self, actor: str, kind: ActorType) -> bool:
        own = self._gazetteer.actors[actor].type
        return own == kind or {own, kind} <= _BODIES

    def so_called(self, form: str) -> tuple[str, ...]:
        """The actors that the folded words may mean, each only where its article tells of it: المملكة."""
        return self._gazetteer.weak.get(form, ())

    def state(self, form: str) -> str | None:
        """The state that the folded words name surely, or by its capital."""
        found = self._gazetteer.strong.get(form) or self._gazetteer.metonyms.get(form)
        return found if found is not None and self._gazetteer.actors[found].type == "state" else None

    def is_capital(self, form: str) -> bool:
        """Whether the folded word is a capital or seat that stands for its state: الرياض, not السعودية."""
        found = self._gazetteer.metonyms.get(form)
        return found is not None and self._gazetteer.actors[found].type == "state"

    def on(self, date: dt.date | None) -> "Names":
        """The same names in an article of ``date``, which knows the holders of offices of that day alone."""
        dated = copy(self)
        dated.date = date
        return dated

    def roles(self, actor: str) -> tuple[tuple[str, str], ...]:
        """Every office that a known actor held on the day, without one at any time: a title, the id of whose it is."""
        tenures = self._gazetteer.actors[actor].offices
        held = [self._gazetteer.offices[t.office] for t in tenures if self.date is None or t.covers(self.date)]
        return tuple((title, office.of) for office in held for title in office.titles)

    def holder(self, form: str, date: dt.date | None) -> str | None:
        """Who held on ``date`` the office whose title the folded words are, where no other state has one so called."""
        if date is None or form.replace(" ", "_") not in load_function_words()["sole_titles"]:
            return None
        held = [office for office in self._gazetteer.offices.values() if form in map(fold, office.titles)]
        holder = self._gazetteer.holder(held[0].id, date) if held else None
        return None if holder is None else holder.id

    def in_office(self, form: str, date: dt.date | None, known: str | None = None) -> str | None:
        """Who of several persons so called is meant on ``date``: the only one who held an office then, if any.

        ``known``: whom the name means without a date. Another is meant only where all offices of the one known were
        taken later: جورج بوش was the father in 1990, and الأسد too.
        """
        if date is None or (known is not None and not self._came_later(known, date)):
            return None
        called = self._gazetteer.weak.get(form, ()) if known is None else self._namesakes(form)
        serving = [i for i in called if any(t.covers(date) for t in self._gazetteer.actors[i].offices)]
        return serving[0] if len(serving) == 1 else None

    def _came_later(self, actor: str, date: dt.date) -> bool:
        offices = self._gazetteer.actors[actor].offices
        return bool(offices) and all(tenure.since is not None and date < tenure.since for tenure in offices)

    def _namesakes(self, form: str) -> list[str]:
        """The holders of offices with a name that has the words of ``form`` in this order and ends in the last."""
        run = form.split()
        return [
            actor
            for actor, entry in self._gazetteer.actors.items()
            if entry.offices and any(_shortens(run, fold(name).split()) for name in entry.names)
        ]

    def heads(self, actor: str) -> frozenset[str]:
        """The first words of a known actor's names, without article: جماعة and حركة for the Houthis."""
        if actor not in self._called:
            called = (fold(name).split()[0] for name in self._gazetteer.actors[actor].names)
            self._called[actor] = frozenset(map(words.without_article, called))
        return self._called[actor]

    def home(self, actor: str) -> str | None:
        """The state that a known actor belongs to."""
        return self._gazetteer.actors[actor].state

    def home_of(self, form: str) -> str | None:
        """The state of the person whom the folded words name surely."""
        found = self._gazetteer.strong.get(form)
        return None if found is None or self.type(found) != "person" else self.home(found)

    def nisba(self, form: str) -> str | None:
        """The state whose nisba the folded word is, with or without article."""
        found = self._gazetteer.nisba.get(form) or self._gazetteer.nisba.get(words.without_article(form))
        return found.state if found is not None else None

    def is_outlet(self, phrase: Phrase) -> bool:
        """Whether the phrase can only name a paper, station or news agency: صحيفة عكاظ, «الشرق الأوسط»."""
        known = self.identify(phrase)
        candidates = (known,) if known is not None else self._gazetteer.weak.get(phrase.form, ())
        called = [{phrase.form}, *({fold(name) for name in self._gazetteer.actors[c].names} for c in candidates)]
        outlets = [any(_is_of_press(name.split()) for name in names) for names in called]
        return outlets[0] or (len(outlets) > 1 and all(outlets[1:]))

    def label(self, actor: str) -> str:
        """The Arabic label of a known actor."""
        return self._gazetteer.actors[actor].ar

    def type(self, actor: str) -> ActorType:
        """The type of a known actor."""
        return self._gazetteer.actors[actor].type

    def _state(self, rest: list[str]) -> str | None:
        """The state named by name or nisba after a word for government: الحكومة العراقية, حكومة العراق."""
        form = " ".join(rest)
        named = self._gazetteer.strong.get(form) or self._gazetteer.metonyms.get(form)
        if named is not None and self._gazetteer.actors[named].type == "state":
            return named
        if (ruled := self._ruled(rest)) is not None:
            return ruled
        for k, word in enumerate(rest):  # الحكومة المركزية الليبية
            bare = " ".join(words.without_article(word) for word in rest[k : k + 2])
            for key in (bare, words.without_article(word)):
                if key in self._gazetteer.nisba:
                    return self._gazetteer.nisba[key].state
            if words.without_article(word) == word or words.without_article(word) in self._organs:
                return None
        return None

    def _ruled(self, rest: list[str]) -> str | None:
        """The state of the person whose government is told of, by all who are so called: نظام القذافي، إدارة ريغان."""
        titled = words.without_article(rest[0]) in load_function_words()["titles"]
        for name in (" ".join(rest[k:]) for k in range(titled, len(rest) if titled else 1)):  # رئيس الوزراء توني بلير
            sure = self._gazetteer.strong.get(name)
            called = (sure,) if sure is not None else self._gazetteer.weak.get(name, ())
            homes = {self._gazetteer.actors[i].state for i in called if self._gazetteer.actors[i].type == "person"}
            if len(homes) == 1:
                return homes.pop()
        return None


def _shortens(run: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words of ``run`` stand in ``name`` in this order, the last of them last."""
    rest = iter(name)
    return run[-1:] == name[-1:] and all(word in rest for word in run)


def _is_of_press(name: Sequence[str]) -> bool:
    """Whether the words of a name begin with one for a paper or station, or are those of a news agency."""
    agency = {words.without_article(word) for word in name} >= {"وكاله", "انباء"}
    return agency or words.without_article(name[0]) in load_function_words()["outlets"]


@cache
def load_names() -> Names:
    """The names of the gazetteer that comes with Shabaka."""
    return Names(load_gazetteer())
