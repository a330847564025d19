"""What was read in one article: its actors, relations and affiliations, each with its span.

The result of ``pipeline.read`` and the only thing ``rdf`` and the exporters look at.
"""

from dataclasses import dataclass
from typing import Literal

from ingest.article import Article

Relation = Literal["threatens", "meets", "demands", "supports"]
Status = Literal["asserted", "negated", "hypothetical"]
ActorType = Literal["person", "state", "organization", "armed_group", "group"]
AffiliationKind = Literal["holdsOffice", "memberOf", "leads", "spokespersonOf", "stateOf"]
Precision = Literal["day", "week", "month", "year"]
DateBasis = Literal["stated", "relative", "publication"]

RELATIONS: tuple[Relation, ...] = ("threatens", "meets", "demands", "supports")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets ``[start, end)`` into the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the article that stands for an actor."""

    span: Span
    surface: str
    actor: str  # the id of an ``ArticleActor``


@dataclass(frozen=True, slots=True)
class ArticleActor:
    """One actor of the article with all its mentions, in text order."""

    id: str  # gazetteer id, or "x-" and twelve hexadecimal digits of type and folded name
    name: str  # its fullest name in the article, without titles
    type: ActorType
    known: bool  # whether ``id`` is an entry of the gazetteer
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event took place, as far as the article says."""

    value: str  # ISO 8601: 2021-04-07, 2021-04 or 2021; for a week its first day
    precision: Precision
    basis: DateBasis


@dataclass(frozen=True, slots=True)
class LinkedRelation:
    """One relation between two actors of the article, with what shows it."""

    source: str  # actor id
    relation: Relation
    target: str  # actor id
    status: Status
    evidence: Span
    sentence: Span  # the sentence, or sentences, that hold the evidence
    rule: str  # the rule that made it, e.g. "verb:haddada"
    confidence: float  # probability 0 to 1 that the relation is right
    attributed_to: str | None = None  # actor id
    trigger: Span | None = None
    source_mention: Span | None = None  # None where the actor is only implied
    target_mention: Span | None = None
    date: EventDate | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A stated tie of a person or body to an office, body or state."""

    member: str  # actor id
    kind: AffiliationKind
    organization: str  # actor id
    title: str  # the office as written, e.g. "وزير الخارجية"; empty where none is named
    evidence: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one article, each tuple in text order."""

    article: Article
    actors: tuple[ArticleActor, ...]
    relations: tuple[LinkedRelation, ...]
    affiliations: tuple[Affiliation, ...]
    rung: str = "embedded"  # the morphology rung that was used
