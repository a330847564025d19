import pytest

from ingest.grammar import agreement
from ingest.text.mentions import Phrase

VERBS = {
    "perfect-feminine": ("هددت", "haddada", "f"),
    "perfect-masculine": ("هدد", "haddada", "m"),
    "imperfect-feminine": ("وتدعو", "da3a", "f"),
    "imperfect-masculine": ("سيلتقي", "iltaqa", "m"),
}


@pytest.mark.parametrize(("word", "entry", "gender"), VERBS.values(), ids=VERBS.keys())
def test_the_gender_of_a_verb(word, entry, gender):
    assert agreement.of_verb(word, entry) == gender


PHRASES = {
    "state": ("ايران", "state", "f"),
    "masculine-state": ("العراق", "state", "m"),
    "state-in-ya-nun": ("فلسطين", "state", "f"),
    "body": ("حركه حماس", "armed_group", "f"),
    "masculine-body": ("حزب الله", "armed_group", "m"),
    "plural-of-bodies": ("الفصائل", "group", "f"),
    "plural-of-people": ("المتظاهرون", "group", "m"),
    "title": ("الوزيره سلمي", "person", "f"),
    "name": ("طه الراوي", "person", ""),
}


@pytest.mark.parametrize(("form", "type_", "gender"), PHRASES.values(), ids=PHRASES.keys())
def test_the_gender_of_a_phrase(form, type_, gender):
    assert agreement.of_phrase(Phrase(0, 0, 1, type_, "", form)) == gender


@pytest.mark.parametrize(
    ("surface", "form", "type_", "gender"),
    [
        ("رئيسه", "رئيسه فلان", "person", "m"),
        ("رئيسة", "رئيسه فلان", "person", "f"),
        ("رئيسته", "رئيسته فلانة", "person", "f"),
        ("حزبه", "حزبه", "organization", "m"),
        ("حركته", "حركته", "organization", "f"),
        ("حركة", "حركه فلان", "organization", "f"),
        ("بلاده", "بلاده", "state", "f"),
        ("قواتها", "قواتها", "armed_group", "f"),
    ],
)
def test_a_possessive_is_no_ta_marbuta(surface, form, type_, gender):
    assert agreement.of_phrase(Phrase(0, 0, 1, type_, "", form), surface) == gender


def test_a_plural_verb_has_its_subject_before_it():
    assert agreement.is_plural("طالبوا", "taalaba")
    assert not agreement.is_plural("طالب", "taalaba")


@pytest.mark.parametrize(("word", "speaks"), [("سنرد", True), ("سيرد", False)])
def test_we_speak(word, speaks):
    assert agreement.speaks(word, "radda") is speaks


def test_an_open_gender_agrees_with_both():
    assert agreement.agree("", "f")
    assert not agreement.agree("m", "f")
