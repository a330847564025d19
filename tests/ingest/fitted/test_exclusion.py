import pytest

from ingest.fitted.exclusion import surest
from ingest.fitted.proposals import Proposal
from ingest.fitted.ranker import Candidate
from tests.ingest.analysed import analysed, named, opened


@pytest.fixture(scope="module")
def judged():
    """A sentence's analysis, and a maker of proposals of one of its triggers."""
    analysis = analysed(
        "طالبت المتحدثة باسم الخارجية الروسية تركيا وإيران بضبط النفس، والتقى وزير الخارجية المصري نظيره القطري."
    )

    def proposal(word, source, target, probability):
        context, trigger = opened(analysis, word)[0]
        ends = named(analysis, source), named(analysis, target)
        actors = (analysis.actors[i] for i in ends)
        return Proposal(trigger.relation, *actors, (Candidate(context.number, trigger, *ends),), {}), probability

    return analysis, proposal


def kept(analysis, *proposals):
    return [probability for _, probability in surest(analysis, proposals)]


def test_a_phrase_within_the_surer_source_is_no_source(judged):
    analysis, proposal = judged
    speaker = proposal("طالبت", "المتحدثة باسم الخارجية الروسية", "تركيا", 0.6)
    ministry = proposal("طالبت", "الخارجية الروسية", "تركيا", 0.4)
    assert kept(analysis, speaker, ministry) == [0.6]
    assert kept(analysis, ministry, speaker) == [0.6]


def test_a_conjunct_of_the_target_stays(judged):
    analysis, proposal = judged
    first = proposal("طالبت", "المتحدثة باسم الخارجية الروسية", "تركيا", 0.6)
    second = proposal("طالبت", "المتحدثة باسم الخارجية الروسية", "ايران", 0.5)
    assert kept(analysis, first, second) == [0.6, 0.5]


def test_the_reverse_of_a_demand_is_another_reading(judged):
    analysis, proposal = judged
    straight = proposal("طالبت", "المتحدثة باسم الخارجية الروسية", "تركيا", 0.6)
    reverse = proposal("طالبت", "تركيا", "المتحدثة باسم الخارجية الروسية", 0.3)
    assert kept(analysis, straight, reverse) == [0.6]


def test_another_trigger_is_another_matter(judged):
    analysis, proposal = judged
    demand = proposal("طالبت", "المتحدثة باسم الخارجية الروسية", "تركيا", 0.6)
    meeting = proposal("والتقى", "وزير الخارجية المصري", "ايران", 0.2)
    assert kept(analysis, demand, meeting) == [0.6, 0.2]


def test_a_state_where_somebody_has_his_office_meets_nobody():
    analysis = analysed("التقى الأمير سليم الدوري وزير الداخلية بدولة الكويت.")
    context, trigger = opened(analysis, "التقى")[0]
    state, other = named(analysis, "دوله الكويت"), named(analysis, "سليم الدوري")
    ends = analysis.actors[other], analysis.actors[state]
    proposal = Proposal("meets", *ends, (Candidate(context.number, trigger, other, state),), {})
    assert kept(analysis, (proposal, 0.6)) == []
