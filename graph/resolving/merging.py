"""Links and verdicts turned into groups of actors that are one, each with the actor it goes by.

Takes comparisons, gives for every actor what it is and why. Within what hangs together the surest links are taken
first: decisions of a human, known actors, then likeness, unless a verdict, a state or an office speaks against it.
A group goes by its known actor, else by the fullest name without title; one that is led goes where its leader goes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.resolving.actor_name import is_titled
from graph.resolving.comparing import Actors, Comparing, length
from graph.resolving.known_match import known_as
from graph.resolving.name_similarity import Match, apart
from graph.resolving.profiles import is_known, profile
from graph.storage.terms import iri, names

_SAME, _KNOWN, _ALIKE = range(3)  # what speaks for a merge, the strongest first


@dataclass(frozen=True, slots=True)
class Resolution:
    """The actor that another is, the one whose comparison led there, and why."""

    target: str
    partner: str
    match: Match


def resolve(comparing: Comparing, wanted: Iterable[str]) -> dict[str, Resolution | None]:
    """What every wanted actor is, and whoever hangs together with it; None for one that is itself."""
    found: dict[str, Resolution | None] = {}
    for actor in sorted(wanted):
        if actor not in found:
            found |= _merged(comparing, reach(comparing, [actor]))
    return found


def reach(comparing: Comparing, start: Iterable[str]) -> set[str]:
    """All actors that hang together with those of ``start``, by links, known actors and verdicts."""
    found = set(start)
    waiting = list(found)
    while waiting:
        for other in _partners(comparing, waiting.pop()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _partners(comparing: Comparing, actor: str) -> set[str]:
    judged = set(comparing.actors.verdicts.of_actor(actor))
    if is_known(actor):
        return judged
    if known := known_as(comparing.actors.facts(actor)):
        return judged | {_term(known[0])}
    leader = comparing.leader(actor)
    return judged | set(comparing.links(actor)) | ({leader[0]} if leader else set())


def _merged(comparing: Comparing, members: set[str]) -> dict[str, Resolution | None]:
    """The members of a component, merged by the strongest reasons first."""
    groups = {member: {member} for member in members}
    kept: dict[str, dict[str, Match]] = defaultdict(dict)
    for kind, _, one, other, match in sorted(_edges(comparing, members), key=lambda edge: edge[:4]):
        if groups[one] is not groups[other] and _fit(comparing, groups[one], groups[other], kind):
            union = groups[one] | groups[other]
            groups.update(dict.fromkeys(union, union))
            kept[one][other] = kept[other][one] = match
    return _told(comparing, list({id(group): group for group in groups.values()}.values()), kept)


def _told(
    comparing: Comparing, groups: list[set[str]], kept: Mapping[str, Mapping[str, Match]]
) -> dict[str, Resolution | None]:
    """What the members of each group are: their target, or that of the group of a leader.

    A group never follows one that begins behind it, so that nobody goes in a circle.
    """
    found: dict[str, Resolution | None] = {}
    targets: dict[str, str] = {}
    for group in sorted(groups, key=min):
        target = _target(comparing.actors, group)
        if target is None:
            continue
        start, found[target] = target, None
        if not is_known(target) and (way := _leader(comparing, group, groups)):
            start, leader, match = way
            target = targets.get(leader, leader)
            found[start] = Resolution(target, leader, match)
        found |= _ways(kept, start, target, comparing.actors)
        targets |= dict.fromkeys(group, target)
    return {member: found.get(member) for group in groups for member in group}


def _leader(comparing: Comparing, group: set[str], groups: list[set[str]]) -> tuple[str, str, Match] | None:
    """The surest way from a member of the group to a leader in another group."""
    found = []
    for actor in group:
        if not is_known(actor) and (way := comparing.leader(actor)):
            leader, match = way
            other = next(members for members in groups if leader in members)
            if min(other) < min(group) and _fit(comparing, group, other, _ALIKE):
                found.append((-match.score, actor, leader, match))
    return min(found)[1:] if found else None


def _edges(comparing: Comparing, members: set[str]) -> list[tuple[int, float, str, str, Match]]:
    found = []
    for actor in members:
        for other, decision in comparing.actors.verdicts.of_actor(actor).items():
            if decision == "same" and actor < other and other in members:
                found.append((_SAME, 0.0, actor, other, Match(1.0, "decided by a human")))
        if is_known(actor):
            continue
        if known := known_as(comparing.actors.facts(actor)):
            found.append((_KNOWN, -known[1].score, actor, _term(known[0]), known[1]))
        else:
            links = comparing.links(actor).items()
            found += [(_ALIKE, -match.score, actor, other, match) for other, match in links if actor < other]
    return found


def _fit(comparing: Comparing, one: set[str], other: set[str], kind: int) -> bool:
    """Whether nothing speaks against it that two groups are one."""
    verdicts = comparing.actors.verdicts
    for actor in one:
        judged = verdicts.of_actor(actor)
        if any(decision != "same" and partner in other for partner, decision in judged.items()):
            return False
    if kind == _SAME:
        return True
    known = {actor for actor in one | other if is_known(actor)}
    if len(known) > 1:
        return False
    unknown = [[profile(comparing.actors.facts(a)) for a in group if not is_known(a)] for group in (one, other)]
    return kind == _KNOWN or not any(apart(a, b) for a in unknown[0] for b in unknown[1])


def _target(actors: Actors, group: set[str]) -> str | None:
    """The actor by which a group goes: a known one, else a name without title, the fullest; of equals the first.

    A label with a title is another actor in every article: the group would go by another name every other day.
    """
    present = [actor for actor in group if is_known(actor) or actors.facts(actor) or actors.occurs(actor)]

    def rank(actor: str) -> tuple[bool, bool, int, str]:
        facts = actors.facts(actor)
        return not is_known(actor), all(map(is_titled, profile(facts).labels)), -length(facts), actor

    return min(present, key=rank, default=None)


def _ways(
    kept: Mapping[str, Mapping[str, Match]], start: str, target: str, actors: Actors
) -> dict[str, Resolution | None]:
    """For each other member of the group of ``start`` the next one on its way there."""
    found: dict[str, Resolution | None] = {}
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop(0)
        for actor, match in sorted(kept.get(here, {}).items()):
            if actor not in seen:
                seen.add(actor)
                waiting.append(actor)
                if is_known(actor) or actors.facts(actor) or actors.occurs(actor):
                    found[actor] = Resolution(target, here, match)
    return found


def _term(known: str) -> str:
    return iri(names().actor_base + known)
