"""A graph with invented people for the tests of the network: four events, one without a target."""

ACTOR = "https://w3id.org/shabaka/actor/"
EVENT = "https://w3id.org/shabaka/event/"
ARTICLE = "https://w3id.org/shabaka/article/"

SENTENCE = "هدد عباس أمس صائب بالرد."

TURTLE = """
@prefix sb: <https://w3id.org/shabaka/ontology#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix actor: <https://w3id.org/shabaka/actor/> .
@prefix event: <https://w3id.org/shabaka/event/> .
@prefix article: <https://w3id.org/shabaka/article/> .
@base <https://w3id.org/shabaka/> .

article:a a schema:NewsArticle ; schema:headline "عباس يهدد"@ar ; schema:url <https://example.org/a> ;
    schema:datePublished "2021-04-07"^^xsd:date ; schema:publisher <outlet/1> .
article:b a schema:NewsArticle ; schema:headline "مطالب"@ar ; schema:datePublished "2021-04-08"^^xsd:date ;
    schema:publisher <outlet/1> .
<outlet/1> a schema:Organization ; schema:name "وكالة الساحل" .

actor:abbas a foaf:Person ; skos:prefLabel "عباس"@ar ; sb:inGazetteer false .
actor:saeb a foaf:Person ; skos:prefLabel "صائب المرّ"@ar, "Saeb al-Murr"@en ; skos:altLabel "صائب"@ar, "الوزير صائب"@ar ;
    rdfs:label "صائب"@ar ; owl:sameAs <http://www.wikidata.org/entity/Q1> ; sb:inGazetteer true .
actor:hilal a org:Organization, sb:ArmedGroup ; skos:prefLabel "جبهة الهلال"@ar .
actor:najm a foaf:Person ; rdfs:label "نجم"@ar .
<affiliation/1> a org:Membership ; org:member actor:saeb ; org:organization actor:hilal ;
    sb:title "وزير الخارجية"@ar ; sb:since "2019-01-02"^^xsd:date .

event:1 a sem:Event ; sem:eventType sb:Threat ; sb:source actor:abbas ; sb:target actor:saeb ; sb:status sb:Asserted ;
    sb:confidence 0.83 ; sb:rule "verb:haddada" ; sb:eventDate "2021-04-07"^^xsd:date ; sb:datePrecision sb:Day ;
    sb:dateBasis sb:Publication ; sb:evidence <article/a#char=100,117> ; sb:trigger <article/a#char=100,103> ;
    sb:sourceMention <article/a#char=104,108> ; sb:targetMention <article/a#char=113,117> ; prov:wasDerivedFrom article:a .
<article/a#char=100,117> a nif:RFC5147String ; nif:beginIndex 100 ; nif:endIndex 117 ; oa:exact "هدد عباس أمس صائب" ;
    nif:referenceContext article:a ; nif:sentence <article/a#char=100,124> .
<article/a#char=100,124> nif:beginIndex 100 ; nif:endIndex 124 ; oa:exact "هدد عباس أمس صائب بالرد." .
<article/a#char=100,103> nif:beginIndex 100 ; nif:endIndex 103 ; oa:exact "هدد" .
<article/a#char=104,108> nif:beginIndex 104 ; nif:endIndex 108 ; oa:exact "عباس" .
<article/a#char=113,117> nif:beginIndex 113 ; nif:endIndex 117 ; oa:exact "صائب" .

event:2 a sem:Event ; sem:eventType sb:Meeting ; sb:source actor:abbas ; sb:target actor:saeb ; sb:status sb:Asserted ;
    sb:confidence 0.91 ; sb:rule "verb:iltaqaa" ; sb:eventDate "2021"^^xsd:gYear ; sb:datePrecision sb:Year ;
    sb:evidence <article/b#char=0,14> ; prov:wasDerivedFrom article:b .
<article/b#char=0,14> nif:beginIndex 0 ; nif:endIndex 14 ; oa:exact "عباس يلتقي صائب" .

event:3 a sem:Event ; sem:eventType sb:Demand ; sb:source actor:saeb ; sb:target actor:hilal ; sb:status sb:Negated ;
    sb:attributedTo actor:najm ; sb:confidence 0.62 ; sb:rule "verb:taalaba" ; sb:eventDate "2021-04"^^xsd:gYearMonth ;
    sb:datePrecision sb:Month ; sb:evidence <article/b#char=20,38> ; sb:sourceMention <article/b#char=0,4> ;
    prov:wasDerivedFrom article:b .
<article/b#char=20,38> nif:beginIndex 20 ; nif:endIndex 38 ; oa:exact "لم يطالب الجبهة بشيء" .
<article/b#char=0,4> nif:beginIndex 0 ; nif:endIndex 4 ; oa:exact "عباس" .

event:4 a sem:Event ; sem:eventType sb:Support ; sb:source actor:saeb ; prov:wasDerivedFrom article:b .

event:5 a sem:Event ; sem:eventType sb:Support ; sb:source actor:abbas ; sb:target actor:hilal ; sb:status sb:Hypothetical ;
    sb:confidence 0.7 ; sb:rule "noun:dacm" ; sb:evidence <article/b#char=40,60> ; prov:wasDerivedFrom article:b .
<article/b#char=40,60> nif:beginIndex 40 ; nif:endIndex 60 ; oa:exact "قد يدعم عباس الجبهة" .
"""

HOSTILE = (
    "<img src=x onerror=\"document.title='ran'\">",
    "</script><script>document.title='ran'</script>",
    "<!--<script>",
    "javascript:document.title='ran'",
    "\u202eمقلوب\u2066 <b>",
    "🕊️👨‍👩‍👧 حمامة",
    "ط" * 10_000,
    "{{ 7*7 }}{% raw %}",
    "'\"><svg/onload=document.title='ran'>",
)


def with_hostile_text(network, text):
    """A copy of a network in which every text that comes from an article is ``text``."""
    hostile = network.copy()
    for node in hostile.nodes.values():
        node.update(ar=text, en=text, names=[text], wikidata=text)
        node["offices"] = [{"title": text, "of": text, "since": "", "until": ""}]
    for *_, edge in hostile.edges(data=True):
        edge.update(sentence=text, exact=text, headline=text, url=text, outlet=text, rule=text)
        edge.update(trigger=(0, 1), source_mention=None, target_mention=None)
    return hostile
