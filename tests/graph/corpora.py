"""Small articles about invented people for the tests of identity, clusters and verdicts."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.storage.article_store import ArticleStore
from graph.storage.terms import iri, names, value
from ingest.reading import Affiliation, ArticleActor, EventDate, LinkedRelation, Reading, Relation, Span, Status
from ontology.spelling import fold
from ontology.vocabulary import ACTOR, ARTICLE
from tests.readings import ARTICLE as PLAIN

SENTENCES = (
    "هدد الأول الثاني بقطع مياه النهر عن حقوله إن لم يفتح السد القديم.",
    "قال مراسلنا إن الأول هدد الثاني بقطع مياه النهر عن حقوله إن بقي السد القديم مغلقا.",
    "لوح الأول للثاني بإغلاق سوق القمح في الميناء الشرقي بعد خلاف على الرسوم.",
)
TEXT = " ".join(SENTENCES)


def actor(name: str, kind: str = "person", *, article: int | None = None, state: str = "") -> ArticleActor:
    """An actor as articles have it: of the gazetteer by id, else with an id of type and folded name.

    ``article``: its number, for a label that is another actor in every article; ``state``: whom the titles say it serves.
    """
    if name.isascii():
        return ArticleActor(name, name, kind, known=True, mentions=())  # type: ignore[arg-type]
    key = f"{article if article is not None else ''}\n{kind}\n{fold(name)}" + (f"\n{state}" if state else "")
    identifier = "x-" + hashlib.sha256(key.encode()).hexdigest()[:12]
    return ArticleActor(identifier, name, kind, known=False, mentions=())  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Told:
    """A relation of an article: source and target by their place in its list of actors."""

    relation: Relation = "threatens"
    source: int = 0
    target: int = 1
    sentence: int = 0
    status: Status = "asserted"
    date: str = ""  # of any precision
    speaker: int | None = None


def article(
    number: int,
    actors: Sequence[ArticleActor],
    told: Sequence[Told] = (Told(),),
    *,
    date: str = "2021-04-07",
    titles: Sequence[tuple[int, str, str]] = (),
    outlet: str = "وكالة القصب",
) -> Reading:
    """An article; ``titles``: which actor, its title, the id of the body or state it belongs to."""
    day = dt.date.fromisoformat(date) if date else None
    plain = replace(
        PLAIN, name=f"reed-{number}", url=f"https://reed.example/{number}", text=TEXT, date=day, outlet=outlet
    )
    bodies = tuple(actor(body, "state") for body in sorted({body for _, _, body in titles}))
    relations = tuple(_relation(actors, one) for one in told)
    affiliations = tuple(
        Affiliation(actors[who].id, "holdsOffice", body, title, Span(0, len(title))) for who, title, body in titles
    )
    return Reading(plain, tuple({a.id: a for a in (*actors, *bodies)}.values()), relations, affiliations)


def graph(reading: Reading) -> str:
    """The name of an article's graph."""
    return iri(ARTICLE[reading.article.id])


def resolved(articles: ArticleStore) -> dict[str, str]:
    """Who is another actor: ids."""
    found = articles.store.match(None, names().resolved_as, None, names().identity)
    return {local(quad[0]): local(quad[2]) for quad in found}


def agrees(articles: ArticleStore) -> bool:
    """Whether everything derived is as it is from nothing."""
    return all(set(articles.store.match(graph=graph)) == made for graph, made in articles.derived().items())


def term(someone: ArticleActor) -> str:
    """The actor's term."""
    return iri(ACTOR[someone.id])


def local(text: str) -> str:
    """The last part of a term's IRI."""
    return value(text).rpartition("/")[2]


def _relation(actors: Sequence[ArticleActor], told: Told) -> LinkedRelation:
    start = TEXT.index(SENTENCES[told.sentence])
    span = Span(start, start + len(SENTENCES[told.sentence]))
    precision = {4: "year", 7: "month", 10: "day"}.get(len(told.date), "")
    return LinkedRelation(
        actors[told.source].id,
        told.relation,
        actors[told.target].id,
        told.status,
        span,
        span,
        "verb:haddada",
        0.8,
        attributed_to=None if told.speaker is None else actors[told.speaker].id,
        date=EventDate(told.date, precision, "stated") if told.date else None,  # type: ignore[arg-type]
    )
