import pytest

from ingest.article import Article
from ingest.pipeline import read
from ontology.spelling import fold
from tests.ingest.phenomena import cases

TABLE = dict(cases("roles"))
MUST = {name: case for name, case in TABLE.items() if "ties" in case}
MUST_NOT = {name: case for name, case in TABLE.items() if "never" in case}


def ties(text):
    """Member, kind, body and title of every affiliation, names folded."""
    reading = read(Article(name="reed-1", text=text))
    names = {actor.id: fold(actor.name) for actor in reading.actors}
    return [(names[a.member], a.kind, names[a.organization], a.title) for a in reading.affiliations]


@pytest.mark.parametrize("case", MUST.values(), ids=MUST.keys())
def test_ties_that_are_stated(case):
    found = ties(case["text"])
    for member, kind, body, title in case["ties"]:
        last = fold(member).split()[-1]  # how much of a name is found is not asked here
        assert (last, kind, fold(body), title) in [(tie[0].split()[-1], *tie[1:]) for tie in found]


@pytest.mark.parametrize("case", MUST_NOT.values(), ids=MUST_NOT.keys())
def test_ties_that_are_not(case):
    found = ties(case["text"])
    for never in case["never"]:
        parts = [fold(never[0]), *never[1:2], *map(fold, never[2:3]), *never[3:]]
        assert not [tie for tie in found if tie[0].startswith(parts[0]) and list(tie[1 : len(parts)]) == parts[1:]]


def test_every_tie_has_its_evidence_in_the_text():
    text = "التقى وزير الخارجية الأردني سامر الكناني السفير السعودي."
    reading = read(Article(name="reed-1", text=text))
    assert reading.affiliations
    for tie in reading.affiliations:
        assert tie.title in text[tie.evidence.start : tie.evidence.end]


def test_a_state_that_only_a_nisba_names_is_an_actor_without_mention():
    reading = read(Article(name="reed-1", text="وصل وزير الخارجية الأردني سامر الكناني."))
    (state,) = [actor for actor in reading.actors if actor.type == "state"]
    assert (state.name, state.mentions) == ("الأردن", ())
