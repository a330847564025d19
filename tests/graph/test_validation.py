import datetime as dt
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node
from typer.testing import CliRunner

from graph import dataset
from graph.cli import cli
from graph.storage.article_store import writing
from graph.validation import validate
from ingest.rdf import article_triples
from ontology.vocabulary import ACTOR, ARTICLE, NIF, OA, ORG, PROV, SB, SCHEMA, SEM, SHAPES, bind
from tests.readings import ARTICLE as PLAIN
from tests.readings import KINANI, RAWI, READING, SUNBULA, THREAT, reading

ARTICLE_NODE = ARTICLE[PLAIN.id]
Triples = list[tuple[Node, Node, Node | None]]


def valid() -> Graph:
    return dataset.of([READING, reading(2, THREAT, date=dt.date(2021, 4, 8))])


def the_event(graph: Graph) -> Node:
    """The threat of the first article."""
    return next(e for e in graph.subjects(PROV.wasDerivedFrom, ARTICLE_NODE) if (e, SB.status, SB.Asserted) in graph)


def evidence(graph: Graph) -> Node:
    return graph.value(the_event(graph), SB.evidence)  # type: ignore[return-value]


def tie(graph: Graph) -> Node:
    return next(graph.subjects(RDF.type, SB.Tie))


def article(_: Graph) -> Node:
    return ARTICLE_NODE


def rawi(_: Graph) -> Node:
    return ACTOR[RAWI.id]


def run(graph: Graph) -> Node:
    return next(graph.subjects(RDF.type, PROV.Activity))


def outlet(graph: Graph) -> Node:
    return next(graph.subjects(RDF.type, SCHEMA.Organization))


def membership(graph: Graph) -> Node:
    return next(graph.subjects(RDF.type, ORG.Membership))


def decimal(text: str) -> Literal:
    return Literal(text, datatype=XSD.decimal)


# What is changed: of which node, which property gets which values (none: it goes), and what the finding expects.
BROKEN = {
    "no-source": (the_event, SB.source, [], "one source"),
    "two-targets": (the_event, SB.target, [ACTOR[SUNBULA.id], ACTOR[KINANI.id]], "one target"),
    "acts-on-itself": (the_event, SB.target, [ACTOR[RAWI.id]], "a source other than the target"),
    "source-is-text": (the_event, SB.source, [Literal("الراوي")], "IRI"),
    "source-not-described": (the_event, SB.source, [ACTOR["nobody"]], "a name"),
    "no-type": (the_event, RDF.type, [], "an event"),
    "relation-unknown": (the_event, SEM.eventType, [SB.Praise], "sb:Threat"),
    "status-unknown": (the_event, SB.status, [SB.Maybe], "sb:Asserted"),
    "two-statuses": (the_event, SB.status, [SB.Asserted, SB.Negated], "sb:Asserted"),
    "confidence-above-one": (the_event, SB.confidence, [decimal("1.01")], "from 0 to 1"),
    "confidence-below-zero": (the_event, SB.confidence, [decimal("-0.1")], "from 0 to 1"),
    "confidence-text": (the_event, SB.confidence, [Literal("0.8")], "from 0 to 1"),
    "no-rule": (the_event, SB.rule, [], "one rule"),
    "no-evidence": (the_event, SB.evidence, [], "one span"),
    "evidence-not-described": (the_event, SB.evidence, [URIRef(f"{ARTICLE_NODE}#char=0,1")], "one span"),
    "article-unknown": (the_event, PROV.wasDerivedFrom, [ARTICLE["0123456789abcdef"]], "one article"),
    "event-named-strangely": (None, RDF.type, [SEM.Event], "an IRI as Shabaka makes them"),
    "stray-property": (the_event, SB.sorce, [ACTOR[RAWI.id]], "no such property"),
    "month-as-day": (the_event, SB.datePrecision, [SB.Day], "precision that its type allows"),
    "date-without-basis": (the_event, SB.dateBasis, [], "a date with its basis"),
    "basis-without-date": (the_event, SB.eventDate, [], "a date with its basis"),
    "no-sentence": (evidence, NIF.sentence, [], "evidence in a sentence"),
    "words-too-short": (evidence, OA.exact, [Literal("هدد")], "39 characters"),
    "no-words": (evidence, OA.exact, [], "the words of the span"),
    "begin-moved": (evidence, NIF.beginIndex, [Literal("24", datatype=XSD.integer)], "40 characters"),
    "end-below-zero": (evidence, NIF.endIndex, [Literal("-1", datatype=XSD.integer)], "one offset"),
    "span-of-another-article": (evidence, NIF.referenceContext, [ARTICLE["0123456789abcdef"]], "in the same article"),
    "span-named-otherwise": (evidence, NIF.referenceContext, [ARTICLE["0123456789abcdef"]], "the name <"),
    "article-without-name": (article, SCHEMA.identifier, [], "one name"),
    "two-headlines": (article, SCHEMA.headline, [Literal("أ", lang="ar"), Literal("ب", lang="ar")], "one headline"),
    "headline-without-language": (article, SCHEMA.headline, [Literal("أ")], "marked as Arabic"),
    "address-is-script": (article, SCHEMA.url, [URIRef("javascript:alert(1)")], "http or https"),
    "address-is-text": (article, SCHEMA.url, [Literal("https://reed.example/")], "http or https"),
    "published-on-no-day": (article, SCHEMA.datePublished, [Literal("7 نيسان", datatype=XSD.date)], "a date"),
    "digest-cut": (article, SB.contentDigest, [Literal("b08a")], "SHA-256"),
    "no-run": (article, PROV.wasGeneratedBy, [], "one run"),
    "run-without-rung": (run, SB.rung, [], "one rung"),
    "outlet-without-name": (outlet, SCHEMA.name, [], "a name"),
    "actor-without-type": (rawi, RDF.type, [], "a type"),
    "actor-of-unknown-type": (rawi, RDF.type, [SB.Hero], "a type"),
    "actor-without-preferred-name": (rawi, SKOS.prefLabel, [], "a preferred name"),
    "name-without-language": (rawi, RDFS.label, [Literal("سالم")], "marked as Arabic"),
    "two-preferred-names": (rawi, SKOS.prefLabel, [Literal("أ", lang="ar"), Literal("ب", lang="ar")], "one Arabic"),
    "meeting-one-way": (rawi, SB.meets, [ACTOR[KINANI.id]], "both ways"),
    "affiliation-without-member": (membership, ORG.member, [], "one member"),
    "affiliation-of-no-kind": (membership, SB.affiliationKind, [SB.Likes], "sb:HoldsOffice"),
    "affiliation-without-ground": (membership, SB.evidence, [], "an office, or evidence"),
    "tie-without-events": (tie, SB.events, [Literal("0", datatype=XSD.integer)], "at least 1"),
    "more-articles-than-events": (tie, SB.articles, [Literal("9", datatype=XSD.integer)], "no more than events"),
    "last-before-first": (tie, SB.lastSeen, [Literal("2020-01-01", datatype=XSD.date)], "not after the last"),
}


def test_what_is_built_is_valid() -> None:
    assert validate(valid()) == []


def test_the_graph_of_one_article_is_valid_by_itself() -> None:
    assert validate(Graph().parse(data=article_triples(READING), format="nt")) == []


def test_an_empty_graph_is_valid() -> None:
    assert validate(Graph()) == []


@pytest.mark.parametrize(("whose", "predicate", "values", "expected"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_found(whose, predicate: URIRef, values: list[Node], expected: str) -> None:  # type: ignore[no-untyped-def]
    graph = valid()
    node = whose(graph) if whose else URIRef("https://w3id.org/shabaka/event/mine")
    graph.remove((node, predicate, None))
    for value in values:
        graph.add((node, predicate, value))
    found = [str(finding) for finding in validate(graph)]
    assert any(expected in line for line in found), found
    assert not any("\n" in line for line in found)


def test_every_shape_has_something_to_look_at() -> None:
    graph, shapes = valid(), Graph().parse(SHAPES)
    sh = "http://www.w3.org/ns/shacl#"
    classes = set(shapes.objects(None, URIRef(f"{sh}targetClass")))
    properties = set(shapes.objects(None, URIRef(f"{sh}targetSubjectsOf")))
    assert {c for c in classes if not any(graph.subjects(RDF.type, c))} == {
        SB.Office,
        SB.Verdict,
    }  # none in these articles
    assert {p for p in properties if not any(graph.subjects(p))} == {SB.meets, SB.resolvedAs}


def test_a_finding_names_node_property_and_what_was_found() -> None:
    graph = valid()
    event = the_event(graph)
    graph.add((event, SB.confidence, decimal("0.2")))
    (found,) = validate(graph)
    name = str(event).rpartition("/")[2]
    assert str(found) == f"event:{name}: sb:confidence: expected one probability from 0 to 1; found 0.2, 0.83"


def write(graph: Graph, path: Path) -> Path:
    bind(graph)
    path.write_bytes(dataset.turtle(graph))
    return path


def test_the_command_accepts_what_is_valid(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["validate", str(write(valid(), tmp_path / "graph.ttl"))])
    assert (result.exit_code, result.output.count("\n")) == (0, 1)


def test_the_command_prints_a_line_a_finding_and_exits_1(tmp_path: Path) -> None:
    graph = valid()
    graph.remove((the_event(graph), SB.rule, None))
    graph.add((ARTICLE_NODE, SCHEMA.headline, Literal("سطر\nسطر\x1b[2J", lang="ar")))
    result = CliRunner().invoke(cli, ["validate", str(write(graph, tmp_path / "graph.ttl"))])
    assert result.exit_code == 1
    assert [line.split(": ")[1] for line in result.output.splitlines()] == ["schema:headline", "sb:rule"]
    assert "\x1b" not in result.output


def test_the_command_checks_a_store(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with writing(store) as articles:
        triples = article_triples(READING)
        articles.replace(str(ARTICLE_NODE), triples)
    assert CliRunner().invoke(cli, ["validate", "--store", str(store)]).exit_code == 0
    with writing(store) as articles:
        lines = [line for line in triples.splitlines() if b"#rule>" not in line]
        articles.replace(str(ARTICLE_NODE), b"\n".join(lines))
    result = CliRunner().invoke(cli, ["validate", str(store)])
    assert (result.exit_code, result.output.count("expected one rule")) == (1, 2)


@pytest.mark.parametrize(
    ("name", "content"),
    [("cut.ttl", b"<a> <b"), ("noise.ttl", b"\xff\xfe\x00"), ("graph.docx", b""), ("missing.ttl", None)],
)
def test_what_cannot_be_read_is_an_error_of_status_2(name: str, content: bytes | None, tmp_path: Path) -> None:
    from ontology.errors import ShabakaError

    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    error = CliRunner().invoke(cli, ["validate", str(path)]).exception
    assert isinstance(error, ShabakaError)
    assert error.exit_status == 2
    assert name in str(error)
