"""The network of actors that RDF describes, as a networkx multigraph.

Takes the statements of articles and of the derived graphs. Steps: the events with both their ends become
edges, keyed by the event's IRI; their ends, and the actors to whom one is attributed, become nodes with what
the actors' graph says of them. The plain triples and ties of the summary are left aside: they are counted
again from the edges, which keep their sentence. Where there are clusters an event's ends are theirs: the resolved
actors, and turned round or left out where a human said so. Every attribute is text, a number, a truth value, a
list of those, or None; what RDF does not say is the empty text.
"""

from typing import Any

import networkx as nx
from rdflib import FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, Dataset, Graph

from graph.drawing.facts import Facts, from_rdflib
from ontology.vocabulary import NIF, OA, RELATION_CONCEPT, SB, SCHEMA, SEM

TYPES = {  # the narrower class first: a state is an organization as well
    str(SB.State): "state",
    str(SB.ArmedGroup): "armed_group",
    str(SB.Office): "office",
    str(FOAF.Person): "person",
    str(SB.Group): "group",
    str(ORG.Organization): "organization",
}
RELATIONS = tuple(RELATION_CONCEPT)


def from_dataset(dataset: Dataset | Graph) -> nx.MultiDiGraph:
    """The network of an rdflib dataset, or of the flat union of its graphs; no event gives no node."""
    return from_facts(from_rdflib(dataset))


def from_facts(facts: Facts) -> nx.MultiDiGraph:
    """The network of ``facts``; nodes and edges in order of their IRIs.

    A node has ar, en, type, names, offices, wikidata, known. An edge has relation, status, date (ISO 8601,
    as exact as known), precision, published (of the article), confidence (0 to 1), rule, attributed_to,
    exact, sentence, article, headline, url, outlet, and trigger, source_mention and target_mention as
    (start, end) in code points of the sentence, or None. ``network.graph["skipped"]`` counts the events
    without a source, a target or a known relation.
    """
    network = nx.MultiDiGraph(skipped=0)
    edges = []
    relations = {str(concept): relation for relation, concept in RELATION_CONCEPT.items()}
    ends_of = _resolved(facts)
    for event in facts.subjects(RDF.type, SEM.Event):
        source, target = facts.first(event, SB.source), facts.first(event, SB.target)
        if ends_of and source and target:
            if event not in ends_of:
                continue
            source, target = ends_of[event]
        relation = relations.get(facts.first(event, SEM.eventType))
        if source and target and relation:
            edges.append((source, target, event, {"relation": relation, **_event(facts, event)}))
        else:
            network.graph["skipped"] += 1
    ends = {end for source, target, _, _ in edges for end in (source, target)}
    speakers = {data["attributed_to"] for *_, data in edges if data["attributed_to"]}
    network.add_nodes_from((actor, _actor(facts, actor)) for actor in sorted(ends | speakers))
    network.add_edges_from(edges)
    return network


def _resolved(facts: Facts) -> dict[str, tuple[str, str]]:
    """The ends of the clusters, by event; none where nothing was clustered."""
    return {
        event.value: (facts.first(cluster, SB.source), facts.first(cluster, SB.target))
        for cluster in facts.subjects(RDF.type, SB.EventCluster)
        for event in facts.all(cluster, SB.report)
    }


def _event(facts: Facts, event: str) -> dict[str, Any]:
    article = facts.first(event, PROV.wasDerivedFrom)
    precision = facts.first(event, SB.datePrecision)
    return {
        "status": _local(facts.first(event, SB.status)) or "asserted",
        "date": facts.first(event, SB.eventDate),
        "precision": _local(precision),
        "confidence": float(facts.first(event, SB.confidence) or 1),
        "rule": facts.first(event, SB.rule),
        "attributed_to": facts.first(event, SB.attributedTo),
        **_evidence(facts, event),
        **_article(facts, article),
    }


def _evidence(facts: Facts, event: str) -> dict[str, Any]:
    """What was read, in its sentence: the mentions as code points of the sentence."""
    evidence = facts.first(event, SB.evidence)
    exact = facts.first(evidence, OA.exact)
    whole = facts.first(evidence, NIF.sentence) or evidence
    sentence = facts.first(whole, OA.exact) or exact
    begin = int(facts.first(whole, NIF.beginIndex) or 0)
    spans = {"trigger": SB.trigger, "source_mention": SB.sourceMention, "target_mention": SB.targetMention}
    found = {name: _span(facts, facts.first(event, predicate)) for name, predicate in spans.items()}
    inside = {
        name: (span[0] - begin, span[1] - begin)
        if span and begin <= span[0] <= span[1] <= begin + len(sentence)
        else None
        for name, span in found.items()
    }
    return {"exact": exact, "sentence": sentence, **inside}


def _span(facts: Facts, node: str) -> tuple[int, int] | None:
    begin, end = facts.first(node, NIF.beginIndex), facts.first(node, NIF.endIndex)
    return (int(begin), int(end)) if begin and end else None


def _article(facts: Facts, article: str) -> dict[str, str]:
    return {
        "article": article,
        "headline": facts.first(article, SCHEMA.headline),
        "url": facts.first(article, SCHEMA.url),
        "published": facts.first(article, SCHEMA.datePublished)[:10],
        "outlet": facts.first(facts.first(article, SCHEMA.publisher), SCHEMA.name),
    }


def _actor(facts: Facts, actor: str) -> dict[str, Any]:
    labels = [fact.value for fact in facts.all(actor, RDFS.label)]
    ar = facts.first(actor, SKOS.prefLabel, "ar") or next(iter(labels), "") or _local(actor)
    en = facts.first(actor, SKOS.prefLabel, "en")
    others = {*labels, *(fact.value for fact in facts.all(actor, SKOS.altLabel))} - {ar, en}
    classes = {fact.value for fact in facts.all(actor, RDF.type)}
    return {
        "ar": ar,
        "en": en,
        "type": next((name for kind, name in TYPES.items() if kind in classes), ""),
        "names": sorted(others),
        "offices": _offices(facts, actor),
        "wikidata": facts.first(actor, OWL.sameAs),
        "known": facts.first(actor, SB.inGazetteer) == "true",
    }


def _offices(facts: Facts, actor: str) -> list[dict[str, str]]:
    """The memberships of the actor: title, of (name of what it belongs to), since, until; in order of time."""
    found = set()
    for membership in facts.subjects(ORG.member, actor):
        post = facts.first(membership, ORG.role)
        of = facts.first(membership, ORG.organization) or facts.first(post, ORG.postIn)
        title = facts.first(membership, SB.title) or _label(facts, post)
        since, until = facts.first(membership, SB.since), facts.first(membership, SB.until)
        found.add((since, until, title, _label(facts, of)))
    return [{"title": title, "of": of, "since": since, "until": until} for since, until, title, of in sorted(found)]


def _label(facts: Facts, node: str) -> str:
    return (
        facts.first(node, SKOS.prefLabel, "ar")
        or facts.first(node, RDFS.label)
        or facts.first(node, SCHEMA.name)
        or (_local(node) if node else "")
    )


def _local(iri: str) -> str:
    """The last part of an IRI; of a concept in lower case: ``Asserted`` gives asserted."""
    tail = iri.rstrip("/#").rpartition("/")[2].rpartition("#")[2]
    return tail[:1].lower() + tail[1:] if "#" in iri else tail
