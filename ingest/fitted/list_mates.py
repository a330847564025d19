"""Relations that others share: the rest of a list, and who attends a meeting on one side.

استقبله الوزير، والمحافظ، وقائد المنطقة، ومدير الشرطة; حضره من الجانب القطري السفير فلان.

Takes what is told with its probabilities and what the grammar claims, gives the same and, behind each, the claims of
the same word for who stands in one list with source or target. What is coordinated has one function in the sentence
(Ryding 2005, 18), so that the last of a long list is as much a source or target as the first, though he stands too far
from the word for models that were fitted on short lists. Who attends a meeting on a side that a word tells meets the
other side (``ingest.acts.attended``), where that meeting is told; where no word tells his side, annotators leave
attendants out as often as not.
"""

from collections.abc import Iterator, Sequence

from ingest.analysis import Analysis
from ingest.fitted.claimed import Claimed, event_of, key_of
from ingest.fitted.exclusion import Judged
from ingest.fitted.proposals import Proposal
from ingest.fitted.ranker import Candidate

# How sure the grammar must be. From .65 on 19 of 22 that the articles from papers and the invented ones gain are right,
# below it 2 of 10.
CERTAIN = 0.65


def with_mates(analysis: Analysis, told: Sequence[Judged], claimed: Claimed) -> Iterator[Judged]:
    """What is told, and of each what is claimed for the rest of the list and not told itself."""
    known = {(p.relation, p.source, p.target) for p, _ in told}
    for proposal, probability in told:
        yield proposal, probability
        shown = proposal.candidates[0]
        for source, target, sure in claimed.at(event_of(shown)):
            key = key_of(proposal.relation, analysis.actors[source], analysis.actors[target])
            if sure >= CERTAIN and key not in known and _shares(analysis, shown, (source, target)):
                known.add(key)
                mate = shown._replace(source=source, target=target)
                yield Proposal(*key, (mate,), {}), min(probability, sure)


def with_sided(told: Sequence[Judged], claimed: Claimed, actors: Sequence[int]) -> Iterator[Judged]:
    """What is told, and behind it who attends on one side of a meeting that is told with who is on the other."""
    yield from told
    known = {(p.relation, p.source, p.target) for p, _ in told}
    told_before = set(known)
    for candidate, sure, met in claimed.sided:
        key = key_of("meets", actors[candidate.source], actors[candidate.target])
        by_letter = key in met  # nothing else is needed where one brings a letter to the other
        if sure >= CERTAIN and key not in known and (by_letter or not told_before.isdisjoint(met)):
            known.add(key)
            yield Proposal(*key, (candidate,), {}), sure


def _shares(analysis: Analysis, shown: Candidate, ends: tuple[int, int]) -> bool:
    """Whether one end is the same actor and the other stands in the list of the other end that is shown."""
    told, actors = (shown.source, shown.target), analysis.actors
    turned = [ends, ends[::-1]] if shown.trigger.relation == "meets" else [ends]
    return any(
        actors[pair[one]] == actors[told[one]] and _listed(analysis, pair[1 - one], told[1 - one])
        for pair in turned
        for one in (0, 1)
    )


def _listed(analysis: Analysis, one: int, other: int) -> bool:
    here = analysis.contexts[analysis.phrases[one].sentence]
    same = analysis.phrases[one].sentence == analysis.phrases[other].sentence
    return same and here.head(one) == here.head(other)
