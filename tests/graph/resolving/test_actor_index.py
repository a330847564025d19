"""Actors come and go with their articles, also those that only a nisba names."""

import datetime as dt
from pathlib import Path
from random import Random

from graph import dataset
from graph.storage.article_store import ArticleStore, writing
from graph.storage.store import Store
from graph.storage.terms import names
from graph.storage.transfer import import_files
from ingest.rdf import article_triples
from ingest.reading import Reading
from ontology.vocabulary import ACTOR, ARTICLE
from tests.readings import IRAQ, MEETING, READING, THREAT, reading

BARE = Reading(READING.article, READING.actors[:2], (THREAT,), ())  # without the state of the minister
OTHER = reading(2, MEETING, date=dt.date(2021, 4, 8))


def put(articles: ArticleStore, made: Reading) -> None:
    articles.replace(ARTICLE[made.article.id], article_triples(made))


def described(articles: ArticleStore) -> set[str]:
    return {quad[0] for quad in articles.store.match(graph=names().actors) if quad[1] == names().in_gazetteer}


def test_a_state_that_only_a_nisba_names_is_described_while_an_article_needs_it() -> None:
    articles = ArticleStore(Store.memory())
    iraq = f"<{ACTOR[IRAQ.id]}>"
    steps = [(READING, True), (OTHER, True), (BARE, True)]
    for made, expected in steps:
        put(articles, made)
        assert (iraq in described(articles)) == expected
    articles.forget(ARTICLE[OTHER.article.id])
    assert iraq not in described(articles)
    assert len(described(articles)) == 2
    articles.forget(ARTICLE[BARE.article.id])
    assert len(articles.store) == 0


def test_step_by_step_is_the_same_as_from_nothing() -> None:
    chance, articles = Random(3), ArticleStore(Store.memory())
    for _ in range(40):
        made = chance.choice([READING, BARE, OTHER, reading(3, THREAT), reading(3)])
        if chance.random() < 0.3:
            articles.forget(ARTICLE[made.article.id])
        else:
            put(articles, made)
        assert set(articles.store.match(graph=names().actors)) == articles.derived()[names().actors]


def test_a_built_file_brought_into_a_store_says_the_same_there(tmp_path: Path) -> None:
    built = tmp_path / "graph.ttl"
    built.write_bytes(dataset.turtle(dataset.of([READING, OTHER, reading(3, THREAT)])))
    import_files(tmp_path / "store", [built])
    with writing(tmp_path / "store") as articles:
        assert dataset.turtle(dataset.flat(articles.store)) == built.read_bytes()
        assert set(articles.store.match(graph=names().actors)) == articles.derived()[names().actors]
