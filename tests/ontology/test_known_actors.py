"""The actors and offices that come with Shabaka: every name finds its own, and no everyday word does."""

import datetime as dt

import pytest

from ontology.actors import load_gazetteer
from ontology.spelling import fold


def test_every_state_has_names_and_a_wikidata_id() -> None:
    states = [entry for entry in load_gazetteer().actors.values() if entry.type == "state" and entry.wikidata]
    assert len(states) >= 198
    assert len({entry.wikidata for entry in states}) == len(states)
    assert all(entry.strong for entry in states)


def test_every_actor_is_found_by_each_of_its_names() -> None:
    gazetteer = load_gazetteer()
    missed = [
        (entry.id, name)
        for entry in gazetteer.actors.values()
        for name in (entry.ar, entry.en, entry.id, *entry.strong, *entry.metonyms)
        if entry not in gazetteer.find(name)
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("الولايات المتحدة الأميركية", ["united-states"]),
        ("امريكا", ["united-states"]),
        ("الكيان الصهيوني", ["israel"]),
        ("سورية", ["syria"]),
        ("عمان", ["jordan", "oman"]),
        ("عُمان", ["oman"]),
        ("سلطنة عُمان", ["oman"]),
        ("مالي", ["mali"]),
        ("كوريا", ["north-korea", "south-korea"]),
        ("البيت الأبيض", ["united-states"]),
        ("داعش", ["islamic-state"]),
        ("تنظيم الدولة الاسلامية", ["islamic-state"]),
        ("مجلس الأمن", ["un-security-council"]),
        ("ivory coast", ["ivory-coast"]),
        ("European Union", ["european-union"]),
    ],
)
def test_press_names_find_their_actor(name: str, ids: list[str]) -> None:
    assert [found.id for found in load_gazetteer().find(name)] == ids


@pytest.mark.parametrize(
    "word", ["مالي", "عمان", "القاعدة", "العالم", "فارس", "بنين", "الجزيرة", "الشرق الأوسط", "كوريا"]
)
def test_homographs_do_not_identify_alone(word: str) -> None:
    gazetteer = load_gazetteer()
    assert fold(word) not in gazetteer.strong
    assert fold(word) in gazetteer.weak


@pytest.mark.parametrize(
    ("word", "nisba"),
    [
        ("عراقي", ("iraq", "m")),
        ("أميركية", ("united-states", "f")),
        ("أمريكيين", ("united-states", "pl")),
        ("أتراك", ("turkey", "pl")),
        ("روس", ("russia", "pl")),
        ("كوري شمالي", ("north-korea", "m")),
        ("ألماني", ("germany", "m")),
        ("أممي", ("united-nations", "m")),
        ("مالي", None),
        ("قمري", None),
        ("سليماني", None),
        ("عرب", None),
    ],
)
def test_nisba_gives_state_and_form(word: str, nisba: tuple[str, str] | None) -> None:
    assert load_gazetteer().nisba.get(fold(word)) == nisba


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("الكاظمي", ["mustafa-al-kadhimi"]),
        ("عبدالفتاح السيسي", ["abdel-fattah-el-sisi"]),
        ("انتوني بلينكين", ["antony-blinken"]),
        ("دونالد ترمب", ["donald-trump"]),
        ("نتانياهو", ["benjamin-netanyahu"]),
        ("مليشيا عصائب أهل الحق", ["asaib-ahl-al-haq"]),
        ("حزب الله", ["hezbollah"]),
        ("كتائب حزب الله", ["kataib-hezbollah"]),
        ("الحشد الشعبي", ["popular-mobilization-forces"]),
        ("جبهة النصرة", ["hayat-tahrir-al-sham"]),
        ("القوات الأميركية", ["us-armed-forces"]),
        ("البنتاغون", ["us-department-of-defense"]),
        ("الكرملين", ["russia"]),
        ("الحوثيين", ["houthis"]),
        ("عون", ["joseph-aoun", "michel-aoun"]),
        ("الحريري", ["rafic-hariri", "saad-hariri"]),
        ("حزب العدالة والتنمية", ["justice-and-development-party-morocco", "justice-and-development-party-turkey"]),
        ("Nouri al-Maliki", ["nouri-al-maliki"]),
    ],
)
def test_names_of_persons_and_bodies_find_their_actor(name: str, ids: list[str]) -> None:
    assert [found.id for found in load_gazetteer().find(name)] == ids


@pytest.mark.parametrize(
    "word",
    ["الأسد", "عون", "بري", "صالح", "سلام", "سعيد", "الصدر", "رئيسي", "فتح", "بدر", "النهضة", "المستقبل", "البرلمان"],
)
def test_names_that_are_also_words_do_not_identify_alone(word: str) -> None:
    gazetteer = load_gazetteer()
    assert fold(word) not in gazetteer.strong
    assert fold(word) in gazetteer.weak


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("الملك حسين", ["hussein-of-jordan"]),
        ("الملك الحسن الثاني", ["hassan-ii"]),
        ("الملك فهد", ["fahd-of-saudi-arabia"]),
        ("الشاذلي بن جديد", ["chadli-bendjedid"]),
        ("زروال", ["liamine-zeroual"]),
        ("الشيخ زايد", ["zayed-bin-sultan"]),
        ("جابر الاحمد", ["jaber-al-ahmad"]),
        ("الهراوي", ["elias-hrawi"]),
        ("سليم الحص", ["selim-hoss"]),
        ("الشيخ أحمد ياسين", ["ahmed-yassin"]),
        ("الشيخ ياسين", ["abdessalam-yassine", "ahmed-yassin"]),
        ("نايف حواتمه", ["nayef-hawatmeh"]),
        ("عزت ابراهيم", ["izzat-al-duri"]),
        ("عصمت عبدالمجيد", ["esmat-abdel-meguid"]),
        ("الرئيس السادات", ["anwar-sadat"]),
        ("عبدالناصر", ["gamal-abdel-nasser"]),
        ("نميري", ["jaafar-nimeiri"]),
        ("سياد بري", ["siad-barre"]),
        ("اسحق رابين", ["yitzhak-rabin"]),
        ("بيجن", ["menachem-begin"]),
        ("كلينتون", ["bill-clinton", "hillary-clinton"]),
        ("الرئيس كلنتون", ["bill-clinton"]),
        ("بوش الأب", ["george-h-w-bush"]),
        ("كيسينجر", ["henry-kissinger"]),
        ("جورباتشوف", ["mikhail-gorbachev"]),
        ("غورباتشيف", ["mikhail-gorbachev"]),
        ("فرانسوا ميتران", ["francois-mitterrand"]),
        ("مارجريت تاتشر", ["margaret-thatcher"]),
        ("بيريز دي كويلار", ["javier-perez-de-cuellar"]),
        ("بي نظير بوتو", ["benazir-bhutto"]),
        ("بوتو", ["benazir-bhutto", "zulfikar-ali-bhutto"]),
        ("ميلوشيفيتش", ["slobodan-milosevic"]),
        ("منغيستو", ["mengistu-haile-mariam"]),
        ("Yevgeny Primakov", ["yevgeny-primakov"]),
        ("جيش لبنان الجنوبي", ["south-lebanon-army"]),
        ("الجبهة الإسلامية للإنقاذ", ["islamic-salvation-front"]),
        ("الاتحاد السوفييتي", ["soviet-union"]),
        ("اليمن الديموقراطي", ["south-yemen"]),
    ],
)
def test_names_of_earlier_decades_find_their_actor(name: str, ids: list[str]) -> None:
    assert [found.id for found in load_gazetteer().find(name)] == ids


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("عدي صدام حسين", "uday-hussein"),
        ("أحمد علي عبد الله صالح", "ahmed-ali-saleh"),
        ("أحمد نواف الأحمد", "ahmed-al-nawaf"),
        ("يوسف بطرس غالي", "youssef-boutros-ghali"),
        ("خالد بن محمد بن زايد", "khalid-bin-mohamed-bin-zayed"),
        ("مريم الصادق المهدي", "maryam-al-mahdi"),
        ("كتائب أبو علي مصطفى", "abu-ali-mustafa-brigades"),
    ],
)
def test_a_name_within_another_is_somebody_else(name: str, id_: str) -> None:
    assert load_gazetteer().strong[fold(name)] == id_


@pytest.mark.parametrize(
    "word",
    [
        "بوش",
        "كارتر",
        "بورقيبة",
        "الحبيب بورقيبة",
        "هواري بومدين",
        "الشيخ زايد",
        "الملك خالد",
        "البيض",
        "خدام",
        "حبش",
        "طالب الإبراهيمي",
        "الشاه",
    ],
)
def test_names_of_streets_words_and_families_do_not_identify_alone(word: str) -> None:
    gazetteer = load_gazetteer()
    assert fold(word) not in gazetteer.strong
    assert fold(word) in gazetteer.weak


@pytest.mark.parametrize("word", ["ناصر", "حسين", "فيصل", "خالد", "الدوري", "كوك", "روس", "الأب", "كافي", "والي"])
def test_everyday_names_and_words_are_nobody(word: str) -> None:
    gazetteer = load_gazetteer()
    assert fold(word) not in gazetteer.strong


def test_a_state_that_is_no_more_has_citizens_and_a_nisba() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.actors["leonid-brezhnev"].state == "soviet-union"
    assert gazetteer.nisba[fold("سوفييتية")] == ("soviet-union", "f")


@pytest.mark.parametrize(
    ("office", "date", "holder"),
    [
        ("iraq-prime-minister", "2020-05-06", "adil-abdul-mahdi"),
        ("iraq-prime-minister", "2020-05-07", "mustafa-al-kadhimi"),
        ("us-secretary-of-state", "2018-04-10", None),
        ("us-secretary-of-state", "2021-04-07", "antony-blinken"),
        ("us-president", "2020-06-01", "donald-trump"),
        ("us-president", "2024-06-01", "joe-biden"),
        ("russia-president", "2010-01-01", "dmitry-medvedev"),
        ("lebanon-president", "2015-01-01", None),
        ("lebanon-prime-minister", "2018-01-01", "saad-hariri"),
        ("israel-prime-minister", "2021-06-12", "benjamin-netanyahu"),
        ("saudi-foreign-minister", "2016-01-03", "adel-al-jubeir"),
        ("arab-league-secretary-general", "2013-01-01", "nabil-elaraby"),
        ("us-president", "1990-08-02", "george-h-w-bush"),
        ("us-secretary-of-state", "1998-08-20", "madeleine-albright"),
        ("un-secretary-general", "1994-05-01", "boutros-boutros-ghali"),
        ("jordan-king", "1991-01-17", "hussein-of-jordan"),
        ("lebanon-president", "1989-01-01", None),
        ("israel-prime-minister", "1995-11-05", "shimon-peres"),
        ("pope", "2010-06-01", "pope-benedict-xvi"),
        ("pope", "2013-03-05", None),
        ("saudi-king", "1975-03-24", "faisal-of-saudi-arabia"),
        ("syria-president", "2000-06-09", "hafez-al-assad"),
        ("turkey-prime-minister", "1996-07-01", "necmettin-erbakan"),
        ("kuwait-emir", "1990-08-02", "jaber-al-ahmad"),
    ],
)
def test_offices_know_their_holder_at_a_date(office: str, date: str, holder: str | None) -> None:
    found = load_gazetteer().holder(office, dt.date.fromisoformat(date))
    assert (found.id if found else None) == holder


def test_every_office_has_had_a_holder() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.offices.keys() == gazetteer.holders.keys()
