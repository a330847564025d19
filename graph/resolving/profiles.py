"""What articles say of an actor that the gazetteer does not have: enough to tell whether two are one.

A profile is a set of facts, each of them what some article says by itself: a name, a type, an office with its
state, and which known person held that office on the day of the article. So the profile of an actor does not
depend on the order of articles; facts are kept in the identity graph as ``sb:trait``, beside the keys under which
profiles worth comparing are found. A label that names nobody for sure (see ``actor_name``) gives no fact.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.resolving.actor_name import ActorName, body_name, office, person_name, state_name
from graph.resolving.name_spelling import skeleton
from graph.storage.quads import Quads
from graph.storage.terms import names, value
from graph.storage.update import Quad
from ontology.actors import load_gazetteer

Facts = frozenset[str]
RECENT = 1 << 11  # profiles that are kept in mind: they grow with what articles say of an actor, so only a few
NOTHING: Facts = frozenset()
_PERSON = "Person"
_BODIES = frozenset({"Organization", "ArmedGroup"})


@dataclass(frozen=True, slots=True)
class Profile:
    """Facts about one actor by kind; names are labels as written."""

    types: frozenset[str]  # local names of classes
    labels: frozenset[str]
    states: frozenset[str]  # ids of states of its offices
    offices: frozenset[str]
    holds: frozenset[str]  # ids of known persons who held its office on the day of an article, each with the office

    @property
    def is_person(self) -> bool:
        """Whether its names are a person's."""
        return _PERSON in self.types

    @property
    def is_body(self) -> bool:
        """Whether it is an organisation or armed group: papers do not keep the two apart."""
        return bool(self.types & _BODIES)

    def names(self) -> tuple[ActorName, ...]:
        """Its names taken apart, those that are one left out, the first by its label first."""
        parse = person_name if self.is_person else body_name
        return tuple(dict.fromkeys(parse(label) for label in sorted(self.labels)))


@lru_cache(RECENT)
def profile(facts: Facts) -> Profile:
    """The profile of these facts."""
    by_kind: dict[str, set[str]] = {"type": set(), "name": set(), "state": set(), "office": set(), "holds": set()}
    for fact in facts:
        kind, _, rest = fact.partition("=")
        by_kind[kind].add(rest)
    return Profile(*(frozenset(by_kind[kind]) for kind in ("type", "name", "state", "office", "holds")))


@lru_cache(RECENT)
def keys(facts: Facts) -> frozenset[str]:
    """The keys of a profile: actors that share none are not compared.

    Of a person: first and last word; the first two; the last word, under which short names find full ones.
    """
    found: set[str] = set()
    known = profile(facts)
    for name in known.names():
        if known.is_person and name.words:
            bones = [skeleton(word) for word in name.words]
            found.add(f"last {bones[-1]}")
            if len(bones) > 1:
                found |= {f"ends {bones[0]} {bones[-1]}", f"head {bones[0]} {bones[1]}"}
        elif known.is_body and name.words:
            found.add(f"body {' '.join(name.words)}")
    return frozenset(found)


def of_article(quads: Iterable[Quad]) -> dict[str, Facts]:
    """The facts of every actor of an article's quads that has any."""
    n = names()
    labels: dict[str, set[str]] = {}
    types: dict[str, set[str]] = {}
    memberships: dict[str, dict[str, str]] = {}
    date = ""
    for subject, predicate, object_, _ in quads:
        if predicate == n.label:
            labels.setdefault(subject, set()).add(value(object_))
        elif predicate == n.type:
            types.setdefault(subject, set()).add(_local(object_))
        elif predicate in {n.member, n.title, n.organization}:
            memberships.setdefault(subject, {})[predicate] = object_
        elif predicate == n.published:
            date = value(object_)[:10]
    titles: dict[str, set[str]] = {}
    for said in memberships.values():
        if n.member in said and n.title in said:
            titles.setdefault(said[n.member], set()).add(value(said[n.title]))
    found = {}
    for actor, named in labels.items():
        if not is_known(actor):
            told = facts(named, types.get(actor, set()), titles.get(actor, set()), date)
            if told:
                found[actor] = told
    return found


def in_article(store: Quads, actor: str, article: str) -> Facts:
    """As ``of_article``, of one actor in a stored article."""
    n = names()
    quads = [*store.match(actor, None, None, article), *store.match(article, n.published, None, article)]
    for membership, *_ in list(store.match(None, n.member, actor, article)):
        quads += store.match(membership, None, None, article)
    return of_article(quads).get(actor, NOTHING)


def facts(labels: set[str], types: set[str], titles: set[str], date: str) -> Facts:
    """The facts of an actor so called, with these types, titles and day of the article; perhaps none."""
    if _PERSON not in types:
        told = {f"name={label}" for label in labels if body_name(label).words or state_name(label)}
    else:
        told = {f"name={label}" for label in labels if _tells(person_name(label), date)}
    if not told:
        return NOTHING
    if _PERSON in types:
        for name in map(person_name, sorted(labels | titles)):
            told |= set(_of_title(name, date))
    return frozenset(told | {f"type={kind}" for kind in types})


def _tells(name: ActorName, date: str) -> bool:
    """Whether a person's label has a name, or an office that somebody is known to have held on that day."""
    return bool(name.words) or any(fact.startswith("holds=") for fact in _of_title(name, date))


def _of_title(name: ActorName, date: str) -> Iterator[str]:
    if not name.title or not name.of:
        return
    gazetteer = load_gazetteer()
    owner = gazetteer.actors[name.of]
    if state := owner.id if owner.type == "state" else owner.state:
        yield f"state={state}"
    if name.former:
        return
    title = " ".join(name.title)
    yield f"office={title}@{name.of}"
    held = office(name.title, name.of)
    if held and date and (holder := gazetteer.holder(held, dt.date.fromisoformat(date))):
        yield f"holds={holder.id} {gazetteer.offices[held].ar}"


def is_known(actor: str) -> bool:
    """Whether the actor's term is one of the gazetteer's."""
    return value(actor).removeprefix(names().actor_base) in load_gazetteer().actors


def _local(term: str) -> str:
    return value(term).rpartition("/")[2].rpartition("#")[2]
