"""Counts how often each rule of the grammar is right; ``ingest.training`` writes that to ``ingest/acts/rules.tsv``.

Takes annotated articles whose actor phrases come from taggers that have not seen them. A claim counts as right
where the gold has its relation between its two actors, also where another sentence shows it; one that annotators
differed on does not count.
"""

from collections.abc import Iterable, Iterator

from ingest.acts.claims import Claim, all_claims
from ingest.analysis import Analysis
from ingest.fitted.fitting import Example
from ingest.status import status

LEAST_SEEN = 2  # claims of a rule below which its count is not kept


def counts(found: Iterable[Example]) -> dict[str, tuple[int, int]]:
    """Right and wrong claims by rule."""
    table: dict[str, list[int]] = {}
    for example in found:
        for claim in _claims(example.analysis):
            (right,) = example.matcher.right([(claim.trigger.relation, claim.source, claim.target)])
            if right is not None:
                for rule in claim.rules:
                    table.setdefault(rule, [0, 0])[1 - right] += 1
    return {rule: (row[0], row[1]) for rule, row in sorted(table.items()) if sum(row) >= LEAST_SEEN}


def _claims(analysis: Analysis) -> Iterator[Claim]:
    """All claims of an article that nothing denies."""
    for context, claim in all_claims(analysis.contexts, analysis.phrases, analysis.actors):
        if status(context, analysis.phrases, claim.trigger) != "negated":
            yield claim
