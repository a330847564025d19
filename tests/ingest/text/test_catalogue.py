import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.text.catalogue import data_folder, dataset, guarded

PROGRAM = """
import os, socket, sys

def refuse(*_):
    raise AssertionError("the network was reached for")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
before = dict(os.environ)
from ingest.text.lookup import load_lookup
assert load_lookup()("طالبت")[0][:2] == ("demands", "taalaba")
assert dict(os.environ) == before
assert "torch" not in sys.modules
from camel_tools.data import CATALOGUE
print(CATALOGUE.get_dataset("MorphologyDB", "calima-msa-r13").path)
"""

SOUND = {
    "version": "1.6.0",
    "packages": {},
    "components": {"MorphologyDB": {"default": "calima-msa-r13", "datasets": {"calima-msa-r13": {"path": "mine"}}}},
}


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else b"" for p in folder.rglob("*")}


def run(environment: dict[str, str]) -> str:
    names = {name: value for name, value in os.environ.items() if name not in {"HOME", "CAMELTOOLS_DATA"}}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=names | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_fresh_home_stays_as_it_is(tmp_path):
    assert run({"HOME": str(tmp_path)}) == str(tmp_path / ".camel_tools/data/morphology_db/calima-msa-r13")
    assert tree(tmp_path) == {}


def test_an_unwritable_home(tmp_path):
    (tmp_path / "file").write_text("no folder")
    run({"HOME": str(tmp_path / "file" / "home")})


@pytest.mark.parametrize(
    "content",
    ["", "<html>504</html>", "[]", "{}", '{"version": "1", "packages": [], "components": {}}', "\ud800"],
    ids=["empty", "proxy-page", "list", "no-keys", "no-table", "no-utf-8"],
)
def test_a_damaged_catalogue_is_left_alone(tmp_path, content):
    folder = tmp_path / ".camel_tools"
    folder.mkdir()
    (folder / "catalogue.json").write_bytes(content.encode("utf-8", "surrogatepass"))
    before = tree(tmp_path)
    run({"HOME": str(tmp_path)})
    assert tree(tmp_path) == before


def test_a_sound_catalogue_is_used(tmp_path):
    (tmp_path / "catalogue.json").write_text(json.dumps(SOUND))
    before = tree(tmp_path)
    assert run({"HOME": "/", "CAMELTOOLS_DATA": str(tmp_path)}) == str(tmp_path / "data" / "mine")
    assert tree(tmp_path) == before


def test_the_environment_is_restored_after_an_error(monkeypatch):
    monkeypatch.setenv("HOME", "/somewhere")
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    seen = []

    def fail() -> None:
        with guarded():
            seen.append(os.environ["HOME"])
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert seen != ["/somewhere"]
    assert os.environ["HOME"] == "/somewhere"
    assert "CAMELTOOLS_DATA" not in os.environ


def test_data_are_looked_for_where_camel_tools_puts_them(monkeypatch, tmp_path):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert dataset("NamedEntityRecognition", "arabert") == tmp_path / "data/ner/arabert"
    monkeypatch.delenv("CAMELTOOLS_DATA")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder() == tmp_path / ".camel_tools"
