import datetime as dt
import itertools
import shutil
import subprocess
from dataclasses import replace

import pytest
from rdflib import RDF, SKOS, Graph, Literal
from rdflib.compare import to_isomorphic

from graph import dataset
from graph.storage.article_store import ArticleStore
from graph.storage.store import Store
from graph.storage.terms import names
from ingest.rdf import article_triples
from ingest.reading import EventDate, Reading
from ontology.vocabulary import ACTOR, ARTICLE, SB, SCHEMA, SEM
from tests.readings import IRAQ, KINANI, MEETING, RAWI, READING, SUNBULA, THREAT, reading, span

APRIL = EventDate("2021-04-02", "day", "stated")
AGAIN = replace(THREAT, evidence=span("هدد سالم الراوي"), date=APRIL)
MET = replace(MEETING, status="asserted", date=None)
PLANNED = replace(THREAT, status="hypothetical", target=KINANI.id)

# Threats: two events in article 1 (a month, so its day of publication, 9 April; and 2 April) and one in
# article 2 (8 April). Meetings: one, in article 2, undated. The planned threat against another counts nowhere.
ONE = reading(1, THREAT, AGAIN, PLANNED, date=dt.date(2021, 4, 9))
TWO = reading(2, replace(THREAT, date=None), MET, date=dt.date(2021, 4, 8))
THREE = reading(3, MEETING)


def ties(flat: Graph) -> dict[tuple[str, str, str], tuple[int, int, str, str]]:
    found = {}
    for tie in flat.subjects(RDF.type, SB.Tie):
        ends = (SB.source, SEM.eventType, SB.target)
        key = tuple(str(flat.value(tie, p)).rpartition("/")[2].rpartition("#")[2] for p in ends)
        days = (str(flat.value(tie, p)) for p in (SB.firstSeen, SB.lastSeen))
        found[key] = (int(str(flat.value(tie, SB.events))), int(str(flat.value(tie, SB.articles))), *days)
    return found  # type: ignore[return-value]


def test_ties_count_asserted_events_and_articles() -> None:
    assert ties(dataset.of([ONE, TWO, THREE])) == {
        (RAWI.id, "Threat", SUNBULA.id): (3, 2, "2021-04-02", "2021-04-09"),
        (RAWI.id, "Meeting", KINANI.id): (1, 1, "2021-04-08", "2021-04-08"),
    }


def test_plain_statements_only_of_asserted_events_and_meetings_both_ways() -> None:
    flat = dataset.of([ONE, TWO, THREE])
    plain = {(s, p, o) for p in (SB.threatens, SB.meets, SB.demandsOf, SB.supports) for s, o in flat.subject_objects(p)}
    rawi, kinani = ACTOR[RAWI.id], ACTOR[KINANI.id]
    assert plain == {
        (rawi, SB.threatens, ACTOR[SUNBULA.id]),
        (rawi, SB.meets, kinani),
        (kinani, SB.meets, rawi),
    }


def test_an_unknown_actor_goes_by_its_most_frequent_name() -> None:
    def named(number: int, name: str) -> Reading:
        return replace(reading(number), actors=(replace(RAWI, name=name),))

    flat = dataset.of([named(1, "الراوي"), named(2, "الراوي"), named(3, "سالم الراوي"), named(4, "راوي")])
    node = ACTOR[RAWI.id]
    assert list(flat.objects(node, SKOS.prefLabel)) == [Literal("الراوي", lang="ar")]
    assert set(flat.objects(node, SKOS.altLabel)) == {Literal("سالم الراوي", lang="ar"), Literal("راوي", lang="ar")}
    assert list(flat.objects(node, SB.inGazetteer)) == [Literal(False)]


def test_of_names_as_frequent_the_longest_is_preferred() -> None:
    flat = dataset.of(
        [replace(reading(i), actors=(replace(RAWI, name=name),)) for i, name in enumerate(("راوي", "الراوي"))]
    )
    assert list(flat.objects(ACTOR[RAWI.id], SKOS.prefLabel)) == [Literal("الراوي", lang="ar")]


def test_a_known_actor_is_described_from_the_gazetteer() -> None:
    flat = dataset.of([READING])
    labels = set(flat.objects(ACTOR.iraq, SKOS.prefLabel))
    assert labels == {Literal("العراق", lang="ar"), Literal("Iraq", lang="en")}
    assert (ACTOR.iraq, SB.inGazetteer, Literal(True)) in flat


def test_only_actors_of_some_article_are_described() -> None:
    flat = dataset.of([READING])
    assert set(flat.subjects(SB.inGazetteer)) == {ACTOR[a.id] for a in (RAWI, KINANI, SUNBULA, IRAQ)}


def test_the_same_bytes_whatever_the_order() -> None:
    made = {dataset.turtle(dataset.of(order)) for order in itertools.permutations([ONE, TWO, THREE])}
    assert len(made) == 1


def test_the_turtle_reads_back_as_the_same_triples() -> None:
    flat = dataset.of([ONE, TWO, READING])
    assert to_isomorphic(Graph().parse(data=dataset.turtle(flat), format="turtle")) == to_isomorphic(flat)


@pytest.mark.skipif(not shutil.which("rapper"), reason="needs Debian's raptor2-utils")
def test_another_parser_counts_as_many_triples() -> None:
    flat = dataset.of([ONE, TWO, READING])
    command = ["rapper", "-i", "turtle", "-c", "-", "https://reed.example/"]
    run = subprocess.run(command, input=dataset.turtle(flat), capture_output=True, check=True)
    assert f"returned {len(flat)} triples" in run.stderr.decode()


def test_a_store_of_the_same_articles_says_the_same() -> None:
    articles = ArticleStore(Store.memory())
    for made in (TWO, ONE, THREE, READING, replace(ONE, relations=()), ONE):
        triples = article_triples(made)
        articles.replace(str(ARTICLE[made.article.id]), triples)
    lines = "\n".join(" ".join(quad[:3]) + " ." for quad in articles.store.match(graph=""))
    stored = Graph().parse(data=lines, format="nt")
    assert to_isomorphic(stored) == to_isomorphic(dataset.of([ONE, TWO, THREE, READING]))
    assert articles.derived()[names().summary] == set(articles.store.match(graph=names().summary))


def test_of_two_readings_of_one_article_the_last_counts() -> None:
    flat = dataset.of([ONE, replace(ONE, relations=())])
    assert (len(list(flat.subjects(RDF.type, SCHEMA.NewsArticle))), ties(flat)) == (1, {})


def test_no_reading_gives_no_triple() -> None:
    assert len(dataset.of([])) == 0
