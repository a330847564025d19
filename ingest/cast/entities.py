"""An actor of an article while it is being put together, and which names and roles can be one actor's.

Names are folded words without article (``appellations``), roles are sets of words (``roles``).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.cast.appellations import BODIES
from ingest.naming.names import Names
from ingest.naming.roles import Role, is_vague, office, role, states
from ingest.text import words
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words
from ontology.spelling import fold

_SPELLED = 6  # letters of a surname, at least, that papers may spell in two ways: not of حسن and حسان
_LONG = re.compile("[اوي]")
_PRINCES = frozenset({"امير", "اميره"})  # who may hold an office
UNTOLD = 2  # how strange a role is to a person whom only the gazetteer gives it


@dataclass(slots=True)
class Entity:
    """An actor while it is being put together."""

    type: str
    known: str | None = None
    names: list[tuple[str, ...]] = field(default_factory=list)  # each once, however often an article says it
    roles: list[Role] = field(default_factory=list)  # each once
    told: list[Role] = field(default_factory=list)  # those that the text itself tells with the name, each once

    def called(self, name: tuple[str, ...]) -> None:
        """Add a name."""
        if name not in self.names:
            self.names.append(name)

    def told_as(self, told: Role) -> None:
        """Add a role that the text tells with the name."""
        self.held(told)
        if told not in self.told:
            self.told.append(told)

    def held(self, *roles: Role) -> None:
        """Add roles."""
        self.roles += [one for one in dict.fromkeys(roles) if one not in self.roles]


def compatible(one: str, other: str) -> bool:
    """Whether two types may be one actor: a movement is a body to one paper and a militia to the other."""
    return one == other or {one, other} <= BODIES


def is_royal(title: Sequence[str], name: tuple[str, ...]) -> bool:
    """Whether ``name`` is the first name behind a title of the crowned: الملك حسين is no صدام حسين."""
    return len(name) == 1 and any(
        before in load_function_words()["royal_titles"] and word == name[0] for before, word in pairwise(title)
    )


def is_crowned(entity: Entity, name: tuple[str, ...]) -> bool:
    """Whether an actor with a title of the crowned has that first name."""
    crowned = any(held & load_function_words()["royal_titles"] for held in entity.roles)
    return any(is_royal(other, name) or (crowned and other[0] == name[0]) for other in entity.names)


def is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether ``short`` can be short for a person's name ``full``: its words in order, with the last or the first."""
    if are_spellings(short[-1], full[-1]):
        short = (*short[:-1], full[-1])
    if short == full:
        return True
    rest = iter(full)
    if not all(word in rest for word in short) or full[-len(short) - 1 :] == ("بن", *short):
        return False  # سلمان بن عبد العزيز is the father of محمد بن سلمان بن عبد العزيز
    return short[-1] == full[-1] or (len(short) > 1 and short[0] == full[0])


def skeleton(word: str) -> str:
    """A long word without its long vowels, under which its spellings are found: برزاني and برازاني."""
    return _LONG.sub("", word) if len(word) >= _SPELLED else word


def are_spellings(one: str, other: str) -> bool:
    """Whether two surnames differ by one long vowel, which papers write or leave out: بوقدوم and بوقادوم."""
    if abs(len(one) - len(other)) != 1 or min(len(one), len(other)) < _SPELLED or skeleton(one) != skeleton(other):
        return False
    more, less = sorted((one, other), key=len, reverse=True)
    return any(
        letter in "اوي" and more[:k] + more[k + 1 :] == less for k, letter in enumerate(more) if 0 < k < len(less)
    )


def first_named(name: tuple[str, ...], by_word: Mapping[str, list[int]], entities: Sequence[Entity]) -> int | None:
    """The only person whose name begins with the one word and goes on: الأمير سعود (بن متعب)، عقيلة (صالح)."""
    if len(name) != 1:
        return None
    longer = (n for n in by_word.get(name[0], ()) if any(len(o) > 1 and o[:1] == name for o in entities[n].names))
    found = list(longer)
    return found[0] if len(found) == 1 else None


def peers_of(name: tuple[str, ...], by_word: Mapping[str, list[int]], entities: Sequence[Entity]) -> int | None:
    """The only group with an office of the states told: نظراءه الخليجيين are وزراء خارجية دول الخليج."""
    classes = load_function_words()
    if name[0] not in classes["peers_in_plural"] or len(name) == 1:
        return None
    offices = classes["offices_in_plural"]
    found = [n for n in by_word.get(name[-1], ()) if any(other[0] in offices for other in entities[n].names)]
    return found[0] if len(found) == 1 else None


def is_short_body(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether ``short`` can be short for the body ``full``: with its first word, or all but the word for its kind.

    The embassy at a body, its office or its ministers are not the body: their names end in its whole name too.
    """
    if tuple(map(_root, short)) == tuple(map(_root, full)):
        return True
    if full[1:] == short:
        return full[0] in load_function_words()["naming_bodies"]
    rest = iter(full)
    return short[0] == full[0] and all(word in rest for word in short)


def _root(word: str) -> str:
    """A word without the endings of a nisba and its plural: حوثي and حوثيين."""
    return words.stem(words.stem(word))


def kinds_of(entity: Entity, names: Names) -> set[str]:
    """The kinds of body that an actor's names begin with."""
    known = names.heads(entity.known) if entity.known else frozenset()
    return {name[0] for name in entity.names if name} | known


def offices_of(identifier: str, names: Names) -> Iterator[Role]:
    """What a known person may be called by, on the day of the article if it has one."""
    for title, of in names.roles(identifier):
        state = of if names.type(of) == "state" else names.home(of)
        yield role(fold(title).split(), names) | {f"@{state or of}"}


def home_of(entity: Entity, names: Names) -> str | None:
    """The state of a person: by a title, else by the gazetteer."""
    for held in entity.roles:
        for state in sorted(states(held)):
            return state[1:]
    return names.home(entity.known) if entity.known else None


def is_anothers(entity: Entity, office_: Phrase, names: Names) -> bool:
    """Whether an office right behind a name is another's: استقبل الملك فلان رئيس الوزراء البريطاني.

    It is of another state than the person, or a king's who holds none.
    """
    told = role(office_.form.split(), names)
    home, crowned = home_of(entity, names), load_function_words()["royal_titles"] - _PRINCES
    foreign = home is not None and bool(states(told)) and f"@{home}" not in states(told)
    return foreign or (any(held & crowned for held in entity.told) and not told & crowned)


def holds(entity: Entity, sought: Role) -> bool:
    """Whether a person of the article can be meant by a role: the same state, and the office or part of it."""
    if entity.type != "person":
        return False
    for held in entity.roles:
        state, plain, wanted = states(held), office(held), office(sought)
        if states(sought) and not states(sought) & state:
            continue
        counterpart = bool(held & load_function_words()["counterparts"]) and _is_untold(entity, sought)
        person = is_vague(sought) and bool(states(sought))
        if counterpart or person or (wanted and _same_office(wanted, plain)):
            return True
    return False


def _is_untold(entity: Entity, sought: Role) -> bool:
    """Whether only نظيره tells that a person serves the state of a role: no minister is its president."""
    counterparts = load_function_words()["counterparts"]
    return bool(states(sought)) and not any(
        states(one) & states(sought) for one in entity.roles if not one & counterparts
    )


def strangeness(entity: Entity, sought: Role) -> int:
    """How little a role of no state is a person's: rather that of whom the text calls so, its own minister.

    Whom only the gazetteer gives it is meant behind his name, not before it, and sooner if the text calls him nothing
    else: رئيس الحكومة is no former one whom it calls the leader of a party.
    """
    if states(sought) or sought in entity.told:
        return 0
    wanted = office(sought)
    return 1 if any(_same_office(wanted, office(one)) for one in entity.told) else UNTOLD + bool(entity.told)


def _same_office(wanted: Role, held: Role) -> bool:
    """Whether an office is the held one or short for it; الرئيس alone is no head of government or parliament."""
    whole = len(wanted) == 1 and bool(wanted & load_function_words()["whole_roles"])
    return (
        wanted == held
        if whole
        else wanted <= held or (len(wanted) > 1 and set(map(_free, wanted)) <= set(map(_free, held)))
    )


def _free(word: str) -> str:
    """A sound plural without its ending, whether it is free or in construct: نقيب المقاولين، نقيب مقاولي الإنشاءات."""
    return next((word.removesuffix(end) for end in ("ين", "ون", "ي", "و") if word.endswith(end)), word)


def sole_holder(persons: Mapping[int, Entity], wanted: Role) -> int | None:
    """Of numbered persons the only one with the office, else with one that goes on or is short for it.

    وزير الأوقاف is وزير الأوقاف والشؤون الإسلامية فلان, and رئيس مجلس النواب is رئيس المجلس فلان, but no deputy of his.
    """
    titles = load_function_words()["titles"]
    tests: tuple[Callable[[Role], bool], ...] = (
        lambda held: held == wanted,
        lambda held: _same_office(wanted, held) and not (held - wanted) & titles,
        lambda held: len(held) > 1 and held < wanted and not (wanted - held) & titles,
    )
    for fits in tests:
        found = [number for number, person in persons.items() if any(fits(office(one)) for one in person.roles)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def sole_ruler(persons: Mapping[int, Entity], sought: Role) -> int | None:
    """Of numbered persons the only one with the office of a district: رئيس الولاية is رئيس بونتلاند فلان."""
    classes = load_function_words()
    wanted = sought - classes["districts"]
    if wanted == sought or len(wanted) != 1 or not wanted <= classes["titles"]:
        return None
    others = classes["titles"] - classes["military_ranks"]
    found = [
        n for n, e in persons.items() if any(wanted < office(one) and office(one) & others == wanted for one in e.told)
    ]
    return found[0] if len(found) == 1 else None


def fellow(persons: Mapping[int, Entity], own: Role, of: int) -> int | None:
    """The only numbered person of a state, with a title such as that of number ``of``: whom نظيره الروسي can mean."""
    titles = load_function_words()["titles"]
    shared = {word for told in persons[of].roles for word in office(told)} & titles if of in persons else set()
    held = {n: e.roles for n, e in persons.items() if n != of and any(states(one) & own for one in e.roles)}
    found = [n for n, roles in held.items() if any(office(one) & shared for one in roles)]
    return found[0] if len(held) == len(found) == 1 else None
