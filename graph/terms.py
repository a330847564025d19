"""The vocabulary's IRIs and a few literals as N-Triples text, the form in which the store takes terms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_ESCAPE = re.compile(r'\\(?:([tbnrf"\'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))')
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs that the store derives ties and actors by."""

    type: str
    label: str
    pref_label: str
    alt_label: str
    mentions: str
    published: str
    derived_from: str
    article: str
    identifier: str
    url: str
    event_type: str
    source: str
    target: str
    status: str
    asserted: str
    event_date: str
    tie: str
    events: str
    articles: str
    first_seen: str
    last_seen: str
    in_gazetteer: str
    date: str
    generated_by: str
    version: str
    input_digest: str
    words_digest: str
    text_sketch: str
    text_band: str
    near_duplicate_of: str
    summary: str  # the graphs
    copies: str
    actors: str
    verdicts: str
    derived: frozenset[str]  # those of the graphs that are computed from the articles
    article_base: str  # what the IRIs of instances begin with
    actor_base: str
    tie_base: str
    relations: Mapping[str, tuple[str, bool]]  # concept -> its plain property, and whether that is symmetric


@cache
def names() -> Names:
    """The IRIs, read from the vocabulary once."""
    from rdflib import RDF, RDFS, SKOS

    from ontology import vocabulary as v

    base = str(v.SB).removesuffix("ontology#")
    return Names(
        type=iri(RDF.type),
        label=iri(RDFS.label),
        pref_label=iri(SKOS.prefLabel),
        alt_label=iri(SKOS.altLabel),
        mentions=iri(v.SCHEMA.mentions),
        published=iri(v.SCHEMA.datePublished),
        derived_from=iri(v.PROV.wasDerivedFrom),
        article=iri(v.SCHEMA.NewsArticle),
        identifier=iri(v.SCHEMA.identifier),
        url=iri(v.SCHEMA.url),
        event_type=iri(v.SEM.eventType),
        source=iri(v.SB.source),
        target=iri(v.SB.target),
        status=iri(v.SB.status),
        asserted=iri(v.SB.Asserted),
        event_date=iri(v.SB.eventDate),
        tie=iri(v.SB.Tie),
        events=iri(v.SB.events),
        articles=iri(v.SB.articles),
        first_seen=iri(v.SB.firstSeen),
        last_seen=iri(v.SB.lastSeen),
        in_gazetteer=iri(v.SB.inGazetteer),
        date=iri(f"{_XSD}date"),
        generated_by=iri(v.PROV.wasGeneratedBy),
        version=iri(v.SB.version),
        input_digest=iri(v.SB.inputDigest),
        words_digest=iri(v.SB.wordsDigest),
        text_sketch=iri(v.SB.textSketch),
        text_band=iri(v.SB.textBand),
        near_duplicate_of=iri(v.SB.nearDuplicateOf),
        summary=iri(f"{base}graph/summary"),
        copies=iri(f"{base}graph/copies"),
        actors=iri(f"{base}graph/actors"),
        verdicts=iri(f"{base}graph/verdicts"),
        derived=frozenset(iri(f"{base}graph/{name}") for name in ("summary", "actors", "copies")),
        article_base=f"{base}article/",
        actor_base=f"{base}actor/",
        tie_base=f"{base}tie/",
        relations={
            iri(concept): (iri(plain), symmetric) for concept, (plain, symmetric) in v.plain_properties().items()
        },
    )


def iri(text: str) -> str:
    """An IRI as a term."""
    return f"<{text}>"


def literal(text: str, *, language: str = "", datatype: str = "") -> str:
    """A literal as a term, escaped as in canonical N-Triples."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    if language:
        return f'"{escaped}"@{language}'
    return f'"{escaped}"^^<{_XSD}{datatype}>' if datatype else f'"{escaped}"'


def integer(number: int) -> str:
    """A whole number as a term."""
    return literal(str(number), datatype="integer")


def boolean(truth: bool) -> str:
    """A truth value as a term."""
    return literal("true" if truth else "false", datatype="boolean")


def day(text: str) -> str:
    """A day, given as an ISO 8601 date, as a term."""
    return literal(text, datatype="date")


def value(term: str) -> str:
    """The IRI or the text of a term."""
    if term.startswith("<"):
        return term[1:-1]
    text = term[1 : term.rindex('"')]
    return _ESCAPE.sub(_unescape, text) if "\\" in text else text


def _unescape(match: re.Match[str]) -> str:
    return _ESCAPED[match[1]] if match[1] else chr(int(match[2] or match[3], 16))
