"""Counts how often each rule is right: ``python -m ingest.rule_counts FOLDER`` (needs the extra ``fit``).

Takes a folder with ``text/`` and ``gold/``; writes ``ingest/rules.tsv``. Actor phrases come from taggers that have
not seen the article. A claim counts as right where the gold has its relation between its two actors, also
where another sentence shows it; one that annotators differed on does not count.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest import gold
from ingest.analysis import Analysis
from ingest.claims import TABLE, Claim, claims
from ingest.fitting import Example
from ingest.lookup import load_lookup
from ingest.names import load_names
from ingest.status import status
from ingest.training import examples, jackknife

LEAST_SEEN = 2  # claims of a rule below which its count is not kept


def counts(found: Iterable[Example]) -> dict[str, list[int]]:
    """Right and wrong claims by rule."""
    table: dict[str, list[int]] = {}
    for example in found:
        for claim in _claims(example.analysis):
            (right,) = example.matcher.right([(claim.trigger.relation, claim.source, claim.target)])
            if right is not None:
                for rule in claim.rules:
                    table.setdefault(rule, [0, 0])[1 - right] += 1
    return {rule: row for rule, row in sorted(table.items()) if sum(row) >= LEAST_SEEN}


def _claims(analysis: Analysis) -> Iterator[Claim]:
    """All claims of an article that nothing denies."""
    for context in analysis.contexts:
        for trigger in context.triggers:
            if status(context, analysis.phrases, trigger) != "negated":
                yield from claims(context, analysis.phrases, analysis.actors, trigger)


def write(folder: Path) -> None:
    """Count on the annotated articles of ``folder`` and write the table."""
    articles, names = list(gold.load(folder)), load_names()
    table = counts(examples(articles, jackknife(articles, names), names, load_lookup()))
    TABLE.write_text("".join(f"{rule}\t{r}\t{w}\n" for rule, (r, w) in table.items()), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
