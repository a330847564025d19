import datetime as dt
from dataclasses import replace

import pytest

from graph.storage import ledger
from graph.storage.article_store import ArticleStore
from graph.storage.ledger import article_iri, entries, state
from graph.storage.store import Store
from ingest.article import Article

TEXT = "التقى الوزير نظيره في العاصمة وبحثا التعاون بين البلدين"
ARTICLE = Article("a", TEXT, url="https://example.org/1", outlet="النشرة")


def shelf(*articles: Article) -> ArticleStore:
    opened = ArticleStore(Store.memory())
    for article in articles:
        ledger.put(opened, [(article, entries(article))])
    return opened


def test_an_article_is_new_then_unchanged() -> None:
    opened = shelf()
    assert state(opened, ARTICLE) == "new"
    ledger.put(opened, [(ARTICLE, entries(ARTICLE) + run("0.1.0"))])
    assert state(opened, ARTICLE) == "unchanged"


def run(version: str) -> bytes:
    run = "<https://w3id.org/shabaka/run/x>"
    return (
        f"<{article_iri(ARTICLE)}> <http://www.w3.org/ns/prov#wasGeneratedBy> {run} .\n"
        f'{run} <https://w3id.org/shabaka/ontology#version> "{version}" .\n'
    ).encode()


def test_what_another_version_read_is_outdated() -> None:
    opened = shelf()
    ledger.put(opened, [(ARTICLE, entries(ARTICLE) + run("0.0.9"))])
    assert state(opened, ARTICLE) == "outdated"


@pytest.mark.parametrize(
    "other",
    [
        replace(ARTICLE, text=f"{TEXT} أمس"),
        replace(ARTICLE, text=f"{TEXT}."),
        replace(ARTICLE, title="لقاء"),
        replace(ARTICLE, outlet=None),
        replace(ARTICLE, date=dt.date(2024, 3, 2)),
        replace(ARTICLE, name="b"),
    ],
    ids="text punctuation title outlet date name".split(),
)
def test_whatever_is_stated_differently_is_a_change(other: Article) -> None:
    assert state(shelf(ARTICLE), other) == "changed"


def test_where_it_was_read_from_is_no_change() -> None:
    assert ledger.input_digest(replace(ARTICLE, source="b.txt")) == ledger.input_digest(ARTICLE)


@pytest.mark.parametrize("turn", [1, -1], ids=["first-first", "first-last"])
def test_of_the_same_words_the_first_by_iri_stays_whatever_the_order(turn: int) -> None:
    pair = sorted([ARTICLE, Article("b", f"{TEXT} ...")], key=article_iri)
    opened = shelf(*pair[::turn])
    assert list(opened.articles()) == [article_iri(pair[0])]
    assert state(opened, pair[1]) == "duplicate"
