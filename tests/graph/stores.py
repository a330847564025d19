"""Articles with invented people for the tests of the store, in any variety, and stores of them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from graph.storage.article_store import ArticleStore, writing
from graph.storage.store import Store, parse
from graph.storage.terms import iri, names
from graph.storage.update import Quad
from ingest.rdf import article_triples
from ingest.reading import ArticleActor, EventDate, LinkedRelation, Reading
from ontology.actors import load_gazetteer
from ontology.vocabulary import ARTICLE
from tests.readings import FIRST, KINANI, RAWI, SECOND, SUNBULA, THREAT, actor, reading, span

RELATIONS = ("threatens", "meets", "demands", "supports")
STATUSES = ("asserted", "negated", "hypothetical")
DATES = (
    None,
    EventDate("2021-03-30", "day", "stated"),
    EventDate("2021-04-02", "day", "relative"),
    EventDate("2021-04", "month", "stated"),
    EventDate("2020", "year", "stated"),
    EventDate("2021-03-29", "week", "stated"),
)
SPANS = (FIRST, SECOND, span("هدد سالم الراوي"), span("التقاه"))
NAMES = ("سالم الراوي", "الراوي", "راوي", "السيد الراوي")


@cache
def known() -> tuple[ArticleActor, ...]:
    """Two who held the same office, and a third."""
    gazetteer = load_gazetteer()
    holders: dict[str, list[str]] = {}
    for entry in gazetteer.actors.values():
        for tenure in entry.offices:
            holders.setdefault(tenure.office, []).append(entry.id)
    pair = next(ids[:2] for office, ids in sorted(holders.items()) if len(set(ids)) > 1)
    types = {id_: gazetteer.actors[id_].type for id_ in (*pair, "iraq")}
    return tuple(actor(id_, gazetteer.actors[id_].ar, type_) for id_, type_ in types.items())


@dataclass(frozen=True)
class Put:
    """An article comes, or comes again with other content."""

    reading: Reading

    @property
    def article(self) -> str:
        return str(ARTICLE[self.reading.article.id])


@dataclass(frozen=True)
class Forget:
    """An article goes."""

    article: str


def triples(made: Reading) -> bytes:
    """The triples of an article, as they are ingested."""
    return article_triples(made)


def put(articles: ArticleStore, made: Reading) -> bool:
    """Bring a reading into a store."""
    return articles.replace(str(ARTICLE[made.article.id]), triples(made))


def quads(made: Reading) -> set[Quad]:
    """The quads of an article as the store gives them back."""
    return parse(triples(made), "ntriples", graph=iri(str(ARTICLE[made.article.id])))


def memory(readings: Iterable[Reading]) -> ArticleStore:
    """A store in memory of these articles, put in one after the other."""
    articles = ArticleStore(Store.memory())
    for made in readings:
        put(articles, made)
    return articles


def on_disk(path: Path, readings: Iterable[Reading]) -> Path:
    """A store on disk of these articles."""
    with writing(path) as articles:
        for made in readings:
            put(articles, made)
    return path


def recomputed(store: Store) -> set[Quad]:
    """What a store of the same articles says when everything derived is computed from nothing."""
    derived = names().derived
    fresh = ArticleStore(Store.memory())
    fresh.store.extend(quad for quad in store.match() if quad[3] and quad[3] not in derived)
    fresh.rebuild()
    return content(fresh.store)


def content(store: Store) -> set[Quad]:
    """Everything in a store."""
    return set(store.match())


@st.composite
def readings(draw: st.DrawFn, articles: int = 4) -> Reading:
    """One of ``articles`` articles, with events of any kind; few actors, so that articles share their ties."""
    rawi = replace(RAWI, name=draw(st.sampled_from(NAMES)), type=draw(st.sampled_from(["person", "group"])))
    present = draw(st.lists(st.sampled_from((rawi, KINANI, SUNBULA, *known())), unique_by=lambda a: a.id, max_size=6))
    day = draw(st.none() | st.dates(dt.date(2021, 3, 28), dt.date(2021, 4, 4)))
    made = reading(draw(st.integers(1, articles)), *draw(st.lists(_relations(), max_size=5)), date=day)
    shown = tuple(replace(a, mentions=()) if draw(st.booleans()) else a for a in present)  # only by a nisba
    return replace(made, actors=shown)


def _relations() -> st.SearchStrategy[LinkedRelation]:
    few = st.permutations([RAWI.id, SUNBULA.id]) | st.permutations([RAWI.id, SUNBULA.id, known()[0].id])
    return st.builds(
        lambda ends, relation, status, evidence, date: replace(
            THREAT, source=ends[0], target=ends[1], relation=relation, status=status, evidence=evidence, date=date
        ),
        few,
        st.sampled_from(("meets", *RELATIONS)),
        st.sampled_from(("asserted", "asserted", *STATUSES)),
        st.sampled_from(SPANS),
        st.sampled_from(DATES),
    )


@st.composite
def threats(draw: st.DrawFn) -> Reading:
    """One of three articles that says nothing but that one threatened the other, on days that vary."""
    made = [
        replace(THREAT, evidence=evidence, date=draw(st.sampled_from(DATES)))
        for evidence in draw(st.lists(st.sampled_from(SPANS), unique=True, min_size=1, max_size=2))
    ]
    day = draw(st.none() | st.dates(dt.date(2021, 3, 28), dt.date(2021, 4, 4)))
    return reading(draw(st.integers(1, 3)), *made, date=day)


def steps(some: st.SearchStrategy[Reading]) -> st.SearchStrategy[list[Put | Forget]]:
    """Articles that come, come again and go."""
    gone = st.integers(1, 4).map(lambda number: Forget(str(ARTICLE[reading(number).article.id])))
    come = some.map(Put)
    return st.lists(come | gone, min_size=3, max_size=8)
