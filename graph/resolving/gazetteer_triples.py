"""What the gazetteer says of its actors, as triples: names, type, state, Wikidata, offices with their dates.

Takes the gazetteer, gives its actors one by one, since a store describes those alone that its articles
mention. What two actors share (an office that both held) is among the triples of both.
"""

from collections.abc import Iterator, Mapping

from rdflib import ORG, OWL, RDF, SKOS, XSD, Literal, URIRef

from graph.storage.update import Triple
from ingest.rdf import TYPES
from ontology.actors import load_gazetteer
from ontology.gazetteer import Actor, Gazetteer, Office
from ontology.vocabulary import ACTOR, AFFILIATION, OFFICE, SB

_WIKIDATA = "http://www.wikidata.org/entity/"
_Rdf = tuple[URIRef, URIRef, URIRef | Literal]


def known_actors(gazetteer: Gazetteer | None = None) -> Mapping[str, frozenset[Triple]]:
    """The triples of every actor, as terms in N-Triples, by the actor's IRI as a term.

    Of the gazetteer that comes with Shabaka, where none is given.
    """
    gazetteer = gazetteer or load_gazetteer()
    return {
        ACTOR[actor.id].n3(): frozenset((s.n3(), p.n3(), o.n3()) for s, p, o in _actor(gazetteer, actor))
        for actor in gazetteer.actors.values()
    }


def _actor(gazetteer: Gazetteer, actor: Actor) -> Iterator[_Rdf]:
    node = ACTOR[actor.id]
    yield node, RDF.type, TYPES[actor.type]
    yield node, SKOS.prefLabel, Literal(actor.ar, lang="ar")
    yield node, SKOS.prefLabel, Literal(actor.en, lang="en")
    yield node, SB.inGazetteer, Literal("true", datatype=XSD.boolean)
    for name in actor.names:
        if name != actor.ar:
            yield node, SKOS.altLabel, Literal(name, lang="ar")
    if actor.state is not None:
        yield node, SB.state, ACTOR[actor.state]
    if actor.wikidata is not None:
        yield node, OWL.sameAs, URIRef(_WIKIDATA + actor.wikidata)
    for number, tenure in enumerate(actor.offices):
        membership = AFFILIATION[f"{actor.id}-{tenure.office}-{number}"]
        yield from _office(gazetteer.offices[tenure.office])
        yield membership, RDF.type, ORG.Membership
        yield membership, ORG.member, node
        yield membership, ORG.organization, ACTOR[gazetteer.offices[tenure.office].of]
        yield membership, ORG.role, OFFICE[tenure.office]
        yield membership, SB.affiliationKind, SB.HoldsOffice
        if tenure.since is not None:
            yield membership, SB.since, Literal(tenure.since.isoformat(), datatype=XSD.date)
        if tenure.until is not None:
            yield membership, SB.until, Literal(tenure.until.isoformat(), datatype=XSD.date)


def _office(office: Office) -> Iterator[_Rdf]:
    post = OFFICE[office.id]
    yield post, RDF.type, SB.Office
    yield post, SKOS.prefLabel, Literal(office.ar, lang="ar")
    yield post, SKOS.prefLabel, Literal(office.en, lang="en")
    yield post, ORG.postIn, ACTOR[office.of]
