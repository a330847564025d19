"""The commands on stores elsewhere."""

import os
import subprocess
from pathlib import Path

import pytest

from graph.errors import RemoteError, ShabakaError
from graph.remotes.remote import addresses
from graph.storage.places import writing
from tests.conftest import PROJECT
from tests.graph import stores
from tests.graph.remote_stores import content, run, store_server
from tests.graph.serving import SHABAKA, fill, served


@pytest.mark.parametrize("place", ["separate", "oxigraph-union"], indirect=True)
def test_the_commands_take_an_address(place: str, article: Path, tmp_path: Path) -> None:
    assert "1 stored, 0 unchanged" in run(
        "ingest", str(article), "--store", place, "--report", str(tmp_path / "report.json")
    )
    assert "0 stored, 1 unchanged" in run(
        "ingest", str(article), "--store", place, "--report", str(tmp_path / "report.json")
    )
    out = tmp_path / "out"
    run("query", "threats-against", "--actor", "أمريكا", "--store", place, "--format", "csv", "--out", str(out))
    assert "هدد وزير الخارجية الإيراني الولايات المتحدة" in out.read_text(encoding="utf-8")
    run("export", "--store", place, "--format", "trig", "--out", str(tmp_path / "all.trig"))
    run("import", str(tmp_path / "all.trig"), "--store", str(tmp_path / "here"))
    run("view", "--store", place, "--out", str(tmp_path / "page.html"))
    assert "all as they must be" in run("validate", place)
    before = content(place)
    with writing(str(tmp_path / "here")) as here:
        assert stores.content(here.store) == before
        (name,) = here.articles()
    assert "forgot" in run("forget", name, "--store", place)
    assert content(place) == set()
    run("import", str(tmp_path / "all.trig"), "--store", place)
    assert content(place) == before


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_folders_of_stores_are_not_had_over_http(command: str, tmp_path: Path) -> None:
    with pytest.raises(ShabakaError, match="needs the folder of a store on this machine"):
        run(command, str(tmp_path / "x"), "--store", "http://127.0.0.1:9/query")


def test_a_server_of_ours_is_a_remote_store_to_read(tmp_path: Path) -> None:
    fill(tmp_path / "store")
    with served(tmp_path / "store") as address:
        place = f"{address}/sparql"
        out = tmp_path / "out"
        run("query", "evidence-with", "--text", "هدد", "--store", place, "--format", "csv", "--out", str(out))
        run("export", "--store", place, "--format", "nquads", "--out", str(tmp_path / "there.nq"))
        run("export", "--store", str(tmp_path / "store"), "--format", "nquads", "--out", str(tmp_path / "here.nq"))
        with pytest.raises(RemoteError, match="only reads"):
            run("forget", "reed-2", "--store", place)
    assert "سالم الراوي" in out.read_text(encoding="utf-8")
    assert (tmp_path / "there.nq").read_bytes() == (tmp_path / "here.nq").read_bytes()


def test_a_query_that_folds_is_refused_where_nobody_can(separate: str) -> None:
    with pytest.raises(ShabakaError, match="does not know sb:fold"):
        run("query", "evidence-with", "--text", "هدد", "--store", separate)


ENVIRONMENT = os.environ | {"PYTHONPATH": str(PROJECT)}
ASKS = "it asks who you are; set SHABAKA_USER and SHABAKA_PASSWORD, or SHABAKA_TOKEN (401: who are you?)"
FULL = "it failed (500: disk[31m full at /var/lib)"


@pytest.mark.parametrize(("case", "command", "words"), [("500", "ingest", FULL), ("401", "forget", ASKS)])
def test_a_command_that_fails_says_so_in_one_line(case: str, command: str, words: str, article: Path) -> None:
    with store_server(case) as place:
        told = [*SHABAKA, command, str(article), "--store", place]
        done = subprocess.run(told, capture_output=True, text=True, check=False, cwd=article.parent, env=ENVIRONMENT)
        update = addresses(place).update
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"shabaka: {update}: {words}\n")
