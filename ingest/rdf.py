"""A reading as RDF: the triples of one article's graph.

Takes a ``Reading``, gives an rdflib graph without blank nodes: article, run and outlet; actors with type and
name; events with status, speaker, date and evidence; affiliations. Spans are NIF strings with offsets in
code points (RFC 5147). IRIs come from ids and hashes, so the same reading gives the same triples. What no
RDF literal may hold (control characters, lone surrogates) becomes U+FFFD; a URL that is no http(s) IRI is
left out; bidirectional controls stay, since they are part of the text.
"""

import hashlib
import re
from importlib.metadata import version

from rdflib import FOAF, ORG, PROV, RDF, RDFS, XSD, Graph, Literal, URIRef

from ingest.reading import ActorType, Affiliation, EventDate, LinkedRelation, Reading, Span
from ontology.spelling import fold
from ontology.vocabulary import (
    ACTOR,
    AFFILIATION,
    ARTICLE,
    EVENT,
    NIF,
    OA,
    OUTLET,
    RELATION_CONCEPT,
    RUN,
    SB,
    SCHEMA,
    SEM,
)

TYPES: dict[ActorType, URIRef] = {
    "person": FOAF.Person,
    "state": SB.State,
    "organization": ORG.Organization,
    "armed_group": SB.ArmedGroup,
    "group": SB.Group,
}
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\ud800-\udfff]+", re.IGNORECASE)
_DATE = {"day": XSD.date, "week": XSD.date, "month": XSD.gYearMonth, "year": XSD.gYear}


def article_graph(reading: Reading) -> Graph:
    """All triples of one article."""
    return _Writer(reading).graph()


class _Writer:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._article = ARTICLE[reading.article.id]
        self._text = reading.article.text
        self._graph = Graph()

    def graph(self) -> Graph:
        self._write_article()
        for actor in self._reading.actors:
            node = ACTOR[actor.id]
            self._add(self._article, SCHEMA.mentions, node)
            self._add(node, RDF.type, TYPES[actor.type])
            self._add(node, RDFS.label, text(actor.name, "ar"))
        for relation in self._reading.relations:
            self._write_event(relation)
        for affiliation in self._reading.affiliations:
            self._write_affiliation(affiliation)
        return self._graph

    def _add(self, subject: URIRef, predicate: URIRef, object_: URIRef | Literal) -> None:
        self._graph.add((subject, predicate, object_))

    def _write_article(self) -> None:
        article, node = self._reading.article, self._article
        self._add(node, RDF.type, SCHEMA.NewsArticle)
        self._add(node, SCHEMA.identifier, text(article.name))
        self._add(node, SB.contentDigest, Literal(_digest(article.text, 64)))
        if article.title:
            self._add(node, SCHEMA.headline, text(article.title, "ar"))
        if article.url and _WEB.fullmatch(article.url):
            self._add(node, SCHEMA.url, URIRef(article.url))
        if article.date:
            self._add(node, SCHEMA.datePublished, Literal(article.date.isoformat(), datatype=XSD.date))
        if article.outlet:
            outlet = OUTLET[_digest(fold(article.outlet), 12)]
            self._add(node, SCHEMA.publisher, outlet)
            self._add(outlet, RDF.type, SCHEMA.Organization)
            self._add(outlet, SCHEMA.name, text(article.outlet))
        release = version("shabaka")
        run = RUN[f"{release}-{self._reading.rung}"]
        self._add(node, PROV.wasGeneratedBy, run)
        self._add(run, RDF.type, PROV.Activity)
        self._add(run, SB.version, Literal(release))
        self._add(run, SB.rung, Literal(self._reading.rung))

    def _write_event(self, relation: LinkedRelation) -> None:
        ends = relation.source, relation.target
        swapped = relation.relation == "meets" and ends[0] > ends[1]
        source, target = reversed(ends) if swapped else ends
        span = relation.evidence
        key = (self._reading.article.id, source, relation.relation, target, relation.status, span.start, span.end)
        node = EVENT[_digest("\n".join(map(str, key)), 16)]
        self._add(node, RDF.type, SEM.Event)
        self._add(node, SEM.eventType, RELATION_CONCEPT[relation.relation])
        self._add(node, SB.source, ACTOR[source])
        self._add(node, SB.target, ACTOR[target])
        self._add(node, SB.status, SB[relation.status.capitalize()])
        if relation.attributed_to is not None:
            self._add(node, SB.attributedTo, ACTOR[relation.attributed_to])
        self._add(node, SB.confidence, Literal(f"{relation.confidence:.2f}", datatype=XSD.decimal))
        self._add(node, SB.rule, text(relation.rule))
        self._add(node, PROV.wasDerivedFrom, self._article)
        self._write_date(node, relation.date)
        self._add(node, SB.evidence, self._span(span, relation.sentence))
        mentions = relation.source_mention, relation.target_mention
        first, second = reversed(mentions) if swapped else mentions
        for predicate, place in ((SB.trigger, relation.trigger), (SB.sourceMention, first), (SB.targetMention, second)):
            if place is not None:
                self._add(node, predicate, self._span(place))

    def _write_date(self, node: URIRef, date: EventDate | None) -> None:
        if date is not None:
            self._add(node, SB.eventDate, Literal(date.value, datatype=_DATE[date.precision]))
            self._add(node, SB.datePrecision, SB[date.precision.capitalize()])
            self._add(node, SB.dateBasis, SB[date.basis.capitalize()])

    def _write_affiliation(self, affiliation: Affiliation) -> None:
        span = affiliation.evidence
        key = (self._reading.article.id, affiliation.member, affiliation.kind, affiliation.organization, span.start)
        node = AFFILIATION[_digest("\n".join(map(str, key)), 16)]
        self._add(node, RDF.type, ORG.Membership)
        self._add(node, ORG.member, ACTOR[affiliation.member])
        self._add(node, ORG.organization, ACTOR[affiliation.organization])
        self._add(node, SB.affiliationKind, SB[affiliation.kind[0].upper() + affiliation.kind[1:]])
        if affiliation.title:
            self._add(node, SB.title, text(affiliation.title, "ar"))
        self._add(node, SB.evidence, self._span(span))
        self._add(node, PROV.wasDerivedFrom, self._article)

    def _span(self, span: Span, sentence: Span | None = None) -> URIRef:
        """The node of a span, written on the way; ``sentence`` is the span of the sentence around it."""
        node = URIRef(f"{self._article}#char={span.start},{span.end}")
        self._add(node, RDF.type, NIF.RFC5147String)
        self._add(node, NIF.beginIndex, Literal(str(span.start), datatype=XSD.nonNegativeInteger))
        self._add(node, NIF.endIndex, Literal(str(span.end), datatype=XSD.nonNegativeInteger))
        self._add(node, OA.exact, text(self._text[span.start : span.end]))
        self._add(node, NIF.referenceContext, self._article)
        if sentence is not None:
            self._add(node, NIF.sentence, self._span(sentence))
        return node


def text(value: str, language: str | None = None) -> Literal:
    """A literal that every RDF syntax can hold."""
    return Literal(_INVALID.sub("\N{REPLACEMENT CHARACTER}", value), lang=language)


def _digest(value: str, length: int) -> str:
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:length]
