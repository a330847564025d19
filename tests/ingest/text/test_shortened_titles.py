import pytest

from ingest.text.sentences import sentences
from ingest.text.shortened_titles import shortened, without_letters, written_out

NAMED = {
    "doctor": ("استقبل د. عبدالله الربيعة أمس السفير", ["عبدالله الربيعة"]),
    "engineer": ("وقال م. خالد الفالح إن", ["خالد الفالح"]),
    "without-a-space": ("دعا د.فهد السلمان إلى", ["فهد السلمان"]),
    "stroke": ("شكر د/ أحمد الطيب مصر", ["أحمد الطيب"]),
    "two-letters": ("وأكد أ.د. سعيد الحسن أن", ["سعيد الحسن"]),
    "surname": ("وعبر د. الزياني عن شكره", ["الزياني"]),
    "servant": ("التقى م. عبد الجبار اللعيبي نظيره", ["عبد الجبار اللعيبي"]),
    "son": ("استقبل د. محمد بن عبدالرحمن السلمان الوفد", ["محمد بن عبدالرحمن السلمان"]),
}
UNNAMED = {
    "end-of-a-sentence": "وبلغ طوله خمسة م. وقال الوزير",
    "whole-title": "استقبل الدكتور عبدالله الربيعة السفير",
    "no-stop": "د عبدالله الربيعة",
    "another-letter": "قال س. أحمد الطيب",
    "no-name": "وصل د. إلى القاهرة",
    "at-the-end": "وصل د.",
}


def tokens_of(text):
    return next(iter(sentences(text))).tokens


@pytest.mark.parametrize(("text", "names"), NAMED.values(), ids=NAMED.keys())
def test_a_title_of_one_letter_tells_a_name(text, names):
    tokens = tokens_of(text)
    found = [" ".join(token.surface for token in tokens[first:end]) for first, end in shortened(tokens)]
    assert found == names


@pytest.mark.parametrize("text", UNNAMED.values(), ids=UNNAMED.keys())
def test_another_letter_tells_none(text):
    tokens = tokens_of(text)
    assert list(shortened(tokens)) == []
    assert written_out(tokens) == [token.form for token in tokens]


def test_the_title_is_written_out_for_the_taggers_and_leaves_their_labels():
    tokens = tokens_of("استقبل د. عبدالله الربيعة السفير")
    assert written_out(tokens)[1:3] == ["الاستاذ", "الدكتور"]
    whole = ["O", "B-person", "I-person", "I-person", "I-person", "B-person"]
    assert without_letters(tokens, whole) == ["O", "O", "O", "B-person", "I-person", "B-person"]


def test_within_a_longer_title_the_labels_stay():
    tokens = tokens_of("قال الوزير د. عبدالله الربيعة")
    labels = ["O", "B-person", "I-person", "I-person", "I-person", "I-person"]
    assert without_letters(tokens, labels) == labels


def test_behind_a_name_without_office_another_begins():
    tokens = tokens_of("استقبل محمود عباس د. حنان عشراوي")
    labels = ["O", "B-person", *["I-person"] * 5]
    assert without_letters(tokens, labels) == ["O", "B-person", "I-person", "O", "O", "B-person", "I-person"]
