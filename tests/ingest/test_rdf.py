from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from rdflib import PROV, RDF, RDFS, Graph, Literal, URIRef
from rdflib.compare import graph_diff, to_isomorphic

from ingest.rdf import article_triples
from ingest.reading import Reading, Span
from ontology.vocabulary import ACTOR, ARTICLE, NIF, OA, RUN, SB, SCHEMA, SEM
from tests.readings import ARTICLE as PLAIN
from tests.readings import KINANI, MEETING, RAWI, READING, SUNBULA, THREAT

FORMATS = ("turtle", "nt", "xml")
HOSTILE = {
    "nul": ("هدد\x00سالم", "هدد\ufffdسالم"),
    "escape": ("هدد\x1b[31mسالم", "هدد\ufffd[31mسالم"),
    "lone-surrogate": ("هدد\ud83dسالم", "هدد\ufffdسالم"),
    "noncharacter": ("هدد\uffffسالم", "هدد\ufffdسالم"),
    "bidi": ("هدد\u202eسالم\u2066", "هدد\u202eسالم\u2066"),
    "quotes": ('هدد """سالم\\', 'هدد """سالم\\'),
    "line-breaks": ("هدد\r\nسالم\n", "هدد\r\nسالم\n"),
    "markup": ("</script><b>هدد", "</script><b>هدد"),
    "beyond-the-first-plane": ("هدد 😀 سالم", "هدد 😀 سالم"),
}


def article_graph(reading: Reading) -> Graph:
    return Graph().parse(data=article_triples(reading), format="nt")


def written(reading: Reading) -> list[bytes]:
    return article_triples(reading).splitlines()


def test_a_reading_is_written_as_the_golden_turtle() -> None:
    golden = Graph().parse(Path(__file__).with_name("reading.ttl"))
    golden.remove((None, SB.version, None))
    made = article_graph(READING)
    (release,) = made.objects(None, SB.version)
    made.remove((None, SB.version, None))
    text = golden.serialize(format="nt").replace(f"{RUN}0.1.0-", f"{RUN}{release}-")
    _, missing, extra = graph_diff(to_isomorphic(Graph().parse(data=text, format="nt")), to_isomorphic(made))
    assert (set(missing), set(extra)) == (set(), set())


def test_every_span_slices_back_to_its_words() -> None:
    made = article_graph(READING)
    spans = list(made.subjects(RDF.type, NIF.RFC5147String))
    assert len(spans) == 10
    for node in spans:
        begin, end = (int(str(made.value(node, place))) for place in (NIF.beginIndex, NIF.endIndex))
        assert PLAIN.text[begin:end] == str(made.value(node, OA.exact))
        assert str(node).endswith(f"#char={begin},{end}")


def test_no_blank_nodes() -> None:
    assert {type(term) for triple in article_graph(READING) for term in triple} == {URIRef, Literal}


def test_the_order_of_what_was_read_changes_nothing() -> None:
    chance = Random(5)
    for _ in range(5):
        actors, relations = list(READING.actors), list(READING.relations)
        chance.shuffle(actors)
        chance.shuffle(relations)
        assert written(replace(READING, actors=tuple(actors), relations=tuple(relations))) == written(READING)


def test_a_meeting_has_its_sides_in_order_whoever_was_read_first() -> None:
    turned = replace(
        MEETING,
        source=MEETING.target,
        target=MEETING.source,
        source_mention=MEETING.target_mention,
        target_mention=MEETING.source_mention,
    )
    assert written(replace(READING, relations=(THREAT, turned))) == written(READING)
    turned_threat = replace(THREAT, source=THREAT.target, target=THREAT.source)
    assert written(replace(READING, relations=(turned_threat, MEETING))) != written(READING)


def test_one_event_read_twice_is_written_once_as_the_surer_says() -> None:
    surer = replace(THREAT, rule="noun:tahdid", confidence=0.9, trigger=None)
    for relations in ((THREAT, surer), (surer, THREAT)):
        made = article_graph(replace(READING, relations=relations))
        (event,) = made.subjects(RDF.type, SEM.Event)
        assert [str(o) for o in made.objects(event, SB.rule)] == ["noun:tahdid"]
        assert [str(o) for o in made.objects(event, SB.confidence)] == ["0.90"]
        assert made.value(event, SB.trigger) is None


@pytest.mark.parametrize("change", [{"status": "negated"}, {"evidence": Span(25, 40)}, {"target": KINANI.id}])
def test_another_status_evidence_or_end_is_another_event(change: dict[str, object]) -> None:
    made = article_graph(replace(READING, relations=(THREAT, replace(THREAT, **change))))
    assert len(set(made.subjects(RDF.type, SEM.Event))) == 2


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("given", "kept"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_through_every_format(given: str, kept: str, form: str) -> None:
    article = replace(PLAIN, name=given, title=given, outlet=given, text=given, url=None)
    place = Span(0, len(given))
    relation = replace(
        THREAT, evidence=place, sentence=place, trigger=None, source_mention=None, target_mention=None, rule=given
    )
    reading = Reading(article, (replace(RAWI, name=given), SUNBULA), (relation,), ())
    back = Graph().parse(data=article_graph(reading).serialize(format=form), format=form)
    told = (SCHEMA.identifier, SCHEMA.headline, SCHEMA.name, OA.exact, SB.rule)
    assert {predicate: {str(o) for o in back.objects(None, predicate)} for predicate in told} == {
        p: {kept} for p in told
    }
    assert set(map(str, back.objects(ACTOR[RAWI.id], RDFS.label))) == {kept}


def test_an_article_of_which_nothing_is_known() -> None:
    bare = replace(PLAIN, title=None, url=None, outlet=None, date=None)
    made = article_graph(Reading(bare, (), (), ()))
    assert set(made.predicates(ARTICLE[bare.id])) == {
        RDF.type,
        SCHEMA.identifier,
        SB.contentDigest,
        PROV.wasGeneratedBy,
    }


def test_an_address_that_runs_a_script_is_left_out() -> None:
    made = article_graph(replace(READING, article=replace(PLAIN, url="javascript:alert(1)")))
    assert "javascript" not in made.serialize(format="nt")
