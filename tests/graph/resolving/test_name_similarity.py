"""Names that must match, names that must be asked about, names that must not match."""

import pytest

from graph.resolving.name_similarity import compare
from graph.resolving.profiles import Profile, facts, profile


def person(label: str, *titles: str, date: str = "2021-04-07") -> Profile:
    return profile(facts({label}, {"Person"}, set(titles), date))


MUST = {
    "title-aside": ("الرئيس إدموند فارلو", "إدموند فارلو"),
    "abd-apart": ("عبد الرزاق الزبيري", "عبدالرزاق الزبيري"),
    "hamza-on-alef": ("أسعد الزبيري", "اسعد الزبيري"),
    "hamza-seat": ("رؤوف الزبيري", "رءوف الزبيري"),
    "ta-marbuta": ("حمزة الزبيري", "حمزه الزبيري"),
    "alef-maqsura": ("هدى الزبيري", "هدي الزبيري"),
    "ibn-left-out": ("رافع بن مازن الزبيري", "رافع مازن الزبيري"),
    "doubled-consonant": ("هيلموت مللر", "هيلموت ملر"),
    "vowel-by-ear": ("أنتوني بلينكن", "أنتوني بلنكن"),
    "letters-by-ear": ("أنطونيو غوتيريش", "أنطونيو جوتيريس"),
    "kaf-by-ear": ("ستيفان غريبوف", "ستيفان كريبوف"),
    "house-added": ("رافع بن مازن", "رافع بن مازن آل زبير"),
    "honorific-phrase": ("صاحب السمو الأمير رافع بن مازن", "رافع بن مازن"),
}
ASK = {
    "one-word": ("الزبيري", "الزبيري"),
    "last-name-only": ("رافع الزبيري", "الزبيري"),
    "middle-left-out": ("رافع سعيد الزبيري", "رافع الزبيري"),
    "end-left-out": ("رافع سعيد", "رافع سعيد الزبيري"),
    "kunya-left-out": ("أبو مهند رافع الزبيري", "رافع الزبيري"),
    "initial": ("ر. الزبيري", "رافع الزبيري"),
    "article": ("رافع العايش", "رافع عايش"),
    "short-foreign-word": ("ماري لوغو", "ماري لوجو"),
}
MUST_NOT = {
    "hasan-husayn": ("حسن الزبيري", "حسين الزبيري"),
    "muhammad-mahmud": ("محمد الزبيري", "محمود الزبيري"),
    "salim-salim": ("سالم الزبيري", "سليم الزبيري"),
    "jamal-kamal": ("جمال الزبيري", "كمال الزبيري"),
    "qasim-jasim": ("قاسم الزبيري", "جاسم الزبيري"),
    "umar-amir": ("عمر الزبيري", "عامر الزبيري"),
    "family-with-article": ("رافع الغبيري", "رافع الجبيري"),
    "brothers": ("رافع مازن الزبيري", "نواف مازن الزبيري"),
    "order": ("رافع سعيد", "سعيد رافع"),
    "two-words-by-ear": ("ستيفان غريبوف", "ستيفن جريبوف"),
    "adviser-of": ("مستشار الرئيس رافع الزبيري", "رافع الزبيري"),
    "kunya-alone": ("أبو مازن", "أبو مازن"),
    "other-kunya": ("أبو مازن الزبيري", "أبو سعيد الزبيري"),
}


@pytest.mark.parametrize(("one", "other"), MUST.values(), ids=MUST)
def test_must_match(one: str, other: str) -> None:
    match = compare(person(one), person(other))
    assert match.sure, match
    assert match.reason


@pytest.mark.parametrize(("one", "other"), ASK.values(), ids=ASK)
def test_must_be_asked_about(one: str, other: str) -> None:
    assert compare(person(one), person(other)).doubtful


@pytest.mark.parametrize(("one", "other"), MUST_NOT.values(), ids=MUST_NOT)
def test_must_not_match(one: str, other: str) -> None:
    match = compare(person(one), person(other))
    assert not match.sure
    assert not match.doubtful


@pytest.mark.parametrize(("one", "other"), [*MUST.values(), *ASK.values(), *MUST_NOT.values()])
def test_either_way_round_it_is_as_sure(one: str, other: str) -> None:
    assert compare(person(one), person(other)).score == compare(person(other), person(one)).score


MINISTER = "وزير الري العراقي"


def test_an_office_in_common_makes_a_short_name_sure() -> None:
    assert compare(person("الزبيري", MINISTER), person("رافع الزبيري", MINISTER)).sure


def test_homonyms_of_two_states_stay_apart() -> None:
    assert not compare(person("رافع الزبيري", MINISTER), person("رافع الزبيري", "وزير الري الأردني")).doubtful


def test_homonyms_in_two_offices_are_asked_about() -> None:
    assert compare(person("رافع الزبيري", MINISTER), person("رافع الزبيري", "السفير العراقي")).doubtful


def test_a_person_is_no_body() -> None:
    body = profile(facts({"رافع الزبيري"}, {"Organization"}, set(), ""))
    assert compare(person("رافع الزبيري"), body).score == 0


def test_a_group_is_an_organization_to_one_paper_and_a_militia_to_the_other() -> None:
    kinds = [profile(facts({"كتائب الضفة الغربية"}, {kind}, set(), "")) for kind in ("Organization", "ArmedGroup")]
    assert compare(*kinds).sure
