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
    assert "auto uses embedded" in done.output


def test_doctor_sees_what_is_installed(tmp_path, monkeypatch):
    folder = tmp_path / "data" / "morphology_db" / "calima-msa-r13"
    folder.mkdir(parents=True)
    (folder / "morphology.db").write_text("")
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert "auto uses calima" in CliRunner().invoke(cli, ["doctor"]).output
