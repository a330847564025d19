"""Persons of one name whom their titles tell apart."""

from itertools import permutations

from graph.running.article_reading import read_article
from graph.storage.article_store import ArticleStore
from graph.storage.ledger import article_iri
from graph.storage.store import Store
from graph.storage.terms import names, value
from ingest.article import Article
from tests.graph.corpora import resolved

IRAQI = Article("أولى", "هدد وزير الري العراقي محمد الزبيري تركيا بخفض حصتها من السوق.")
JORDANIAN = Article("ثانية", "التقى وزير الري الأردني محمد الزبيري السفير التركي في عمان.")
PLAIN = Article("ثالثة", "طالب محمد الزبيري الحكومة التركية بفتح السد.")
NAME = "محمد الزبيري"


def stored(*articles: Article) -> ArticleStore:
    opened = ArticleStore(Store.memory())
    for article in articles:
        opened.replace(article_iri(article), read_article(article).triples)
    return opened


def bearers(opened: ArticleStore) -> set[str]:
    """The ids of those called by the name."""
    found = opened.store.match(None, names().label)
    return {value(s).rpartition("/")[2] for s, _, label, graph in found if graph and value(label) == NAME}


def test_ministers_of_two_states_are_two() -> None:
    opened = stored(IRAQI, JORDANIAN)
    assert len(bearers(opened)) == 2
    assert not bearers(opened) & resolved(opened).keys()


def test_a_name_alone_is_the_one_who_bears_it() -> None:
    opened = stored(IRAQI, PLAIN)
    assert len(bearers(opened)) == 2
    assert len(bearers(opened) - resolved(opened).keys()) == 1


def test_a_name_alone_that_two_bear_is_neither_in_any_order() -> None:
    for order in permutations((IRAQI, JORDANIAN, PLAIN)):
        opened = stored(*order)
        assert len(bearers(opened)) == 3
        assert not bearers(opened) & resolved(opened).keys()


def test_when_one_of_two_goes_the_name_alone_is_the_other() -> None:
    opened = stored(IRAQI, JORDANIAN, PLAIN)
    opened.forget(article_iri(JORDANIAN))
    assert len(bearers(opened) - resolved(opened).keys()) == 1
