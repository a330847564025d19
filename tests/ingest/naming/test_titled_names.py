"""Which words behind a title are the name."""

import pytest

from ingest.naming.titled_names import name_in

CASES = {
    "last-name-that-is-a-title": ("وزير الداخليه نايف القاضي", "نايف القاضي"),
    "last-name-of-honour": ("السفير خالد الشيخ", "خالد الشيخ"),
    "lawyer": ("النائب عصام المحامي", "عصام المحامي"),
    "mufti": ("الوزير سامي المفتي", "سامي المفتي"),
    "trustee": ("النائب مازن الامين", "مازن الامين"),
    "agent": ("النائب سالم الوكيل", "سالم الوكيل"),
    "title-before-the-name": ("المدعي العام القاضي مازن الحجار", "مازن الحجار"),
    "minister-is-no-last-name": ("النائب سالم الوزير", "سالم"),
    "president-is-no-last-name": ("النائب سالم الرئيس", "سالم"),
    "side-behind-the-name": ("العميد بسام قاعي ومن الجانب", "بسام قاعي"),
    "chief-of-his-kind": ("الامير غازي بن محمد كبير مستشاري الملك", "غازي بن محمد"),
    "chief-negotiator": ("الدكتور صائب عريقات كبير المفاوضين", "صائب عريقات"),
    "great-is-a-name-too": ("المولوي محمد كبير", "محمد كبير"),
    "no-given-name": ("رئيس القضاه القاضي", ""),
    "two-titles": ("السيد القاضي", ""),
    "title-alone": ("القاضي", ""),
}


@pytest.mark.parametrize(("phrase", "name"), CASES.values(), ids=CASES.keys())
def test_name_behind_a_title(phrase, name):
    forms = phrase.split()
    found = name_in(forms, [form.startswith("ال") for form in forms], (), {}.get)
    assert " ".join(forms[slice(*found)] if found else ()) == name
