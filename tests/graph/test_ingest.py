"""``shabaka ingest`` as a user runs it; where processes are started or ended, in one of its own."""

import gzip
import io
import json
import os
import select
import signal
import subprocess
import sys
import time
import uuid
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from graph.cli import app
from tests.benchmarks.corpora import records

SHABAKA = [sys.executable, "-c", "from graph.cli import app; app()"]
RECORDS = [record | {"text": record["title"]} for record in records(60)]
LINES = [json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS]


class Done(NamedTuple):
    status: int
    out: str
    err: str


def shabaka(*arguments: object) -> Done:
    """Run the command in this process."""
    with (
        pytest.MonkeyPatch.context() as patch,
        redirect_stdout(io.StringIO()) as out,
        redirect_stderr(io.StringIO()) as err,
    ):
        patch.setattr(sys, "argv", ["shabaka", *map(str, arguments)])
        try:
            app()
        except SystemExit as ended:
            return Done(int(ended.code or 0), out.getvalue(), err.getvalue())
    return Done(0, out.getvalue(), err.getvalue())


def piped(store: Path, *arguments: str) -> str:
    """What a process says that ingests all articles from a pipe."""
    command = [*SHABAKA, "ingest", "-", "--store", str(store), *arguments]
    return subprocess.run(command, input="".join(LINES), capture_output=True, text=True, check=True).stdout


def ingested(store: Path, *sources: object, status: int = 0) -> dict[str, Any]:
    done = shabaka("ingest", *sources, "--store", store)
    assert done.status == status, done.err
    report: dict[str, Any] = json.loads((store / "report.json").read_text(encoding="utf-8"))
    return report


def exported(store: Path) -> bytes:
    out = store.with_suffix(".nq")
    assert shabaka("export", "--store", store, "--format", "nquads", "--out", out).status == 0
    return out.read_bytes()


@contextmanager
def running(store: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Ingest from a pipe, in a process group of its own; with a mark in the environment of all its processes."""
    mark = f"SHABAKA_MARK={uuid.uuid4()}"
    process = subprocess.Popen(
        [*SHABAKA, "ingest", "-", "--store", str(store), "--progress", "json", *arguments],
        env=os.environ | dict([mark.split("=")]), start_new_session=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process, mark
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            with suppress(BrokenPipeError):
                stream.close()  # type: ignore[union-attr]


def left_running(mark: str) -> list[str]:
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in environment.read_bytes():
                found.append(environment.parent.name)
        except OSError:
            continue
    return found


def fed(process: subprocess.Popen[bytes], until: int) -> None:
    """Give it articles until it says that at least ``until`` are stored; it goes on waiting for more."""
    assert process.stdin
    assert process.stdout
    process.stdin.writelines(line.encode() for line in LINES[:48])
    told = b""
    while not any(json.loads(line)["stored"] >= until for line in told.splitlines(keepends=True) if line[-1:] == b"\n"):
        process.stdin.write(b'{"text": "x"}\n')  # each makes it look at the clock, and so tell how far it is
        process.stdin.flush()
        if select.select([process.stdout], [], [], 0.1)[0]:
            told += os.read(process.stdout.fileno(), 1 << 16) or pytest.fail("it ended")


def test_a_folder_is_read_then_left_alone_then_what_is_new_alone(tmp_path: Path, samples: Path) -> None:
    store = tmp_path / "store"
    assert ingested(store, samples)["stored"] == 9
    new = tmp_path / "new.jsonl"
    new.write_text(LINES[0], encoding="utf-8")
    report = ingested(store, samples, new)
    assert (report["stored"], report["unchanged"]) == (1, 9)
    assert report["sources"][str(samples)] == {"relations": 0, "unchanged": 9}
    assert report["sources"][str(new)]["stored"] == 1


def test_pages_that_were_read_are_not_taken_apart_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, folder, packed = tmp_path / "store", tmp_path / "pages", tmp_path / "pages.zip"
    folder.mkdir()
    pages = {f"{number}.html": page(RECORDS[number]) for number in range(3)}
    for name, html in pages.items():
        (folder / name).write_text(html, encoding="utf-8")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("packed.html", page(RECORDS[3]))
    assert ingested(store, folder, packed)["stored"] == 4
    before = exported(store)
    (folder / "2.html").write_text(page(RECORDS[4]), encoding="utf-8")
    import trafilatura

    taken: list[str] = []
    extraction = trafilatura.bare_extraction
    monkeypatch.setattr(
        trafilatura, "bare_extraction", lambda html, **how: taken.append(html) or extraction(html, **how)
    )
    report = ingested(store, folder, packed)
    assert (report["stored"], report["unchanged"]) == (1, 3)
    assert taken == [page(RECORDS[4])]
    (folder / "2.html").write_text(pages["2.html"], encoding="utf-8")
    assert ingested(store, folder, packed, "--rules-only")["stored"] == 4  # another way of reading
    assert ingested(store, folder, packed)["stored"] == 4
    assert len(taken) == 9
    assert exported(store) != before  # the changed page has no address: it was another article
    ingested(store, folder, packed, "--reread")
    assert len(taken) == 13


def page(record: dict[str, Any]) -> str:
    """A web page with the article of a record, of some length."""
    body = f"<p>{record['text']}</p>" * 3
    return f"<html><head><title>{record['title']}</title></head><body><article>{body}</article></body></html>"


def test_many_articles_on_two_processes_or_one_make_the_same_store(tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        assert piped(tmp_path / jobs, "--jobs", jobs).startswith("60 stored, 0 unchanged, 0 skipped, 0 failed; ")
    assert exported(tmp_path / "1") == exported(tmp_path / "2")


def test_the_first_interruption_finishes_what_is_in_flight_and_says_how_to_go_on(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with running(store, "--jobs", "2") as (process, mark):
        fed(process, 8)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stdin
        process.stdin.close()
        assert process.wait(60) == 130
        assert process.stderr
        told = process.stderr.read().decode()
        assert "finishing the articles in flight" in told
        assert "interrupted; the same command goes on with the rest" in told
        assert "Traceback" not in told
        assert left_running(mark) == []
    report = json.loads((store / "report.json").read_text(encoding="utf-8"))
    assert report["interrupted"]
    said = piped(store, "--jobs", "1")
    assert said.startswith(f"{60 - report['stored']} stored, {report['stored']} unchanged")


def test_a_killed_run_loses_what_was_in_flight_alone_and_leaves_no_process(tmp_path: Path) -> None:
    store, whole = tmp_path / "store", tmp_path / "whole"
    with running(store, "--jobs", "2") as (process, mark):
        fed(process, 8)
        process.kill()
        process.wait(60)
        deadline = time.monotonic() + 60
        while left_running(mark) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert left_running(mark) == []
    end = json.loads(piped(store, "--jobs", "1", "--progress", "json").splitlines()[-1])
    assert end["event"] == "end"
    assert end["unchanged"] >= 8
    assert end["stored"] + end["unchanged"] == 60
    piped(whole, "--jobs", "1")
    assert exported(store) == exported(whole)


def test_whatever_is_wrong_is_named_counted_and_left_out_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "loop").symlink_to("..")
    (folder / "huge.txt").write_bytes(LINES[0].encode() * (50_000_000 // len(LINES[0].encode())))
    lines = ["\n"] * 7012 + ['{"text": x\n', LINES[1], '{"text": 7}\n']
    (folder / "news.jsonl").write_text("".join(lines), encoding="utf-8")
    with zipfile.ZipFile(folder / "news.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../out.jsonl", LINES[2])
        archive.writestr("bomb.txt", b"\0" * 60_000_000)
        archive.writestr("in.jsonl", LINES[3])
    (folder / "bomb.jsonl.gz").write_bytes(gzip.compress(b" " * 60_000_000, 9))
    (folder / "short.txt").write_text("قال الوزير", encoding="utf-8")
    (folder / "english.txt").write_text("The minister said so.", encoding="utf-8")
    (folder / "again.jsonl").write_text(LINES[1], encoding="utf-8")
    report = ingested(tmp_path / "store", folder, status=1)
    places = {told["place"].removeprefix(f"{folder}/"): told["message"] for told in report["told"]}
    assert {place: message.partition(";")[0] for place, message in places.items()} == {
        "bomb.jsonl.gz": "unpacks to more than 200 times its size",
        "deep/loop": "a link back to a folder it is in",
        "english.txt": "not Arabic",
        "huge.txt": "larger than 5 MB",
        "news.jsonl: line 7013": "no JSON (column 10: Expecting value)",
        "news.jsonl: line 7015": "field 'text' is a number, not text",
        "news.zip: ../out.jsonl": "a path that leads out of the archive",
        "news.zip: bomb.txt": "larger than 5 MB",
        "short.txt": "fewer than 3 Arabic words",
    }
    assert report["failed"] == {"malformed": 2, "too large": 3, "unreadable": 2}
    assert report["skipped"] == {"not Arabic": 1, "too short": 1}
    assert (report["stored"], report["unchanged"]) == (2, 1)


def test_strict_stops_at_the_first_failure(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text(LINES[0] + "no JSON\n" + "".join(LINES[1:]), encoding="utf-8")
    done = shabaka("ingest", news, "--store", tmp_path / "store", "--strict", "--jobs", "1")
    assert done.status == 1
    assert done.err.splitlines()[0].startswith(f"shabaka: {news}: line 2: no JSON")
    assert done.err.splitlines()[-1] == "shabaka: stopped at the first failure; what was read before is stored"
    assert json.loads((tmp_path / "store" / "report.json").read_text())["stored"] < 60


@pytest.mark.parametrize("sources", [["none"], ["*.nope"], ["none", "*.nope"], ["http://host.example/x?y"]])
def test_what_is_not_there_is_told_once(tmp_path: Path, sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = shabaka("ingest", *sources, "--store", "store")
    assert done.status == 2
    assert [line.split(": ")[1] for line in done.err.splitlines()] == sources


def test_failures_are_told_and_then_what_was_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The minister met his counterpart.")
    done = shabaka("ingest", tmp_path / "none", tmp_path / "a.txt", "--store", tmp_path / "store")
    assert (done.status, done.err.splitlines()) == (2, [
        f"shabaka: {tmp_path}/none: no such file or folder",
        f"shabaka: {tmp_path}/a.txt: not Arabic (and 1 more without an article)",
    ])  # fmt: skip


def test_an_address_is_not_fetched_and_named_as_it_was_written(tmp_path: Path) -> None:
    done = shabaka("ingest", "https://host.example/a", "--store", tmp_path / "store", "--quiet")
    assert done.err.startswith("shabaka: https://host.example/a: an address; nothing is fetched from the network")


def test_quiet_says_nothing_but_failures(tmp_path: Path, samples: Path) -> None:
    done = shabaka("ingest", samples, tmp_path / "none", "--store", tmp_path / "store", "--quiet")
    assert done == Done(1, "", f"shabaka: {tmp_path}/none: no such file or folder\n")


def test_the_report_can_be_written_elsewhere(tmp_path: Path, samples: Path) -> None:
    shabaka("ingest", samples, "--store", tmp_path / "store", "--report", tmp_path / "r.json")
    assert json.loads((tmp_path / "r.json").read_text())["stored"] == 9
    assert not (tmp_path / "store" / "report.json").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["/none.txt"], "shabaka: /none.txt: no such file or folder"),
        (["x", "--progress", "dots"], "choose bar or json"),
        (["x", "--map", "a"], "shabaka: field map: 'a'; expected FIELD=NAME"),
        (["x", "--scheduler", "tcp://127.0.0.1:1"], "shabaka: tcp://127.0.0.1:1: no Dask scheduler answers there"),
    ],
    ids=["nothing-there", "progress", "map", "scheduler"],
)
def test_bad_usage_is_told(tmp_path: Path, arguments: list[str], told: str) -> None:
    done = shabaka("ingest", *arguments, "--store", tmp_path / "store")
    assert done.status == (1 if "--scheduler" in arguments else 2)
    assert told in done.err
