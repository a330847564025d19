"""What the grammar must find in the article that the work began with, each with the word that shows it."""

import pytest

from ingest.article import Article
from ingest.pipeline import read
from tests.conftest import SHARED

pytestmark = pytest.mark.shared
SAID = [
    ("الميليشيات", "threatens", "مصطفى الكاظمي", "وهددت"),
    ("إسماعيل قاآني", "meets", "قادة ميليشيات", "التقى"),
    ("عصائب أهل الحق", "demands", "القوات الأمريكية", "وطالبت"),
    ("مقتدى الصدر", "supports", "مصطفى الكاظمي", "دعم"),
]


@pytest.fixture(scope="module", params=[False, True], ids=["models", "rules-only"])
def reading(request):
    (path,) = (SHARED / "articles").glob("*.txt")
    return read(Article(path.stem, path.read_text(encoding="utf-8")), rules_only=request.param)


@pytest.mark.parametrize(("source", "relation", "target", "word"), SAID, ids=[row[1] for row in SAID])
def test_the_relations_of_the_article_are_found_with_their_evidence(reading, source, relation, target, word):
    names = {actor.id: actor.name for actor in reading.actors}
    found = [
        reading.article.text[r.evidence.start : r.evidence.end]
        for r in reading.relations
        if r.relation == relation and source in names[r.source] and target in names[r.target]
    ]
    assert any(word in evidence.split() for evidence in found)


def test_forces_named_in_quotation_marks_are_no_army_of_a_state(reading):
    named = {m.surface: actor.known for actor in reading.actors for m in actor.mentions}
    quoted = [known for surface, known in named.items() if "بدر" in surface]
    assert quoted
    assert not any(quoted)
