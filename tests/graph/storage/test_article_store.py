"""What a store says after articles came, came again and went, in any order."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.storage.article_store import ArticleStore, reading, writing
from graph.storage.store import Store
from graph.storage.terms import iri, names
from ingest.reading import Reading
from ontology.vocabulary import ARTICLE
from tests.graph.stores import Forget, Put, content, known, memory, on_disk, put, quads, readings, steps, threats
from tests.readings import KINANI, MEETING, RAWI, READING, THREAT, actor
from tests.readings import reading as made

ONE, TWO = made(1, THREAT), made(2, THREAT, MEETING)


def follow(articles: ArticleStore, taken: list[Put | Forget]) -> dict[str, Reading]:
    """Take the steps; gives the articles that are left."""
    left: dict[str, Reading] = {}
    for step in taken:
        if isinstance(step, Put):
            put(articles, step.reading)
            left[step.article] = step.reading
        else:
            articles.forget(step.article)
            left.pop(step.article, None)
    return left


def rebuilt(left: dict[str, Reading]) -> Store:
    """A store of these articles, loaded at once and everything derived from nothing."""
    articles = ArticleStore(Store.memory())
    articles.store.extend(quad for reading in left.values() for quad in quads(reading))
    articles.rebuild()
    return articles.store


@settings(max_examples=50, deadline=None)
@given(steps(readings()))
def test_after_any_steps_all_is_as_computed_from_nothing(taken: list[Put | Forget]) -> None:
    articles = ArticleStore(Store.memory())
    left = follow(articles, taken)
    assert content(articles.store) == content(rebuilt(left))


@settings(max_examples=100, deadline=None)
@given(steps(threats()))
def test_after_any_steps_a_tie_is_as_its_events_are(taken: list[Put | Forget]) -> None:
    articles = ArticleStore(Store.memory())
    left = follow(articles, taken)
    assert content(articles.store) == content(rebuilt(left))


@settings(max_examples=40, deadline=None)
@given(steps(readings()))
def test_the_default_graph_is_the_union_of_the_named_ones(taken: list[Put | Forget]) -> None:
    articles = ArticleStore(Store.memory())
    follow(articles, taken)
    everything = content(articles.store)
    assert {quad[:3] for quad in everything if not quad[3]} == {quad[:3] for quad in everything if quad[3]}


@settings(max_examples=40, deadline=None)
@given(st.lists(readings(), unique_by=lambda reading: reading.article.id, min_size=2), st.randoms())
def test_the_same_articles_in_any_order_are_the_same_store(some: list[Reading], chance) -> None:
    other = list(some)
    chance.shuffle(other)
    assert content(memory(some).store) == content(memory(other).store)


@settings(max_examples=40, deadline=None)
@given(st.lists(readings(), max_size=4), readings())
def test_forgetting_undoes_exactly_what_an_article_brought(some: list[Reading], last: Reading) -> None:
    articles = memory(reading for reading in some if reading.article.id != last.article.id)
    before = content(articles.store)
    put(articles, last)
    articles.forget(str(ARTICLE[last.article.id]))
    assert content(articles.store) == before


def test_an_article_that_comes_again_replaces_its_graph_exactly() -> None:
    articles = memory([ONE, TWO])
    other = set(articles.store.match(graph=iri(ARTICLE[TWO.article.id])))
    put(articles, replace(ONE, relations=()))
    assert set(articles.store.match(graph=iri(ARTICLE[ONE.article.id]))) == quads(replace(ONE, relations=()))
    assert set(articles.store.match(graph=iri(ARTICLE[TWO.article.id]))) == other


def test_the_same_article_again_changes_nothing() -> None:
    articles = memory([ONE])
    before = content(articles.store)
    assert not put(articles, ONE)
    assert content(articles.store) == before


def test_what_only_one_of_two_articles_says_goes_with_it() -> None:
    articles = memory([replace(ONE, actors=(RAWI, KINANI)), replace(TWO, actors=(RAWI,))])
    articles.forget(ARTICLE[ONE.article.id])
    described = {quad[0] for quad in articles.store.match(graph=names().actors)}
    assert {name.rpartition("/")[2].rstrip(">") for name in described} == {RAWI.id}


def test_an_office_two_actors_held_stays_with_the_one_who_stays() -> None:
    first, second, _ = known()
    articles = memory([replace(ONE, actors=(first,), relations=()), replace(TWO, actors=(second,), relations=())])
    alone = memory([replace(TWO, actors=(second,), relations=())])
    articles.forget(ARTICLE[ONE.article.id])
    assert content(articles.store) == content(alone.store)


def test_forgetting_what_is_not_there_says_so() -> None:
    articles = memory([ONE])
    assert articles.forget(ARTICLE[ONE.article.id])
    assert not articles.forget(ARTICLE[ONE.article.id])
    assert len(articles.store) == 0


def test_a_statement_of_another_graph_is_refused_and_nothing_changes() -> None:
    articles = memory([ONE])
    before = content(articles.store)
    with pytest.raises(StoreError, match="was given for"):
        articles.put({iri(ARTICLE[TWO.article.id]): quads(READING)})
    assert content(articles.store) == before


@pytest.mark.parametrize(
    "name",
    [
        ONE.article.name,
        ONE.article.id,
        str(ARTICLE[ONE.article.id]),
        ONE.article.url,
    ],
    ids=["name", "id", "iri", "url"],
)
def test_an_article_is_found_by(name: str) -> None:
    assert memory([ONE, TWO]).find(name) == [str(ARTICLE[ONE.article.id])]


@pytest.mark.parametrize("address", ["https://reed.example/أخبار/1", "https://reed.example/أخبار/1 "])
def test_an_article_is_found_by_an_arabic_address(address: str) -> None:
    assert memory([READING, TWO]).find(address) == [str(ARTICLE[READING.article.id])]


@pytest.mark.parametrize("name", ["", "nothing", "a b", "<x>", '"', "%zz", "x:%zz", "http://[", "قال"])
def test_no_article_is_found_by(name: str) -> None:
    assert memory([ONE]).find(name) == []


def test_two_articles_of_one_name_are_both_found() -> None:
    twin = replace(TWO, article=replace(TWO.article, name=ONE.article.name))
    assert len(memory([ONE, twin]).find(ONE.article.name)) == 2


def test_names_in_no_script_of_ours_and_quotes_survive(tmp_path: Path) -> None:
    odd = 'علي "أبو ليلى" \\ \n\t{?x} <b> \u202e'
    store = on_disk(tmp_path / "store", [replace(ONE, actors=(actor("x-00000000odd0", odd), RAWI))])
    with writing(store) as articles:
        stored = {quad for quad in articles.store.match(graph=names().actors) if quad[1] == names().pref_label}
        assert content(articles.store) == content(
            memory([replace(ONE, actors=(actor("x-00000000odd0", odd), RAWI))]).store
        )
    assert any("\\n" in quad[2] for quad in stored)


def test_a_reader_sees_what_was_written_before_it_came(tmp_path: Path) -> None:
    path = on_disk(tmp_path / "store", [ONE])
    with reading(path) as snapshot:
        with writing(path) as articles:
            put(articles, TWO)
        before = Store.open(snapshot, read_only=True)
        assert content(before) == content(memory([ONE]).store)
    with reading(path) as snapshot:
        assert content(Store.open(snapshot, read_only=True)) == content(memory([ONE, TWO]).store)


def one_and_an_error(articles: ArticleStore) -> None:
    put(articles, ONE)
    articles.put({iri(ARTICLE[TWO.article.id]): quads(READING)})


def test_what_was_stored_before_an_error_stays_and_is_published(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with pytest.raises(StoreError, match="was given for"), writing(path) as articles:
        one_and_an_error(articles)
    with reading(path) as snapshot:
        assert content(Store.open(snapshot, read_only=True)) == content(memory([ONE]).store)
