"""The gazetteer: the actors and offices known beforehand, and the ways to look them up.

Takes nothing but what ``actors`` loads; gives frozen entries and the maps from folded names to ids that
mention recognition and linking read. Three kinds of names are kept apart, from sure to unsure: a strong
name identifies alone, a metonym (a capital, a palace) stands for its state's government, a weak name
needs context. Where one spelling is a strong name of one actor and a weak name of another, the strong
one is meant unless the context says otherwise.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ontology.spelling import fold

ActorType = Literal["person", "organization", "armed_group", "group", "state"]
NisbaForm = Literal["m", "f", "pl"]

_APOSTROPHES = re.compile("['`´‘’ʻʼʾʿ]")
_NOT_WORD = re.compile(r"[\W_]+")


class Nisba(NamedTuple):
    """What a nisba such as عراقية says: the state it belongs to, and its gender or number."""

    state: str
    form: NisbaForm


@dataclass(frozen=True, slots=True)
class Tenure:
    """One time in office, half-open: on the day ``until`` the successor holds it; None is open."""

    office: str
    since: dt.date | None = None
    until: dt.date | None = None

    def covers(self, date: dt.date) -> bool:
        """Whether the office was held on ``date``."""
        return (self.since is None or self.since <= date) and (self.until is None or date < self.until)


@dataclass(frozen=True, slots=True)
class Actor:
    """One known actor. ``strong`` starts with ``ar``, unless ``ar`` itself needs context and is in ``weak``."""

    id: str
    type: ActorType
    ar: str
    en: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    source: str
    metonyms: tuple[str, ...] = ()
    nisba: tuple[tuple[NisbaForm, str], ...] = ()
    state: str | None = None
    wikidata: str | None = None
    offices: tuple[Tenure, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every Arabic name once, the surest first."""
        return tuple(dict.fromkeys((self.ar, *self.strong, *self.metonyms, *self.weak)))


@dataclass(frozen=True, slots=True)
class Office:
    """A post that one person holds at a time. ``titles`` are its words without the state or nisba."""

    id: str
    ar: str
    en: str
    titles: tuple[str, ...]
    of: str
    source: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All entries by id and by folded name. Keys of ``strong``, ``weak`` and ``metonyms`` are whole names.

    Keys of ``nisba`` have no article on any word (الكوري الشمالي is found as "كوري شمالي"). Look a word up
    before stripping what seems an article: folded, ألماني begins with it too.
    """

    actors: Mapping[str, Actor]
    offices: Mapping[str, Office]
    strong: Mapping[str, str]
    weak: Mapping[str, tuple[str, ...]]
    metonyms: Mapping[str, str]
    nisba: Mapping[str, Nisba]
    latin: Mapping[str, tuple[str, ...]]  # English labels and ids in plain letters
    holders: Mapping[str, tuple[tuple[Tenure, str], ...]]  # by office, each with the holder's id

    def find(self, name: str) -> tuple[Actor, ...]:
        """The actors that ``name``, Arabic or English, may mean, in the order of their ids.

        The first of these that finds anyone: a label or strong name letter for letter; a strong name or
        English label in folded spelling; a metonym or weak name; a name that contains these words. Nothing
        found, or an empty name: an empty tuple.
        """
        folded, plain = " ".join(fold(name).split()), latin_key(name)
        sure = {*self._known(self.strong.get(folded)), *self.latin.get(plain, ())}
        unsure = {*self._known(self.metonyms.get(folded)), *self.weak.get(folded, ())}
        exact = {i for i in sure | unsure if name in (self.actors[i].ar, *self.actors[i].strong)}
        ids = exact or sure or unsure or set(self._containing(folded, plain))
        return tuple(self.actors[i] for i in sorted(ids))

    def holder(self, office: str, date: dt.date) -> Actor | None:
        """Who held ``office`` (an id) on ``date``; None where nobody is known to have."""
        for tenure, holder in self.holders.get(office, ()):
            if tenure.covers(date):
                return self.actors[holder]
        return None

    @staticmethod
    def _known(actor: str | None) -> tuple[str, ...]:
        return () if actor is None else (actor,)

    def _containing(self, folded: str, plain: str) -> Iterable[str]:
        """The ids of actors with a name that has the given words in this order, side by side."""
        for name, ids in self.latin.items():
            if plain and f" {plain} " in f" {name} ":
                yield from ids
        for actor in self.actors.values():
            if folded and any(f" {folded} " in f" {fold(name)} " for name in actor.names):
                yield actor.id


def latin_key(text: str) -> str:
    """``text`` in lower-case Latin letters and digits, words parted by one space: Asa'ib is ``asaib``.

    Apostrophes and accents go, every other sign is a space; text without Latin letters or digits gives "".
    """
    letters = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    bare = "".join(c for c in letters if c.isascii() or not (c.isalpha() or unicodedata.combining(c)))
    return _NOT_WORD.sub(" ", bare).strip().lower()
