import pytest

from graph.scoring.error_causes import faults
from graph.scoring.scoring import compare
from tests.graph.evaluations import document, relation

DEMAND = relation("سالم الراوي", "demands", "حزب السنبلة", "طالب الراوي حزب السنبلة بالانسحاب")
STATE = relation("العراق", "demands", "حزب السنبلة", "طالب العراق حزب السنبلة بالانسحاب")
MINISTRY = relation("وزارة الخارجية العراقية", "demands", "حزب السنبلة", STATE["evidence"])
OTHER = relation("عمر الكناني", "demands", "حزب السنبلة", DEMAND["evidence"])
ELSEWHERE = relation("عمر الكناني", "demands", "حزب السنبلة", "وفي مدينة بعيدة صرح الكناني")

MISSED = {
    "actor": ([DEMAND], [], (), "an actor was not found"),
    "low-score": ([DEMAND], [], ("سالم الراوي", "حزب السنبلة"), "scored too low"),
    "no-trigger": ([DEMAND | {"evidence": "الراوي والحزب"}], [], ("سالم الراوي", "حزب السنبلة"), "no trigger found"),
    "denied": ([DEMAND], [DEMAND | {"status": "negated"}], (), "status"),
    "relation": ([DEMAND], [DEMAND | {"relation": "supports"}], (), "wrong relation"),
    "reversed": ([DEMAND], [relation("حزب السنبلة", "demands", "سالم الراوي")], (), "reversed"),
    "level": ([STATE], [MINISTRY], ("العراق",), "level or metonym"),
    "argument": ([DEMAND], [OTHER], ("سالم الراوي",), "wrong argument"),
    "other-passage": ([DEMAND], [ELSEWHERE], ("سالم الراوي",), "scored too low"),
    "two-as-one": ([DEMAND, DEMAND | {"source": "الراوي"}], [DEMAND], (), "actors told apart or together"),
}


def causes(gold, predicted, kind):
    return [fault.cause for fault in faults(gold, predicted, compare(gold, predicted)) if fault.kind == kind]


@pytest.mark.parametrize(("gold", "predicted", "more", "cause"), MISSED.values(), ids=MISSED.keys())
def test_why_a_relation_was_missed(gold, predicted, more, cause):
    assert causes(document(gold), document(predicted, *more), "missed") == [cause]


WRONG = {
    "denied": ([DEMAND | {"status": "negated"}], DEMAND, "status"),
    "relation": ([DEMAND], DEMAND | {"relation": "supports"}, "wrong relation"),
    "reversed": ([DEMAND], relation("حزب السنبلة", "demands", "سالم الراوي"), "reversed"),
    "level": ([STATE], MINISTRY, "level or metonym"),
    "argument": ([DEMAND], OTHER, "wrong argument"),
    "stranger": ([DEMAND], relation("جهة", "demands", "كيان"), "an actor that the gold has not"),
}


@pytest.mark.parametrize(("gold", "claim", "cause"), WRONG.values(), ids=WRONG.keys())
def test_why_a_prediction_is_wrong(gold, claim, cause):
    assert causes(document(gold), document([claim]), "wrong") == [cause]


def test_a_known_pair_without_any_relation_is_like_nothing():
    gold = document([DEMAND], "عمر الكناني")
    claim = relation("سالم الراوي", "supports", "عمر الكناني", "أشاد الراوي بالكناني")
    assert causes(gold, document([claim]), "wrong") == ["nothing like it"]


def test_status_and_speaker_of_the_matched():
    claim = DEMAND | {"status": "hypothetical", "attributed_to": "رنا الحلي"}
    assert causes(document([DEMAND]), document([claim]), "matched") == [
        "status hypothetical for asserted",
        "another speaker",
    ]


def test_no_fault_where_all_is_right():
    assert list(faults(document([DEMAND]), document([DEMAND]), compare(document([DEMAND]), document([DEMAND])))) == []
