import json

import pytest
from typer.testing import CliRunner

from graph.cli import cli
from tests.graph.evaluations import document, relation

MEETS = relation("سالم الراوي", "meets", "عمر الكناني", "التقى سالم الراوي عمر الكناني", confidence=0.9)
DEMAND = relation("سالم الراوي", "demands", "حزب السنبلة", "طالب\nحزب السنبلة", confidence=0.25)


@pytest.fixture
def folders(tmp_path):
    for name, relations in (("gold", [MEETS, DEMAND]), ("predicted", [MEETS, DEMAND | {"relation": "supports"}])):
        (tmp_path / name).mkdir()
        (tmp_path / name / "reed-1.json").write_text(json.dumps(document(relations)), encoding="utf-8")
    return [str(tmp_path / "gold"), str(tmp_path / "predicted")]


def run(*arguments):
    done = CliRunner().invoke(cli, ["evaluate", *arguments])
    return done.exit_code, done.output


def test_tables_are_whole_in_eighty_columns(folders):
    code, output = run(*folders)
    assert code == 0
    assert "…" not in output
    assert max(map(len, output.splitlines())) <= 80
    assert "actor precision" in output
    assert "expected calibration error" in output


def test_figures_of_each_relation(folders):
    lines = [line.split() for line in run(*folders)[1].splitlines() if line.strip()]
    assert ["all", "2", "2", "0.500", "0.500", "0.500"] in [line[:6] for line in lines]
    assert ["meets", "1", "1", "1.000", "1.000", "1.000"] in [line[:6] for line in lines]
    assert ["threatens", "0", "0", "0.000", "0.000", "0.000"] in [line[:6] for line in lines]


def test_errors_are_counted_and_listed_by_cause(folders):
    output = run(*folders, "--errors")[1]
    lines = output.splitlines()
    assert ["missed", "wrong", "relation", "1", "100%"] in [line.split() for line in lines]
    (missed,) = [line for line in lines if line.startswith("missed\t")]
    assert missed.split("\t") == [
        "missed",
        "wrong relation",
        "reed-1",
        "سالم الراوي demands حزب السنبلة (asserted): طالب حزب السنبلة",
    ]


def test_an_article_without_a_prediction_is_empty_and_told_of(folders, tmp_path):
    (tmp_path / "gold" / "reed-2.json").write_bytes((tmp_path / "gold" / "reed-1.json").read_bytes())
    code, output = run(*folders)
    assert code == 0
    assert ["all", "4", "2"] in [line.split()[:3] for line in output.splitlines()]
    assert "1 of 2 articles have no prediction and count as empty" in output


def test_a_folder_that_holds_none_of_the_gold_is_an_error(folders, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    done = CliRunner().invoke(cli, ["evaluate", folders[0], str(tmp_path / "elsewhere")])
    assert "nothing is predicted here for any article of" in str(done.exception)


@pytest.mark.parametrize(
    ("content", "told"),
    [("{", "not JSON"), ("[]", "no list of actors"), ('{"actors": [], "relations": [{}]}', "no list of relations")],
    ids=["broken", "list", "no-ends"],
)
def test_a_damaged_prediction_is_named(folders, tmp_path, content, told):
    path = tmp_path / "predicted" / "reed-1.json"
    path.write_text(content, encoding="utf-8")
    done = CliRunner().invoke(cli, ["evaluate", *folders])
    assert done.exit_code != 0
    assert f"{path}: {told}" in str(done.exception)


def test_a_folder_without_gold_is_an_error(tmp_path):
    done = CliRunner().invoke(cli, ["evaluate", str(tmp_path), str(tmp_path)])
    assert "no gold annotation here" in str(done.exception)
