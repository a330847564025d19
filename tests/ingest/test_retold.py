"""What the headline and the text tell of one body under two names is told once."""

import pytest

from ingest.reading import ArticleActor, LinkedRelation, Mention, Span
from ingest.retold import told_once

HEADLINE = Span(0, 30)


def actor(name, kind="group", *, surface=None):
    return ArticleActor(name, name, kind, known=False, mentions=(Mention(Span(0, 1), surface or name, name),))


def relation(source, kind, target, start, *, sure=0.5, status="asserted"):
    return LinkedRelation(source, kind, target, status, Span(start, start + 9), Span(start, start + 9), "V:x", sure)


def kept(actors, *relations):
    return [(r.source, r.target) for r in told_once(relations, actors, HEADLINE)]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("التحالف", "قيادة القوات المشتركة للتحالف"),
        ("وفد حوثي", "وفد الحوثيين"),
        ("كتلة الإصلاح", "نواب كتلة الإصلاح"),
        ("الجيش", "الجيش المالي"),
        ("اتحاد الموظفين", "اتحاد الموظفين العرب"),
        ("المفسدين", "كل مفسد"),
    ],
)
def test_the_text_is_believed_not_the_headline(short, full):
    actors = [actor(short), actor(full), actor("الحكومة", "state")]
    headline, text = relation(short, "demands", "الحكومة", 0), relation(full, "demands", "الحكومة", 40)
    assert kept(actors, headline, text) == [(full, "الحكومة")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("الجيش", "group"), ("النقابة", "group")),
        (("سالم الراوي", "person"), ("حزب الراوي", "organization")),
        (("العراق", "state"), ("الجيش العراقي", "armed_group")),
        (("الوفد", "group"), ("المجلس", "organization")),
        (("حركة النور", "organization"), ("حزب الأرز", "organization")),
        (("قوات الأمن", "armed_group"), ("مجلس الشورى", "organization")),
    ],
)
def test_others_are_told_both(one, other):
    actors = [actor(*one), actor(*other), actor("الحكومة", "state")]
    told = relation(one[0], "demands", "الحكومة", 0), relation(other[0], "demands", "الحكومة", 40)
    assert len(kept(actors, *told)) == 2


def test_another_deed_stays():
    actors = [actor("التحالف"), actor("قيادة التحالف"), actor("الحكومة", "state")]
    told = relation("التحالف", "demands", "الحكومة", 0), relation("قيادة التحالف", "threatens", "الحكومة", 40)
    assert len(kept(actors, *told)) == 2


def test_another_status_stays():
    actors = [actor("التحالف"), actor("قيادة التحالف"), actor("الحكومة", "state")]
    later = relation("قيادة التحالف", "demands", "الحكومة", 40, status="negated")
    assert len(kept(actors, relation("التحالف", "demands", "الحكومة", 0), later)) == 2


def test_of_two_in_the_text_the_surer_stays():
    actors = [actor("وفد النقابة"), actor("النقابة", "organization"), actor("الوزير", "person")]
    told = (
        relation("النقابة", "meets", "الوزير", 40, sure=0.4),
        relation("الوزير", "meets", "وفد النقابة", 80, sure=0.6),
    )
    assert kept(actors, *told) == [("الوزير", "وفد النقابة")]


def test_of_two_in_the_text_that_share_a_word_both_stay():
    actors = [actor("نواب الجنوب"), actor("نواب الشمال"), actor("الوزير", "person")]
    told = relation("نواب الجنوب", "meets", "الوزير", 40), relation("نواب الشمال", "meets", "الوزير", 80)
    assert len(kept(actors, *told)) == 2
