"""The vocabulary: its namespaces and what is read from ``vocabulary.ttl``.

Gives rdflib namespaces, the IRIs under which instances and graphs stand, and the four relations with the
concept that types their events. Other vocabularies keep their usual prefixes.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from rdflib import FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, NamespaceManager

__all__ = [
    "ACTOR", "AFFILIATION", "ARTICLE", "BASE", "CLUSTER", "DCTERMS", "EVENT", "FOAF", "NIF", "OA", "OFFICE", "ORG",
    "OUTLET", "OWL", "PATH", "PREFIXES", "PROV", "RDF", "RDFS", "RELATION_CONCEPT", "RUN", "SB", "SCHEMA", "SEM",
    "SHAPES", "SKOS", "TIE", "VERDICT", "XSD", "bind", "load_vocabulary", "plain_properties",
]  # fmt: skip

PATH = Path(__file__).with_name("vocabulary.ttl")
SHAPES = Path(__file__).with_name("shapes.ttl")

SB = Namespace("https://w3id.org/shabaka/ontology#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")

BASE = "https://w3id.org/shabaka/"
ACTOR = Namespace(f"{BASE}actor/")
AFFILIATION = Namespace(f"{BASE}affiliation/")
ARTICLE = Namespace(f"{BASE}article/")
CLUSTER = Namespace(f"{BASE}cluster/")
EVENT = Namespace(f"{BASE}event/")
OFFICE = Namespace(f"{BASE}office/")
OUTLET = Namespace(f"{BASE}outlet/")
RUN = Namespace(f"{BASE}run/")
TIE = Namespace(f"{BASE}tie/")
VERDICT = Namespace(f"{BASE}verdict/")

PREFIXES: Mapping[str, Namespace | str] = {
    "actor": ACTOR,
    "affiliation": AFFILIATION,
    "article": ARTICLE,
    "cluster": CLUSTER,
    "dcterms": str(DCTERMS),
    "event": EVENT,
    "foaf": str(FOAF),
    "nif": NIF,
    "oa": OA,
    "office": OFFICE,
    "org": str(ORG),
    "outlet": OUTLET,
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "run": RUN,
    "sb": SB,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": str(SKOS),
    "tie": TIE,
    "verdict": VERDICT,
    "xsd": str(XSD),
}


def bind(graph: Graph | NamespaceManager) -> None:
    """Bind all prefixes, in place of any that were there."""
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)


@cache
def load_vocabulary() -> Graph:
    """The whole vocabulary."""
    return Graph().parse(PATH, format="turtle")


@cache
def plain_properties() -> Mapping[URIRef, tuple[URIRef, bool]]:
    """By concept, the property between two actors that sums up its events, and whether that is symmetric."""
    vocabulary = load_vocabulary()
    symmetric = set(vocabulary.subjects(RDF.type, OWL.SymmetricProperty))
    return {
        URIRef(str(concept)): (URIRef(str(plain)), plain in symmetric)
        for plain, concept in vocabulary.subject_objects(SB.relation)
    }


class _Concepts(Mapping[str, URIRef]):
    """The relations as the vocabulary lists them, read when they are first asked for."""

    def __getitem__(self, relation: str) -> URIRef:
        return _concepts()[relation]

    def __iter__(self) -> Iterator[str]:
        return iter(_concepts())

    def __len__(self) -> int:
        return len(_concepts())


RELATION_CONCEPT: Mapping[str, URIRef] = _Concepts()


@cache
def _concepts() -> dict[str, URIRef]:
    vocabulary = load_vocabulary()
    (members,) = vocabulary.objects(SB.Relations, SKOS.memberList)
    return {
        str(notation): URIRef(str(concept))
        for concept in vocabulary.items(members)
        for notation in vocabulary.objects(concept, SKOS.notation)
        if isinstance(notation, Literal) and notation.datatype == SB.name
    }
