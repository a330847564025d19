"""The figures of an evaluation as tables for the terminal."""

from collections.abc import Sequence

from rich.table import Table

from graph.scoring import RESAMPLES, Document, Figures, Outcome, calibration, compare, summed
from ingest.reading import RELATIONS


def figures_table(pairs: Sequence[tuple[Document, Document]]) -> Table:
    """One row for all relations together and one each."""
    table = Table("relation", "gold", "predicted", "precision", "recall", "F1", "95 %", "status", "attribution")
    table.add_column("actor recall")
    table.add_column("actor precision")
    for relation in (None, *RELATIONS):
        figures = summed([compare(gold, predicted, relation) for gold, predicted in pairs], resamples=RESAMPLES)
        table.add_row(relation or "all", *_cells(figures))
    return table


def reliability_table(outcomes: Sequence[Outcome]) -> Table:
    """How often relations of a confidence are right, by tenths."""
    error, tenths = calibration(outcomes)
    table = Table("confidence", "relations", "mean", "right", title=f"expected calibration error {error:.3f}")
    for low, (count, mean, share) in enumerate(tenths):
        if count:
            table.add_row(f"{low / 10:.1f} to {(low + 1) / 10:.1f}", str(count), f"{mean:.2f}", f"{share:.2f}")
    return table


def _cells(f: Figures) -> list[str]:
    ratios = (f.precision, f.recall, f.f1)
    rest = (f.status, f.attribution, f.actor_recall, f.actor_precision)
    interval = f"{f.interval[0]:.3f}-{f.interval[1]:.3f}"
    return [str(f.gold), str(f.predicted), *(f"{r:.3f}" for r in ratios), interval, *(f"{r:.3f}" for r in rest)]
