import pytest

from ingest.text.word_classes import is_verb, word_class

CLASSES = {
    "perfect": ("اعلن", "V"),
    "perfect-feminine": ("اعلنت", "V"),
    "perfect-weak-with-ending": ("التقت", "V"),
    "conjunction-and-perfect": ("واكد", "&V"),
    "radical-waw": ("وصل", "V"),
    "imperfect": ("يعتقد", "V"),
    "imperfect-feminine": ("تعلن", "V"),
    "imperfect-hollow": ("تقول", "V"),
    "future": ("ستجري", "V"),
    "masdar-like-an-imperfect": ("تعاون", "V"),
    "noun": ("حكومه", "n"),
    "day-is-no-verb-by-its-ending": ("يوميه", "n"),
    "preposition": ("مع", "p"),
    "conjunction-and-preposition": ("ومع", "&p"),
    "preposition-joined": ("بالحكومه", "b"),
    "that": ("ان", "C"),
    "relative": ("التي", "R"),
    "subordinator": ("بينما", "J"),
    "negative": ("لم", "N"),
    "circumstance": ("مطالبا", "A"),
}


@pytest.mark.parametrize(("form", "letter"), CLASSES.values(), ids=CLASSES.keys())
def test_class_of_a_word(form, letter):
    assert word_class(form, form) == letter


@pytest.mark.parametrize(
    ("sign", "letter"), [("،", ","), (":", ","), ("«", '"'), ("”", '"'), ("(", "("), (".", "."), ("؟", ".")]
)
def test_class_of_a_sign(sign, letter):
    assert word_class(sign, sign) == letter


def test_nothing_is_no_verb():
    assert not is_verb("")
