from ingest.acts.claims import load_rules
from ingest.fitted.claimed import Claimed
from ingest.fitted.proposals import Proposal
from ingest.fitted.ranker import Candidate
from ingest.fitted.whole_ends import whole_ends
from tests.ingest.analysed import analysed, named, opened


def kept(text, word, *ends):
    """Which of the pairs of phrases stay that are proposed for the word."""
    analysis = analysed(text)
    claimed = Claimed(analysis.contexts, analysis.phrases, analysis.actors, load_rules())
    context, trigger = opened(analysis, word)[0]
    judged = []
    for pair in ends:
        source, target = (named(analysis, end) for end in pair)
        shown = Candidate(context.number, trigger, source, target)
        actors = analysis.actors[source], analysis.actors[target]
        judged.append((Proposal(trigger.relation, *actors, (shown,), {}), 0.5))
    return [ends[judged.index(one)] for one in whole_ends(analysis, judged, claimed)]


WHOLE = "شقيق زعيم كوريا الشماليه", "سيول"


def test_a_state_within_the_claimed_source_is_none():
    part = "كوريا الشماليه", "سيول"
    assert kept("هدد شقيق زعيم كوريا الشمالية سيول بالرد.", "هدد", part, WHOLE) == [WHOLE]


def test_a_part_stays_where_the_whole_is_not_proposed():
    part = "كوريا الشماليه", "سيول"
    assert kept("هدد شقيق زعيم كوريا الشمالية سيول بالرد.", "هدد", part) == [part]


def test_another_target_is_another_matter():
    turned = "سيول", "كوريا الشماليه"
    assert kept("هدد شقيق زعيم كوريا الشمالية سيول بالرد.", "هدد", WHOLE, turned) == [WHOLE, turned]
