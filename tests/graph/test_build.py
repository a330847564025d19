import os
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rdflib import RDF, Graph
from rich.console import Console
from typer.testing import CliRunner

from graph.cli import cli
from graph.relation_table import relation_table
from ingest.reading import Reading
from ontology.vocabulary import SCHEMA, SEM
from tests.readings import MEETING, RAWI, READING, THREAT

RUN = "from graph.cli import app; app()"


def shabaka(*words: str | Path, seed: str = "0") -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, with its own order of hashes."""
    command = [sys.executable, "-c", RUN, *map(str, words)]
    environment = os.environ | {"PYTHONHASHSEED": seed, "COLUMNS": "200"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def drawn(*readings: Reading, most: int, width: int = 200) -> str:
    sink = StringIO()
    Console(width=width, file=sink).print(relation_table(readings, most, width=width))
    return sink.getvalue()


def test_a_second_build_gives_the_same_bytes(samples: Path, tmp_path: Path) -> None:
    contents = []
    for seed in ("1", "2"):
        done = shabaka("build", samples, "--out", tmp_path, seed=seed)
        assert (done.returncode, done.stderr) == (0, "")
        contents.append({path.name: path.read_bytes() for path in tmp_path.iterdir()})
    assert contents[0].keys() == {"graph.ttl", "network.html"}
    assert contents[0] == contents[1]
    made = Graph().parse(data=contents[0]["graph.ttl"], format="turtle")
    articles, events = (len(set(made.subjects(RDF.type, kind))) for kind in (SCHEMA.NewsArticle, SEM.Event))
    assert articles == 9
    assert events > 20
    assert done.stdout.splitlines()[-1].startswith(f"9 articles, {events} relations, ")
    assert "less sure are not shown" in done.stdout


def test_where_nothing_can_be_written_one_line_and_exit_2(samples: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    done = shabaka("build", samples, "--out", tmp_path / "taken")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert f"{tmp_path / 'taken'}: no folder can be made there" in done.stderr
    assert [path.read_text() for path in tmp_path.iterdir()] == ["a file"]


def test_an_article_twice_is_read_once(samples: Path, tmp_path: Path) -> None:
    first = min(samples.glob("*.txt"))
    done = CliRunner().invoke(cli, ["build", str(first), str(first), "--out", str(tmp_path)])
    assert done.stdout.splitlines()[-1].startswith("1 article, ")


@pytest.mark.parametrize("command", ["build", "extract"])
def test_what_cannot_be_read_is_named_and_the_rest_is_read(samples: Path, tmp_path: Path, command: str) -> None:
    (tmp_path / "torn.zip").write_bytes(b"no archive")
    words = [command, str(min(samples.glob("*.txt"))), str(tmp_path / "torn.zip"), "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 1
    assert "torn.zip: no zip archive" in done.stderr
    assert "1 article" in done.stdout
    assert any((tmp_path / "out").iterdir())


def test_the_module_of_the_command_line_runs_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "graph.cli", "explain", str(tmp_path / "none.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_articles_without_a_relation_give_a_graph_and_no_page(tmp_path: Path) -> None:
    (tmp_path / "weather.txt").write_text("الطقس اليوم مشمس في المدينة.")
    out = tmp_path / "out"
    out.mkdir()
    (out / "network.html").write_text("of an earlier build")
    done = CliRunner().invoke(cli, ["build", str(tmp_path / "weather.txt"), "--out", str(out)])
    assert done.exit_code == 0
    assert "no relation between two actors was read" in done.stderr
    assert [path.name for path in out.iterdir()] == ["graph.ttl"]
    assert len(set(Graph().parse(out / "graph.ttl").subjects(RDF.type, SCHEMA.NewsArticle))) == 1


def test_the_table_keeps_the_surest_in_the_order_of_the_text() -> None:
    low = replace(THREAT, confidence=0.2)
    sure = replace(THREAT, confidence=0.9)
    text = drawn(replace(READING, relations=(low, MEETING, sure)), most=2)
    rows = [line for line in text.splitlines() if "سالم الراوي" in line]
    assert [next(word for word in line.split() if word in {"threatens", "meets"}) for line in rows] == [
        "meets",
        "threatens",
    ]
    assert "1 less sure are not shown" in text
    assert "not shown" not in drawn(READING, most=2)


def test_a_narrow_terminal_has_each_sentence_below_its_relation() -> None:
    lines = drawn(READING, most=9, width=80).splitlines()
    start = next(number for number, line in enumerate(lines) if "threatens" in line)
    assert "سالم الراوي" in lines[start]
    sentence = READING.article.text[THREAT.sentence.start : THREAT.sentence.end]
    assert " ".join(line.strip() for line in lines[start + 1 :]).startswith(sentence[:40])
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\x07", "\u2066"])
def test_the_table_gives_the_terminal_no_signs_to_obey(sign: str) -> None:
    hostile = replace(READING, actors=(replace(RAWI, name=f"سالم{sign}الراوي"), *READING.actors[1:]))
    text = drawn(hostile, most=9)
    assert sign not in text
    assert "سالم\ufffdالراوي" in text


@pytest.mark.parametrize("command", ["build", "explain"])
def test_fields_of_other_names_are_read_as_they_are_mapped(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.csv").write_text("id,body\n1,هدد سالم الراوي حزب السنبلة اليوم.\n", encoding="utf-8")
    out = ["--out", str(tmp_path / "out")] if command == "build" else []
    refused = shabaka(command, tmp_path / "a.csv", *out)
    assert (refused.returncode, "say which holds it: --map text=NAME" in refused.stderr) == (2, True)
    assert RAWI.name in shabaka(command, tmp_path / "a.csv", *out, "--map", "text=body").stdout
