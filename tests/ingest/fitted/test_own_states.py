import pytest

from ingest.fitted.own_states import threatens_own_state
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
