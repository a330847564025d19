"""Relations of a group that its named members share: مجموعات مسلحة، بينها كتائب النور، طالبت الحكومة بالرحيل.

Takes what is told with its probabilities, gives the same and, behind each, the members' relations: what a group that
is told of by its members does or suffers, they do or suffer (``Clauses.members``), as surely as the group. Members that
cannot be of the group that suffers are of who does it: الجماعات التي تهدد الدول، ومن بينها داعش.
"""

from collections.abc import Iterator, Sequence

from ingest.analysis import Analysis
from ingest.fitted.claimed import key_of
from ingest.fitted.exclusion import Judged
from ingest.fitted.proposals import Proposal
from ingest.fitted.ranker import Candidate
from ingest.grammar.clauses import Clauses
from ingest.grammar.groups import is_stray


def with_members(analysis: Analysis, told: Sequence[Judged]) -> Iterator[Judged]:
    """What is told, and of each the pairs with a member in place of its group that are not told themselves."""
    known = {(p.relation, p.source, p.target) for p, _ in told}
    for proposal, probability in told:
        yield proposal, probability
        for shared in _shared(analysis, proposal.candidates[0]):
            ends = analysis.actors[shared.source], analysis.actors[shared.target]
            key = key_of(proposal.relation, *ends)
            if key not in known and key[1] != key[2]:
                known.add(key)
                yield Proposal(*key, (shared,), {}), probability


def _shared(analysis: Analysis, shown: Candidate) -> Iterator[Candidate]:
    strays = (i for i in _strays(analysis, shown.target) if not _is_stray(analysis, shown.source, i))
    for member in (*_members(analysis, shown.source), *strays):
        yield shown._replace(source=member)
    for member in _members(analysis, shown.target):
        yield shown._replace(target=member)


def _members(analysis: Analysis, phrase: int) -> list[int]:
    context = analysis.contexts[analysis.phrases[phrase].sentence]
    return Clauses.of(context, analysis.phrases).members(phrase)


def _strays(analysis: Analysis, phrase: int) -> list[int]:
    context = analysis.contexts[analysis.phrases[phrase].sentence]
    return Clauses.of(context, analysis.phrases).strays(phrase)


def _is_stray(analysis: Analysis, group: int, member: int) -> bool:
    """Whether the member cannot be of the group, which is of one sentence with it and of several."""
    here, other = analysis.phrases[group], analysis.phrases[member]
    return here.sentence != other.sentence or here.type != "group" or is_stray(here, other)
