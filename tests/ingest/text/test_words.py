import pytest

from ingest.text import words

SPLITS = {
    "وبالعراق": ("و", "بال", "عراق"),
    "فصائل": ("", "", "فصائل"),
    "وفصائل": ("و", "", "فصائل"),
    "وبعثه": ("و", "", "بعثه"),
    "بعثتها": ("", "", "بعثتها"),
    "للجنه": ("", "لل", "لجنه"),
    "بوزراء": ("", "ب", "وزراء"),
    "والكتله": ("و", "ال", "كتله"),
    "والي": ("و", "", "الي"),
    "كرد": ("", "ك", "رد"),
    "وقال": ("و", "", "قال"),
}


@pytest.mark.parametrize("form", SPLITS)
def test_clitics_are_parted_but_not_the_letters_of_a_noun_of_actors(form):
    assert words.split(form) == SPLITS[form]


def test_features_know_shape_alone():
    assert words.by_shape("وزراء") == ("و", "", "زراء")
    assert "r=زراء" in words.affixes("وزراء")
