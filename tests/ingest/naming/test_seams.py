import pytest

from ingest.naming import governed, seams
from ingest.naming.names import load_names
from ingest.text.lookup import load_lookup
from ingest.text.sentences import sentences
from ingest.text.triggers import triggers

# words of the sentence, the span, inner spans of persons, the tokens at which it is cut
COORDINATED = {
    "forces-with-adjectives": ("دعم القوات الأمنية والحشد الشعبي", (1, 5), [3]),
    "bodies-with-adjectives": ("دعا المجالس التشريعية والبرلمانات الدولية", (1, 5), [3]),
    "own-construct": ("قالت الشرطة وجهاز الاستخبارات", (1, 4), [2]),
    "behind-a-share": ("دعا كافة الأحزاب الوطنية والمنظمات الدولية", (1, 6), [4]),
    "one-adjective-for-two": ("دعا الأحزاب والمنظمات الوطنية", (1, 4), []),
    "adjectives-of-one-noun": ("دعا المنظمات الدولية والحقوقية", (1, 4), []),
    "one-construct": ("قالت وزارة الثقافة والإعلام", (1, 4), []),
    "radical": ("قال رئيس وزراء بولندا", (1, 4), []),
}
PERSONS = {
    "second-title": ("طالب النائب سالم الراوي ، وزير العدل عمر الكناني", (1, 9), [(2, 4), (7, 9)], [4]),
    "no-name-behind-it": ("قال سالم الراوي ، وزير العدل", (1, 6), [(1, 3)], []),
    "title-before-its-name": ("قال وزير العدل ، عمر الكناني", (1, 6), [(4, 6)], []),
}
COMPLEMENTS = {
    "min-of-the-one-asked": ("طلب الزعيم من الرئيس العودة", (1, 4), [], [2]),
    "li-behind-a-name": ("شكر سالم الراوي للوزير دعمه", (1, 4), [(1, 3)], [3]),
    "li-of-a-masdar": ("خلال استقبال الرئيس المصري لوزير العدل", (2, 6), [], [4]),
    "bi-of-a-delegation": ("رحب المتحدث بالوفد", (1, 3), [], [2]),
    "rank-goes-on": ("استقبل الأمين العام للحزب", (1, 4), [], []),
    "office-goes-on": ("رحب القائم بالأعمال الفرنسي", (1, 4), [], []),
    "part-of-a-group": ("طلب عدد من النواب", (1, 4), [], []),
    "other-verb": ("وصل المتحدث بالوفد", (1, 3), [], []),
}
MOMENTS = {
    "fawra": ("التقى الوزير فور وصوله سالم الراوي", (1, 6), [2]),
    "ibbana": ("وافق نائب الرئيس إبان زيارته", (1, 5), [3]),
    "at-the-head": ("قال فور وصوله", (1, 3), []),
}


def tokens_of(text):
    return next(iter(sentences(text))).tokens


@pytest.mark.parametrize(("text", "span", "wanted"), COORDINATED.values(), ids=COORDINATED.keys())
def test_a_phrase_with_a_head_of_its_own_is_another(text, span, wanted):
    assert list(seams.coordinated(tokens_of(text), *span)) == wanted


@pytest.mark.parametrize(("text", "span", "persons", "wanted"), PERSONS.values(), ids=PERSONS.keys())
def test_a_second_person_behind_a_comma_has_title_and_name(text, span, persons, wanted):
    named = [(*run, "person") for run in persons]
    assert list(seams.second_persons(tokens_of(text), named, *span)) == wanted


@pytest.mark.parametrize(("text", "span", "persons", "wanted"), COMPLEMENTS.values(), ids=COMPLEMENTS.keys())
def test_the_complement_begins_at_its_preposition(text, span, persons, wanted):
    tokens, named = tokens_of(text), [(*run, "person") for run in persons]
    opened = list(triggers(tokens, load_lookup()))
    assert list(governed.complements(tokens, opened, named, load_names().index, span)) == wanted


@pytest.mark.parametrize(("text", "span", "wanted"), MOMENTS.values(), ids=MOMENTS.keys())
def test_the_time_of_a_deed_is_no_part_of_a_name(text, span, wanted):
    assert list(seams.moments(tokens_of(text), *span)) == wanted


def test_a_counterpart_behind_a_name_is_another():
    tokens = tokens_of("أكد وزير الخارجية الصيني لنظيره الروسي")
    assert list(seams.counterparts(tokens, [], 1, 6)) == [4]


def test_a_name_that_looks_like_a_counterpart_is_none():
    tokens = tokens_of("قالت الوزيرة السابقة نظيرة الكناني")
    assert list(seams.counterparts(tokens, [], 1, 5)) == []


def test_two_known_persons_joined_are_two():
    tokens = tokens_of("لقاء الوزير رجب طيب أردوغان وجو بايدن")
    assert list(seams.joined_names(tokens, load_names().index, 1, 7)) == [5]


def test_a_word_for_how_many_alone_has_no_seam():
    assert list(seams.coordinated(tokens_of("التقى الوزير كبار"), 2, 3)) == []
