import pytest

from graph.scoring.attendee_lists import without_lists
from graph.scoring.scoring import Outcome, calibration, compare, summed
from tests.graph.evaluations import document, relation

MEETS = relation("سالم الراوي", "meets", "عمر الكناني", "التقى سالم الراوي عمر الكناني")
DEMAND = relation("سالم الراوي", "demands", "حزب السنبلة", "طالب حزب السنبلة")


def counts(outcome: Outcome) -> tuple[int, int, int]:
    return len(outcome.matched), len(outcome.missed), len(outcome.wrong)


MATCHES = {
    "same": ([DEMAND], [DEMAND], (1, 0, 0)),
    "meets-either-way": ([MEETS], [relation("عمر الكناني", "meets", "سالم الراوي")], (1, 0, 0)),
    "reversed-demand": ([DEMAND], [relation("حزب السنبلة", "demands", "سالم الراوي")], (0, 1, 1)),
    "short-name": ([MEETS], [relation("الراوي", "meets", "الكناني")], (1, 0, 0)),
    "each-once": ([MEETS], [MEETS, relation("الراوي", "meets", "الكناني")], (1, 0, 1)),
    "negated-as-asserted": ([MEETS | {"status": "negated"}], [MEETS], (0, 0, 1)),
    "asserted-as-negated": ([MEETS], [MEETS | {"status": "negated"}], (0, 1, 0)),
    "optional-found": ([MEETS | {"optional": True}], [MEETS], (0, 0, 0)),
    "optional-missed": ([MEETS | {"optional": True}], [], (0, 0, 0)),
    "nothing": ([], [], (0, 0, 0)),
}


@pytest.mark.parametrize(("gold", "predicted", "expected"), MATCHES.values(), ids=MATCHES.keys())
def test_matches(gold, predicted, expected):
    assert counts(compare(document(gold), document(predicted))) == expected


def test_the_mention_can_match_where_the_name_does_not():
    claim = relation("الوزير", "meets", "عمر الكناني", source_mention="سالم الراوي")
    assert counts(compare(document([MEETS]), document([claim]))) == (1, 0, 0)


def test_status_and_speaker_of_the_matched():
    gold = [MEETS | {"attributed_to": "رنا الحلي"}, DEMAND]
    told = [MEETS | {"attributed_to": "الحلي", "status": "hypothetical"}, DEMAND | {"attributed_to": "رنا الحلي"}]
    figures = summed([compare(document(gold, "رنا الحلي"), document(told))])
    assert (figures.f1, figures.status, figures.attribution) == (1.0, 0.5, 0.5)


def test_actors_found_and_right():
    gold = document([MEETS, DEMAND])
    predicted = document([MEETS], "جهة أخرى")
    figures = summed([compare(gold, predicted)])
    assert (figures.actor_recall, figures.actor_precision) == (2 / 3, 2 / 3)


def test_the_interval_holds_f1_and_is_the_same_every_time():
    outcomes = [compare(document([MEETS, DEMAND]), document([told])) for told in (MEETS, DEMAND)] * 5
    outcomes += [compare(document([MEETS]), document([DEMAND]))] * 5
    figures = summed(outcomes, resamples=200)
    low, high = figures.interval
    assert 0 < low < figures.f1 < high < 1
    assert summed(outcomes, resamples=200) == figures


def test_no_article_gives_zeros():
    figures = summed([], resamples=10)
    assert (figures.precision, figures.recall, figures.f1, figures.interval) == (0, 0, 0, (0, 0))


def test_calibration_error_worked_out_by_hand():
    confidences = ((0.95, True), (0.95, False), (0.15, False), (0.15, False))
    error, tenths = calibration([Outcome(confidences=confidences)])
    assert tenths[9] == (2, 0.95, 0.5)
    assert tenths[1] == (2, 0.15, 0.0)
    assert error == pytest.approx((2 * 0.45 + 2 * 0.15) / 4)
    assert calibration([]) == (0.0, [(0, 0.0, 0.0)] * 10)


def test_long_lists_of_attendees_are_optional():
    guests = [relation("سالم الراوي", "meets", f"ضيف{i}", "استقبل سالم الراوي ضيوفاً منهم") for i in range(5)]
    gold = document([*guests, MEETS])
    bare = without_lists(gold)
    assert [bool(r.get("optional")) for r in bare["relations"]] == [True] * 5 + [False]
    assert summed([compare(bare, document([MEETS]))]).f1 == 1.0
    assert without_lists(document(guests[:4]))["relations"] == guests[:4]
