"""Who is who: the table of what a word can mean, with phrases as a tagger would mark them."""

import tomllib
from pathlib import Path

import pytest

from ingest.article import Article
from ingest.cast import coreference
from ingest.pipeline import read
from tests.ingest.marked import actor_of, analysed

TABLE = Path(__file__).parents[1] / "phenomena" / "actors" / "who-is-who.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


def pairs(key):
    return [pytest.param(c, p, id=f"{c['id']}-{n}") for c in CASES for n, p in enumerate(c.get(key, ()))]


@pytest.mark.parametrize(("case", "pair"), pairs("same"))
def test_both_are_one_actor(case, pair):
    text, analysis = analysed(case["text"])
    first, second = (actor_of(analysis, text, surface) for surface in pair)
    assert first & second


@pytest.mark.parametrize(("case", "pair"), pairs("different"))
def test_they_are_two_actors(case, pair):
    text, analysis = analysed(case["text"])
    first, second = (actor_of(analysis, text, surface) for surface in pair)
    assert first
    assert second
    assert not first & second


@pytest.mark.parametrize(("case", "pair"), pairs("known"))
def test_it_is_this_known_actor(case, pair):
    text, analysis = analysed(case["text"])
    meant = actor_of(analysis, text, pair[0])
    ids = {k for k, number in zip(analysis.known, analysis.actors, strict=True) if number in meant}
    assert pair[1] in ids


@pytest.mark.parametrize(("case", "word"), pairs("unknown"))
def test_it_is_no_known_actor(case, word):
    text, analysis = analysed(case["text"])
    meant = actor_of(analysis, text, word)
    assert meant
    assert {k for k, number in zip(analysis.known, analysis.actors, strict=True) if number in meant} == {None}


@pytest.mark.parametrize(("case", "word"), pairs("nobody"))
def test_it_stands_for_nobody(case, word):
    text, analysis = analysed(case["text"])
    assert actor_of(analysis, text, word) == set()


def test_a_stand_in_is_no_mention():
    reading = read(Article("case", "قال وزير الخارجية الكويتي سالم العجمي إن العراق بحاجة إلى دعم أمريكي."))
    assert "أمريكي" not in [m.surface for actor in reading.actors for m in actor.mentions]


def test_a_guest_is_nobody_who_is_only_a_guest():
    reading = read(Article("case", "أكد بيان القصر بأن مونتان أثنى على ضيفه وشكر ضيفه"))
    assert all(actor.mentions for actor in reading.actors)


def test_a_number_in_a_name_is_no_word_of_it():
    text, analysis = analysed("اجتمعت {o:مجموعة 5.1} في فيينا.")
    assert actor_of(analysis, text, "مجموعة 5.1")


@pytest.mark.parametrize(
    "text",
    [
        "التقى {p:وزير الخارجية المصري {p:سالم الراوي}} {p:نظيره التركي}.",
        "دعت {o:حركة النور} {g:الجماعة} إلى وقف القصف.",
    ],
    ids=["titles", "words-for-bodies"],
)
def test_twice_the_article_is_twice_the_work(text, monkeypatch):
    compared = []
    office, kinds = coreference.office, coreference.kinds_of
    monkeypatch.setattr(coreference, "office", lambda role: compared.append(role) or office(role))
    monkeypatch.setattr(coreference, "kinds_of", lambda of, names: compared.append(of) or kinds(of, names))
    work = []
    for times in (60, 120):
        analysed(f"{text} " * times)
        work.append(len(compared))
        compared.clear()
    assert work[1] < 3 * work[0]
