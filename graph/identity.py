"""Who is who across articles: every actor that is not in the gazetteer with the actor it is, if it is another.

Takes what articles say of actors (``profiles``) and what humans decided, gives ``sb:resolvedAs`` with score and
reason. An actor that for sure is one of the gazetteer's is that (``known_match``); the others are compared among
themselves (``comparing``) and merged (``merging``). All of it depends on the set of articles and verdicts alone, not
on their order: ``change`` looks at what shares a block with the actors of one article, ``all_identity`` at everything.
"""

from collections.abc import Iterable
from itertools import chain

from graph.actor_facts import AllActors, ChangedActors, changed_facts
from graph.comparing import BLOCK, Comparing
from graph.known_match import open_keys
from graph.merging import Resolution, reach, resolve
from graph.profiles import Facts
from graph.quads import Quads
from graph.terms import literal, names
from graph.update import Quad
from graph.verdicts import Verdicts


def all_actors(store: Quads) -> Comparing:
    """The actors of a whole store, from its articles."""
    return Comparing(AllActors(store))


def all_identity(store: Quads) -> set[Quad]:
    """The whole identity graph, from the articles and verdicts of the store."""
    actors = AllActors(store)
    resolved = resolve(Comparing(actors), {*actors.all(), *actors.verdicts.actors()})
    return set(chain.from_iterable(_quads(actor, actors.facts(actor), found) for actor, found in resolved.items()))


def change(
    store: Quads,
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
    changed = changed_facts(store, article, old, new)
    labelled = [{quad[0] for quad in quads if quad[1] == n.label} for quads in (old, new)]
    came_or_went = {actor for actor in labelled[0] ^ labelled[1] if verdicts.of_actor(actor)}
    if not changed and not came_or_went and not judged:
        return set(), set()
    present = {a: a in labelled[1] or _elsewhere(store, a, article) for a in labelled[0] | labelled[1]}
    before = Comparing(ChangedActors(store, {}, {}, Verdicts(store)))
    after = Comparing(ChangedActors(store, changed, present, verdicts))
    start = {*changed, *came_or_went, *judged}
    seeds = set(start)
    for actor in start:
        for key in open_keys(before.actors.facts(actor)) | open_keys(after.actors.facts(actor)):
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


def _elsewhere(store: Quads, actor: str, article: str) -> bool:
    return any(quad[3] not in {"", article} for quad in store.match(actor, names().label))


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
