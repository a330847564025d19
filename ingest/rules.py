"""Relations by the grammar alone, without fitted ranker and judge.

Takes the analysis of an article, gives a ``Finding`` for each source and target that a trigger's fullest frame
names, one a pair of actors, the surest. A rule is a relation, a kind of word and the two slots that are
filled (``supports S min noun``: المدعومة من إيران). Its confidence is how often it was right among annotated
articles, and how much better or worse than others of its kind the trigger's entry was: counts in
``rules.tsv``, which ``python -m ingest.rule_counts`` takes anew. What is surer wrong than right by far is not told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from math import exp, log
from pathlib import Path

from ingest import frames
from ingest.analysis import Analysis
from ingest.attribution import speeches
from ingest.frames import Filled
from ingest.proposals import Key, Proposal, key_of
from ingest.ranker import Candidate
from ingest.relations import Finding, finding
from ontology.lexicon import load_lexicon

TABLE = Path(__file__).with_name("rules.tsv")
LEAST = 0.25  # confidence from which a claim is told; F1 on the annotated articles is flat from .2 to .3
PRIOR = 8.0  # claims that a count is thought to add to, of the share that the wider rule has
EVEN = 0.3  # share of right claims of a kind of word never seen


class Rules:
    """How often each rule and entry was right."""

    def __init__(self, counts: Mapping[str, tuple[float, float]]) -> None:
        """Keep right and wrong claims by rule: relation and kind, with slots, or with entry."""
        self._counts = counts

    @classmethod
    def load(cls, path: Path) -> "Rules":
        """Read a table of tab-separated rule, right and wrong."""
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        return cls({rule: (float(right), float(wrong)) for rule, right, wrong in rows})

    def confidence(self, candidate: Candidate, frame: Filled) -> float:
        """Between 0 and 1; slots and entry count as independent, each shrunk towards their kind of word."""
        kind, slots, entry = rules_of(candidate, frame)
        base = self._share(kind, EVEN)
        score = _logit(self._share(slots, base)) + _logit(self._share(entry, base)) - _logit(base)
        return 1 / (1 + exp(-score))

    def _share(self, rule: str, expected: float) -> float:
        right, wrong = self._counts.get(rule, (0.0, 0.0))
        return (right + PRIOR * expected) / (right + wrong + PRIOR)


@cache
def load_rules() -> Rules:
    """The counts that come with Shabaka."""
    return Rules.load(TABLE)


def rules_of(candidate: Candidate, frame: Filled) -> tuple[str, str, str]:
    """The names of the rules behind a claim: relation and kind, those with the slots, those with the entry."""
    trigger = candidate.trigger
    kind = f"{trigger.relation} {trigger.kind}"
    return kind, f"{kind} {frame.source_slot} {frame.target_slot}", f"{kind} :{trigger.entry}"


def claims(analysis: Analysis) -> Iterator[tuple[Candidate, Filled]]:
    """Every source and target that a trigger's fullest frame names, in text order."""
    for context in analysis.contexts:
        for trigger in context.triggers:
            filled = frames.filled(context, analysis.phrases, analysis.actors, trigger, load_lexicon())
            for frame in filled[:1]:
                for source, target in frames.pairs(context, analysis.actors, frame):
                    yield Candidate(context.number, trigger, source, target), frame


def rule_relations(analysis: Analysis, rules: Rules) -> Iterator[Finding]:
    """What the article says, by the grammar; nothing where it names no two actors."""
    said = speeches(analysis.contexts, analysis.phrases)
    best: dict[Key, Candidate] = {}
    for candidate, frame in claims(analysis):
        sure = replace(candidate, probability=rules.confidence(candidate, frame))
        key = key_of(candidate, analysis.actors)
        if sure.probability >= LEAST and (key not in best or sure.probability > best[key].probability):
            best[key] = sure
    for key, candidate in best.items():
        yield finding(analysis, said, Proposal(*key, (candidate,), {}), candidate.probability)


def _logit(share: float) -> float:
    return log(share / (1 - share))
