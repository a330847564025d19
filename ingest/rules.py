"""Relations by the grammar alone, without fitted ranker and judge.

Takes the analysis of an article, gives a ``Finding`` for each claim of the grammar that is sure enough, one a pair
of actors, the surest. What is surer wrong than right by far is not told.
"""

from collections.abc import Iterator

from ingest.acts.claims import Rules, all_claims
from ingest.analysis import Analysis
from ingest.attribution import speeches
from ingest.fitted.claimed import Key, key_of
from ingest.fitted.proposals import Proposal
from ingest.fitted.ranker import Candidate
from ingest.relations import Finding, finding

LEAST = 0.2  # confidence from which a claim is told; F1 on the annotated articles is flat from .15 to .3


def rule_relations(analysis: Analysis, rules: Rules, *, least: float = LEAST) -> Iterator[Finding]:
    """What the article says, by the grammar, from confidence ``least`` on; nothing where it names no two actors."""
    said = speeches(analysis.contexts, analysis.phrases)
    best: dict[Key, Candidate] = {}
    for context, claim in all_claims(analysis.contexts, analysis.phrases, analysis.actors):
        sure = Candidate(context.number, claim.trigger, claim.source, claim.target, rules.confidence(claim))
        key = key_of(claim.trigger.relation, analysis.actors[claim.source], analysis.actors[claim.target])
        if sure.probability >= least and (key not in best or sure.probability > best[key].probability):
            best[key] = sure
    for key, candidate in best.items():
        yield finding(analysis, said, Proposal(*key, (candidate,), {}), candidate.probability)
