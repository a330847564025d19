import pytest

from ingest.encoder.encoder import FOLDER
from ingest.encoder.pieces import MOST, UNKNOWN, load_pieces

PIECES = load_pieces(FOLDER / "pieces.json")


@pytest.mark.parametrize(
    ("one", "other"),
    [("وزير", "وزير"), ("الاجتماع", "الاجتماع"), ("ﻭﺯﻳﺮ", "وزير")],
    ids=["again", "longer", "presentation-forms"],
)
def test_one_word_has_the_same_pieces(one, other):
    assert PIECES(one) == PIECES(other)


def test_different_words_have_different_pieces():
    words = "هدد هددت التقى طالب طالبت دعم وزير رئيس إيران اجتماعاً".split()
    assert len({PIECES(word) for word in words}) == len(words)


@pytest.mark.parametrize("word", ["", "漢", "\u200f", "x" * 1000, "و" * 1000], ids=repr)
def test_any_word_has_a_piece_and_few(word):
    assert 1 <= len(PIECES(word)) <= MOST


def test_what_no_piece_is_known_for_is_unknown():
    assert UNKNOWN in PIECES("漢字")
