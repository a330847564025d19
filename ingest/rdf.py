"""A reading as RDF: the triples of one article's graph.

Takes a ``Reading``, gives N-Triples without blank nodes: article, run and outlet; actors with type and name;
events with status, speaker, date and evidence; affiliations. Spans are NIF strings with offsets in code points
(RFC 5147). IRIs come from ids and hashes, so the same reading gives the same triples. What no RDF literal may
hold (control characters, lone surrogates) becomes U+FFFD; bidirectional controls stay, since they are part of
the text. Of relations that are one event, the one most sure is written. The lines are written as they are: to
make an rdflib graph first took three times as long.
"""

import hashlib
import re
from dataclasses import replace
from importlib.metadata import version

from rdflib import FOAF, ORG, PROV, RDF, RDFS, URIRef

from ingest.addresses import web_address
from ingest.reading import ActorType, Affiliation, EventDate, LinkedRelation, Reading, Span
from ontology.spelling import fold
from ontology.terms import day, literal
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
_DATE = {"day": "date", "week": "date", "month": "gYearMonth", "year": "gYear"}


def article_triples(reading: Reading) -> bytes:
    """All triples of one article as N-Triples, sorted, each once."""
    return "".join(sorted(_Writer(reading).lines())).encode()


class _Writer:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._article = ARTICLE[reading.article.id]
        self._text = reading.article.text
        self._lines: set[str] = set()

    def lines(self) -> set[str]:
        self._write_article()
        for actor in self._reading.actors:
            node = ACTOR[actor.id]
            if actor.mentions:  # else only a nisba names it (العراقي for العراق)
                self._add(self._article, SCHEMA.mentions, node)
            self._add(node, RDF.type, TYPES[actor.type])
            self._say(node, RDFS.label, text(actor.name, "ar"))
        for node, relation in self._events().items():
            self._write_event(node, relation)
        for affiliation in self._reading.affiliations:
            self._write_affiliation(affiliation)
        return self._lines

    def _add(self, subject: str, predicate: URIRef, node: str) -> None:
        self._lines.add(f"<{subject}> <{predicate}> <{node}> .\n")

    def _say(self, subject: str, predicate: URIRef, term: str) -> None:
        self._lines.add(f"<{subject}> <{predicate}> {term} .\n")

    def _write_article(self) -> None:
        article, node = self._reading.article, self._article
        self._add(node, RDF.type, SCHEMA.NewsArticle)
        self._say(node, SCHEMA.identifier, text(article.name))
        self._say(node, SB.contentDigest, literal(_digest(article.text, length=64)))
        if article.title:
            self._say(node, SCHEMA.headline, text(article.title, "ar"))
        if address := web_address(article.url or ""):
            self._add(node, SCHEMA.url, address)
        if article.date:
            self._say(node, SCHEMA.datePublished, day(article.date.isoformat()))
        if article.outlet:
            outlet = OUTLET[_digest(fold(article.outlet), length=12)]
            self._add(node, SCHEMA.publisher, outlet)
            self._add(outlet, RDF.type, SCHEMA.Organization)
            self._say(outlet, SCHEMA.name, text(article.outlet))
        release = version("shabaka")
        run = RUN[f"{release}-{self._reading.rung}"]
        self._add(node, PROV.wasGeneratedBy, run)
        self._add(run, RDF.type, PROV.Activity)
        self._say(run, SB.version, literal(release))
        self._say(run, SB.rung, literal(self._reading.rung))

    def _events(self) -> dict[URIRef, LinkedRelation]:
        found: dict[URIRef, LinkedRelation] = {}
        for read in self._reading.relations:
            relation = _ordered(read)
            ends = relation.source, relation.relation, relation.target
            span = relation.evidence
            node = EVENT[_digest(self._reading.article.id, *ends, relation.status, span.start, span.end, length=16)]
            if node not in found or found[node].confidence < relation.confidence:
                found[node] = relation
        return found

    def _write_event(self, node: URIRef, relation: LinkedRelation) -> None:
        self._add(node, RDF.type, SEM.Event)
        self._add(node, SEM.eventType, RELATION_CONCEPT[relation.relation])
        self._add(node, SB.source, ACTOR[relation.source])
        self._add(node, SB.target, ACTOR[relation.target])
        self._add(node, SB.status, SB[relation.status.capitalize()])
        if relation.attributed_to is not None:
            self._add(node, SB.attributedTo, ACTOR[relation.attributed_to])
        self._say(node, SB.confidence, literal(f"{relation.confidence:.2f}", datatype="decimal"))
        self._say(node, SB.rule, text(relation.rule))
        self._add(node, PROV.wasDerivedFrom, self._article)
        self._write_date(node, relation.date)
        self._add(node, SB.evidence, self._span(relation.evidence, relation.sentence))
        self._write_mention(node, SB.trigger, relation.trigger)
        self._write_mention(node, SB.sourceMention, relation.source_mention)
        self._write_mention(node, SB.targetMention, relation.target_mention)

    def _write_mention(self, node: URIRef, predicate: URIRef, span: Span | None) -> None:
        if span is not None:
            self._add(node, predicate, self._span(span))

    def _write_date(self, node: URIRef, date: EventDate | None) -> None:
        if date is not None:
            self._say(node, SB.eventDate, literal(date.value, datatype=_DATE[date.precision]))
            self._add(node, SB.datePrecision, SB[date.precision.capitalize()])
            self._add(node, SB.dateBasis, SB[date.basis.capitalize()])

    def _write_affiliation(self, affiliation: Affiliation) -> None:
        span = affiliation.evidence
        ends = affiliation.member, affiliation.kind, affiliation.organization, affiliation.title
        node = AFFILIATION[_digest(self._reading.article.id, *ends, span.start, span.end, length=16)]
        self._add(node, RDF.type, ORG.Membership)
        self._add(node, ORG.member, ACTOR[affiliation.member])
        self._add(node, ORG.organization, ACTOR[affiliation.organization])
        self._add(node, SB.affiliationKind, SB[affiliation.kind[0].upper() + affiliation.kind[1:]])
        if affiliation.title:
            self._say(node, SB.title, text(affiliation.title, "ar"))
        self._add(node, SB.evidence, self._span(span))
        self._add(node, PROV.wasDerivedFrom, self._article)

    def _span(self, span: Span, sentence: Span | None = None) -> str:
        """The node of a span, written on the way; ``sentence`` is the span of the sentence around it."""
        node = f"{self._article}#char={span.start},{span.end}"
        self._add(node, RDF.type, NIF.RFC5147String)
        self._say(node, NIF.beginIndex, literal(str(span.start), datatype="nonNegativeInteger"))
        self._say(node, NIF.endIndex, literal(str(span.end), datatype="nonNegativeInteger"))
        self._say(node, OA.exact, text(self._text[span.start : span.end]))
        self._add(node, NIF.referenceContext, self._article)
        if sentence is not None:
            self._add(node, NIF.sentence, self._span(sentence))
        return node


def text(value: str, language: str = "") -> str:
    """A literal that every RDF syntax can hold, as a term."""
    return literal(_INVALID.sub("\N{REPLACEMENT CHARACTER}", value), language=language)


def _ordered(relation: LinkedRelation) -> LinkedRelation:
    """A meeting with its sides in the order of their ids, since neither is the source; others as they are."""
    if relation.relation != "meets" or relation.source <= relation.target:
        return relation
    return replace(
        relation,
        source=relation.target,
        target=relation.source,
        source_mention=relation.target_mention,
        target_mention=relation.source_mention,
    )


def _digest(*parts: object, length: int) -> str:
    joined = "\n".join(map(str, parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]
