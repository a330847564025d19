"""The figures of an evaluation as tables for the terminal, each within 80 columns."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.table import Table

from graph.scoring.attendee_lists import without_lists
from graph.scoring.error_causes import Fault
from graph.scoring.scoring import RESAMPLES, Document, Figures, Outcome, calibration, compare, summed
from ingest.reading import RELATIONS

Pairs = Sequence[tuple[Document, Document]]


def figures(pairs: Pairs) -> dict[str, Figures]:
    """Figures by row: all relations, the same without long lists of attendees, and each relation."""
    bare = [(without_lists(gold), predicted) for gold, predicted in pairs]
    rows: dict[str, tuple[Pairs, str | None]] = {
        "all": (pairs, None),
        "all without lists": (bare, None),
        **{r: (pairs, r) for r in RELATIONS},
    }
    rows["meets without lists"] = (bare, "meets")
    return {
        name: summed([compare(gold, predicted, relation) for gold, predicted in part], resamples=RESAMPLES)
        for name, (part, relation) in rows.items()
    }


def figures_table(found: dict[str, Figures]) -> Table:
    """Precision, recall and F1 with the 95 % interval of F1."""
    table = _table("relation", "gold", "predicted", "precision", "recall", "F1", "95 %")
    for name, f in found.items():
        ratios = (f"{ratio:.3f}" for ratio in (f.precision, f.recall, f.f1))
        table.add_row(name, str(f.gold), str(f.predicted), *ratios, f"{f.interval[0]:.3f}-{f.interval[1]:.3f}")
    return table


def matched_table(found: dict[str, Figures]) -> Table:
    """Status and speaker of the matched relations, and actors: found of those taking part, right of those told."""
    table = _table("relation", "status", "speaker", "actor recall", "actor precision")
    for name, f in found.items():
        ratios = (f.status, f.attribution, f.actor_recall, f.actor_precision)
        table.add_row(name, *(f"{ratio:.3f}" for ratio in ratios))
    return table


def reliability_table(outcomes: Sequence[Outcome]) -> Table:
    """How often relations of a confidence are right, by tenths."""
    error, tenths = calibration(outcomes)
    table = _table("confidence", "relations", "mean", "right")
    table.title = f"expected calibration error {error:.3f}"
    for low, (count, mean, share) in enumerate(tenths):
        if count:
            table.add_row(f"{low / 10:.1f} to {(low + 1) / 10:.1f}", str(count), f"{mean:.2f}", f"{share:.2f}")
    return table


def causes_table(found: Iterable[Fault]) -> Table:
    """How many faults each cause has, the most frequent of each kind first."""
    counts = Counter((fault.kind, fault.cause) for fault in found)
    totals = Counter(kind for kind, _ in counts.elements())
    table = _table("fault", "cause", "relations", "share")
    for (kind, cause), count in sorted(counts.items(), key=lambda row: (row[0][0], -row[1], row[0][1])):
        table.add_row(kind, cause, str(count), f"{count / totals[kind]:.0%}")
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), title_justify="left")
    for i, column in enumerate(columns):
        table.add_column(column, justify="left" if i == 0 or column == "cause" else "right", no_wrap=True)
    return table
