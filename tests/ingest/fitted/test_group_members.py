from dataclasses import replace

import pytest

from ingest.fitted.group_members import with_members
from ingest.fitted.proposals import Proposal
from ingest.fitted.ranker import Candidate
from ingest.relations import BRIEF_ALONE, BRIEF_SHARE, CLAIMED, SHARE, share
from tests.ingest.analysed import analysed, named, opened

GROUP = "وطالبت فصائل مسلحة، بينها عصائب أهل الحق وحركة حماس، الحكومة العراقية بالاستقالة."


@pytest.fixture(scope="module")
def told():
    """The analysis of a group's demand, and a maker of a proposal with a source."""
    analysis = analysed(GROUP)
    context, trigger = opened(analysis, "وطالبت")[0]

    def proposal(source, grammar=0.0):
        ends = named(analysis, source), named(analysis, "الحكومة العراقية")
        shown = Candidate(context.number, trigger, *ends)
        return Proposal("demands", *(analysis.actors[i] for i in ends), (shown,), {"grammar": grammar})

    return analysis, proposal


def test_members_share_what_their_group_does_as_surely_as_it(told):
    analysis, proposal = told
    found = list(with_members(analysis, [(proposal("فصائل مسلحة"), 0.4)]))
    sources = [analysis.phrases[p.candidates[0].source].form for p, _ in found]
    assert sources == ["فصائل مسلحه", "عصائب اهل الحق", "حركه حماس"]
    assert {probability for _, probability in found} == {0.4}


def test_a_member_that_is_told_of_itself_is_not_told_twice(told):
    analysis, proposal = told
    given = [(proposal("فصائل مسلحة"), 0.4), (proposal("حركة حماس"), 0.3)]
    assert [probability for _, probability in with_members(analysis, given)] == [0.4, 0.4, 0.3]


def test_who_stands_in_no_group_brings_nobody_along(told):
    analysis, proposal = told
    given = [(proposal("عصائب أهل الحق"), 0.4)]
    assert list(with_members(analysis, given)) == given


SHARES = [(0.0, 1, BRIEF_ALONE), (CLAIMED - 0.01, 1, BRIEF_SHARE), (CLAIMED, SHARE, BRIEF_SHARE)]


@pytest.mark.parametrize(("grammar", "usual", "brief"), SHARES)
def test_less_is_asked_of_what_the_grammar_claims_least_in_a_text_of_few_sentences(told, grammar, usual, brief):
    _, proposal = told
    one = proposal("فصائل مسلحة", grammar)
    assert (share(one), share(one, brief=True)) == (usual, brief)


def test_what_backs_is_told_by_no_lower_probability(told):
    _, proposal = told
    assert share(replace(proposal("فصائل مسلحة", 1.0), relation="supports")) == 1


STRAYS = (
    ("bands-that-threaten-lands", "وهزمت الجماعات المتطرفة التي تهدد الدول العربية، ومن بينها تنظيم داعش.", True),
    ("lands-among-lands", "وهزمت الجماعات المتطرفة التي تهدد الدول العربية، ومن بينها العراق.", False),
    ("nobody-threatens-through-another", "وهزمت حركة طالبان التي تهدد الدول العربية، ومن بينها تنظيم داعش.", False),
)


@pytest.mark.parametrize(("text", "more"), [row[1:] for row in STRAYS], ids=[row[0] for row in STRAYS])
def test_who_cannot_be_of_the_threatened_is_of_who_threatens(text, more):
    analysis = analysed(text)
    context, trigger = opened(analysis, "تهدد", "threatens")[0]
    source = named(analysis, "الجماعات المتطرفة" if "الجماعات" in text else "حركة طالبان")
    target = named(analysis, "الدول العربية")
    ends = analysis.actors[source], analysis.actors[target]
    shown = Proposal("threatens", *ends, (Candidate(context.number, trigger, source, target),), {})
    sources = {proposal.source for proposal, _ in with_members(analysis, [(shown, 0.5)])}
    assert len(sources) == 1 + more
