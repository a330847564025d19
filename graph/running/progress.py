"""How far a run has come, for whoever watches: a bar in a terminal, JSON lines for a machine, or nothing.

All three are told of every outcome and show what the report and the meter say. Failures are told at once,
whatever is shown; what was skipped is in the summary and in ``report.json``.
"""

import json
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from graph.notices import printable
from graph.running.ingestion import Outcome
from graph.running.run_report import RunReport
from ingest.corpus import Meter

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Form = Literal["bar", "json", "none"]
_EVERY = 1.0  # seconds between two lines for a machine
_RECENT = 30.0  # seconds by which the time left is judged


class Display(Protocol):
    """Something that shows progress."""

    def show(self, outcome: Outcome) -> None:
        """One more document is done, and is in the report already."""

    def say(self, line: str) -> None:
        """A line for the user, meanwhile."""


@dataclass(slots=True)
class Pace:
    """How fast it goes: articles a second over all, and the seconds left by the bytes read of late."""

    report: RunReport
    meter: Meter
    start: float  # of the monotonic clock
    _marks: deque[tuple[float, int]] = field(default_factory=deque)

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self.start

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.report.articles / max(self.seconds, 1e-9)

    def left(self) -> float | None:
        """Seconds; None where nobody knows."""
        now = self.seconds
        if not self._marks or now - self._marks[-1][0] >= 0.5:
            self._marks.append((now, self.meter.read))
        while now - self._marks[0][0] > _RECENT:
            self._marks.popleft()
        then, before = self._marks[0]
        done = self.meter.read - before
        if not self.meter.total or done <= 0:
            return None
        return max(0, self.meter.total - self.meter.read) * (now - then) / done


class Lines:
    """No progress, only the failures, one a line on standard error."""

    def show(self, outcome: Outcome) -> None:
        """Tell a failure."""
        if outcome.state == "failed":
            self.say(failure(outcome))

    def say(self, line: str) -> None:
        """Print it."""
        print(line, file=sys.stderr)  # noqa: T201 - what a command says


class JsonLines:
    """One JSON object a line on standard output: progress every second, each failure, the end."""

    def __init__(self, report: RunReport, pace: Pace) -> None:
        self._report = report
        self._pace = pace
        self._told = 0.0

    def show(self, outcome: Outcome) -> None:
        """Write what is new."""
        if outcome.state == "failed":
            self._write("failed", place=outcome.place, kind=outcome.kind, message=outcome.message)
        if self._pace.seconds - self._told >= _EVERY:
            self._told = self._pace.seconds
            self.write_state("progress")

    def say(self, line: str) -> None:
        """A remark."""
        self._write("remark", message=line)

    def write_state(self, event: str) -> None:
        """The counts as they stand."""
        left = self._pace.left()
        self._write(
            event,
            seconds=round(self._pace.seconds, 1),
            **{
                state: self._report.states[state] for state in ("stored", "unchanged", "duplicate", "skipped", "failed")
            },
            relations=self._report.relations,
            articles_per_second=round(self._pace.rate, 2),
            bytes=self._pace.meter.read,
            bytes_total=self._pace.meter.total or None,
            seconds_left=None if left is None else round(left),
        )

    def _write(self, event: str, **facts: object) -> None:
        sys.stdout.write(json.dumps({"event": event, **facts}, ensure_ascii=False) + "\n")
        sys.stdout.flush()


class Bar:
    """A bar on the terminal behind standard error."""

    def __init__(self, progress: "Progress", task: "TaskID", report: RunReport, pace: Pace) -> None:
        self._progress = progress
        self._task = task
        self._report = report
        self._pace = pace

    def show(self, outcome: Outcome) -> None:
        """Move the bar."""
        if outcome.state == "failed":
            self.say(failure(outcome))
        left = self._pace.left()
        self._progress.update(
            self._task,
            completed=self._pace.meter.read,
            rate=f"{self._pace.rate:.1f} articles/s",
            relations=f"{self._report.relations:,} relations",
            errors=f"{self._report.failed:,} errors",
            left="" if left is None else f"{_clock(left)} left",
        )

    def say(self, line: str) -> None:
        """Print it above the bar."""
        self._progress.console.print(line, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def display(form: Form, report: RunReport, meter: Meter) -> Iterator[Display]:
    """The display of a run for the block. A bar is only shown where standard error is a terminal."""
    pace = Pace(report, meter, time.monotonic())
    if form == "json":
        lines = JsonLines(report, pace)
        yield lines
        lines.write_state("end")
    elif form == "bar" and sys.stderr.isatty():
        with _bar(report, pace) as bar:
            yield bar
    else:
        yield Lines()
    report.seconds += pace.seconds


@contextmanager
def _bar(report: RunReport, pace: Pace) -> Iterator[Bar]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

    texts = [TextColumn(f"{{task.fields[{name}]}}") for name in ("rate", "relations", "errors", "left")]
    percent = [TaskProgressColumn()] if pace.meter.total else []
    with Progress(SpinnerColumn(), BarColumn(), *percent, *texts, console=Console(stderr=True)) as progress:
        task = progress.add_task("", total=pace.meter.total or None, rate="", relations="", errors="", left="")
        yield Bar(progress, task, report, pace)


def failure(outcome: Outcome) -> str:
    """The line that tells a failure."""
    return f"shabaka: {printable(f'{outcome.place}: {outcome.message}')}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
