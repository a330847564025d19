"""What a human should decide next: pairs of actors in doubt, and relations that may be wrong, most useful first.

Takes a store, gives questions. A pair is worth as many events as it would move, times its score; a relation is worth
most where its confidence is nearest to one half. What a human already decided is not asked again; nor are pairs that
came together otherwise.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.deriving.reports import resolver
from graph.resolving.comparing import Comparing
from graph.resolving.known_match import candidates, known_as
from graph.resolving.name_similarity import Match
from graph.resolving.profiles import is_known, profile
from graph.resolving.verdict_file import short
from graph.resolving.verdicts import ActorDecision, ActorVerdict, RelationDecision, RelationVerdict, Verdicts
from graph.storage.store import Store
from graph.storage.terms import Names, iri, names, value
from ontology.actors import load_gazetteer
from ontology.vocabulary import RELATION_CONCEPT

About = Literal["actors", "relations"]


@dataclass(frozen=True, slots=True)
class ActorQuestion:
    """Whether two actors, as terms, are one."""

    worth: float
    one: str
    other: str
    match: Match
    told: tuple[str, str]  # what is known of either

    @property
    def fields(self) -> tuple[str, ...]:
        """What follows the decision in a file of verdicts."""
        return short(self.one), short(self.other)

    @property
    def lines(self) -> tuple[str, ...]:
        """The question in words."""
        return (*self.told, f"{self.match.score:.2f}: {self.match.reason}")

    def verdict(self, decision: ActorDecision) -> ActorVerdict:
        """The answer."""
        return ActorVerdict(self.one, self.other, decision)


@dataclass(frozen=True, slots=True)
class RelationQuestion:
    """Whether a relation is as it was read."""

    worth: float
    article: str
    source: str
    concept: str
    target: str
    told: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """What follows the decision in a file of verdicts."""
        return short(self.article), short(self.source), relation_name(self.concept), short(self.target)

    @property
    def lines(self) -> tuple[str, ...]:
        """The question in words."""
        return self.told

    def verdict(self, decision: RelationDecision) -> RelationVerdict:
        """The answer."""
        return RelationVerdict(self.article, self.source, self.concept, self.target, decision)


Question = ActorQuestion | RelationQuestion


def questions(store: Store, comparing: Comparing, about: About | None = None) -> list[Question]:
    """Everything worth asking about actors, relations or both, most useful first."""
    found: list[Question] = []
    if about != "relations":
        found += _pairs(store, comparing)
    if about != "actors":
        found += _relations(store)
    return sorted(found, key=lambda question: (-question.worth, question.fields))


def _pairs(store: Store, comparing: Comparing) -> Iterator[ActorQuestion]:
    n = names()
    ends = (quad for predicate in (n.source, n.target) for quad in store.match(None, predicate))
    events = Counter(quad[2] for quad in ends if quad[3].startswith(f"<{n.article_base}"))
    is_now = resolver(store)
    for one, other, match in _doubtful(comparing):
        alone = is_now(one) == one and is_now(other) == other  # else the question is about whom it is
        if alone and other not in comparing.actors.verdicts.of_actor(one):
            moved = events[one] if is_known(other) else min(events[one], events[other])
            told = _described(store, one, events, n), _described(store, other, events, n)
            yield ActorQuestion(match.score * (1 + moved), one, other, match, told)


def _doubtful(comparing: Comparing) -> Iterator[tuple[str, str, Match]]:
    """Pairs in doubt: of an unknown actor and a known one, and of two unknown ones, each once."""
    base = names().actor_base
    for actor in sorted(comparing.actors.all()):
        facts = comparing.actors.facts(actor)
        if known_as(facts):
            continue
        for known, match in candidates(facts):
            yield actor, iri(base + known), match
        links = comparing.links(actor)
        for other in sorted(comparing.neighbours(actor)):
            match = comparing.match(actor, other)
            if actor < other and (match.doubtful or (match.sure and other not in links)):
                yield actor, other, match


def _relations(store: Store) -> Iterator[RelationQuestion]:
    n = names()
    judged: dict[str, set[tuple[str, str, str]]] = {}
    rows = store.select(
        f"""SELECT ?article ?source ?concept ?target ?confidence ?exact {{ GRAPH ?article {{
            ?event {n.status} {n.asserted} ; {n.event_type} ?concept ; {n.source} ?source ; {n.target} ?target ;
                {n.confidence} ?confidence ; {n.evidence} ?span . ?span {n.exact} ?exact
        }} }}"""
    )
    for article, source, concept, target, confidence, exact in rows:
        if article not in judged:
            judged[article] = set(Verdicts(store).of_article(article))
        if (source, concept, target) not in judged[article]:
            worth = 1 - abs(2 * float(value(confidence)) - 1)
            told = f"{_name(store, source, n)} — {relation_name(concept)} → {_name(store, target, n)}"
            yield RelationQuestion(
                worth, article, source, concept, target, (told, value(exact), f"confidence {value(confidence)}")
            )


def relation_name(concept: str) -> str:
    """The word for a relation, by the term of its concept."""
    return next(word for word, node in RELATION_CONCEPT.items() if iri(str(node)) == concept)


def _described(store: Store, actor: str, events: Counter[str], n: Names) -> str:
    told = profile(frozenset(value(quad[2]) for quad in store.match(actor, n.trait, None, n.identity)))
    more = sorted({office.replace("@", ", ") for office in told.offices} or told.states)
    return f"{_name(store, actor, n)} ({'; '.join([*more, f'{events[actor]} events'])})"


def _name(store: Store, actor: str, n: Names) -> str:
    found = sorted(quad[2] for quad in store.match(actor, n.pref_label, None, "") if quad[2].endswith("@ar"))
    if not found and is_known(actor):
        return load_gazetteer().actors[short(actor)].ar
    return value(found[0]) if found else short(actor)
