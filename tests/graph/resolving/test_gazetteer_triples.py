from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import to_isomorphic

from graph.resolving.gazetteer_triples import known_actors
from ontology.actors import read_gazetteer
from ontology.vocabulary import ACTOR, BASE, PREFIXES

ENTRIES = """
[[state]]
id = "iraq"
iso = "IQ"
source = "test"

[[actor]]
id = "salim-rawi"
type = "person"
ar = "سالم الراوي"
en = "Salim al-Rawi"
strong = ["أبو ليث الراوي"]
weak = ["الراوي"]
state = "iraq"
wikidata = "Q1"
source = "test"
offices = [{ office = "iraq-irrigation", since = 2019-01-02, until = 2020-05-07 }, { office = "iraq-irrigation", since = 2021-03-04 }]

[[actor]]
id = "umar-kinani"
type = "person"
ar = "عمر الكناني"
en = "Umar al-Kinani"
source = "test"
offices = [{ office = "iraq-irrigation", until = 2019-01-02 }]

[[office]]
id = "iraq-irrigation"
ar = "وزير الري العراقي"
en = "Minister of Irrigation of Iraq"
of = "iraq"
source = "test"
"""
OFFICE = """
<office/iraq-irrigation> a sb:Office ; org:postIn <actor/iraq> ;
    skos:prefLabel "وزير الري العراقي"@ar, "Minister of Irrigation of Iraq"@en .
"""
EXPECTED = {
    "salim-rawi": OFFICE
    + """
<actor/salim-rawi> a foaf:Person ; skos:prefLabel "سالم الراوي"@ar, "Salim al-Rawi"@en ; sb:inGazetteer true ;
    skos:altLabel "أبو ليث الراوي"@ar, "الراوي"@ar ; sb:state <actor/iraq> ;
    owl:sameAs <http://www.wikidata.org/entity/Q1> .
<affiliation/salim-rawi-iraq-irrigation-0> a org:Membership ; org:member <actor/salim-rawi> ; org:organization <actor/iraq> ;
    org:role <office/iraq-irrigation> ; sb:affiliationKind sb:HoldsOffice ;
    sb:since "2019-01-02"^^xsd:date ; sb:until "2020-05-07"^^xsd:date .
<affiliation/salim-rawi-iraq-irrigation-1> a org:Membership ; org:member <actor/salim-rawi> ; org:organization <actor/iraq> ;
    org:role <office/iraq-irrigation> ; sb:affiliationKind sb:HoldsOffice ; sb:since "2021-03-04"^^xsd:date .
""",
    "umar-kinani": OFFICE
    + """
<actor/umar-kinani> a foaf:Person ; skos:prefLabel "عمر الكناني"@ar, "Umar al-Kinani"@en ; sb:inGazetteer true .
<affiliation/umar-kinani-iraq-irrigation-0> a org:Membership ; org:member <actor/umar-kinani> ; org:organization <actor/iraq> ;
    org:role <office/iraq-irrigation> ; sb:affiliationKind sb:HoldsOffice ; sb:until "2019-01-02"^^xsd:date .
""",
    "iraq": '<actor/iraq> a sb:State ; skos:prefLabel "العراق"@ar, "Iraq"@en ; sb:inGazetteer true .',
}
HEAD = f"@base <{BASE}> .\n" + "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in PREFIXES.items())


@pytest.mark.parametrize("actor", EXPECTED)
def test_an_actor_is_described_with_the_offices_it_held(actor: str, tmp_path: Path) -> None:
    (tmp_path / "entries.toml").write_text(ENTRIES, encoding="utf-8")
    triples = known_actors(read_gazetteer(tmp_path))[f"<{ACTOR[actor]}>"]
    made = Graph().parse(data="".join(" ".join(triple) + " .\n" for triple in triples), format="nt")
    assert to_isomorphic(made) == to_isomorphic(Graph().parse(data=HEAD + EXPECTED[actor], format="turtle"))


def test_every_actor_that_comes_with_shabaka_is_described() -> None:
    described = known_actors()
    assert f"<{ACTOR.iraq}>" in described
    assert all(any("prefLabel" in triple[1] for triple in triples) for triples in described.values())
