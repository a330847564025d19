"""Actors get a name and an id."""

import datetime as dt

import pytest

from ingest.article import Article
from ingest.pipeline import read

ADDRESSED = "ثمن الرئيس اللبناني سليم الدوري دعم خادم الحرمين الشريفين لبنان."
KINGS = {
    "before": (dt.date(2014, 5, 1), "الملك عبد الله بن عبد العزيز"),
    "after": (dt.date(2019, 5, 1), "الملك سلمان بن عبد العزيز"),
    "undated": (None, "خادم الحرمين الشريفين"),
}


@pytest.mark.parametrize(("date", "name"), KINGS.values(), ids=KINGS.keys())
def test_a_title_of_one_office_tells_who_held_it_that_day(date, name):
    found = read(Article("case", ADDRESSED, date=date))
    assert name in [actor.name for actor in found.actors]


def test_a_title_that_many_states_have_tells_nobody():
    found = read(Article("case", "ثمن الرئيس اللبناني سليم الدوري دعم الملك.", date=dt.date(2019, 5, 1)))
    assert not any(actor.known and actor.type == "person" for actor in found.actors)


NAMESAKES = {
    "father": ("التقى جورج بوش أمس إسحق شامير.", dt.date(1991, 10, 1), "george-h-w-bush"),
    "son": ("التقى جورج بوش أمس أرييل شارون.", dt.date(2002, 6, 1), "george-w-bush"),
    "undated": ("التقى جورج بوش أمس أرييل شارون.", None, "george-w-bush"),
    "husband": ("قال الرئيس الأميركي كلينتون إن السلام ممكن.", dt.date(1994, 6, 1), "bill-clinton"),
    "wife": ("وقالت كلينتون في القاهرة إن السلام ممكن.", dt.date(2010, 6, 1), "hillary-clinton"),
}


@pytest.mark.parametrize(("text", "date", "known"), NAMESAKES.values(), ids=NAMESAKES.keys())
def test_of_two_so_called_the_one_in_office_that_day_is_meant(text, date, known):
    assert known in [actor.id for actor in read(Article("case", text, date=date)).actors]


TITLED = {
    "title-makes-no-fuller-name": ("استقبل الرئيس مبارك وزير الخارجية الأردني.", "hosni-mubarak"),
    "name-of-two-words": ("عقد الملك حسين محادثات في عمان مع جيمس بيكر.", "hussein-of-jordan"),
    "beside-another-of-that-last-word": ("قال صدام حسين أمس إن الملك حسين زار بغداد.", "hussein-of-jordan"),
}


@pytest.mark.parametrize(("text", "known"), TITLED.values(), ids=TITLED.keys())
def test_a_title_before_a_short_name_leaves_it_known(text, known):
    assert known in [actor.id for actor in read(Article("case", text)).actors]


def test_a_short_name_is_whose_fuller_name_the_article_has():
    found = read(Article("case", "استقبل النائب سامر الباز وزير العدل. وقال الباز إن اللقاء كان مثمرا."))
    assert "osama-el-baz" not in [actor.id for actor in found.actors]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("طالب مجلس النواب العراقي القوات الأمنية بحماية المتظاهرين.", True),
        ("طالب العراق القوات الأمنية بحماية المتظاهرين.", True),
        ("طالب مجلس السيادة السوداني القوات الأمنية بحماية المتظاهرين.", False),
        ("طالب الوزير سليم الدوري القوات الأمنية بحماية المتظاهرين.", False),
    ],
    ids=["nisba-of-the-state", "the-state", "another-state", "no-state"],
)
def test_what_any_state_may_have_is_that_of_a_state_told_of(text, known):
    found = read(Article("case", text))
    assert ("iraqi-armed-forces" in [actor.id for actor in found.actors]) == known


@pytest.mark.parametrize(
    ("year", "known"), [(2010, "nouri-al-maliki"), (2015, "haider-al-abadi")], ids=["before", "after"]
)
def test_an_office_alone_is_who_held_it_that_day(year, known):
    text = "رفض نوري المالكي القرار. والتقى رئيس الوزراء العراقي وفدا من البصرة، ودعا حيدر العبادي إلى الهدوء."
    found = read(Article("case", text, date=dt.date(year, 3, 1))).actors
    assert [a.id for a in found if "رئيس الوزراء العراقي" in [m.surface for m in a.mentions]] == [known]
