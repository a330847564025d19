"""The facts about a corpus's unknown actors: of a store with some articles changed, or of a whole store in memory."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graph.resolving.known_match import open_keys
from graph.resolving.profiles import NOTHING, Facts, facts, in_article, is_known, of_article
from graph.resolving.verdicts import Verdicts
from graph.storage.quads import Quads
from graph.storage.terms import literal, names, value
from graph.storage.update import Edits, Quad


class StoredActors:
    """The actors of a store as it is; what was looked up is kept in mind."""

    def __init__(self, store: Quads, verdicts: Verdicts) -> None:
        self.verdicts = verdicts
        self._store = store
        self._facts: dict[str, Facts] = {}
        self._blocks: dict[str, list[str]] = {}

    def facts(self, actor: str) -> Facts:
        """What is known of the actor; nothing of an unknown one."""
        if actor not in self._facts:
            n = names()
            stored = self._store.match(actor, n.trait, None, n.identity)
            self._facts[actor] = frozenset(value(quad[2]) for quad in stored)
        return self._facts[actor]

    def block(self, key: str) -> list[str]:
        """The actors with that key, sorted."""
        if key not in self._blocks:
            n = names()
            found = self._store.match(None, n.blocking_key, literal(key), n.identity)
            self._blocks[key] = sorted(quad[0] for quad in found)
        return self._blocks[key]

    def occurs(self, actor: str) -> bool:
        """Whether some article names the actor."""
        return bool(self.places(actor))

    def places(self, actor: str) -> set[str]:
        """The articles that name the actor."""
        return {quad[3] for quad in self._store.match(actor, names().label)} - {""}

    def all(self) -> Iterable[str]:
        """All actors of whom there are facts."""
        n = names()
        return {quad[0] for quad in self._store.match(None, n.trait, None, n.identity)}


class ChangedActors:
    """The actors of a store with the facts of some changed, and verdicts that are not yet written.

    ``present``: whether the articles that change, ``edits``, will name an actor that they name now or then.
    """

    def __init__(
        self,
        stored: StoredActors,
        changed: Mapping[str, Facts],
        present: Mapping[str, bool],
        verdicts: Verdicts,
        edits: Collection[str] = (),
    ) -> None:
        self.verdicts = verdicts
        self._stored, self._changed, self._present, self._edits = stored, changed, present, edits
        self._blocks: dict[str, list[str]] = {}
        self._come: dict[str, set[str]] = defaultdict(set)
        for actor, now in changed.items():
            for key in open_keys(now):
                self._come[key].add(actor)

    def facts(self, actor: str) -> Facts:
        """What is known of the actor; nothing of an unknown one."""
        return self._changed[actor] if actor in self._changed else self._stored.facts(actor)

    def block(self, key: str) -> list[str]:
        """The actors with that key, sorted."""
        if key not in self._blocks:
            left = [actor for actor in self._stored.block(key) if actor not in self._changed]
            self._blocks[key] = sorted({*left, *self._come.get(key, ())})
        return self._blocks[key]

    def occurs(self, actor: str) -> bool:
        """Whether some article names the actor."""
        return self._present.get(actor, False) or bool(self._stored.places(actor).difference(self._edits))

    def all(self) -> Iterable[str]:
        """All actors of whom there are facts."""
        return {actor for actor in {*self._stored.all(), *self._changed} if self.facts(actor)}


class AllActors:
    """The actors of a whole store in memory."""

    def __init__(self, store: Quads) -> None:
        self.verdicts = Verdicts(store)
        self._facts, self._occurring = all_facts(store)
        self._blocks: dict[str, list[str]] = defaultdict(list)
        for actor, known in sorted(self._facts.items()):
            for key in open_keys(known):
                self._blocks[key].append(actor)

    def facts(self, actor: str) -> Facts:
        """What is known of the actor; nothing of an unknown one."""
        return self._facts.get(actor, NOTHING)

    def block(self, key: str) -> list[str]:
        """The actors with that key, sorted."""
        return self._blocks.get(key, [])

    def occurs(self, actor: str) -> bool:
        """Whether some article names the actor."""
        return actor in self._occurring

    def all(self) -> Iterable[str]:
        """All actors of whom there are facts."""
        return self._facts


def named(quads: Iterable[Quad]) -> set[str]:
    """The actors that the quads give a name."""
    label = names().label
    return {quad[0] for quad in quads if quad[1] == label}


def changed_facts(store: Quads, edits: Edits) -> dict[str, Facts]:
    """The facts, as they will be, of the actors for whom they change."""
    n = names()
    before, after = (_together(edit[side] for edit in edits.values()) for side in (0, 1))
    changed = {}
    for actor in before.keys() | after.keys():
        gone = before.get(actor, NOTHING) - after.get(actor, NOTHING)
        come = after.get(actor, NOTHING)
        stored = frozenset(value(quad[2]) for quad in store.match(actor, n.trait, None, n.identity))
        for quad in store.match(actor, n.label) if gone else ():
            if quad[3] and quad[3] not in edits:
                gone -= in_article(store, actor, quad[3])
            if not gone:
                break
        if (now := (stored - gone) | come) != stored:
            changed[actor] = now
    return changed


def _together(articles: Iterable[set[Quad]]) -> dict[str, Facts]:
    """The facts that the articles say together."""
    found: dict[str, Facts] = {}
    for quads in articles:
        for actor, told in of_article(quads).items():
            found[actor] = found.get(actor, NOTHING) | told
    return found


def all_facts(store: Quads) -> tuple[dict[str, Facts], set[str]]:
    """The facts of every unknown actor that has any, and all actors with a name."""
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
