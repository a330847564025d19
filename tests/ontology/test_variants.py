"""Known names in the spellings of other papers."""

import pytest

from ontology.actors import load_gazetteer
from ontology.errors import DataFileError
from ontology.spelling import fold
from ontology.variants import Spellings, load_spellings


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("ميخائيل غورباتشوف", "ميخائيل جورباتشوف"),
        ("يوغوسلافيا", "يوجوسلافيا"),
        ("الاتحاد الأوروبي", "الاتحاد الأوربي"),
        ("قوات سوريا الديمقراطية", "قوات سوريا الديموقراطية"),
        ("الكونغرس", "الكونجرس"),
    ],
)
def test_another_spelling_finds_the_same_actor(name: str, other: str) -> None:
    assert load_gazetteer().find(other) == load_gazetteer().find(name) != ()


@pytest.mark.parametrize("word", ["جسان", "الجزالي", "جور"])
def test_arabic_names_and_short_ones_keep_their_letters(word: str) -> None:
    gazetteer = load_gazetteer()
    assert not {fold(word)} & {*gazetteer.strong, *gazetteer.weak, *gazetteer.metonyms}


def test_a_spelling_that_is_a_name_of_somebody_else_stays_theirs() -> None:
    gazetteer = load_gazetteer()
    for name, owner in gazetteer.strong.items():
        if any(fold(own) == name for own in gazetteer.actors[owner].strong):
            continue
        owners = [a.id for a in gazetteer.actors.values() if name in map(fold, (*a.strong, *a.weak, *a.metonyms))]
        assert owners == []


def test_every_stem_stands_for_the_others() -> None:
    spellings = Spellings([["اا", "بب", "جج"]], [], frozenset())
    assert list(spellings.of("بب دد", foreign=False)) == ["اا دد", "جج دد"]


def test_the_bundled_spellings_have_no_name_for_themselves() -> None:
    assert "اميركا" not in load_spellings().of("اميركا", foreign=True)


def test_a_spelling_that_is_not_folded_is_named(tmp_path) -> None:
    path = tmp_path / "spellings.toml"
    path.write_text('stems = [["أوروب", "اورب"]]\nforeign = []\narab = ""\n', encoding="utf-8")
    with pytest.raises(DataFileError, match='write "اوروب"'):
        Spellings.load(path)
