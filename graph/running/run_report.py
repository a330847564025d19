"""What a run did, counted by source and reason: the summary of a terminal and ``report.json``.

Its size does not grow with the corpus: all is counted, of what was left out only the first are kept.
"""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from graph.running.ingestion import Outcome
from graph.whole_file import whole_file

KEPT = 1000
_REASONED = ("skipped", "failed", "remark")


@dataclass(slots=True)
class RunReport:
    """Counts of outcomes; ``sources`` counts them by source, then by state or reason."""

    relations: int = 0
    seconds: float = 0.0
    interrupted: bool = False
    states: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    sources: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    told: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        self.states[outcome.state] += 1
        self.relations += outcome.relations
        self.sources[outcome.source]["relations"] += outcome.relations
        self.sources[outcome.source][_counted_as(outcome)] += 1
        if outcome.state in _REASONED:
            self.reasons[outcome.state][outcome.kind] += 1
        if outcome.message and len(self.told) < KEPT:
            self.told.append(outcome)

    @property
    def articles(self) -> int:
        """How many documents were articles that could be read, stored anew or not."""
        return self.states["stored"] + self.states["unchanged"] + self.states["duplicate"]

    @property
    def failed(self) -> int:
        """How many documents could not be read."""
        return self.states["failed"]

    def summary(self) -> str:
        """One line."""
        counts = [f"{self.states[state]:,} {state}" for state in ("stored", "unchanged")]
        skipped = self.reasons["skipped"] + Counter({"duplicate": self.states["duplicate"]})
        counts += [_listed("skipped", skipped), _listed("failed", self.reasons["failed"])]
        if self.reasons["remark"]:
            counts.append(_listed("read with a remark", self.reasons["remark"]))
        return f"{', '.join(counts)}; {self.relations:,} relations"

    def as_json(self) -> str:
        """All of it, indented, with a line feed at its end."""
        content = {
            "version": version("shabaka"),
            "interrupted": self.interrupted,
            "seconds": round(self.seconds, 1),
            "relations": self.relations,
            **{state: self.states[state] for state in ("stored", "unchanged", "duplicate")},
            **{state: dict(sorted(self.reasons[state].items())) for state in _REASONED},
            "sources": {source: dict(sorted(counts.items())) for source, counts in self.sources.items()},
            "told": [{"place": o.place, "state": o.state, "kind": o.kind, "message": o.message} for o in self.told],
            "left out of told": max(0, self._messages() - len(self.told)),
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def _messages(self) -> int:
        return self.states["duplicate"] + sum(counts.total() for counts in self.reasons.values())


def write_report(report: RunReport, path: Path) -> None:
    """Write ``report`` as JSON, whole or not at all. Raises ``OutputError``."""
    with whole_file(path) as sink:
        sink.write(report.as_json().encode(errors="backslashreplace"))  # of a file name in no encoding: \udcff


def _counted_as(outcome: Outcome) -> str:
    return f"{outcome.state}: {outcome.kind}" if outcome.state in _REASONED else outcome.state


def _listed(word: str, counts: Counter[str]) -> str:
    reasons = ", ".join(f"{n:,} {kind}" for kind, n in sorted(counts.items()) if n)
    return f"{counts.total():,} {word}" + (f" ({reasons})" if reasons else "")
