"""Who is who across articles: every actor that is not in the gazetteer with the actor it is, if it is another.

Takes profiles and verdicts, gives ``sb:resolvedAs`` with score and reason. Two steps: an actor that for sure is one
of the gazetteer's is that (``known_match``); the others are compared among themselves within blocks (actors that
share a key), and pairs that are surely one are merged, the surest first, unless a verdict, a state or an office
speaks against it. A group goes by its known actor, else by the fullest name. A short name that fits two full ones
is neither. In a block of more than ``BLOCK`` the first by id lead: they are compared among themselves, each other
one only with them, and it goes where its leader goes. All of it depends on the set of articles and verdicts alone,
not on their order: ``change`` looks at what shares a block with the actors of one article, ``all_identity`` at
everything.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from graph.known_match import candidates, known_as
from graph.name_similarity import NONE, Match, apart, compare
from graph.profiles import NOTHING, Facts, in_article, is_known, keys, of_article, profile
from graph.store import Store
from graph.terms import iri, literal, names, value
from graph.update import Quad
from graph.verdicts import Verdicts

BLOCK = 20  # actors of one key that are compared each with each
_SAME, _KNOWN, _ALIKE = range(3)  # what speaks for a merge, the strongest first


class Actors(Protocol):
    """The unknown actors of a corpus."""

    verdicts: Verdicts

    def facts(self, actor: str) -> Facts:
        """What is known of the actor."""

    def block(self, key: str) -> list[str]:
        """The actors with that key, sorted."""

    def occurs(self, actor: str) -> bool:
        """Whether some article names the actor."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The actor that another is, the one whose comparison led there, and why."""

    target: str
    partner: str
    match: Match


class Comparing:
    """Comparisons of the actors of a corpus, each made once."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors
        self._matches: dict[tuple[str, str], Match] = {}
        self._links: dict[str, dict[str, Match]] = {}
        self._unclear: dict[str, bool] = {}

    def match(self, one: str, other: str) -> Match:
        """How far two unknown actors are one."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._matches:
            facts = self.actors.facts(pair[0]), self.actors.facts(pair[1])
            self._matches[pair] = compare(profile(facts[0]), profile(facts[1])) if all(facts) else NONE
        return self._matches[pair]

    def neighbours(self, actor: str) -> set[str]:
        """The actors that share a key with it: in the block of a last word only where one name is but that."""
        found: set[str] = set()
        short = self._is_short(actor)
        for key in keys(self.actors.facts(actor)):
            members = self.actors.block(key)
            by_last = key.startswith("last ")
            if by_last and len(members) <= BLOCK:
                found |= {member for member in members if short or self._is_short(member)}
            elif not by_last and actor in members[:BLOCK]:
                found |= set(members[:BLOCK])
        return found - {actor}

    def leader(self, actor: str) -> tuple[str, Match] | None:
        """The leader of a large block that it surely is one with; None where it leads itself or there is none."""
        if known_as(self.actors.facts(actor)):
            return None
        found = []
        for key in sorted(keys(self.actors.facts(actor))):
            members = self.actors.block(key)
            if not key.startswith("last ") and actor not in members[:BLOCK]:
                found += [(self.match(actor, other), other) for other in members[:BLOCK]]
        sure = [(-match.score, other, match) for match, other in found if match.sure and not match.partial]
        return (min(sure)[1], min(sure)[2]) if sure else None

    def links(self, actor: str) -> dict[str, Match]:
        """The unknown actors that it surely is one with."""
        if actor not in self._links:
            known = known_as(self.actors.facts(actor))
            self._links[actor] = (
                {}
                if known
                else {
                    other: match
                    for other in self.neighbours(actor)
                    if (match := self.match(actor, other)).sure
                    and not known_as(self.actors.facts(other))
                    and not (match.partial and self._is_unclear(self._shorter(actor, other)))
                }
            )
        return self._links[actor]

    def _shorter(self, one: str, other: str) -> str:
        return min(one, other, key=lambda actor: (length(self.actors.facts(actor)), actor))

    def _is_unclear(self, short: str) -> bool:
        """Whether a name that is a part of others fits two that are not one, or also a known actor."""
        if short not in self._unclear:
            fitting = [
                other
                for other in self.neighbours(short)
                if self.match(short, other).sure and self.match(short, other).partial
            ]
            self._unclear[short] = bool(candidates(self.actors.facts(short))) or any(
                not self.match(a, b).sure for i, a in enumerate(fitting) for b in fitting[:i]
            )
        return self._unclear[short]

    def _is_short(self, actor: str) -> bool:
        return any(
            len(name.words) == 1 or len(name.words[0]) == 1
            for name in profile(self.actors.facts(actor)).names()
            if name.words
        )


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
    """The actor by which a group goes: a known one, else the one with the fullest name; of equals the first."""
    present = [actor for actor in group if is_known(actor) or actors.facts(actor) or actors.occurs(actor)]
    rank = {actor: (not is_known(actor), -length(actors.facts(actor)), actor) for actor in present}
    return min(present, key=lambda actor: rank[actor], default=None)


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


def length(facts: Facts) -> int:
    """The words of the fullest name; 0 where there is none."""
    return max((len(name.words) for name in profile(facts).names()), default=0)


class _Changed:
    """The actors of a store with the facts of some changed, and verdicts that are not yet written."""

    def __init__(
        self, store: Store, changed: Mapping[str, Facts], present: Mapping[str, bool], verdicts: Verdicts
    ) -> None:
        self.verdicts = verdicts
        self._store, self._changed, self._present = store, changed, present
        self._stored: dict[str, Facts] = {}
        self._blocks: dict[str, list[str]] = {}

    def facts(self, actor: str) -> Facts:
        if actor in self._changed:
            return self._changed[actor]
        if actor not in self._stored:
            n = names()
            stored = self._store.match(actor, n.trait, None, n.identity)
            self._stored[actor] = frozenset(value(quad[2]) for quad in stored)
        return self._stored[actor]

    def block(self, key: str) -> list[str]:
        n = names()
        if key not in self._blocks:
            found = {quad[0] for quad in self._store.match(None, n.blocking_key, literal(key), n.identity)}
            found -= self._changed.keys()
            self._blocks[key] = sorted(found | {actor for actor, facts in self._changed.items() if key in keys(facts)})
        return self._blocks[key]

    def occurs(self, actor: str) -> bool:
        if actor in self._present:
            return self._present[actor]
        return next(self._store.match(actor, names().label, None, ""), None) is not None


class _All:
    """The actors of a whole store in memory."""

    def __init__(self, store: Store) -> None:
        self.verdicts = Verdicts(store)
        self.by_actor, self._occurring = _all_facts(store)
        self._blocks: dict[str, list[str]] = defaultdict(list)
        for actor, facts in sorted(self.by_actor.items()):
            for key in keys(facts):
                self._blocks[key].append(actor)

    def facts(self, actor: str) -> Facts:
        return self.by_actor.get(actor, NOTHING)

    def block(self, key: str) -> list[str]:
        return self._blocks.get(key, [])

    def occurs(self, actor: str) -> bool:
        return actor in self._occurring


def all_actors(store: Store) -> Comparing:
    """The actors of a whole store, from its articles."""
    return Comparing(_All(store))


def all_identity(store: Store) -> set[Quad]:
    """The whole identity graph, from the articles and verdicts of the store."""
    actors = _All(store)
    resolved = resolve(Comparing(actors), {*actors.by_actor, *actors.verdicts.actors()})
    return set(chain.from_iterable(_quads(actor, actors.facts(actor), found) for actor, found in resolved.items()))


def change(
    store: Store,
    article: str,
    old: set[Quad],
    new: set[Quad],
    verdicts: Verdicts | None = None,
    judged: Iterable[str] = (),
) -> tuple[set[Quad], set[Quad]]:
    """The quads the identity graph loses and gains when the quads of ``article`` turn from ``old`` to ``new``.

    ``verdicts``: those that will hold, where they change too; ``judged``: the actors that the change is about.
    """
    n = names()
    verdicts = verdicts or Verdicts(store)
    changed = _changed_facts(store, article, old, new)
    labelled = [{quad[0] for quad in quads if quad[1] == n.label} for quads in (old, new)]
    came_or_went = {actor for actor in labelled[0] ^ labelled[1] if verdicts.of_actor(actor)}
    if not changed and not came_or_went and not judged:
        return set(), set()
    present = {a: a in labelled[1] or _elsewhere(store, a, article) for a in labelled[0] | labelled[1]}
    before = Comparing(_Changed(store, {}, {}, Verdicts(store)))
    after = Comparing(_Changed(store, changed, present, verdicts))
    start = {*changed, *came_or_went, *judged}
    seeds = set(start)
    for actor in start:
        for key in keys(before.actors.facts(actor)) | keys(after.actors.facts(actor)):
            blocks = [comparing.actors.block(key) for comparing in (before, after)]
            if any(len(block) <= BLOCK or (actor in block[:BLOCK] and not key.startswith("last ")) for block in blocks):
                seeds.update(*blocks)
    removed: set[Quad] = set()
    added: set[Quad] = set()
    waiting = reach(before, seeds) | reach(after, seeds)
    done: set[str] = set()
    while waiting:
        resolved = resolve(after, waiting)
        done |= resolved.keys()
        waiting = set()
        for actor, found in resolved.items():
            stored = set(store.match(actor, graph=n.identity))
            made = set(_quads(actor, after.actors.facts(actor), found))
            removed, added = removed | stored, added | made
            if stored != made:  # whoever follows it may go elsewhere too
                waiting |= {quad[0] for quad in store.match(None, n.matched_with, actor, n.identity)}
                waiting |= {quad[0] for quad in store.match(None, n.resolved_as, actor, n.identity)}
        waiting -= done
    return removed - added, added - removed


def _changed_facts(store: Store, article: str, old: set[Quad], new: set[Quad]) -> dict[str, Facts]:
    """The facts, as they will be, of the actors for whom they change."""
    n = names()
    before, after = of_article(old), of_article(new)
    changed = {}
    for actor in before.keys() | after.keys():
        gone = before.get(actor, NOTHING) - after.get(actor, NOTHING)
        come = after.get(actor, NOTHING)
        stored = frozenset(value(quad[2]) for quad in store.match(actor, n.trait, None, n.identity))
        for quad in store.match(actor, n.label) if gone else ():
            if quad[3] not in {"", article}:
                gone -= in_article(store, actor, quad[3])
            if not gone:
                break
        if (now := (stored - gone) | come) != stored:
            changed[actor] = now
    return changed


def _elsewhere(store: Store, actor: str, article: str) -> bool:
    return any(quad[3] not in {"", article} for quad in store.match(actor, names().label))


def _all_facts(store: Store) -> tuple[dict[str, Facts], set[str]]:
    """The facts of every unknown actor that has any, and all actors with a name."""
    from graph.profiles import facts

    n = names()
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    types: dict[tuple[str, str], set[str]] = defaultdict(set)
    titles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article, actor, label in store.select(f"SELECT ?g ?a ?l {{ GRAPH ?g {{ ?a {n.label} ?l }} }}"):
        labels[article, actor].add(value(label))
    for article, actor, kind in store.select(f"SELECT ?g ?a ?t {{ GRAPH ?g {{ ?a {n.label} ?l ; {n.type} ?t }} }}"):
        types[article, actor].add(value(kind).rpartition("/")[2].rpartition("#")[2])
    held = f"SELECT ?g ?a ?t {{ GRAPH ?g {{ ?m {n.member} ?a ; {n.title} ?t }} }}"
    for article, actor, title in store.select(held):
        titles[article, actor].add(value(title))
    published = store.select(f"SELECT ?g ?d {{ GRAPH ?g {{ ?g {n.published} ?d }} }}")
    dates = {article: day for article, day in published}  # noqa: C416 - rows are tuples of any length to mypy
    found: dict[str, Facts] = defaultdict(frozenset)
    for (article, actor), named in labels.items():
        if not is_known(actor):
            date = value(dates[article])[:10] if article in dates else ""
            if told := facts(named, types[article, actor], titles[article, actor], date):
                found[actor] |= told
    return dict(found), {actor for _, actor in labels}


def _quads(actor: str, facts: Facts, found: Resolution | None) -> Iterable[Quad]:
    n = names()
    told = {(n.trait, literal(fact)) for fact in facts} | {(n.blocking_key, literal(key)) for key in keys(facts)}
    if found is not None:
        told |= {
            (n.resolved_as, found.target),
            (n.matched_with, found.partner),
            (n.match_score, literal(f"{found.match.score:.2f}".rstrip("0").rstrip("."), datatype="decimal")),
            (n.match_reason, literal(found.match.reason)),
        }
    return ((actor, predicate, object_, n.identity) for predicate, object_ in told)


def _term(known: str) -> str:
    return iri(names().actor_base + known)
