from ingest.cast.cast_index import BACK, CastIndex
from ingest.cast.coreference import Cast
from ingest.text.mentions import Phrase


def index(*rows):
    """The index of phrases given as (sentence, first, last, type, form, within, actor)."""
    phrases = tuple(Phrase(s, a, b, kind, "", form, within=within) for s, a, b, kind, form, within, _ in rows)
    return CastIndex(Cast(phrases, (None,) * len(rows), tuple(row[-1] for row in rows)))


LEADER = index(
    (0, 0, 5, "person", "رئيس حزب النور سليم الراوي", None, 0),
    (0, 1, 3, "organization", "حزب النور", 0, 1),
    (0, 6, 7, "state", "مصر", None, 2),
    (1, 0, 2, "person", "سليم الراوي", None, 0),
)


def test_last_named_first_and_each_once() -> None:
    assert LEADER.last(1, 5, {"person", "state"}) == [0, 2]


def test_what_is_within_another_is_not_named() -> None:
    assert LEADER.last(1, 5, {"organization"}) == []


def test_nobody_before_the_first_word() -> None:
    assert LEADER.last(0, 0, {"person"}) == []


def test_body_of_a_title_with_its_kind() -> None:
    assert LEADER.bodies(0) == {1: {"حزب"}}
    assert LEADER.bodies(2) == {}


def test_fullest_is_a_name_before_a_title() -> None:
    assert LEADER.fullest(0) == 3


def test_nothing_is_found_far_off() -> None:
    rows = [(0, 0, 1, "state", "مصر", None, 0), *((1, k, k + 1, "person", "سليم", None, 1) for k in range(BACK))]
    assert index(*rows).last(2, 0, {"state"}) == []


def test_empty_cast() -> None:
    assert index().last(0, 3, {"person"}) == []
