"""Who is who across articles: every actor that is not in the gazetteer with the actor it is, if it is another.

Takes what articles say of actors (``profiles``) and what humans decided, gives ``sb:resolvedAs`` with score and
reason. An actor that for sure is one of the gazetteer's is that (``known_match``); the others are compared among
themselves (``comparing``) and merged (``merging``). All of it depends on the set of articles and verdicts alone, not
on their order: ``change`` looks at what shares a block with the actors of some articles, ``all_identity`` at all.
"""

from collections.abc import Iterable
from functools import partial
from itertools import chain

from graph.resolving.actor_facts import AllActors, ChangedActors, StoredActors, changed_facts, named
from graph.resolving.comparing import BLOCK, Comparing
from graph.resolving.known_match import open_keys
from graph.resolving.merging import Resolution, reach, resolve
from graph.resolving.profiles import Facts
from graph.resolving.verdicts import Verdicts
from graph.storage.quads import Quads
from graph.storage.terms import literal, names
from graph.storage.update import Change, Edits, Quad


def all_actors(store: Quads) -> Comparing:
    """The actors of a whole store, from its articles."""
    return Comparing(AllActors(store))


def all_identity(store: Quads) -> set[Quad]:
    """The whole identity graph, from the articles and verdicts of the store."""
    actors = AllActors(store)
    resolved = resolve(Comparing(actors), {*actors.all(), *actors.verdicts.actors()})
    return set(chain.from_iterable(_quads(actor, actors.facts(actor), found) for actor, found in resolved.items()))


def change(store: Quads, edits: Edits, verdicts: Verdicts | None = None, judged: Iterable[str] = ()) -> Change:
    """The quads the identity graph loses and gains by the edits of articles.

    ``verdicts``: those that will hold, where they change too; ``judged``: the actors that the change is about.
    """
    stand = Verdicts(store)
    verdicts = verdicts or stand
    changed = changed_facts(store, edits)
    was, is_now = (named(chain.from_iterable(edit[side] for edit in edits.values())) for side in (0, 1))
    came_or_went = {actor for actor in was ^ is_now if verdicts.of_actor(actor)}
    if not changed and not came_or_went and not judged:
        return set(), set()
    stored = StoredActors(store, stand)
    before = Comparing(stored)
    after = Comparing(ChangedActors(stored, changed, {a: a in is_now for a in was | is_now}, verdicts, edits))
    seeds = _seeds(before, after, {*changed, *came_or_went, *judged})
    return _moved(store, after, reach(before, seeds) | reach(after, seeds))


def _seeds(before: Comparing, after: Comparing, start: set[str]) -> set[str]:
    """The actors of ``start``, and those for whom it may count what becomes of them."""
    seeds = set(start)
    for actor in start:
        for key in open_keys(before.actors.facts(actor)) | open_keys(after.actors.facts(actor)):
            blocks = [comparing.actors.block(key) for comparing in (before, after)]
            whole = [len(block) <= BLOCK for block in blocks]
            if any(whole) and not all(whole):
                seeds.update(*blocks)
                continue
            concerned = {*before.concerned(actor, key), *after.concerned(actor, key)}
            seeds.update(concerned if not any(whole) else filter(partial(_related, before, after, actor), concerned))
    return seeds


def _related(before: Comparing, after: Comparing, actor: str, other: str) -> bool:
    """Whether two that are compared surely are one, or were: else neither counts for what becomes of the other."""
    return before.match(actor, other).sure or after.match(actor, other).sure


def _moved(store: Quads, after: Comparing, waiting: set[str]) -> Change:
    """What the identity graph loses and gains where ``waiting``, and who follows them, are looked at anew."""
    n = names()
    removed: set[Quad] = set()
    added: set[Quad] = set()
    done: set[str] = set()
    while waiting:
        resolved = resolve(after, waiting)
        done |= resolved.keys()
        waiting = set()
        for actor, found in resolved.items():
            stored = set(store.match(actor, graph=n.identity))
            made = set(_quads(actor, after.actors.facts(actor), found))
            removed |= stored
            added |= made
            if stored != made:  # whoever follows it may go elsewhere too
                waiting |= {quad[0] for quad in store.match(None, n.matched_with, actor, n.identity)}
                waiting |= {quad[0] for quad in store.match(None, n.resolved_as, actor, n.identity)}
        waiting -= done
    return removed - added, added - removed


def _quads(actor: str, facts: Facts, found: Resolution | None) -> Iterable[Quad]:
    n = names()
    told = {(n.trait, literal(fact)) for fact in facts} | {(n.blocking_key, literal(key)) for key in open_keys(facts)}
    if found is not None:
        told |= {
            (n.resolved_as, found.target),
            (n.matched_with, found.partner),
            (n.match_score, literal(f"{found.match.score:.2f}".rstrip("0").rstrip("."), datatype="decimal")),
            (n.match_reason, literal(found.match.reason)),
        }
    return ((actor, predicate, object_, n.identity) for predicate, object_ in told)
