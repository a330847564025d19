"""``shabaka extract``: each article in a file of its own, whatever it is called."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph.cli import cli
from ingest.article import Article
from ingest.pipeline import read
from ingest.reading import Reading

BODY = "التقى وزير الخارجية سامر الكناني نظيره رائد الزبيدي في العاصمة أمس."


def extract(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["extract", *map(str, arguments)])
    return done.exit_code, done.stderr


def lines(path: Path, *names: str) -> Path:
    path.write_text("".join(json.dumps({"id": n, "text": f"{BODY} {k}"}) + "\n" for k, n in enumerate(names)))
    return path


def test_articles_of_one_name_have_a_file_each(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "n.txt").write_text(f"{BODY} {folder}")
    code, told = extract(
        tmp_path / "a", tmp_path / "b", lines(tmp_path / "c.jsonl", "n", "m"), "--out", tmp_path / "out"
    )
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert (code, len(written), {"n.json", "m.json"} <= set(written)) == (0, 4, True)
    assert told.count("another article is called 'n'; written as n-") == 2
    again = extract(tmp_path / "a", tmp_path / "b", tmp_path / "c.jsonl", "--out", tmp_path / "again")
    assert again == (0, told)
    assert sorted(path.name for path in (tmp_path / "again").iterdir()) == written


@pytest.mark.parametrize("command", ["extract", "build", "explain"])
def test_an_article_that_a_defect_keeps_from_being_read_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def broken(article: Article, **options: Any) -> Reading:
        if article.name == "n":
            raise RecursionError("too deep")
        return read(article, **options)

    monkeypatch.setattr("ingest.pipeline.read", broken)
    sources = [command, str(lines(tmp_path / "c.jsonl", "n", "m"))]
    done = CliRunner().invoke(cli, sources if command == "explain" else [*sources, "--out", str(tmp_path / "out")])
    assert (done.exit_code, done.exception.__class__) == (1, SystemExit)
    assert done.stderr.count("please report it with the article (RecursionError: too deep)") == 1
    assert "c.jsonl" in done.stderr
    assert "الكناني" in done.stdout if command == "explain" else "1 article" in done.stdout


@pytest.mark.parametrize(
    "name", ["中" * 100, "ﺳ" * 95, "م" * 300, "x" * 300], ids=["three", "shaped", "arabic", "latin"]
)
def test_a_name_that_is_long_in_bytes_is_cut(tmp_path: Path, name: str) -> None:
    assert extract(lines(tmp_path / "c.jsonl", name, name, "m"), "--out", tmp_path / "out")[0] == 0
    assert len(list((tmp_path / "out").iterdir())) == 3


@pytest.mark.parametrize(
    "command",
    [
        ["build", "x" * 300],
        ["view", "--store", "NONE", "--out", "x" * 300],
        ["query", "x" * 300, "--store", "NONE"],
        ["backup", "x" * 300, "--store", "NONE"],
    ],
    ids=lambda command: command[0],
)
def test_a_name_too_long_for_a_file_is_one_line(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "none.ttl").touch()
    words = [word.replace("NONE", str(tmp_path / "none.ttl")) for word in command]
    run = [sys.executable, "-c", "from graph.cli import app; app()", *words]
    done = subprocess.run(run, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode in {1, 2}
    assert (done.stderr.count("\n"), done.stderr.startswith("shabaka: ")) == (1, True)


def test_a_file_name_in_no_encoding_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/c\xff.txt")).write_bytes(b"\xff\xfe\x00")
    (tmp_path / "in" / "a.txt").write_text(BODY)
    run = [sys.executable, "-c", "from graph.cli import app; app()", "ingest", "in", "--store", "store"]
    done = subprocess.run(run, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("1 stored")
    assert any(
        "c\udcff.txt" in told["place"] for told in json.loads((tmp_path / "store/report.json").read_text())["told"]
    )


def test_an_empty_name_is_not_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["extract", "", "--out", str(tmp_path / "out")])
    assert done.exit_code != 0
    assert "an empty name; name a file or folder" in str(done.exception) + done.stderr


def test_fields_of_other_names_are_mapped(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text(json.dumps({"key": "n", "body": BODY}) + "\n")
    assert extract(tmp_path / "c.jsonl", "--map", "text=body,id=key", "--out", tmp_path / "out") == (0, "")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["n.json"]
