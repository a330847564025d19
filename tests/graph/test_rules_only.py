"""``--rules-only``: extract and build without the fitted ranker and judge."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.cli import cli
from ingest.article import Article
from ingest.pipeline import read

TEXT = "التقى برهم صالح بمصطفى الكاظمي في بغداد."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.txt"
    path.write_text(TEXT)
    return path


def test_extract_writes_what_the_rules_read(article: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["extract", str(article), "--out", str(tmp_path / "out"), "--rules-only"])
    assert done.exit_code == 0
    (told,) = json.loads((tmp_path / "out" / "meeting.json").read_text())["relations"]
    (read_by_rules,) = read(Article("meeting", TEXT), rules_only=True).relations
    assert (told["relation"], told["confidence"]) == ("meets", read_by_rules.confidence)


def test_ingest_names_the_package_of_a_rung_that_is_not_there(article: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["ingest", str(article), "--store", str(tmp_path / "store"), "--rung", "mle"])
    assert done.exit_code != 0
    assert not (tmp_path / "store").exists()
    assert "camel_data -i" in str(done.exception) + done.output


def test_ingest_stores_what_the_rules_read(article: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    done = CliRunner().invoke(cli, ["ingest", str(article), "--store", str(store), "--rules-only"])
    assert (done.exit_code, done.stdout) == (0, "1 stored, 0 unchanged, 0 skipped, 0 failed; 1 relations\n")
