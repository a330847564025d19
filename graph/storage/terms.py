"""The vocabulary's IRIs and a few literals as N-Triples text, the form in which the store takes terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ontology.terms import XSD, boolean, day, integer, iri, literal, value

__all__ = ["Names", "boolean", "day", "integer", "iri", "literal", "names", "value"]


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs that the store derives ties and actors by."""

    type: str
    label: str
    pref_label: str
    alt_label: str
    label_count: str
    mentions: str
    published: str
    derived_from: str
    member: str
    organization: str
    title: str
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
    resolved_as: str
    matched_with: str
    match_score: str
    match_reason: str
    blocking_key: str
    trait: str
    cluster: str
    report: str
    reports: str
    clusters: str
    differs_on: str
    date_bucket: str
    publisher: str
    attributed_to: str
    date_precision: str
    date_basis: str
    publication: str
    week: str
    confidence: str
    evidence: str
    sentence: str
    exact: str
    source_mention: str
    target_mention: str
    verdict: str
    decision: str
    judged_actor: str
    judged_article: str
    judged_source: str
    judged_target: str
    in_gazetteer: str
    date: str
    generated_by: str
    version: str
    input_digest: str
    page_digest: str
    words_digest: str
    text_sketch: str
    text_band: str
    near_duplicate_of: str
    summary: str  # the graphs
    copies: str
    actors: str
    identity: str
    cluster_graph: str
    verdicts: str
    derived: frozenset[str]  # the graphs that follow from articles and verdicts
    article_base: str  # what the IRIs of instances begin with
    actor_base: str
    tie_base: str
    cluster_base: str
    verdict_base: str
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
        label_count=iri(v.SB.labelCount),
        mentions=iri(v.SCHEMA.mentions),
        published=iri(v.SCHEMA.datePublished),
        derived_from=iri(v.PROV.wasDerivedFrom),
        member=iri(v.ORG.member),
        organization=iri(v.ORG.organization),
        title=iri(v.SB.title),
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
        resolved_as=iri(v.SB.resolvedAs),
        matched_with=iri(v.SB.matchedWith),
        match_score=iri(v.SB.matchScore),
        match_reason=iri(v.SB.matchReason),
        blocking_key=iri(v.SB.blockingKey),
        trait=iri(v.SB.trait),
        cluster=iri(v.SB.EventCluster),
        report=iri(v.SB.report),
        reports=iri(v.SB.reports),
        clusters=iri(v.SB.clusters),
        differs_on=iri(v.SB.differsOn),
        date_bucket=iri(v.SB.dateBucket),
        publisher=iri(v.SCHEMA.publisher),
        attributed_to=iri(v.SB.attributedTo),
        date_precision=iri(v.SB.datePrecision),
        date_basis=iri(v.SB.dateBasis),
        publication=iri(v.SB.Publication),
        week=iri(v.SB.Week),
        confidence=iri(v.SB.confidence),
        evidence=iri(v.SB.evidence),
        sentence=iri(v.NIF.sentence),
        exact=iri(v.OA.exact),
        source_mention=iri(v.SB.sourceMention),
        target_mention=iri(v.SB.targetMention),
        verdict=iri(v.SB.Verdict),
        decision=iri(v.SB.decision),
        judged_actor=iri(v.SB.judgedActor),
        judged_article=iri(v.SB.judgedArticle),
        judged_source=iri(v.SB.judgedSource),
        judged_target=iri(v.SB.judgedTarget),
        in_gazetteer=iri(v.SB.inGazetteer),
        date=iri(f"{XSD}date"),
        generated_by=iri(v.PROV.wasGeneratedBy),
        version=iri(v.SB.version),
        input_digest=iri(v.SB.inputDigest),
        page_digest=iri(v.SB.pageDigest),
        words_digest=iri(v.SB.wordsDigest),
        text_sketch=iri(v.SB.textSketch),
        text_band=iri(v.SB.textBand),
        near_duplicate_of=iri(v.SB.nearDuplicateOf),
        summary=iri(f"{base}graph/summary"),
        copies=iri(f"{base}graph/copies"),
        actors=iri(f"{base}graph/actors"),
        identity=iri(f"{base}graph/identity"),
        cluster_graph=iri(f"{base}graph/clusters"),
        verdicts=iri(f"{base}graph/verdicts"),
        derived=frozenset(
            iri(f"{base}graph/{name}") for name in ("summary", "actors", "copies", "identity", "clusters")
        ),
        article_base=f"{base}article/",
        actor_base=f"{base}actor/",
        tie_base=f"{base}tie/",
        cluster_base=f"{base}cluster/",
        verdict_base=f"{base}verdict/",
        relations={
            iri(concept): (iri(plain), symmetric) for concept, (plain, symmetric) in v.plain_properties().items()
        },
    )
