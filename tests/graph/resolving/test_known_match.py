"""Which known actor an actor of articles is: for sure, perhaps, or none."""

import pytest

from graph.resolving.known_match import candidates, known_as
from graph.resolving.profiles import Facts, facts


def told(label: str, *titles: str, kind: str = "Person", date: str = "2021-04-07") -> Facts:
    return facts({label}, {kind}, set(titles), date)


SURE = {
    "title-and-name": (told("الرئيس الفلسطيني محمود عباس"), "mahmoud-abbas"),
    "name-in-two-words": (told("عبدالفتاح السيسى"), "abdel-fattah-el-sisi"),
    "house-added": (told("الملك سلمان بن عبدالعزيز آل سعود"), "salman-of-saudi-arabia"),
    "by-ear": (told("أنتونى بلنكن"), "antony-blinken"),
    "office-on-the-day": (told("وزير الخارجية المصري"), "sameh-shoukry"),
    "office-on-another-day": (told("الرئيس الأمريكي", date="2015-07-23"), "barack-obama"),
    "short-name-and-office": (told("روحاني", "الرئيس الإيراني", date="2015-07-23"), "hassan-rouhani"),
    "nisba-for-the-state": (told("الجانب الأمريكي", kind="State"), "united-states"),
    "body-by-nisba": (told("القوات الأميركية", kind="ArmedGroup"), "us-armed-forces"),
}  # fmt: skip
PERHAPS = {
    "short-name": (told("العبادي"), "haider-al-abadi"),
    "middle-left-out": (told("محمد ظريف"), "mohammad-javad-zarif"),
    "lone-nisba": (told("المصري", kind="State"), "egypt"),
    "the-people-of-a-state": (told("اللبنانيين", kind="State"), "lebanon"),
}
NOBODY = {
    "adviser-of": told("مستشار الرئيس محمود عباس"),
    "office-without-a-day": told("وزير الخارجية المصري", date=""),
    "former-office": told("الرئيس الأمريكي السابق"),
    "office-nobody-is-known-to-hold": told("وزير الري المصري"),
    "other-first-name": told("مازن عباس"),
    "other-state": told("محمود عباس", "وزير الري السوداني"),
    "government-without-a-state": told("الحكومة", kind="State"),
    "no-label": facts(set(), {"Person"}, set(), ""),
}


@pytest.mark.parametrize(("known", "expected"), SURE.values(), ids=SURE)
def test_is_known_for_sure(known: Facts, expected: str) -> None:
    found = known_as(known)
    assert found is not None
    assert found[0] == expected
    assert found[1].reason


@pytest.mark.parametrize(("known", "expected"), PERHAPS.values(), ids=PERHAPS)
def test_is_perhaps_known(known: Facts, expected: str) -> None:
    assert known_as(known) is None
    assert expected in dict(candidates(known))


@pytest.mark.parametrize("known", NOBODY.values(), ids=NOBODY)
def test_is_not_known(known: Facts) -> None:
    assert known_as(known) is None


def test_a_name_strong_for_one_is_not_given_to_a_namesake_of_another_office() -> None:
    assert known_as(told("محمود عباس", "الرئيس الأمريكي")) is None
