import random
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.deriving.copies import all_copies, family
from graph.errors import StoreError
from graph.storage.article_store import ArticleStore
from graph.storage.ledger import article_iri, entries
from graph.storage.store import Store
from graph.storage.terms import iri, names, value
from ingest.article import Article

CHANCE = random.Random(3)
STOCK = [f"كلمة{CHANCE.randrange(10**6)}" for _ in range(600)]


def told(name: str, start: int, end: int) -> Article:
    return Article(name, " ".join(STOCK[start:end]))


CHAIN = [told("أولى", 0, 300), told("وسطى", 100, 400), told("أخيرة", 200, 500), told("وحيدة", 500, 600)]


def stored(articles: list[Article]) -> ArticleStore:
    opened = ArticleStore(Store.memory())
    for article in articles:
        opened.replace(article_iri(article), entries(article))
    return opened


def as_of(article: Article, other: Article) -> bytes:
    return entries(other).replace(article_iri(other).encode(), article_iri(article).encode())


def marks(opened: ArticleStore) -> set[tuple[str, str]]:
    n = names()
    return {(value(s), value(o)) for s, _, o, _ in opened.store.match(None, n.near_duplicate_of, None, n.copies)}


def test_a_copy_points_to_the_first_of_its_family() -> None:
    opened = stored([CHAIN[0], told("نسخة", 10, 300), CHAIN[3]])
    first, other = sorted([article_iri(CHAIN[0]), article_iri(told("نسخة", 10, 300))])
    assert marks(opened) == {(other, first)}
    assert family(opened.store, iri(first)) == family(opened.store, iri(other)) == {iri(first), iri(other)}


def test_marks_do_not_depend_on_the_order_of_the_articles() -> None:
    found = {frozenset(marks(stored(list(order)))) for order in permutations(CHAIN)}
    assert len(found) == 1
    assert len(found.pop()) == 2  # three hang together through the one in the middle


def test_a_family_falls_apart_when_the_article_between_goes() -> None:
    opened = stored(CHAIN)
    opened.forget(article_iri(CHAIN[1]))
    assert marks(opened) == set()


def test_a_text_that_changed_leaves_its_family() -> None:
    one, copy = told("أولى", 0, 300), told("نسخة", 5, 300)
    opened = stored([one, copy])
    assert len(marks(opened)) == 1
    opened.replace(article_iri(copy), as_of(copy, told("نسخة", 300, 600)))
    assert marks(opened) == set()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 7), st.booleans()), max_size=24))
def test_marks_in_step_are_those_made_from_nothing(steps: list[tuple[int, bool]]) -> None:
    texts = [told(str(n), n * 40, n * 40 + 160) for n in range(8)]
    opened = ArticleStore(Store.memory())
    for number, come in steps:
        if come:
            opened.replace(article_iri(texts[number]), entries(texts[number]))
        else:
            opened.forget(article_iri(texts[number]))
    n = names()
    assert set(opened.store.match(graph=n.copies)) == set(all_copies(opened.store))


def test_a_rebuild_keeps_the_marks() -> None:
    opened = stored(CHAIN)
    before = marks(opened)
    opened.rebuild()
    assert marks(opened) == before


def test_a_damaged_sketch_is_refused() -> None:
    opened = stored([])
    with pytest.raises(StoreError, match="text sketch is no base 64 of 128 bytes"):
        opened.replace(article_iri(CHAIN[0]), entries(CHAIN[0]).replace(b'"^^', b'=A"^^'))
    assert list(opened.articles()) == []
