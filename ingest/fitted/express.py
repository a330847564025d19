"""What the grammar tells or leaves out so expressly that no judge is asked whether it is so, nor which way it goes.

Takes proposals with their probabilities and the claims of the grammar, gives the probabilities. Papers write passives
with an agent too seldom for a model to learn what a grammar says at once (Ryding 2005, 38). And وصف without
praise backs nobody, which a model that weighs a word's neighbours does not see.
"""

from collections.abc import Sequence

from ingest.fitted.claimed import Claimed
from ingest.fitted.proposals import Proposal
from ontology.lexicon import load_lexicon


def settled(made: Sequence[Proposal], sure: Sequence[float], claimed: Claimed) -> list[float]:
    """The probabilities of the proposals, that of what is told expressly as high as the grammar is sure of it.

    The same relation turned round is then told by nobody, nor what ``_is_untold`` names.
    """
    found = []
    for proposal, probability in zip(made, sure, strict=True):
        express = claimed.express.get((proposal.relation, proposal.source, proposal.target))
        turned = (proposal.relation, proposal.target, proposal.source) in claimed.express
        untold = express is None and (turned or _is_untold(proposal, claimed))
        found.append(0.0 if untold else max(probability, express or 0.0))
    return found


def _is_untold(proposal: Proposal, claimed: Claimed) -> bool:
    """Whether the word that shows the pair best tells no such thing, and no other word by the grammar.

    A word of describing that does not praise (وصفت الوزارة الشبكة بأنها إجرامية), a backing that the source blames
    (نددت روسيا بتسليح أوكرانيا), a courtesy (رحب الوزير بالوفد), a threat of one's for whom the grammar does not claim,
    while it claims another, or in which one has no part, or to who suffered the deed that it answers (سترد الحركة على
    اغتيال قائدها).
    """
    best, entry = proposal.candidates[0], load_lexicon().get(proposal.candidates[0].trigger.entry)
    if entry is not None and entry.alone == "lauding" and not proposal.numbers["read"]:
        return True
    if proposal.relation == "threatens" and claimed.lacks_part(claimed.by_word(proposal.candidates)[0]):
        return True
    if proposal.numbers["grammar"]:
        return False
    if proposal.relation == "threatens" and claimed.is_for_another(best):
        return True
    suffered = proposal.relation == "threatens" and (best.context, proposal.target) in claimed.victims
    return suffered or claimed.decries(best) or claimed.greets(best)
