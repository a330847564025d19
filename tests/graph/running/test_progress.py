import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from graph.running import progress
from graph.running.ingestion import Outcome
from graph.running.progress import Pace, display, failure
from graph.running.run_report import KEPT, RunReport
from ingest.corpus import Meter
from tests.graph.test_ingest import SHABAKA

STORED = Outcome("news", "a.txt", "stored", relations=3)
FAILED = Outcome("news", "b\x1b.txt", "failed", "binary", "a picture")


def test_a_terminal_shows_a_bar_with_rate_relations_errors_and_keeps_failures(tmp_path: Path, samples: Path) -> None:
    terminal, side = pty.openpty()
    command = [*SHABAKA, "ingest", str(samples), str(tmp_path / "none"), "--store", str(tmp_path / "store")]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "160"}
    with subprocess.Popen(command, stderr=side, stdout=subprocess.PIPE, env=environment) as process:
        os.close(side)
        told = b""
        try:
            while chunk := os.read(terminal, 1 << 16):
                told += chunk
        except OSError:  # the terminal's other side is closed
            pass
        assert process.stdout
        assert process.stdout.read().startswith(b"9 stored, 0 unchanged, 0 skipped, 1 failed (1 missing); ")
    os.close(terminal)
    for part in ("articles/s", "relations", "1 errors", "100%", f"{tmp_path}/none: no such file or folder"):
        assert part.encode() in told


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_the_time_left_follows_the_bytes_read_of_late(clock: list[float]) -> None:
    meter = Meter(total=1000)
    pace = Pace(RunReport(), meter, 100.0)
    assert pace.left() is None
    clock[0], meter.read = 110.0, 100
    assert pace.left() == 90
    for second in range(111, 180):  # then it reads faster
        clock[0], meter.read = float(second), 100 + 10 * (second - 110)
        left = pace.left()
    assert left == pytest.approx((1000 - 790) / 10)


def test_of_a_stream_nobody_knows_the_time_left(clock: list[float]) -> None:
    pace = Pace(RunReport(), Meter(read=5), 100.0)
    clock[0] = 110.0
    assert pace.left() is None


def test_json_lines_tell_failures_at_once_and_the_rest_once_a_second(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    report = RunReport()
    with display("json", report, Meter(10, 10)) as shown:
        for seconds, outcome in [(0.2, STORED), (0.3, FAILED), (1.0, STORED), (0.5, STORED)]:
            clock[0] += seconds
            report.add(outcome)
            shown.show(outcome)
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["event"] for line in told] == ["failed", "progress", "end"]
    assert told[0] == {"event": "failed", "place": "b\x1b.txt", "kind": "binary", "message": "a picture"}
    assert (told[1]["stored"], told[2]["stored"], told[2]["relations"]) == (2, 3, 9)
    assert told[2]["articles_per_second"] == 1.5


def test_a_failure_cannot_give_orders_to_the_terminal() -> None:
    assert failure(FAILED) == "shabaka: b\N{REPLACEMENT CHARACTER}.txt: a picture"


def test_a_report_counts_all_by_source_and_reason_and_keeps_the_first() -> None:
    report = RunReport()
    skipped = Outcome("archive", "c.txt", "skipped", "not Arabic", "not Arabic")
    for outcome in [STORED, FAILED, *[skipped] * (KEPT + 5), Outcome("news", "a.txt", "unchanged")]:
        report.add(outcome)
    content = json.loads(report.as_json())
    assert content["sources"] == {
        "news": {"failed: binary": 1, "relations": 3, "stored": 1, "unchanged": 1},
        "archive": {"relations": 0, "skipped: not Arabic": KEPT + 5},
    }
    assert (len(content["told"]), content["left out of told"]) == (KEPT, 6)
    assert (
        report.summary() == "1 stored, 1 unchanged, 1,005 skipped (1,005 not Arabic), 1 failed (1 binary); 3 relations"
    )
