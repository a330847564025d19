"""An actor is found by any of its names, however spelt; of several none is guessed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph import dataset
from graph.errors import QueryError
from graph.querying.actor_search import resolve_actor, resolve_article
from graph.querying.asking import Asker
from graph.querying.evaluation import Standby
from graph.querying.sources import Source
from ontology.vocabulary import ACTOR, ARTICLE
from tests.readings import ARTICLE as PLAIN
from tests.readings import READING, SUNBULA, THREAT, actor, reading

THREAT_WORDS = "هدد سالم الراوي، وزير الري، حزب السنبلة"
PEOPLE = {
    "mustafa-al-kadhimi": "مصطفى الكاظمي",
    "iraq": "العراق",
    "united-nations": "الأمم المتحدة",
    "x-0000000000a1": "أحمد إبراهيم المرّي",
    "x-0000000000a2": "أحمد المرّي",
    "x-0000000000b1": "هيئة الرقابة العليا",
    "x-0000000000b2": "مكتب هيئة الرقابة العليا",
    "x-0000000000c1": "وفد 1",
    "x-0000000000c2": "وفد 1",
}
FOUND = {
    "arabic-label": ("مصطفى الكاظمي", "mustafa-al-kadhimi"),
    "part-of-a-name": ("الكاظمي", "mustafa-al-kadhimi"),
    "english-label": ("Mustafa al-Kadhimi", "mustafa-al-kadhimi"),
    "english-case": ("mustafa AL-KADHIMI", "mustafa-al-kadhimi"),
    "hamza": ("الامم المتحده", "united-nations"),
    "diacritics": ("العِراق", "iraq"),
    "tatweel-and-spaces": ("  الـعراق ", "iraq"),
    "iri": (str(ACTOR.iraq), "iraq"),
    "id": ("iraq", "iraq"),
    "exact-before-part": ("هيئة الرقابة العليا", "x-0000000000b1"),
    "shadda": ("احمد المري", "x-0000000000a2"),
    "unknown-id": ("x-0000000000c1", "x-0000000000c1"),
}


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    actors = tuple(actor(id_, name) for id_, name in PEOPLE.items())
    twin = replace(reading(2, THREAT), article=replace(reading(2).article, name=PLAIN.name, title="غيره"))
    made = [READING, replace(reading(1, THREAT), actors=(*actors, SUNBULA)), twin]
    path: Path = tmp_path_factory.mktemp("built") / "graph.ttl"
    path.write_bytes(dataset.turtle(dataset.of(made)))
    with Standby(2) as standby:
        yield Asker(Source(str(path), "turtle"), standby)


@pytest.mark.parametrize(("text", "id_"), FOUND.values(), ids=FOUND)
def test_an_actor_is_found_by(asker: Asker, text: str, id_: str) -> None:
    assert resolve_actor(asker, text) == str(ACTOR[id_])


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("أحمد", ["x-0000000000a1 (أحمد إبراهيم المرّي)", "x-0000000000a2 (أحمد المرّي)"]),
        ("وفد 1", ["x-0000000000c1 (وفد 1)", "x-0000000000c2 (وفد 1)"]),
        ("الرقابة العليا", ["x-0000000000b1", "x-0000000000b2"]),
    ],
    ids=["part-of-several", "same-name", "part-of-longer"],
)
def test_several_candidates_are_listed_and_none_guessed(asker: Asker, text: str, listed: list[str]) -> None:
    with pytest.raises(QueryError, match=f'"{text}" fits several actors, name one by its id: ') as told:
        resolve_actor(asker, text)
    assert all(one in str(told.value) for one in listed)


@pytest.mark.parametrize("text", ["نزار", "كاظ", '" . } DROP ALL #', "\\", "x:%zz", "http://["])
def test_a_name_that_nobody_has_is_told(asker: Asker, text: str) -> None:
    with pytest.raises(QueryError, match="no actor is called "):
        resolve_actor(asker, text)


@pytest.mark.parametrize(
    "text", [str(ARTICLE[PLAIN.id]), PLAIN.id, "https://reed.example/أخبار/1"], ids=["iri", "id", "address"]
)
def test_an_article_is_found_by(asker: Asker, text: str) -> None:
    assert resolve_article(asker, text) == str(ARTICLE[PLAIN.id])


def test_two_articles_of_one_name_are_listed_with_their_headlines(asker: Asker) -> None:
    with pytest.raises(QueryError, match=r"fits several articles, name one by its id: .*غيره"):
        resolve_article(asker, PLAIN.name)


def test_articles_without_a_headline_are_told_apart_by_what_is_known_of_them(tmp_path: Path) -> None:
    text = READING.article.text
    bare = (replace(one, article=replace(one.article, title=None, url=None, outlet=outlet, name="dup", text=text))
            for one, outlet, text in ((READING, "النشرة", text), (reading(2, THREAT), None, f"{text} ")))  # fmt: skip
    file = tmp_path / "bare.ttl"
    file.write_bytes(dataset.turtle(dataset.of(list(bare))))
    with Standby() as standby, pytest.raises(QueryError, match="fits several articles") as told:
        resolve_article(Asker(Source(str(file), "turtle"), standby), "dup")
    first, second = sorted(str(told.value).partition(": ")[2].split("; "), key=lambda one: "النشرة" not in one)
    assert THREAT_WORDS in second
    assert "()" not in first


@pytest.mark.parametrize("resolve", [resolve_actor, resolve_article])
def test_bytes_that_are_no_text_name_nobody(asker: Asker, resolve: Callable[[Asker, str], str]) -> None:
    with pytest.raises(QueryError, match="is not UTF-8 text"):
        resolve(asker, "\udcff")
