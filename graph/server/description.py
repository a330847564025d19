"""The service description: what this endpoint is and can (SPARQL 1.1 Service Description)."""

from rdflib import RDF, SDO, BNode, Graph, Literal, Namespace, URIRef

from graph.storage.terms import names, value
from ontology.vocabulary import SB

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_RESULTS = (
    "SPARQL_Results_JSON SPARQL_Results_XML SPARQL_Results_CSV SPARQL_Results_TSV "
    "Turtle N-Triples JSON-LD RDF_XML"
).split()  # fmt: skip
_RDFLIB = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "pretty-xml"}


def description(address: str, form: str) -> bytes:
    """The description of the endpoint at ``address`` in an RDF form, as ``Store.answer`` names them."""
    told = Graph()
    told.bind("sd", SD)
    service, dataset = URIRef(address), BNode("dataset")
    told.add((service, RDF.type, SD.Service))
    told.add((service, SD.endpoint, service))
    told.add((service, SDO.name, Literal("Shabaka")))
    told.add((service, SD.supportedLanguage, SD.SPARQL11Query))
    told.add((service, SD.feature, SD.UnionDefaultGraph))
    told.add((service, SD.extensionFunction, SB.fold))
    told.add((SB.fold, RDF.type, SD.Function))
    for name in _RESULTS:
        told.add((service, SD.resultFormat, _FORMATS[name]))
    told.add((service, SD.defaultDataset, dataset))
    told.add((dataset, RDF.type, SD.Dataset))
    default = BNode("default")
    told.add((dataset, SD.defaultGraph, default))
    told.add((default, RDF.type, SD.Graph))
    for term in (names().summary, names().actors, names().verdicts):
        named = BNode(value(term).rpartition("/")[2])
        told.add((dataset, SD.namedGraph, named))
        told.add((named, RDF.type, SD.NamedGraph))
        told.add((named, SD.name, URIRef(value(term))))
    return told.serialize(format=_RDFLIB[form], encoding="utf-8")
