"""Everything derived is the same in whatever order articles and verdicts come and go."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.resolving.verdicts import ActorVerdict, RelationVerdict
from graph.storage.article_store import ArticleStore
from graph.storage.portions import portions
from graph.storage.store import Store
from graph.storage.terms import iri
from graph.storage.update import Pattern, Quad
from ingest.reading import Reading
from ontology.vocabulary import ARTICLE, SB
from tests.graph.corpora import Told, actor, agrees, article, graph, resolved, term
from tests.graph.stores import put, quads

PEOPLE = (
    [
        actor(name)
        for name in (
            "رافع الزبيري", "رافع سعيد الزبيري", "الزبيري", "وزير الري رافع الزبيري", "ستيفان غريبوف", "ستيفان جريبوف",
            "ستيفن جريبوف", "هادي الزبيري", "محمود عباس", "الرئيس الفلسطيني محمود عباس",
        )
    ]
    + [actor(name, "organization") for name in ("وزارة الري العراقية", "الري العراقية", "اتحاد الصيادين الأردني")]
    + [actor("رافع الزبيري", state=state) for state in ("iraq", "jordan")]
    + [actor("mahmoud-abbas"), actor("iraq", "state")]
)  # fmt: skip
TITLES = ("وزير الري العراقي", "وزير الري الأردني", "رئيس الوزراء العراقي", "الخبير")

told = st.builds(
    Told,
    relation=st.sampled_from(("threatens", "meets")),
    source=st.integers(0, 2),
    target=st.integers(0, 2),
    sentence=st.integers(0, 2),
    status=st.sampled_from(("asserted", "negated")),
    date=st.sampled_from(("", "2021-04-06", "2021-04-08", "2021-04", "2021")),
    speaker=st.sampled_from((None, 2)),
).filter(lambda t: t.source != t.target)
readings = st.builds(
    article,
    st.integers(0, 5),
    st.lists(st.sampled_from(PEOPLE), min_size=3, max_size=3, unique=True),
    st.lists(told, max_size=3),
    date=st.sampled_from(("", "2021-04-07", "2021-04-09", "2009-01-01")),
    titles=st.lists(st.tuples(st.integers(0, 1), st.sampled_from(TITLES), st.just("iraq")), max_size=1),
    outlet=st.sampled_from(("وكالة القصب", "صحيفة الضفة")),
)
anybody = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)).filter(lambda pair: pair[0] != pair[1])
pairs = anybody | st.sampled_from([(PEOPLE[0], PEOPLE[1]), (PEOPLE[4], PEOPLE[5]), (PEOPLE[8], PEOPLE[-2])])
about_actors = st.builds(
    lambda pair, decision: ActorVerdict(term(pair[0]), term(pair[1]), decision),
    pairs,
    st.sampled_from(("same", "different", "unsure")),
)
about_relations = st.builds(
    lambda reading, pair, decision: RelationVerdict(
        graph(reading), term(pair[0]), iri(SB.Threat), term(pair[1]), decision
    ),
    readings,
    pairs,
    st.sampled_from(("right", "wrong", "wrong direction")),
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), readings),
        st.tuples(st.just("put"), readings),
        st.tuples(st.just("edit"), st.lists(readings | st.integers(0, 5), max_size=5)),
        st.tuples(st.just("forget"), st.integers(0, 5)),
        st.tuples(st.just("judge"), about_actors | about_relations),
    ),
    max_size=14,
)


def take(articles: ArticleStore, step: str, what) -> None:  # type: ignore[no-untyped-def]
    if step == "put":
        put(articles, what)
    elif step == "edit":
        articles.put(dict(map(edit, what)))
    elif step == "judge":
        articles.judge(what.quads())
    else:
        articles.forget(ARTICLE[article(what, PEOPLE[:2]).article.id])


def edit(what: Reading | int) -> tuple[str, set[Quad]]:
    """An article with what is to be its graph: nothing for one that goes, which is told by its number."""
    return (graph(article(what, PEOPLE[:2])), set()) if isinstance(what, int) else (graph(what), quads(what))


def check_steps(taken: list) -> None:  # type: ignore[type-arg]
    articles = ArticleStore(Store.memory())
    for step, what in taken:
        take(articles, step, what)
    assert agrees(articles)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps)
def test_step_by_step_is_the_same_as_from_nothing(taken: list) -> None:  # type: ignore[type-arg]
    check_steps(taken)


@pytest.mark.demand
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps)
def test_many_steps_are_the_same_as_from_nothing(taken: list) -> None:  # type: ignore[type-arg]
    check_steps(taken)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(readings, max_size=4, unique_by=lambda reading: reading.article.name), about_actors, st.randoms())
def test_the_order_of_articles_and_verdicts_does_not_count(made: list, verdict: ActorVerdict, chance) -> None:  # type: ignore[type-arg, no-untyped-def]
    contents = set()
    for _ in range(2):
        order: list[Callable[[ArticleStore], object]] = [lambda a, r=r: put(a, r) for r in made]  # type: ignore[misc]
        order.append(lambda a: a.judge(verdict.quads()))
        chance.shuffle(order)
        articles = ArticleStore(Store.memory())
        for step in order:
            step(articles)
        contents.add(frozenset(articles.store.match()))
    assert len(contents) == 1


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(readings, max_size=12), st.integers(1, 5), st.integers(2, 5))
def test_the_portions_do_not_count(made: list[Reading], portion: int, block: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        for module in ("comparing", "identity"):  # so small that blocks fill up within a portion
            patched.setattr(f"graph.resolving.{module}.BLOCK", block)
        one_by_one, together = ArticleStore(Store.memory()), ArticleStore(Store.memory())
        for reading in made:
            put(one_by_one, reading)
        for some in portions(made, portion):
            together.put(dict(map(edit, some)))
        assert set(one_by_one.store.match()) == set(together.store.match())
        assert agrees(together)


def test_in_a_block_of_many_the_first_lead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve titled mentions of one man, in a block that compares only the first three with each other."""
    monkeypatch.setattr("graph.resolving.comparing.BLOCK", 3)
    monkeypatch.setattr("graph.resolving.identity.BLOCK", 3)
    titled = [actor("الرئيس الأمريكي إدموند فارلو", article=number) for number in range(12)]
    stores = []
    for order in (range(12), reversed(range(12)), (5, 0, 11, 3, 7, 1, 9, 2, 10, 4, 8, 6)):
        articles = ArticleStore(Store.memory())
        for number in order:
            put(articles, article(number, [titled[number], actor("iraq", "state")]))
            assert agrees(articles)
        stores.append(frozenset(articles.store.match()))
        assert len(resolved(articles)) == 11
        assert len(set(resolved(articles).values())) == 1
    assert len(set(stores)) == 1
    for number in (3, 0, 8):
        articles.forget(ARTICLE[article(number, titled[:2]).article.id])
        assert agrees(articles)


def test_what_goes_leaves_nothing() -> None:
    articles = ArticleStore(Store.memory())
    made = [article(n, list(pair)) for n, pair in enumerate(itertools.combinations(PEOPLE[:4], 2))]
    for reading in made:
        put(articles, reading)
    for reading in made:
        articles.forget(ARTICLE[reading.article.id])
    assert len(articles.store) == 0


def reads(corpus: int, last: Callable[[], Reading], monkeypatch: pytest.MonkeyPatch) -> int:
    """What the store is asked and answers when one more article comes to a corpus of so many about one pair, days apart.

    One of the two is spelled otherwise in the last article of the corpus.
    """
    articles = ArticleStore(Store.memory())
    start = dt.date(2001, 1, 1)
    for number in range(corpus):
        day = (start + dt.timedelta(days=9 * number)).isoformat()
        put(articles, article(number, [PEOPLE[number % 3], PEOPLE[-1]], [Told(sentence=number % 3)], date=day))
    put(articles, article(800, [actor("رافع الزُبيري"), PEOPLE[-1]], date="2001-01-01"))
    asked = []
    fitting = Store.fitting

    def counted(store: Store, pattern: Pattern) -> Iterator[Quad]:
        asked.append(1)
        for quad in fitting(store, pattern):
            asked.append(1)
            yield quad

    monkeypatch.setattr(Store, "fitting", counted)
    put(articles, last())
    monkeypatch.undo()
    return len(asked)


@pytest.mark.parametrize(
    "last",
    [
        lambda: article(900, [PEOPLE[0], PEOPLE[-1]], date="2001-06-01"),
        lambda: article(900, [actor("وزير الري رافع الزبيري", article=900), PEOPLE[-1]], date="2001-06-01"),
        lambda: article(900, [actor("سندس القطامي"), PEOPLE[-1]], date="2001-06-01"),
        lambda: article(900, [actor("رافع الزبيرى"), PEOPLE[-1]], date="2001-06-01"),
    ],
    ids=["known-pair", "another-name-of-it", "new-actor", "another-spelling"],
)
def test_one_more_article_costs_the_same_in_a_large_corpus(
    last: Callable[[], Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = (reads(corpus, last, monkeypatch) for corpus in (30, 120))
    assert many <= 1.1 * few
