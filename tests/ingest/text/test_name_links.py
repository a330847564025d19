import pytest

from ingest.text import name_links
from ingest.text.sentences import tokens

LINEAGES = {
    "son-before-the-link": ("الأمير نايف بن سلمان", 2, 0, 1),
    "father-alone": ("الأمير نايف بن سلمان", 3, 0, 1),
    "grandfather": ("الأمير نايف بن سلمان بن فهد", 4, 0, 1),
    "name-spelled-like-a-title": ("السفير مساعد بن ياسر", 2, 0, 1),
    "given-name-before-the-phrase": ("العماني فهد بن محمود", 2, 2, 1),
    "surname-behind-a-title": ("الرئيس بن عاشور", 1, 0, 1),
    "surname-cut-in-two": ("ذكر بن رودان", 2, 1, 1),
    "surname-behind-a-verb": ("وعقد بن سبعون", 1, 1, 1),
    "surname-opens-the-sentence": ("بن سبعون يستقيل", 0, 0, 0),
    "no-link": ("الأمير نايف سلمان", 2, 0, 2),
}


@pytest.mark.parametrize(("text", "first", "least", "begins"), LINEAGES.values(), ids=LINEAGES.keys())
def test_names_begin_with_the_son(text, first, least, begins):
    assert name_links.begun(list(tokens(text)), first, least) == begins


@pytest.mark.parametrize(
    ("text", "last", "ends"),
    [
        ("راكان بن سلمان بن هذلول ضيوفه", 3, 5),
        ("محمد بن زايد آل نهيان رئيس", 3, 5),
        ("راكان بن سلمان رئيس", 2, 3),
        ("راكان رئيس", 1, 1),
        ("ماريو دي لا كروث قد", 2, 4),
        ("ماريو دي لا كروث قد", 1, 4),
        ("ديدييه فان دن بروك نظيره", 1, 4),
        ("أكد ناظم فان الحكومة", 2, 2),
        ("أكد ناظم فإن الحكومة", 2, 2),
        ("الوزير ناظم لا يدعم", 2, 2),
    ],
    ids=[
        "grandfather",
        "house",
        "open-link",
        "whole",
        "spanish-open",
        "spanish",
        "dutch",
        "then-without-hamza",
        "then",
        "negation-is-no-article",
    ],
)
def test_names_go_on_with_the_father(text, last, ends):
    assert name_links.completed(list(tokens(text)), last) == ends
