"""Proposals that have a part of a phrase for an end where the grammar has the whole: Syria in the minister of Syria.

Takes proposals with their probabilities, gives those that stay. What stands in construct with a noun, or in apposition
to it, is governed within the phrase, and the verb's argument is the whole of it (Ryding 2005, 8.1, 8.5): هدد شقيق زعيم
البلاد الجيران. So where the grammar claims the whole for a word, no part of it is another reading of the same word.
"""

from collections.abc import Iterable, Iterator

from ingest.analysis import Analysis
from ingest.fitted.claimed import Claimed, Event, event_of
from ingest.fitted.proposals import Proposal
from ingest.fitted.ranker import Candidate


def whole_ends(
    analysis: Analysis, judged: Iterable[tuple[Proposal, float]], claimed: Claimed
) -> Iterator[tuple[Proposal, float]]:
    """All but those whose end is a part of one that the grammar claims for the same word."""
    found = list(judged)
    told: dict[Event, list[Candidate]] = {}
    for candidate in (c for proposal, _ in found for c in proposal.candidates):
        if claimed.claims(candidate):
            told.setdefault(event_of(candidate), []).append(candidate)
    for proposal, probability in found:
        shown = proposal.candidates
        if any(claimed.claims(c) for c in shown) or not any(
            _has_part(analysis, c, other) for c in shown for other in told.get(event_of(c), ())
        ):
            yield proposal, probability


def _has_part(analysis: Analysis, one: Candidate, other: Candidate) -> bool:
    """Whether the candidates share one end, and the other end of ``one`` lies within that of ``other``."""
    turned = [(one.source, one.target)]
    if one.trigger.relation == "meets":
        turned.append((one.target, one.source))
    return any(
        (_same(analysis, target, other.target) and _is_part(analysis, source, other.source))
        or (_same(analysis, source, other.source) and _is_part(analysis, target, other.target))
        for source, target in turned
    )


def _same(analysis: Analysis, one: int, other: int) -> bool:
    return analysis.actors[one] == analysis.actors[other]


def _is_part(analysis: Analysis, one: int, other: int) -> bool:
    return analysis.phrases[other].holds(analysis.phrases[one]) and not _same(analysis, one, other)
