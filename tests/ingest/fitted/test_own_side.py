import pytest

from ingest.fitted.own_side import backs_own_state, is_companion, is_led_by_target, threatens_own_state
from ingest.fitted.ranker import Candidate
from tests.ingest.analysed import analysed, named, opened

OWN = (
    ("minister", "هدد وزير الخارجية السوري فهد القرواني دمشق بالرد.", "فهد القرواني", "دمشق"),
    ("premier", "توعد رئيس الوزراء العراقي فهد القرواني بغداد بالرد.", "فهد القرواني", "بغداد"),
    ("spokesman", "هدد المتحدث باسم الخارجية الإيرانية فهد القرواني طهران بالرد.", "فهد القرواني", "طهران"),
    ("president", "توعد رئيس الجمهورية التركي فهد القرواني أنقرة بالرد.", "فهد القرواني", "أنقرة"),
    ("told-before", "وصل الوزير المصري فهد القرواني. وهدد القرواني القاهرة بالرد.", "القرواني", "القاهرة"),
    ("woman", "هددت وزيرة الدفاع الفرنسية ليلى القرواني باريس بالرد.", "ليلى القرواني", "باريس"),
)
OTHERS = (
    ("another-state", "هدد وزير الخارجية السوري فهد القرواني أنقرة بالرد.", "فهد القرواني", "أنقرة"),
    ("former-minister", "هدد وزير الخارجية السوري السابق فهد القرواني دمشق بالرد.", "فهد القرواني", "دمشق"),
    ("unionist", "هدد النقيب التونسي فهد القرواني تونس بالإضراب.", "فهد القرواني", "تونس"),
    ("deputy", "هدد النائب العراقي فهد القرواني بغداد بالشارع.", "فهد القرواني", "بغداد"),
    ("militia", "هدد حزب العمال الكردستاني تركيا بالحرب.", "حزب العمال الكردستاني", "تركيا"),
    ("no-state", "هدد وزير الخارجية فهد القرواني دمشق بالرد.", "فهد القرواني", "دمشق"),
)


def asked(text: str, source: str, target: str) -> bool:
    analysis = analysed(text)
    context, trigger = next(
        found for word in ("هدد", "هددت", "وهدد", "توعد") for found in opened(analysis, word, "threatens")
    )
    shown = Candidate(context.number, trigger, named(analysis, source), named(analysis, target))
    return threatens_own_state(analysis, shown)


@pytest.mark.parametrize(("text", "source", "target"), [row[1:] for row in OWN], ids=[row[0] for row in OWN])
def test_a_government_does_not_threaten_its_own_state(text, source, target):
    assert asked(text, source, target)


@pytest.mark.parametrize(("text", "source", "target"), [row[1:] for row in OTHERS], ids=[row[0] for row in OTHERS])
def test_others_may_threaten_it(text, source, target):
    assert not asked(text, source, target)


BACKED = (
    ("minister", "أيد وزير الخارجية السوري فهد القرواني سوريا.", "فهد القرواني", "سوريا"),
    ("by-capital", "أيد الوزير المصري فهد القرواني القاهرة.", "فهد القرواني", "القاهرة"),
    ("known-king", "أيد الملك عبد الله الثاني الأردن.", "عبد الله الثاني", "الأردن"),
    ("deputy", "أيدت النائبة العراقية ليلى القرواني بغداد.", "ليلى القرواني", "بغداد"),
    ("ambassador", "أيد السفير التركي فهد القرواني تركيا.", "فهد القرواني", "تركيا"),
    ("told-before", "وصل الوزير المصري فهد القرواني. أيد القرواني مصر.", "القرواني", "مصر"),
)
UNBACKED = (
    ("another-state", "أيد وزير الخارجية السوري فهد القرواني لبنان.", "فهد القرواني", "لبنان"),
    ("government", "أيد النائب العراقي فهد القرواني الحكومة العراقية.", "فهد القرواني", "الحكومة العراقية"),
    ("own-government", "أيد وزير الخارجية السوري فهد القرواني حكومته.", "فهد القرواني", "حكومته"),
    ("party", "أيد حزب الوفد المصري القاهرة.", "حزب الوفد المصري", "القاهرة"),
    ("no-state", "أيد زعيم المعارضة فهد القرواني سوريا.", "فهد القرواني", "سوريا"),
    ("person", "أيد الوزير المصري فهد القرواني خالد مشعل.", "فهد القرواني", "خالد مشعل"),
    ("body", "أيد الوزير المصري فهد القرواني حركة حماس.", "فهد القرواني", "حركة حماس"),
)


def backed(text: str, source: str, target: str) -> bool:
    analysis = analysed(text)
    context, trigger = next(found for word in ("أيد", "أيدت") for found in opened(analysis, word, "supports"))
    return backs_own_state(
        analysis, Candidate(context.number, trigger, named(analysis, source), named(analysis, target))
    )


@pytest.mark.parametrize(("text", "source", "target"), [row[1:] for row in BACKED], ids=[row[0] for row in BACKED])
def test_nobody_backs_the_state_that_he_is_of(text, source, target):
    assert backed(text, source, target)


@pytest.mark.parametrize(("text", "source", "target"), [row[1:] for row in UNBACKED], ids=[row[0] for row in UNBACKED])
def test_others_and_governments_are_backed(text, source, target):
    assert not backed(text, source, target)


LED = (
    ("under-command", "هدد وفد المعارضة بقيادة خالد مشعل بالانسحاب.", "وفد المعارضة", "خالد مشعل"),
    ("by-mouth", "هددت حركة حماس على لسان خالد مشعل بالرد.", "حركة حماس", "خالد مشعل"),
    ("by-speaker", "هددت حركة حماس، على لسان الناطق باسمها خالد مشعل، بالرد.", "حركة حماس", "خالد مشعل"),
    ("whom-he-leads", "هدد حزب الدعوة، الذي يقوده خالد مشعل، بالرد.", "حزب الدعوة", "خالد مشعل"),
    ("whom-he-heads", "هددت حركة فتح التي يتزعمها خالد مشعل بالرد.", "حركة فتح", "خالد مشعل"),
    ("chaired", "هدد وفد المعارضة برئاسة خالد مشعل بالانسحاب.", "وفد المعارضة", "خالد مشعل"),
)
UNLED = (
    ("object", "هدد وفد المعارضة خالد مشعل بالانسحاب.", "وفد المعارضة", "خالد مشعل"),
    ("led-by-another", "هدد وفد المعارضة بقيادة رياك مشار خالد مشعل بالرد.", "وفد المعارضة", "خالد مشعل"),
    ("state", "هددت حركة حماس إسرائيل بالرد.", "حركة حماس", "إسرائيل"),
    ("before-it", "خالد مشعل هدد وفد المعارضة بالرد.", "وفد المعارضة", "خالد مشعل"),
    ("on-television", "هددت حركة حماس عبر التلفزيون خالد مشعل بالرد.", "حركة حماس", "خالد مشعل"),
    ("with-others", "هددت حركة حماس مع حركة فتح خالد مشعل بالرد.", "حركة حماس", "خالد مشعل"),
)


def led(text: str, source: str, target: str) -> bool:
    analysis = analysed(text)
    context, trigger = next(found for word in ("هدد", "هددت") for found in opened(analysis, word, "threatens"))
    shown = Candidate(context.number, trigger, named(analysis, source), named(analysis, target))
    return is_led_by_target(analysis, shown)


@pytest.mark.parametrize(("text", "source", "target"), [row[1:] for row in LED], ids=[row[0] for row in LED])
def test_who_leads_a_body_is_no_target_of_it(text, source, target):
    assert led(text, source, target)


@pytest.mark.parametrize(("text", "source", "target"), [row[1:] for row in UNLED], ids=[row[0] for row in UNLED])
def test_others_may_be_its_target(text, source, target):
    assert not led(text, source, target)


ALONG = (
    ("he", "وصل خالد مشعل يرافقه رياك مشار إلى القاهرة، والتقى وفدا.", "خالد مشعل", "رياك مشار"),
    ("the-other-way", "وصل خالد مشعل يرافقه رياك مشار إلى القاهرة، والتقى وفدا.", "رياك مشار", "خالد مشعل"),
    ("with-him", "وصل خالد مشعل إلى القاهرة برفقته رياك مشار، والتقى وفدا.", "خالد مشعل", "رياك مشار"),
    ("she", "وصلت أنغيلا ميركل ترافقها رياك مشار، والتقى وفدا.", "أنغيلا ميركل", "رياك مشار"),
    ("to-a-place", "وصل خالد مشعل إلى دمشق يرافقه رياك مشار، والتقى وفدا.", "خالد مشعل", "رياك مشار"),
    ("in-the-past", "وصل خالد مشعل إلى دمشق، رافقه رياك مشار، والتقى وفدا.", "خالد مشعل", "رياك مشار"),
)
APART = (
    ("guest-of-the-host", "والتقى بشار الأسد خالد مشعل يرافقه رياك مشار.", "بشار الأسد", "رياك مشار"),
    ("met", "والتقى خالد مشعل رياك مشار.", "خالد مشعل", "رياك مشار"),
    ("met-next", "وصل خالد مشعل يرافقه رياك مشار، والتقى بشار الأسد.", "خالد مشعل", "بشار الأسد"),
    ("companion-and-host", "وصل خالد مشعل يرافقه رياك مشار، والتقى بشار الأسد.", "رياك مشار", "بشار الأسد"),
    ("joined-by-and", "والتقى بشار الأسد خالد مشعل ورياك مشار.", "خالد مشعل", "رياك مشار"),
    ("with", "والتقى خالد مشعل مع رياك مشار.", "خالد مشعل", "رياك مشار"),
)


def along(text: str, source: str, target: str) -> bool:
    analysis = analysed(text)
    context, trigger = opened(analysis, "والتقى", "meets")[0]
    return is_companion(analysis, Candidate(context.number, trigger, named(analysis, source), named(analysis, target)))


@pytest.mark.parametrize(("text", "source", "target"), [row[1:] for row in ALONG], ids=[row[0] for row in ALONG])
def test_nobody_meets_whom_he_has_with_him(text, source, target):
    assert along(text, source, target)


@pytest.mark.parametrize(("text", "source", "target"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_others_may_meet(text, source, target):
    assert not along(text, source, target)
