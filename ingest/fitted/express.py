"""What the grammar tells so expressly that no judge is asked whether it is so, nor which way it goes.

Takes proposals with their probabilities and the claims of the grammar, gives the probabilities. Papers write passives
with an agent too seldom for a model to learn what a grammar says at once (Ryding 2005, 38).
"""

from collections.abc import Sequence

from ingest.fitted.claimed import Claimed
from ingest.fitted.proposals import Proposal


def settled(made: Sequence[Proposal], sure: Sequence[float], claimed: Claimed) -> list[float]:
    """The probabilities of the proposals, that of what is told expressly as high as the grammar is sure of it.

    The same relation turned round is then told by nobody.
    """
    found = []
    for proposal, probability in zip(made, sure, strict=True):
        express = claimed.express.get((proposal.relation, proposal.source, proposal.target))
        turned = (proposal.relation, proposal.target, proposal.source) in claimed.express
        found.append(0.0 if turned and express is None else max(probability, express or 0.0))
    return found
