import pytest

from ingest.acts.claims import load_rules
from ingest.fitted.claimed import Claimed
from ingest.fitted.list_mates import CERTAIN, with_mates, with_sided
from ingest.fitted.proposals import Proposal
from ingest.fitted.ranker import Candidate
from tests.ingest.analysed import analysed, named, opened

LISTED = "التقى الوزير ناصر جودة السفير حسن العمري، والنائب سالم الطراونة، والقاضي فؤاد الكردي."
SIDED = "استقبل ناصر جودة سامح شكري. حضر اللقاء من الجانب الأردني السفير سالم الطراونة. وحضر اللقاء فؤاد الكردي."


def told_of(text, word, source, target):
    """The analysis, its claims and one proposal of a meeting."""
    analysis = analysed(text)
    found = analysis.contexts, analysis.phrases, analysis.actors
    context, trigger = opened(analysis, word)[0]
    ends = named(analysis, source), named(analysis, target)
    shown = Candidate(context.number, trigger, *ends)
    proposal = Proposal("meets", *sorted(analysis.actors[i] for i in ends), (shown,), {})
    return analysis, Claimed(*found, load_rules()), proposal


def others(analysis, found):
    """The last word of source and target of all but the first."""
    ends = [(p.candidates[0].source, p.candidates[0].target) for p, _ in list(found)[1:]]
    return {tuple(analysis.phrases[i].form.split()[-1] for i in pair) for pair in ends}


@pytest.mark.parametrize("shown", ["العمري", "الكردي"])
def test_the_rest_of_a_list_shares_what_one_of_it_is_told_of(shown):
    analysis, claimed, proposal = told_of(LISTED, "التقى", "ناصر جودة", shown)
    found = list(with_mates(analysis, [(proposal, 0.9)], claimed))
    names = {"العمري", "الطراونه", "الكردي"} - {shown}
    assert others(analysis, found) == {("جوده", name) for name in names}
    assert all(CERTAIN <= probability <= 0.9 for _, probability in found)


def test_a_list_is_told_no_surer_than_who_is_told_of_it():
    analysis, claimed, proposal = told_of(LISTED, "التقى", "ناصر جودة", "العمري")
    assert {probability for _, probability in with_mates(analysis, [(proposal, 0.3)], claimed)} == {0.3}


def test_of_a_list_that_nobody_is_told_of_nothing_is_told():
    analysis, claimed, _ = told_of(LISTED, "التقى", "ناصر جودة", "العمري")
    assert list(with_mates(analysis, [], claimed)) == []


def test_who_attends_on_a_side_that_is_named_meets_the_other():
    analysis, claimed, proposal = told_of(SIDED, "استقبل", "ناصر جودة", "سامح شكري")
    found = list(with_sided([(proposal, 0.9)], claimed, analysis.actors))
    assert others(analysis, found) == {("الطراونه", "شكري")}


def test_who_joins_a_meeting_meets_who_was_received():
    joined = "استقبل ناصر جودة سامح شكري. ثم انضم إلى اللقاء السفير سالم الطراونة. وحضر اللقاء فؤاد الكردي."
    analysis, claimed, proposal = told_of(joined, "استقبل", "ناصر جودة", "سامح شكري")
    found = list(with_sided([(proposal, 0.9)], claimed, analysis.actors))
    assert others(analysis, found) == {("الطراونه", "شكري")}


def test_nobody_attends_a_meeting_that_is_not_told():
    analysis, claimed, _ = told_of(SIDED, "استقبل", "ناصر جودة", "سامح شكري")
    assert list(with_sided([], claimed, analysis.actors)) == []
