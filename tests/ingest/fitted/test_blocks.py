"""Annotated articles in blocks: what they hold, and what a slip in one is answered with."""

from collections import Counter

import pytest

from ingest.errors import ArticleError
from ingest.fitted.blocks import read, written
from ingest.reading import RELATIONS

TEXT = """@ W-1
لقاء في صلالة
التقى الوزير سالم الراوي رئيس حزب «النهر» فهد الكندي، وطالبه بالاعتذار.

* person | سالم الراوي | الوزير سالم الراوي ; سالم الراوي
* person | فهد الكندي | رئيس حزب «النهر» فهد الكندي
> سالم الراوي | meets | فهد الكندي | asserted | - | التقى الوزير سالم الراوي رئيس حزب «النهر» فهد الكندي
> سالم الراوي | demands | فهد الكندي | asserted | سالم الراوي | وطالبه بالاعتذار
@ W-2
لا شيء
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_block_has_text_actors_and_relations(file):
    one, two = read(file)
    assert (one.name, two.name, two.text) == ("W-1", "W-2", "لا شيء\n")
    assert one.text.splitlines()[0] == "لقاء في صلالة"
    assert one.document["actors"][0]["mentions"] == ["الوزير سالم الراوي", "سالم الراوي"]
    assert [r["attributed_to"] for r in one.document["relations"]] == [None, "سالم الراوي"]


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ("@ W-1\n", "", 1, "begin with an article's name"),
        ("* person | سالم", "* minister | سالم", 5, "the type one of"),
        ("; سالم الراوي", "; الراو", 5, "not in the text as whole words: الراو"),
        ("; سالم الراوي", ";", 5, "not in the text as whole words: nothing"),
        ("| asserted | - |", "| asserted |", 7, "write source"),
        ("| meets |", "| greets |", 7, "write source"),
        ("> سالم الراوي | demands", "> سالم | demands", 8, "no * line names سالم"),
        ("| وطالبه بالاعتذار", "| وطالبته بالاعتذار", 8, "not in the text letter for letter"),
    ],
)
def test_a_slip_is_named_with_its_line(file, right, wrong, line, said):
    file.write_text(file.read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(ArticleError) as caught:
        list(read(file))
    assert str(caught.value).startswith(f"{file}:{line}: ")
    assert said in str(caught.value)


def test_our_own_articles_are_in_order():
    articles = list(written())
    assert max(Counter(article.name for article in articles).values()) == 1
    assert len(articles) > 400
    assert {r["relation"] for a in articles for r in a.document["relations"]} == set(RELATIONS)
    assert not [a.name for a in articles if any(r["source"] == r["target"] for r in a.document["relations"])]
