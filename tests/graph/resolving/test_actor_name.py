"""Labels taken apart into title and name."""

import pytest

from graph.resolving.actor_name import body_name, office, person_name, state_name

PERSONS = {
    "bare": ("رافع الزبيري", ("رافع", "الزبيري"), (), ""),
    "honorifics": ("معالي الدكتور رافع الزبيري", ("رافع", "الزبيري"), (), ""),
    "honorific-phrase": ("صاحب السمو الملكي الأمير رافع بن مازن", ("رافع", "مازن"), (), ""),
    "definite-title": ("الرئيس إدموند فارلو", ("ادموند", "فارلو"), ("رئيس",), ""),
    "title-and-nisba": ("الرئيس الفلسطيني محمود عباس", ("محمود", "عباس"), ("رئيس",), "palestine"),
    "title-and-state": ("رئيس دولة فلسطين محمود عباس", ("محمود", "عباس"), ("رئيس",), "palestine"),
    "title-state-honorific": ("أمير دولة قطر الشيخ تميم بن حمد آل ثاني", ("تميم", "حمد", "ال_ثاني"), ("امير",), "qatar"),
    "portfolio": ("وزير الخارجية القطري سالم العتيق", ("سالم", "العتيق"), ("وزير", "خارجيه"), "qatar"),
    "rare-portfolio": ("وزير الري رافع الزبيري", ("رافع", "الزبيري"), ("وزير", "ري"), ""),
    "portfolio-joined": ("وزير الموارد المائية والري رافع الزبيري", ("رافع", "الزبيري"), ("وزير", "موارد", "مائيه", "ري"), ""),
    "title-behind": ("سالم العتيق وزير خارجية قطر", ("سالم", "العتيق"), ("وزير", "خارجيه"), "qatar"),
    "body-behind-l": ("الأمين العام لجامعة الدول العربية", (), ("امين", "عام"), "arab-league"),
    "clitic-left": ("لوزير الخارجية القطري سالم العتيق", ("سالم", "العتيق"), ("وزير", "خارجيه"), "qatar"),
    "kunya": ("أبو مازن الزبيري", ("ابو_مازن", "الزبيري"), (), ""),
    "abd-before-a-title": ("عبد الملك الصعدي", ("عبدالملك", "الصعدي"), (), ""),
    "honour-for-a-surname": ("عمر السيد", ("عمر", "السيد"), (), ""),
    "abd-joined": ("عبد الله الزبيري", ("عبدالله", "الزبيري"), (), ""),
    "presentation-forms": ("ﺭﺍﻓﻊ ﺍﻟﺰﺑﻴﺮﻱ", ("رافع", "الزبيري"), (), ""),
    "name-like-nisba": ("الأمير تركي بن مازن", ("تركي", "مازن"), (), ""),
    "name-like-title": ("بندر بن سلطان", ("بندر", "سلطان"), (), ""),
    "name-like-preposition": ("علي الزبيري", ("علي", "الزبيري"), (), ""),
}  # fmt: skip


@pytest.mark.parametrize(("label", "words", "title", "of"), PERSONS.values(), ids=PERSONS)
def test_a_persons_label_is_taken_apart(label: str, words: tuple[str, ...], title: tuple[str, ...], of: str) -> None:
    name = person_name(label)
    assert (name.words, name.title, name.of) == (words, title, of)


NOBODY = {
    "adviser-of": "مستشار الرئيس محمود عباس",
    "son-of": "نجل الرئيس محمود عباس",
    "deputy-of": "نائب الرئيس رافع الزبيري",
    "spokesman-for": "المتحدث باسم الخارجية رافع الزبيري",
    "kunya-alone": "أبو مازن",
    "nisba-alone": "الأمريكي",
    "pointing": "أحد مستشاريه",
    "with-preposition": "سويدي من أصل لبناني",
    "title-of-unknown-body": "رئيس نادي الضفة رافع الزبيري",
    "empty": "",
}


@pytest.mark.parametrize("label", NOBODY.values(), ids=NOBODY)
def test_what_cannot_be_taken_apart_for_sure_names_nobody(label: str) -> None:
    assert person_name(label).words == ()


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("رئيس الجمهورية المصرية", "egypt-president"),
        ("الرئيس المصري", "egypt-president"),
        ("وزير خارجية مصر", "egypt-foreign-minister"),
        ("ملك مصر", ""),
        ("الرئيس", ""),
        ("رئيس الحكومة العراقية", "iraq-prime-minister"),
    ],
    ids=["republic", "nisba", "state", "office-unknown", "no-state", "head-of-government"],
)
def test_a_title_with_its_state_is_an_office(label: str, found: str) -> None:
    name = person_name(label)
    assert office(name.title, name.of) == found


def test_a_former_holder_is_told() -> None:
    assert person_name("الرئيس المصري السابق").former
    assert not person_name("الرئيس المصري").former


SAME_BODY = {
    "nisba-and-name": ("برلمان العراق", "البرلمان العراقي"),
    "nisba-in-two-spellings": ("السفارة الأميركية في الخرطوم", "السفارة الأمريكية بالخرطوم"),
    "head-left-out": ("وزارة الخارجية الباكستانية", "الخارجية الباكستانية"),
    "quotation-marks": ("حركة «شباب الضفة»", "حركة شباب الضفة"),
    "plural-ending": ("الصيادون المستقلون", "الصيادين المستقلين"),
    "article-of-a-state": ("اتحاد الصيادين في الأردن", "اتحاد الصيادين الأردني"),
    "by-variant": ("مليشيات الضفة", "ميليشيات الضفة"),
}
OTHER_BODY = {
    "other-state": ("برلمان العراق", "برلمان سوريا"),
    "order": ("سفارة اليمن في لبنان", "سفارة لبنان في اليمن"),
    "any-country-has-one": ("الجيش الوطني", "الجيش الوطني"),
    "one-generic-word": ("المقاومة", "المقاومة"),
    "pointing": ("هذه الحركة الشبابية", "هذه الحركة الشبابية"),
    "head-of-a-party": ("حزب البناء والتنمية", "البناء والتنمية"),
    "more-words": ("حزب الضفة", "حزب الضفة الجديد"),
}


@pytest.mark.parametrize(("one", "other"), SAME_BODY.values(), ids=SAME_BODY)
def test_one_body_in_two_spellings(one: str, other: str) -> None:
    assert body_name(one).words
    assert body_name(one) == body_name(other)


@pytest.mark.parametrize(("one", "other"), OTHER_BODY.values(), ids=OTHER_BODY)
def test_bodies_that_are_two_or_nobodys(one: str, other: str) -> None:
    assert not body_name(one).words or body_name(one) != body_name(other)


@pytest.mark.parametrize(
    ("label", "state"),
    [
        ("الجانب الأمريكي", "united-states"),
        ("الإيرانيين", "iran"),
        ("دولة قطر", "qatar"),
        ("إيرانيون", ""),
        ("الحكومة", ""),
        ("الجانب الحكومي", ""),
    ],
)
def test_a_state_by_its_nisba(label: str, state: str) -> None:
    assert state_name(label) == state
