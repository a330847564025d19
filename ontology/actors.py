"""Loads the gazetteer from every TOML file in ``actors/``.

Steps: read the entries (``entries``), make actors and offices of them, index their names, and check what
only the whole shows: an id twice, a dangling id, two states of one ISO code, a strong name, metonym or
nisba of two actors, two holders of one office at a time. Every fault is a ``DataFileError`` that names
file, entry and mend: a gazetteer wrong in silence makes wrong links in every article. Names that a state
does not give itself are those of CLDR (Unicode Common Locale Data Repository), from babel.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ontology.entries import Entry, read_entries
from ontology.gazetteer import Actor, Gazetteer, Nisba, NisbaForm, Office, Tenure, latin_key
from ontology.spelling import fold
from ontology.variants import load_spellings

__all__ = ["FOLDER", "Actor", "Gazetteer", "Office", "Tenure", "load_gazetteer", "read_gazetteer"]

FOLDER = Path(__file__).with_suffix("")  # the data stand beside their loader
_FORMS: tuple[NisbaForm, ...] = ("m", "f", "pl")

Names = Iterable[str]
Entries = Mapping[str, Entry]


class _Cldr(NamedTuple):
    """Territory names by ISO 3166-1 alpha-2 code."""

    ar: Mapping[str, str]
    en: Mapping[str, str]


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that comes with Shabaka, read once. Raises ``DataFileError`` where its data are wrong."""
    return read_gazetteer(FOLDER)


def read_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer of the ``*.toml`` files in ``folder``; no files give an empty one.

    Raises ``DataFileError`` at the first fault.
    """
    entries = _by_id(read_entries(folder))
    actors = {i: _actor(entry) for i, entry in entries.items() if entry.kind != "office"}
    offices = {i: _office(entry) for i, entry in entries.items() if entry.kind == "office"}
    _check_references(entries, actors, offices)
    strong = _unique(entries, actors, "strong name", lambda actor: actor.strong)
    metonyms = _unique(entries, actors, "metonym", lambda actor: actor.metonyms)
    for name in metonyms.keys() & strong.keys():
        if metonyms[name] != strong[name]:
            raise entries[metonyms[name]].fault(
                f'metonym "{name}" is a strong name of "{strong[name]}"', "make it weak in both"
            )
    weak = _shared(actors, lambda actor: map(fold, actor.weak))
    taken = {*strong, *metonyms, *weak}
    return Gazetteer(
        actors=actors,
        offices=offices,
        strong=strong | _respelled(actors, strong, taken),
        weak=weak | _other_spellings(actors, weak, taken),
        metonyms=metonyms | _respelled(actors, metonyms, taken),
        nisba=_nisba(entries, actors),
        latin=_shared(actors, lambda actor: map(latin_key, (actor.en, actor.id))),
        holders=_holders(entries, actors),
    )


@cache
def _cldr() -> _Cldr:
    from babel import Locale

    return _Cldr(Locale("ar").territories, Locale("en").territories)


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    codes: dict[str, str] = {}
    for entry in entries:
        if first := found.get(entry.id):
            raise entry.fault(f"the id stands in {first.path.name} too", "merge the entries or rename one")
        found[entry.id] = entry
        if entry.kind == "state":
            code = str(entry.text("iso"))
            if len(code) != 2 or code not in _cldr().en:
                raise entry.fault(f'bad iso "{code}"', "write the ISO 3166-1 code in two capitals")
            if code in codes:
                raise entry.fault(f'iso "{code}" is "{codes[code]}" already', "keep one state for a code")
            codes[code] = entry.id
    return dict(sorted(found.items()))


def _actor(entry: Entry) -> Actor:
    code = entry.text("iso") or ""
    ar = entry.text("ar") or _cldr().ar[code]
    weak = entry.texts("weak")
    unsure = {fold(name) for name in weak}
    return Actor(
        id=entry.id,
        type=entry.table.get("type", "state"),
        ar=ar,
        en=entry.text("en") or _cldr().en[code],
        strong=tuple(name for name in dict.fromkeys((ar, *entry.texts("strong"))) if fold(name) not in unsure),
        weak=weak,
        source=entry.table["source"],
        metonyms=entry.texts("metonyms"),
        nisba=tuple((form, word) for form in _FORMS for word in entry.table.get("nisba", {}).get(form, ())),
        state=entry.text("state"),
        wikidata=entry.text("wikidata"),
        offices=tuple(Tenure(**tenure) for tenure in entry.table.get("offices", ())),
    )


def _office(entry: Entry) -> Office:
    table = entry.table
    return Office(entry.id, table["ar"], table["en"], entry.texts("titles"), table["of"], table["source"])


def _check_references(entries: Entries, actors: Mapping[str, Actor], offices: Mapping[str, Office]) -> None:
    """Every id that an entry names is there and of the right kind."""
    for actor in actors.values():
        if actor.state and (actor.state not in actors or actors[actor.state].type != "state"):
            raise entries[actor.id].fault(f'no state "{actor.state}"', "name the id of a state or leave it out")
        for tenure in actor.offices:
            if tenure.office not in offices:
                raise entries[actor.id].fault(f'no office "{tenure.office}"', "add the [[office]] or mend the id")
            if tenure.since and tenure.until and tenure.until <= tenure.since:
                raise entries[actor.id].fault(f'"{tenure.office}" ends before it begins', "mend since or until")
    for office in offices.values():
        if office.of not in actors:
            raise entries[office.id].fault(f'no actor "{office.of}"', "name the id of a state or organization")


def _unique(
    entries: Entries, actors: Mapping[str, Actor], kind: str, names: Callable[[Actor], Names]
) -> dict[str, str]:
    """The owner of every folded name; one name of two actors is a fault."""
    owners: dict[str, str] = {}
    for actor in actors.values():
        for name in names(actor):
            owner = owners.setdefault(fold(name), actor.id)
            if owner != actor.id:
                raise entries[actor.id].fault(
                    f'{kind} "{name}" is one of "{owner}" too', "make it weak in both, or drop it from one"
                )
    return owners


def _shared(actors: Mapping[str, Actor], names: Callable[[Actor], Names]) -> dict[str, tuple[str, ...]]:
    """All owners of every name, by id."""
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for actor in actors.values():
        for name in dict.fromkeys(names(actor)):
            owners[name].append(actor.id)
    return {name: tuple(ids) for name, ids in owners.items()}


def _respelled(actors: Mapping[str, Actor], owners: Mapping[str, str], taken: Container[str]) -> dict[str, str]:
    """Other spellings of names, where nobody has one for a name and no two share it."""
    found = _other_spellings(actors, {name: (owner,) for name, owner in owners.items()}, taken)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def _other_spellings(
    actors: Mapping[str, Actor], owners: Mapping[str, Sequence[str]], taken: Container[str]
) -> dict[str, tuple[str, ...]]:
    """The owners of every other spelling that is nobody's name."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, ids in owners.items():
        for identifier in ids:
            spellings = load_spellings()
            for other in spellings.of(name, foreign=spellings.is_foreign(actors[identifier])):
                if other not in taken:
                    found[other][identifier] = None
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def _nisba(entries: Entries, actors: Mapping[str, Actor]) -> dict[str, Nisba]:
    owners = _unique(entries, actors, "nisba", lambda actor: (word for _, word in actor.nisba))
    forms = {fold(word): form for actor in actors.values() for form, word in reversed(actor.nisba)}
    return {word: Nisba(owner, forms[word]) for word, owner in owners.items()}


def _holders(entries: Entries, actors: Mapping[str, Actor]) -> dict[str, tuple[tuple[Tenure, str], ...]]:
    """The tenures of every office, the latest first; two at a time are a fault."""
    found: defaultdict[str, list[tuple[Tenure, str]]] = defaultdict(list)
    for actor in actors.values():
        for tenure in actor.offices:
            for other, holder in found[tenure.office]:
                if _overlap(tenure, other):
                    raise entries[actor.id].fault(
                        f'holds "{tenure.office}" at the same time as "{holder}"', "mend since and until"
                    )
            found[tenure.office].append((tenure, actor.id))
    return {
        office: tuple(sorted(held, key=lambda pair: str(pair[0].since or ""), reverse=True))
        for office, held in sorted(found.items())
    }


def _overlap(one: Tenure, other: Tenure) -> bool:
    """Whether two half-open tenures share a day."""
    starts_in_time = one.since is None or other.until is None or one.since < other.until
    return starts_in_time and (other.since is None or one.until is None or other.since < one.until)
