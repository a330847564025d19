import pytest
from typer.testing import CliRunner

from graph.cli import cli


def test_doctor_names_the_command_for_every_rung_that_is_not_installed(tmp_path, monkeypatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    done = CliRunner().invoke(cli, ["doctor"])
    assert done.exit_code == 0
    rows = {line.split()[0]: line for line in done.output.splitlines() if line}
    assert "installed" in rows["embedded"]
    assert "run camel_data -i morphology-db-msa-r13" in rows["calima"]
    assert "camel_data -i disambig-mle-calima-msa-r13" in rows["mle"]
    assert "camel_data -i disambig-bert-unfactored-msa" in rows["bert"]
    assert "camel_data -i ner-arabert" in rows["ner"]
    assert "--rung auto uses embedded" in done.output


def test_doctor_sees_what_is_installed(tmp_path, monkeypatch):
    folder = tmp_path / "data" / "morphology_db" / "calima-msa-r13"
    folder.mkdir(parents=True)
    (folder / "morphology.db").write_text("")
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert "--rung auto uses calima" in CliRunner().invoke(cli, ["doctor"]).output


@pytest.mark.parametrize("command", ["extract", "build"])
def test_a_rung_that_is_not_installed_is_refused_before_anything_is_read(tmp_path, monkeypatch, command):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    (tmp_path / "reed.txt").write_text("وصل الوزير إلى بغداد.", encoding="utf-8")
    place = ["--out", str(tmp_path / "out")]
    done = CliRunner().invoke(cli, [command, str(tmp_path / "reed.txt"), *place, "--rung", "mle"])
    assert done.exit_code != 0
    assert "camel_data -i disambig-mle-calima-msa-r13" in str(done.exception)
