"""Who is who within an article: phrases grouped into actors.

Takes the phrases of an article in text order, gives one actor number a phrase. Order, the surest first: the same
known actor of the gazetteer; a name inside its own title phrase; equal names; a short name within a full one;
then in text order what names nobody: a role, which is the last person introduced with that role; a lone word for a
body (الحركة), which is the last body so called; a word for a state or government (الحكومة، بلاده). A paper
introduces in full and then shortens, but its headline shortens first, so names are matched over the whole article
and roles backwards first, forwards where nothing precedes.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import chain

from ingest.cast.appellations import BODIES, Appellations, core, title_of, words_of
from ingest.cast.appositions import name_before
from ingest.cast.entities import (
    UNTOLD,
    Entity,
    compatible,
    fellow,
    first_named,
    holds,
    home_of,
    is_anothers,
    is_crowned,
    is_royal,
    is_short_body,
    is_short_for,
    kinds_of,
    offices_of,
    peers_of,
    skeleton,
    sole_holder,
    sole_ruler,
    strangeness,
)
from ingest.cast.posted import told_of
from ingest.cast.qualified import qualified
from ingest.cast.speakers import speaker_before
from ingest.naming.names import Names
from ingest.naming.roles import Role, honoured, honours, is_due, is_vague, office, role, states
from ingest.text import words
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words

Places = Container[tuple[int, int]]  # sentence and token
_BACK, _AHEAD, _NEAR = 60, 60, 6  # phrases in which a person spoken of otherwise than by name, or a body, is sought


@dataclass(frozen=True, slots=True)
class Cast:
    """The phrases of an article in text order; a gazetteer id and an actor number a phrase."""

    phrases: tuple[Phrase, ...]
    known: tuple[str | None, ...]
    actors: tuple[int, ...]


def resolve(
    phrases: Sequence[Phrase], known: Sequence[str | None], names: Names, places: tuple[Places, Places]
) -> Cast:
    """One actor number a phrase, from 0 in order of first mention; ``known``: the gazetteer's id of each, if any.

    A possessive that is a known state (بلاده) gets its id; ``places``: ``unapposed``, ``aside``.
    """
    return _Resolver(phrases, known, names, places).run()


class _Resolver:
    def __init__(
        self, phrases: Sequence[Phrase], known: Sequence[str | None], names: Names, places: tuple[Places, Places]
    ) -> None:
        self._phrases, self._known, self._gazetteer = phrases, qualified(phrases, known), names
        self._unapposed, self._aside = places
        self._entities: list[Entity] = []
        self._by_word: dict[str, list[int]] = {}
        self._by_id: dict[str, int] = {}
        self._by_form: dict[tuple[str, ...], int] = {}
        self._found: dict[int, int] = {}
        self._homes: Counter[str] | None = None  # how many persons belong to a state
        self._introduced: dict[str, list[int]] = {}  # named bodies by what they are called, in text order
        self._appellations = Appellations(phrases, self._known, names)
        self._names = [self._appellations.name(i) for i in range(len(phrases))]

    def run(self) -> Cast:
        """Named phrases first, the fullest names before the short ones; then the others in text order."""
        for i in sorted(range(len(self._phrases)), key=lambda i: (-len(self._names[i]), i)):
            if self._names[i]:
                self._found[i] = self._named(i)
        about = told_of(self._phrases, self._found, self._entities)
        for i in sorted(self._found):
            self._introduce(i)
            self._entitle(i)
        for i, phrase in enumerate(self._phrases):  # before any role is looked for, which a headline may tell first
            if i not in self._found and phrase.type == "person" and (described := self._apposition(i)) is not None:
                self._found[i], told = described, role(phrase.form.split(), self._gazetteer)
                self._entities[described].told_as(told)
        for i, phrase in enumerate(self._phrases):
            if i not in self._found:
                if self._appellations.is_generic(i):
                    self._found[i] = self._own_state(i, about)
                else:
                    self._found[i] = self._role(i) if phrase.type == "person" else self._body(i)
                self._introduce(i)
        numbers: dict[int, int] = {}
        actors = tuple(numbers.setdefault(self._found[i], len(numbers)) for i in range(len(self._phrases)))
        known = tuple(
            self._entities[self._found[i]].known if self._appellations.is_generic(i) else identifier
            for i, identifier in enumerate(self._known)
        )
        return Cast(tuple(self._phrases), known, actors)

    def _named(self, i: int) -> int:
        phrase, name = self._phrases[i], self._names[i]
        identifier = self._appellations.identity(i, name)
        number = self._by_id.get(identifier) if identifier is not None else None
        if number is None:
            number = self._same_name(phrase, name, identifier)
        if number is None:
            number = len(self._entities)
            self._entities.append(Entity(phrase.type, identifier))
        self._remember(number, name, identifier)
        title = title_of(phrase, name)
        if phrase.type == "person" and (title or is_royal(name, name[1:2])):  # الملك عبد الله is called الملك too
            self._entities[number].told_as(role(title or name[:1], self._gazetteer))
        return number

    def _entitle(self, i: int) -> None:
        """Give who is named behind نظيره the office of the person before."""
        form = self._phrases[i].form.split() if self._phrases[i].type == "person" else ()
        told = role(form, self._gazetteer)
        if told & load_function_words()["counterparts"] and states(told):
            shared = self._counterpart(i, told, self._last(i, {"person"}, states(told)))
            self._entities[self._found[i]].held(*({shared} - {told}))

    def _remember(self, number: int, name: tuple[str, ...], identifier: str | None) -> None:
        entity = self._entities[number]
        entity.called(name)
        if identifier is not None:
            entity.known = entity.known or identifier
            if identifier not in self._by_id:
                entity.held(*offices_of(identifier, self._gazetteer))
            self._by_id[identifier] = number
        stems = map(words.stem, name) if entity.type in BODIES else ()  # مقاتلون محليون، المقاتلين المحليين
        for word in dict.fromkeys((*name, *stems, skeleton(name[-1]))):
            here = self._by_word.setdefault(word, [])
            if number not in here:
                here.append(number)

    def _same_name(self, phrase: Phrase, name: tuple[str, ...], identifier: str | None) -> int | None:
        """The actor so named: by that very name, else by one that it is short for."""
        short = is_short_for if phrase.type == "person" else is_short_body
        royal = phrase.type == "person" and is_royal(words_of(phrase), name)
        found = None
        ends = name[-1], name[0], words.stem(name[-1]), skeleton(name[-1])
        for number in dict.fromkeys(number for word in ends for number in self._by_word.get(word, ())):
            entity = self._entities[number]
            if not compatible(entity.type, phrase.type) or (identifier and entity.known and identifier != entity.known):
                continue
            if name in entity.names:
                return number
            same = is_crowned(entity, name) if royal else any(short(name, other) for other in entity.names)
            if same and found is None:
                found = number
        if found is None and phrase.type == "group":
            return peers_of(name, self._by_word, self._entities)
        return first_named(name, self._by_word, self._entities) if found is None and phrase.type == "person" else found

    def _role(self, i: int) -> int:
        """The last person before phrase ``i`` who has the role, else the next after it, else a person of its own."""
        form, counterpart = self._phrases[i].form, None
        if (honour := honoured(form)) and (person := self._honoured(i, honour)) is not None:
            return person
        sought = role(form.split(), self._gazetteer)
        if sought & load_function_words()["counterparts"]:
            counterpart = self._last(i, {"person"}, states(sought))
            sought = self._counterpart(i, sought, counterpart)
        elif is_vague(sought) and words.without_article(form.split()[0]) == form.split()[0]:
            sought = frozenset({form})  # مسؤول أمريكي is one that nobody has spoken of before
        holders = [
            (j > i, strange, abs(j - i), self._found[j])
            for j in range(max(0, i - _BACK), min(len(self._phrases), i + _AHEAD))
            if j in self._found and self._found[j] != counterpart and holds(self._entities[self._found[j]], sought)
            if (strange := strangeness(self._entities[self._found[j]], sought)) < UNTOLD or j < i
        ]
        if holders:
            return min(holders)[3]
        if (spoke := self._found.get(speaker_before(self._phrases, i))) is not None:
            return spoke
        around = self._persons_around(i)
        if counterpart is not None and (other := fellow(around, states(sought), counterpart)) is not None:
            return other
        if counterpart is None and (stateless := self._only_holder(i, sought)) is not None:
            self._entities[stateless].held(sought)
            return stateless
        self._entities.append(Entity(self._phrases[i].type, None, [words_of(self._phrases[i])], [sought], [sought]))
        return len(self._entities) - 1

    def _honoured(self, i: int, honour: str) -> int | None:
        """Whom an address stands for: the last so honoured or of such an office, else the last, else the next."""
        places = (*range(i - 1, max(-1, i - 1 - _BACK), -1), *range(i + 1, min(len(self._phrases), i + _AHEAD)))
        near = [j for j in places if j in self._found and self._entities[self._found[j]].type == "person"]
        titled = [j for j in near if honours(honour, self._phrases[j].form)]
        titled.sort(key=lambda j: self._phrases[j].place[:2] in self._aside)
        due = (j for j in near if is_due(honour, self._phrases[j].form))
        outside = (j for j in near if not self._phrases[j].holds(self._phrases[i]))
        return next((self._found[j] for j in chain(titled, due, outside)), None)

    def _apposition(self, i: int) -> int | None:
        """The person whose name is right before the role: سليم الدوري، رئيس الحزب; without a comma in construct."""
        role_ = self._phrases[i]
        if (role_.sentence, role_.first) in self._unapposed:
            return None
        j, gap = name_before(self._phrases, self._names, i, self._appellations.is_bare) or (-1, 0)
        number = self._found.get(j)
        object_ = number is not None and not gap and is_anothers(self._entities[number], role_, self._gazetteer)
        return None if object_ else number

    def _counterpart(self, i: int, sought: Role, of: int | None) -> Role:
        """The role of نظيره الروسي: an office of the person before that one of its state holds too, and that state."""
        own, told = states(sought), self._entities[of].roles if of is not None else []
        offices = sorted(map(office, told), key=len, reverse=True) if own else []
        near = self._persons_around(i).values() if offices else ()
        held = [office(one) for entity in near for one in entity.roles if states(one) & own and office(one)]
        shared = (one for wanted in offices for one in held if one <= wanted)
        return next(shared, offices[0] if offices else office(sought)) | own

    def _only_holder(self, i: int, sought: Role) -> int | None:
        """The only person around phrase ``i`` with the office of a role, whose state is not told with his name.

        رئيس مجلس النواب الأردني, of the headline, is رئيس مجلس النواب راكان العدوان.
        """
        if not states(sought) or is_vague(sought):
            return sole_ruler(self._persons_around(i), sought)
        found = sole_holder(self._persons_around(i), office(sought))
        home = None if found is None else home_of(self._entities[found], self._gazetteer)
        return found if home is None or f"@{home}" in sought else None

    def _persons_around(self, i: int) -> dict[int, Entity]:
        """The persons near phrase ``i`` that are found, by number."""
        numbers = dict.fromkeys(self._found[j] for j in range(i - _BACK, i + _AHEAD) if j in self._found)
        return {n: self._entities[n] for n in numbers if self._entities[n].type == "person"}

    def _last(self, i: int, types: set[str], own: Role = frozenset()) -> int | None:
        """The last actor of such a type before phrase ``i`` that does not hold it and is of no state of ``own``."""
        for j in range(i - 1, max(-1, i - 1 - _BACK), -1):
            if j in self._found and self._phrases[j].type in types and not self._phrases[j].holds(self._phrases[i]):
                home = home_of(self._entities[self._found[j]], self._gazetteer) if own else None
                if home is None or f"@{home}" not in own:
                    return self._found[j]
        return None

    def _body(self, i: int) -> int:
        """The last body before phrase ``i`` called by its word, no preposition joined, else whatever is so named."""
        introduced = self._introduced.get("".join(name := core(self._phrases[i])[:1]), ())
        if before := bisect_left(introduced, i):
            near = introduced[max(0, before - _NEAR) : before]
            return self._found[([j for j in near if self._phrases[j].clitics[-1:] not in {"ب", "ل"}] or near)[-1]]
        if name not in self._by_form:
            self._entities.append(Entity(self._phrases[i].type, None, [name]))
            self._by_form[name] = len(self._entities) - 1
        return self._by_form[name]

    def _introduce(self, i: int) -> None:
        """Keep phrase ``i``, whose actor is found, under every word for its kind of body, if it is more than that."""
        phrase = self._phrases[i]
        if phrase.type in BODIES and (phrase.length > 1 or self._known[i]):
            for word in kinds_of(self._entities[self._found[i]], self._gazetteer):
                insort(self._introduced.setdefault(word, []), i)

    def _own_state(self, i: int, about: int | None) -> int:
        """The state of the person before, for بلاده; that which the article is about, for الحكومة.

        A kind of state that only some are called by (المملكة) is the one of them that most of the article's persons
        belong to.
        """
        so_called = self._gazetteer.so_called(self._phrases[i].form)
        home = None
        if so_called:
            home = self._home_of_most(so_called)
            about = about if about is not None and self._entities[about].known in so_called else None
        elif words_of(self._phrases[i])[0] in load_function_words()["own_states"]:
            person = self._last(i, {"person"})
            home = None if person is None else home_of(self._entities[person], self._gazetteer)
        if home is not None:
            if home not in self._by_id:
                self._entities.append(Entity("state", home))
                self._by_id[home] = len(self._entities) - 1
            return self._by_id[home]
        return about if about is not None else self._body(i)

    def _home_of_most(self, among: Sequence[str]) -> str | None:
        """The state of most persons of the article, of such as may be meant; worked out once."""
        told = (home_of(entity, self._gazetteer) for entity in self._entities)
        homes = self._homes = self._homes or Counter(filter(None, told))
        return max((state for state in among if homes[state]), key=lambda state: (homes[state], state), default=None)
