import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from ontology import vocabulary
from ontology.vocabulary import RELATION_CONCEPT, SB, SHAPES, bind, load_vocabulary, plain_properties

PROJECT = Path(__file__).resolve().parents[2]
TERMS = sorted({s for s in load_vocabulary().subjects() if isinstance(s, URIRef) and s.startswith(SB)})
IN_TEXT = re.compile(r"\bsb:(\w+)")  # SPARQL and Turtle
IN_PYTHON = re.compile(r"\bSB\.(\w+)")


def used() -> dict[str, str]:
    """Every term of ours that code, queries or shapes name, with a file that names it."""
    found = {}
    for path in sorted(p for layer in ("ontology", "ingest", "graph") for p in (PROJECT / layer).rglob("*")):
        if path.suffix in {".py", ".rq"} or path == SHAPES:
            text = path.read_text(encoding="utf-8")
            names = IN_TEXT.findall(text) + (IN_PYTHON.findall(text) if path.suffix == ".py" else [])
            found |= dict.fromkeys(names, path.name)
    return found


@pytest.mark.parametrize("predicate", [RDFS.label, RDFS.comment], ids=["label", "comment"])
@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.removeprefix(str(SB)))
def test_every_term_is_told_once_in_each_language(term: URIRef, predicate: URIRef) -> None:
    told = list(load_vocabulary().objects(term, predicate))
    assert sorted(str(text.language) for text in told if isinstance(text, Literal)) == ["ar", "en"]
    arabic = next(text for text in told if isinstance(text, Literal) and text.language == "ar")
    assert re.search("[\u0621-\u064a]{2}", arabic)


def test_every_term_that_is_used_is_defined() -> None:
    defined = {term.removeprefix(str(SB)) for term in TERMS}
    names = used()
    assert {"source", "evidence", "Tie", "Asserted"} <= names.keys()
    assert {name: file for name, file in names.items() if name not in defined} == {}


def test_everything_the_vocabulary_itself_names_is_defined() -> None:
    named = {term for triple in load_vocabulary() for term in triple if isinstance(term, URIRef)}
    datatypes = {o.datatype for o in load_vocabulary().objects() if isinstance(o, Literal) and o.datatype}
    assert {str(term) for term in named | datatypes if term.startswith(SB)} <= set(map(str, TERMS))


def test_relations_stand_in_order_each_with_its_concept() -> None:
    assert {name: str(concept).removeprefix(str(SB)) for name, concept in RELATION_CONCEPT.items()} == {
        "threatens": "Threat",
        "meets": "Meeting",
        "demands": "Demand",
        "supports": "Support",
    }
    assert list(RELATION_CONCEPT) == ["threatens", "meets", "demands", "supports"]


def test_only_meeting_is_symmetric() -> None:
    symmetric = set(load_vocabulary().subjects(RDF.type, OWL.SymmetricProperty))
    assert symmetric == {SB.meets}
    assert dict(plain_properties()) == {
        SB.Threat: (SB.threatens, False),
        SB.Meeting: (SB.meets, True),
        SB.Demand: (SB.demandsOf, False),
        SB.Support: (SB.supports, False),
    }


@pytest.mark.parametrize(
    ("concept", "plover", "cameo"),
    [
        ("Threat", "THREATEN", "13"),
        ("Meeting", "CONSULT", "04"),
        ("Demand", "REQUEST", "10"),
        ("Support", "SUPPORT", "05"),
    ],
)
def test_a_concept_has_its_plover_and_cameo_code(concept: str, plover: str, cameo: str) -> None:
    codes = {code for code in load_vocabulary().objects(SB[concept], SKOS.notation) if code.datatype != SB.name}  # type: ignore[attr-defined]
    assert codes == {
        Literal(plover, datatype=SB.plover),
        Literal(cameo, datatype=SB.cameo),
    }


def test_bound_prefixes_replace_what_rdflib_binds_itself() -> None:
    graph = Graph()
    bind(graph)
    assert graph.namespace_manager.store.namespace("schema") == URIRef("https://schema.org/")
    assert graph.qname(vocabulary.ACTOR["iraq"]) == "actor:iraq"
