import pytest

from tests.ingest.analysed import analysed


@pytest.mark.parametrize(
    "text",
    [
        "ترأس الوزير جلسة مجلس الأمن القومي.",
        "طالب مجلس الأمن القومي الحكومة بالرد.",
        "التقى الوزير أعضاء مجلس الأمن القومي في أنقرة.",
        "قرار لمجلس الأمن القومي يثير الجدل.",
        "عين الرئيس أمينا عاما لمجلس الأمن القومي.",
        "دعا الرئيس مجلس الأمن القومي إلى الانعقاد.",
    ],
)
def test_an_adjective_makes_the_name_anothers(text):
    analysis = analysed(text)
    assert "un-security-council" not in analysis.known


@pytest.mark.parametrize(
    "text",
    [
        "ترأس الوزير جلسة مجلس الأمن أمس.",
        "طالب مجلس الأمن الحكومة السورية بالرد.",
        "التقى الوزير أعضاء مجلس الأمن الدولي.",
        "قرار لمجلس الأمن يثير الجدل.",
        "وأيد مجلس الأمن الخطوة.",
        "دعا الرئيس مجلس الأمن إلى الانعقاد.",
    ],
)
def test_the_bare_name_is_known(text):
    assert "un-security-council" in analysed(text).known
