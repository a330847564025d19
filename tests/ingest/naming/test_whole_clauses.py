import pytest

from tests.ingest.analysed import analysed


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("قال خليل الحية إن من يشارك في خنق شعبه سيحاكم.", "من يشارك في خنق شعبه"),
        ("قال خليل الحية: لن نسكت، ومن يهاجم مدينة غزة سيحاكم.", "من يهاجم مدينه غزه"),
        ("هدد خليل الحية بأنه سيلاحق كل من يتعاون مع الاحتلال الإسرائيلي.", "كل من يتعاون مع الاحتلال الاسرائيلي"),
    ],
)
def test_whoever_does_something_is_told_with_his_whole_clause(text, whole):
    assert whole in {phrase.form for phrase in analysed(text).phrases}


def test_no_phrase_is_left_that_only_goes_on_with_the_clause():
    forms = {phrase.form for phrase in analysed("قال خليل الحية إن من يشارك في خنق شعبه سيحاكم.").phrases}
    assert not any(form.startswith("في ") for form in forms)
