import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, XSD, Graph, Literal, URIRef

from graph.turtle import turtle
from ontology.vocabulary import ACTOR, ARTICLE, RUN, SB, SCHEMA

LITERALS = {
    "arabic": Literal("هدد", lang="ar"),
    "quotes-and-backslash": Literal('قال "لا" \\'),
    "line-breaks": Literal("سطر\r\nسطر\tآخر"),
    "bidi": Literal("\u202eسطر\u2066"),
    "line-separator": Literal("سطر\u2028سطر"),
    "decimal": Literal("0.83", datatype=XSD.decimal),
    "decimal-without-point": Literal("1", datatype=XSD.decimal, normalize=False),
    "integer": Literal("7", datatype=XSD.integer),
    "boolean": Literal("true", datatype=XSD.boolean),
    "offset": Literal("120", datatype=XSD.nonNegativeInteger),
    "month": Literal("2021-04", datatype=XSD.gYearMonth),
    "foreign-type": Literal("13", datatype=SB.cameo),
}
NAMES = {
    "actor": (ACTOR["x-12"], "actor:x-12"),
    "dots": (RUN["0.1.0-embedded"], "run:0.1.0-embedded"),
    "dot-at-the-end": (ACTOR["a."], f"<{ACTOR}a.>"),
    "span": (URIRef(f"{ARTICLE}ab#char=1,2"), f"<{ARTICLE}ab#char=1,2>"),
    "arabic": (ACTOR["سالم"], f"<{ACTOR}سالم>"),
    "namespace-itself": (URIRef(str(ACTOR)), f"<{ACTOR}>"),
    "elsewhere": (URIRef("https://reed.example/a"), "<https://reed.example/a>"),
}


def graph_of(*triples: tuple[URIRef, URIRef, URIRef | Literal]) -> Graph:
    made = Graph()
    for triple in triples:
        made.add(triple)
    return made


@pytest.mark.parametrize("literal", LITERALS.values(), ids=LITERALS)
def test_a_literal_comes_back_as_it_was(literal: Literal) -> None:
    back = Graph().parse(data=turtle(graph_of((ACTOR.a, SB.rule, literal))), format="turtle")
    (found,) = back.objects()
    assert isinstance(found, Literal)
    assert (str(found), found.language, found.datatype) == (str(literal), literal.language, literal.datatype)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    back = Graph().parse(data=turtle(graph_of((ACTOR.a, SB.rule, Literal(text)))), format="turtle")
    assert [str(o) for o in back.objects()] == [text]


@pytest.mark.parametrize(("node", "written"), NAMES.values(), ids=NAMES)
def test_a_name_is_short_where_turtle_allows_it(node: URIRef, written: str) -> None:
    lines = turtle(graph_of((node, RDF.type, SB.State))).decode().splitlines()
    assert lines[-1] == f"{written} a sb:State ."
    assert set(Graph().parse(data="\n".join(lines), format="turtle").subjects()) == {node}


def test_class_first_then_by_name_and_spans_in_text_order() -> None:
    article = ARTICLE["ab"]
    spans = [URIRef(f"{article}#char={place}") for place in ("9,12", "100,120", "100,101", "20,30")]
    made = graph_of(
        (article, SCHEMA.headline, Literal("ب", lang="ar")),
        (article, SB.contentDigest, Literal("d")),
        (article, RDF.type, SCHEMA.NewsArticle),
        (ARTICLE["aa"], RDF.type, SCHEMA.NewsArticle),
        *((span, SB.rule, Literal("r")) for span in spans),
    )
    body = turtle(made).decode().partition("\n\n")[2]
    assert body.splitlines() == [
        "article:aa a schema:NewsArticle .",
        "",
        "article:ab a schema:NewsArticle ;",
        '    sb:contentDigest "d" ;',
        '    schema:headline "ب"@ar .',
        *(
            line
            for place in ("9,12", "20,30", "100,101", "100,120")
            for line in ("", f'<{article}#char={place}> sb:rule "r" .')
        ),
    ]


def test_no_triples_give_the_prefixes_alone() -> None:
    assert {line.split()[0] for line in turtle(Graph()).decode().splitlines()} == {"@prefix"}


@pytest.mark.skipif(not shutil.which("rapper"), reason="needs Debian's raptor2-utils")
def test_another_parser_reads_it() -> None:
    subjects = [node for node, _ in NAMES.values()]
    made = graph_of(*((node, SB.rule, literal) for node in subjects for literal in LITERALS.values()))
    command = ["rapper", "-q", "-i", "turtle", "-o", "ntriples", "-", "https://reed.example/"]
    run = subprocess.run(command, input=turtle(made), capture_output=True, check=True)
    assert set(Graph().parse(data=run.stdout, format="nt")) == set(made)
