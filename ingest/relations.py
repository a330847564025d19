"""Relations of an article: proposals that are sure enough and that no surer one excludes.

Each with status, speaker, evidence and rule.

Takes the analysis and the models, gives ``Finding`` after ``Finding`` in text order. The evidence is the
shortest stretch of whole tokens that holds the trigger and both phrases, or those of them that stand in
the trigger's sentence; an actor carried on from an earlier sentence is only implied.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.acts.claims import load_rules
from ingest.analysis import Analysis
from ingest.attribution import attributed, speeches
from ingest.fitted.claimed import Claimed
from ingest.fitted.exclusion import surest
from ingest.fitted.express import settled
from ingest.fitted.group_members import with_members
from ingest.fitted.list_mates import with_mates, with_sided
from ingest.fitted.models import Models
from ingest.fitted.proposals import Proposal, proposals
from ingest.fitted.ranker import Candidate
from ingest.grammar.sayings import Speech
from ingest.reading import Relation, Span, Status
from ingest.status import status

# Grammar and judge err in different places: less is asked of what both say. F1 of all is the same from .55 to 1 of the
# probability, highest by .002 to .009 for .85, on articles from papers and on our own that nothing is learnt from.
CLAIMED = 0.3  # how sure the grammar must be
SHARE = 0.85  # of the probability that is enough then
# What backing both say below it is wrong three times as often as right: words of praise and aid say much else.
SHARES: Mapping[Relation, float] = {"supports": 1.0}
# The judge has learnt from whole articles: where there are fewer sentences than this, the grammar decides.
BRIEF, BRIEF_SHARE, BRIEF_ALONE = 3, 0.4, 2.5


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation between two actors by number, with the candidate that shows it best."""

    proposal: Proposal
    shown: Candidate
    status: Status
    speaker: int | None  # the phrase whose words carry it
    probability: float

    @property
    def rule(self) -> str:
        """Kind of word and lexicon entry, as ``verb:haddada``."""
        return f"{self.shown.trigger.kind}:{self.shown.trigger.entry}"


def relations(analysis: Analysis, models: Models) -> Iterator[Finding]:
    """What the article says; nothing where it names no two actors."""
    found = analysis.contexts, analysis.phrases, analysis.actors
    said = speeches(analysis.contexts, analysis.phrases)
    claimed = Claimed(*found, load_rules())
    made = proposals(models.ranker.candidates(*found), *found, claimed, models.encoder.readings(*found[:2]))
    sure = settled(made, models.judge.probabilities([proposal.numbers for proposal in made]), claimed)
    brief = len(analysis.contexts) < BRIEF
    kept = [
        (replace(proposal, candidates=claimed.by_word(proposal.candidates)), probability)
        for proposal, probability in surest(analysis, zip(made, sure, strict=True), claimed)
        if probability >= models.thresholds[proposal.relation] * share(proposal, brief=brief)
    ]
    listed = list(with_mates(analysis, kept, claimed))
    shared = list(with_sided(listed, claimed, analysis.actors))
    for proposal, probability in with_members(analysis, shared):
        yield finding(analysis, said, proposal, probability)


def share(proposal: Proposal, *, brief: bool = False) -> float:
    """The share of its relation's threshold from which a proposal is told; ``brief``: in a text of few sentences."""
    claimed = proposal.numbers["grammar"]
    if brief:
        return BRIEF_SHARE if claimed else BRIEF_ALONE
    return SHARES.get(proposal.relation, SHARE) if claimed >= CLAIMED else 1.0


def evidence(analysis: Analysis, candidate: Candidate) -> Span:
    """The stretch of text that shows the candidate."""
    context, k = analysis.contexts[candidate.context], candidate.trigger.token
    first, last = k, k + 1
    for number in (candidate.source, candidate.target):
        phrase = analysis.phrases[number]
        if phrase.sentence == candidate.context:
            first, last = min(first, phrase.first), max(last, phrase.last)
    return Span(context.tokens[first].start, context.tokens[last - 1].end)


def finding(analysis: Analysis, said: Sequence[Speech], proposal: Proposal, probability: float) -> Finding:
    """The finding of a proposal: status and speaker where its best candidate stands."""
    shown = proposal.candidates[0]
    context = analysis.contexts[shown.context]
    who = attributed(said, context, analysis.phrases, analysis.actors, shown)
    return Finding(proposal, shown, status(context, analysis.phrases, shown.trigger), who, probability)
