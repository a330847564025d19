"""What humans decided: whether two actors are one, whether a relation that was read is right.

Verdicts stand in a graph of their own, which nothing else overwrites. One of two actors is told by the pair, one
of a relation by article, source, relation and target as they were read: so it holds also after the article is
read again and the event has another IRI. A later verdict on the same matter takes the place of the earlier.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.storage.quads import Quads
from graph.storage.terms import iri, names, value
from graph.storage.update import Quad

ActorDecision = Literal["same", "different", "unsure"]
RelationDecision = Literal["right", "wrong", "wrong direction"]
Ends = tuple[str, str, str]  # source, concept of the relation, target as read, each as a term


@dataclass(frozen=True, slots=True)
class ActorVerdict:
    """Whether two actors, as terms, are one."""

    one: str
    other: str
    decision: ActorDecision

    def quads(self) -> set[Quad]:
        """The verdict in the verdict graph."""
        n = names()
        first, second = sorted((self.one, self.other))
        node = _node(first, second)
        told = {(n.judged_actor, first), (n.judged_actor, second)}
        return _quads(node, told, self.decision)


@dataclass(frozen=True, slots=True)
class RelationVerdict:
    """Whether a relation, read in an article between two actors, is right; all as terms."""

    article: str
    source: str
    concept: str
    target: str
    decision: RelationDecision

    def quads(self) -> set[Quad]:
        """The verdict in the verdict graph."""
        n = names()
        node = _node(self.article, self.source, self.concept, self.target)
        told = {
            (n.judged_article, self.article),
            (n.judged_source, self.source),
            (n.event_type, self.concept),
            (n.judged_target, self.target),
        }
        return _quads(node, told, self.decision)


class Verdicts:
    """The verdicts of a store with a change that is not yet written."""

    def __init__(self, store: Quads, removed: set[Quad] | None = None, added: set[Quad] | None = None) -> None:
        self._store = store
        self._removed, self._added = removed or set(), added or set()

    def of_actor(self, actor: str) -> dict[str, ActorDecision]:
        """What was decided of the actor and each other one."""
        n = names()
        found: dict[str, ActorDecision] = {}
        for node in self._subjects(n.judged_actor, actor):
            fact = list(self._match(node))
            (decision,) = (_decision(o) for _, p, o, _ in fact if p == n.decision)
            for _, predicate, other, _ in fact:
                if predicate == n.judged_actor and other != actor:
                    found[other] = decision  # type: ignore[assignment]
        return found

    def of_article(self, article: str) -> dict[Ends, RelationDecision]:
        """What was decided of the relations of an article."""
        n = names()
        found: dict[Ends, RelationDecision] = {}
        for node in self._subjects(n.judged_article, article):
            fact = {predicate: object_ for _, predicate, object_, _ in self._match(node)}
            ends = fact[n.judged_source], fact[n.event_type], fact[n.judged_target]
            found[ends] = _decision(fact[n.decision])  # type: ignore[assignment]
        return found

    def actors(self) -> set[str]:
        """All actors of whom something was decided."""
        n = names()
        stored = {q[2] for q in self._store.match(None, n.judged_actor, None, n.verdicts) if q not in self._removed}
        return stored | {q[2] for q in self._added if q[1] == n.judged_actor}

    def _subjects(self, predicate: str, object_: str) -> set[str]:
        n = names()
        stored = {q[0] for q in self._store.match(None, predicate, object_, n.verdicts) if q not in self._removed}
        return stored | {q[0] for q in self._added if q[1] == predicate and q[2] == object_}

    def _match(self, node: str) -> Iterator[Quad]:
        for quad in self._store.match(node, graph=names().verdicts):
            if quad not in self._removed:
                yield quad
        yield from (quad for quad in self._added if quad[0] == node)


def replacing(store: Quads, new: set[Quad]) -> tuple[set[Quad], set[Quad]]:
    """What the verdict graph loses and gains when the verdicts of ``new`` take the place of those on the same.

    Whole verdicts, so that either side tells what was judged.
    """
    old = {quad for node in {q[0] for q in new} for quad in store.match(node, graph=names().verdicts)}
    kept = {quad[0] for quad in old} - {quad[0] for quad in old ^ new}
    return {quad for quad in old if quad[0] not in kept}, {quad for quad in new if quad[0] not in kept}


@cache
def decisions() -> Mapping[str, str]:
    """The term of every decision by its word: same, different, unsure, right, wrong, wrong direction."""
    from rdflib import RDF, SKOS, Literal

    from ontology.vocabulary import SB, load_vocabulary

    vocabulary = load_vocabulary()
    return {
        str(label): iri(str(concept))
        for concept in vocabulary.subjects(RDF.type, SB.Decision)
        for label in vocabulary.objects(concept, SKOS.prefLabel)
        if isinstance(label, Literal) and label.language == "en"
    }


@cache
def _words() -> Mapping[str, str]:
    return {term: word for word, term in decisions().items()}


def _decision(term: str) -> str:
    return _words()[term]


def _node(*about: str) -> str:
    digest = hashlib.sha256("\n".join(map(value, about)).encode()).hexdigest()[:16]
    return iri(names().verdict_base + digest)


def _quads(node: str, told: set[tuple[str, str]], decision: str) -> set[Quad]:
    n = names()
    facts = told | {(n.type, n.verdict), (n.decision, decisions()[decision])}
    return {(node, predicate, object_, n.verdicts) for predicate, object_ in facts}
