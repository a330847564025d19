import pytest

from ingest.fitted.paths import Paths
from tests.ingest.analysed import analysed, named, opened

TEXT = "قال الرئيس السوري إن تركيا، التي زارها وفد أمريكي أمس، طالبت أمس إيران والعراق بالانسحاب."


@pytest.fixture(scope="module")
def way():
    analysis = analysed(TEXT)
    context, trigger = opened(analysis, "طالبت", "demands")[0]
    paths = Paths(context, analysis.phrases)
    return lambda name: paths.of(trigger.token, named(analysis, name))


def test_a_phrase_behind_the_trigger(way):
    assert way("ايران").side == "a"
    assert way("ايران").verbs == 0


def test_a_conjunct_is_reached_past_the_first_of_its_list(way):
    assert way("العراق").actors == 1


def test_a_relative_clause_stands_between(way):
    path = way("تركيا")
    assert path.side == "b"
    assert (path.verbs, path.clauses, path.commas) == (1, 1, 2)


def test_a_long_path_is_told_without_its_middle(way):
    assert way("الرئيس السوري").text.count("~") == 1
    assert way("ايران").text == "a" + "".join(way("ايران").classes)


def test_another_sentence_is_out_of_reach():
    analysis = analysed("هددت إيران تركيا.\nطالبت مصر العراق بالانسحاب.")
    context, trigger = opened(analysis, "طالبت", "demands")[0]
    assert Paths(context, analysis.phrases).of(trigger.token, named(analysis, "تركيا")) is None
