import pytest

from ingest.naming.titled_names import name_in
from ingest.text import name_rules
from ingest.text.sentences import tokens

SAID = {
    "behind-a-verb-of-saying": ("قال سامر الكناني إن المعركة طويلة", ["سامر الكناني"]),
    "conjunction-on-the-verb": ("وأضاف فهد بن راكان الدوسري أن الأمر انتهى", ["فهد بن راكان الدوسري"]),
    "head-of-a-sentence": ("سامر الكناني: الوضع خطير", ["سامر الكناني"]),
    "before-a-quotation": ("وقال أويهان كورت «الوضع خطير»", ["أويهان كورت"]),
    "title-is-no-name": ("قال وزير الخارجية إن الوضع خطير", []),
    "preposition": ("قال في تصريح إن الوضع خطير", []),
    "definite-noun": ("قال المصدر المطلع إن الوضع خطير", []),
    "dropped-subject": ("وقال إن سامر الكناني غادر", []),
    "nothing-is-said": ("قال سامر الكناني", []),
    "verb-within": ("قال وأكد سالم: الوضع خطير", []),
}


@pytest.mark.parametrize(("text", "names"), SAID.values(), ids=SAID.keys())
def test_names_between_saying_and_what_is_said(text, names):
    found = list(tokens(text))
    runs = name_rules.said_names(found)
    assert [text[found[a].start : found[b - 1].end] for a, b in runs] == names


GROUPS = {
    "participle": ("سيطرت الفصائل المدعومة من إيران", ["الفصائل"]),
    "relative": ("عاد المتظاهرون الذين طالبوا بالإصلاح", ["المتظاهرون"]),
    "without-description": ("عاد المتظاهرون إلى الساحة", []),
    "indefinite": ("سيطرت فصائل مدعومة من إيران", []),
    "no-group": ("أعلن المشروع المدعوم من البنك", []),
}


@pytest.mark.parametrize(("text", "groups"), GROUPS.values(), ids=GROUPS.keys())
def test_groups_that_are_described(text, groups):
    found = list(tokens(text))
    assert [found[a].surface for a, _ in name_rules.described_groups(found)] == groups


@pytest.mark.parametrize(
    ("text", "named", "glued"),
    [
        ("بوتين وأردوغان", [(0, 1), (1, 2)], True),
        ("برهم صالح بمصطفى الكاظمي", [(0, 2), (2, 4)], True),
        ("وليد جنبلاط", [(0, 2)], False),
        ("مصطفى الكاظمي", [(0, 2), (1, 2)], False),
    ],
    ids=["conjunction", "preposition", "one-name", "nested"],
)
def test_two_names_in_one_span(text, named, glued):
    found = list(tokens(text))
    assert name_rules.glued(found, named, 0, len(found)) is glued


@pytest.mark.parametrize(
    ("text", "name"),
    [("وزير الدفاع الفريق سلطان بن راشد", (3, 6)), ("نائب الوزير مساعد بن محمد", (2, 5)), ("سلطان عمان", None)],
    ids=["behind-an-honorific", "behind-a-title", "title"],
)
def test_what_is_spelled_like_a_title_is_a_name_before_the_father(text, name):
    forms = [token.form for token in tokens(text)]
    assert name_in(forms, [form.startswith("ال") for form in forms], (), lambda _: None) == name


PLURALS = {
    "with-an-adjective": ("التقى مسؤولون عراقيون في بغداد", ["مسؤولون عراقيون"]),
    "definite-with-an-adjective": ("غادر الأعضاء الحاليون أمس", ["الأعضاء الحاليون"]),
    "tells-more-of-states": ("بدد مخاوف للدول الأعضاء الحالية أمس", []),
    "as-what-somebody-is-seen": ("صنفتها ككيانات إرهابية أمس", []),
}


@pytest.mark.parametrize(("text", "groups"), PLURALS.values(), ids=PLURALS.keys())
def test_plurals_of_people_and_sides(text, groups):
    found = list(tokens(text))
    runs = name_rules.plural_groups(found, {})
    assert [text[found[a].start : found[b - 1].end] for a, b in runs] == groups
