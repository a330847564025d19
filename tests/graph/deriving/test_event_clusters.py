"""Which reports tell of one event, and what a cluster says of them."""

import itertools
from dataclasses import replace

import pytest

from graph.storage.article_store import ArticleStore
from graph.storage.ledger import article_iri, entries
from graph.storage.store import Store
from graph.storage.terms import iri, names, value
from ingest.article import Article
from ontology.vocabulary import SB
from tests.graph.corpora import Told, actor, agrees, article, local
from tests.graph.stores import put, triples

RAFI, UNION, WITNESS = actor("رافع الزبيري"), actor("اتحاد الصيادين", "organization"), actor("نواف العتيق")
ACTORS = [RAFI, UNION, WITNESS]


def clusters(*readings) -> list[dict[str, list[str]]]:  # type: ignore[no-untyped-def]
    """The clusters of these articles, each as values by property, those with most reports first."""
    articles = ArticleStore(Store.memory())
    for reading in readings:
        put(articles, reading)
    assert agrees(articles)
    found = []
    for node in {quad[0] for quad in articles.store.match(None, names().reports, None, names().cluster_graph)}:
        facts: dict[str, list[str]] = {}
        for _, predicate, object_, _ in sorted(articles.store.match(node, graph=names().cluster_graph)):
            facts.setdefault(local(predicate).rpartition("#")[2], []).append(value(object_))
        found.append(facts)
    return sorted(found, key=lambda facts: (-int(facts["reports"][0]), facts["report"]))


def two(*told: Told, dates: tuple[str, str] = ("2021-04-07", "2021-04-07")) -> int:
    """How many clusters two articles make, each with one of two reports."""
    return len(
        clusters(*(article(n, ACTORS, [one], date=day) for n, (one, day) in enumerate(zip(told, dates, strict=True))))
    )


SIMILAR, OTHER = Told(sentence=1), Told(sentence=2)
ONE_EVENT = {
    "similar-words": (Told(), SIMILAR, ("2021-04-07", "2021-04-07")),
    "told-later": (Told(), SIMILAR, ("2021-04-07", "2021-04-10")),
    "stated-day-and-next": (Told(date="2021-04-05"), Told(sentence=1, date="2021-04-06"), ("2021-04-07", "2021-04-07")),
    "copy-with-a-month": (Told(), Told(date="2021-04"), ("2021-04-07", "2021-06-01")),
    "copy-with-a-year": (Told(), Told(date="2021"), ("2021-04-07", "2022-06-01")),
    "copy-without-any-date": (Told(), Told(), ("", "")),
    "denied-in-similar-words": (Told(), Told(sentence=1, status="negated"), ("2021-04-07", "2021-04-08")),
    "meeting-in-other-words": (Told("meets"), Told("meets", sentence=2), ("2021-04-07", "2021-04-07")),
    "meeting-either-way-round": (Told("meets"), Told("meets", 1, 0, sentence=2), ("2021-04-07", "2021-04-07")),
}
TWO_EVENTS = {
    "other-words": (Told(), OTHER, ("2021-04-07", "2021-04-07")),
    "weeks-apart": (Told(), SIMILAR, ("2021-04-07", "2021-04-28")),
    "stated-days-apart": (Told(date="2021-04-01"), Told(sentence=1, date="2021-04-04"), ("2021-04-07", "2021-04-07")),
    "other-direction": (Told(), Told(source=1, target=0), ("2021-04-07", "2021-04-07")),
    "other-relation": (Told(), Told("demands"), ("2021-04-07", "2021-04-07")),
    "other-actor": (Told(), Told(target=2), ("2021-04-07", "2021-04-07")),
    "similar-with-a-month": (Told(), Told(sentence=2, date="2021-04"), ("2021-04-07", "2021-06-01")),
    "dated-and-undated": (Told(), Told(), ("2021-04-07", "")),
    "meeting-next-day-in-other-words": (Told("meets"), Told("meets", sentence=2), ("2021-04-07", "2021-04-08")),
    "meeting-denied-in-other-words": (
        Told("meets"),
        Told("meets", sentence=2, status="negated"),
        ("2021-04-07", "2021-04-07"),
    ),
}


@pytest.mark.parametrize(("one", "other", "dates"), ONE_EVENT.values(), ids=ONE_EVENT)
def test_one_event(one: Told, other: Told, dates: tuple[str, str]) -> None:
    assert two(one, other, dates=dates) == 1


@pytest.mark.parametrize(("one", "other", "dates"), TWO_EVENTS.values(), ids=TWO_EVENTS)
def test_two_events(one: Told, other: Told, dates: tuple[str, str]) -> None:
    assert two(one, other, dates=dates) == 2


FEW_WORDS = ("قال إن رافع هدد الصيادين.", "رافع هدد الصيادين بالرد.")
PAPER = " ".join(f"حديث{n}" for n in range(200))


@pytest.mark.parametrize("copied", [True, False], ids=["near-copies", "other-texts"])
def test_few_words_in_common_are_enough_in_near_copies(monkeypatch: pytest.MonkeyPatch, copied: bool) -> None:
    monkeypatch.setattr("tests.graph.corpora.SENTENCES", FEW_WORDS)
    monkeypatch.setattr("tests.graph.corpora.TEXT", " ".join(FEW_WORDS))
    for order in itertools.permutations(range(2)):
        articles = ArticleStore(Store.memory())
        for number in order:
            made = article(number, ACTORS, [Told(sentence=number)]).article
            stands_in = replace(made, text=f"{PAPER} ختام{number}" if copied or number else "حديث آخر")
            told = article(number, ACTORS, [Told(sentence=number)])
            articles.replace(article_iri(made), triples(told) + entries_as(stands_in, made))
        assert agrees(articles)
        found = {quad[0] for quad in articles.store.match(None, names().reports, None, names().cluster_graph)}
        assert len(found) == (1 if copied else 2)


def entries_as(stands_in: Article, made: Article) -> bytes:
    """The ledger's entries of one article under the name of another."""
    return entries(stands_in).replace(article_iri(stands_in).encode(), article_iri(made).encode())


def test_a_cluster_counts_its_reports_and_names_its_outlets() -> None:
    (found,) = clusters(
        article(1, ACTORS, [Told()], date="2021-04-07", outlet="وكالة القصب"),
        article(2, ACTORS, [SIMILAR], date="2021-04-09", outlet="صحيفة الضفة"),
        article(3, ACTORS, [Told()], date="2021-04-08", outlet="صحيفة الضفة"),
    )
    assert (found["reports"], found["articles"], len(found["publisher"])) == (["3"], ["3"], 2)
    assert (found["firstSeen"], found["lastSeen"]) == (["2021-04-07"], ["2021-04-09"])


@pytest.mark.parametrize(
    ("other", "date", "differs"),
    [
        (Told(sentence=1), "2021-04-07", []),
        (Told(sentence=1), "2021-04-08", [SB.eventDate]),
        (Told(sentence=1, status="hypothetical"), "2021-04-07", [SB.status]),
        (Told(sentence=1, speaker=2), "2021-04-07", [SB.attributedTo]),
        (Told(date="2021-04"), "2021-06-01", []),
    ],
    ids=["nothing", "date", "status", "attribution", "date-within-precision"],
)
def test_a_cluster_tells_on_what_its_reports_differ(other: Told, date: str, differs: list[str]) -> None:
    (found,) = clusters(article(1, ACTORS, [Told()]), article(2, ACTORS, [other], date=date))
    assert found.get("differsOn", []) == list(map(str, differs))


def test_a_tie_counts_events_that_several_papers_tell_once() -> None:
    articles = ArticleStore(Store.memory())
    for number, told in enumerate((Told(), SIMILAR, OTHER)):
        put(articles, article(number, ACTORS, [told]))
    tie = {p: value(o) for _, p, o, g in articles.store.match() if g == names().summary}
    assert (tie[names().events], tie[names().clusters], tie[names().articles]) == ("3", "2", "3")


def test_reports_of_two_names_of_one_actor_are_one_event() -> None:
    named = actor("وزير الري رافع الزبيري")
    (found,) = clusters(article(1, ACTORS), article(2, [named, UNION], [SIMILAR]))
    assert found["reports"] == ["2"]


def test_a_link_that_goes_parts_its_cluster() -> None:
    days = ("2021-04-01", "2021-04-04", "2021-04-07")
    chain = [article(n, ACTORS, [Told(sentence=n % 2)], date=day) for n, day in enumerate(days)]
    for order in itertools.permutations(chain):
        assert [found["reports"] for found in clusters(*order)] == [["3"]]
    assert len(clusters(chain[0], chain[2])) == 2


def test_every_event_that_counts_is_in_one_cluster() -> None:
    told = [Told(r, s, t) for r in ("threatens", "meets", "demands") for s, t in ((0, 1), (1, 2))]
    found = clusters(*(article(n, ACTORS, told, date=f"2021-04-0{n + 1}") for n in range(3)))
    events = [event for facts in found for event in facts["report"]]
    assert len(events) == len(set(events)) == 18
    assert iri(events[0]).startswith("<https://w3id.org/shabaka/event/")
