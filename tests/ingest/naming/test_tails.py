import pytest

from ingest.naming.names import load_names
from ingest.naming.tails import without_tails, without_titles
from ingest.text.lookup import load_lookup
from ingest.text.mentions import spans
from ingest.text.sentences import sentences
from ingest.text.triggers import triggers

# words of the sentence, spans of the outer tagger given and wanted, inner spans
CASES = {
    "what-is-denied": ("نفت هيلدا برانكو الاتهامات بشدة", [(1, 4)], [], [(1, 3)]),
    "masdar-affirmed": ("أكد سالم الكناني إدانة الهجوم", [(1, 4)], [], [(1, 3)]),
    "object-people": ("وهنأ الكناني الفائزين في الاقتراع", [(1, 3)], [], [(1, 2), (2, 3)]),
    "where-it-lies": ("استخدم مقر السفير التركي جنوب الخرطوم", [(2, 6)], [], [(2, 4)]),
    "free-preposition": ("طلب سالم الكناني من نوري المالكي", [(1, 6)], [], [(1, 3), (4, 6)]),
    "joined-title": ("رحب سمو السفير بالشيخ سالم", [(1, 5)], [], [(1, 3), (3, 5)]),
    "known-behind-a-title": (
        "استقبل سالم الكناني رئيس الدولة عباس عراقجي وزير الخارجية",
        [(1, 9)],
        [(1, 3)],
        [(1, 5), (5, 9)],
    ),
    "known-behind-a-comma": ("استقبال سالم الكناني ، عباس عراقجي", [(1, 6)], [(1, 3)], [(1, 3), (4, 6)]),
    "airport": ("في مطار رفيق الحريري", [(2, 4)], [], []),
    "street-of-a-martyr": ("في شارع الشهيد سالم الكناني", [(3, 5)], [], []),
    "place-of-two-words": ("قمة شرم الشيخ", [(1, 3)], [], []),
    "town": ("بحث ببنغازي مع الوزير", [(1, 2)], [], []),
    "surname-of-a-tribe-stays": ("قال سالم العبيدات إن", [(1, 3)], [], [(1, 3)]),
    "region-in-construct-stays": ("قال محافظ شمال سيناء", [(1, 4)], [], [(1, 4)]),
    "airport-with-article-stays": ("استقبله في المطار وزير الخارجية", [(3, 5)], [], [(3, 5)]),
    "known-beside-his-master-stays": ("قال سالم الكناني مستشار ترامب", [(1, 5)], [(1, 3)], [(1, 5)]),
    "title-of-the-second-stays": ("استقبل سالم الكناني رئيس الحكومة عباس عراقجي", [(1, 7)], [(1, 3)], [(1, 7)]),
    "name-of-the-faithful-stays": ("استقبل زين العابدين السفير", [(1, 3)], [], [(1, 3)]),
}


def labelled(length, runs):
    row = ["O"] * length
    for first, last in runs:
        row[first:last] = ["B-person", *["I-person"] * (last - first - 1)]
    return row


@pytest.mark.parametrize(("text", "outer", "inner", "wanted"), CASES.values(), ids=CASES.keys())
def test_a_span_ends_with_the_name(text, outer, inner, wanted):
    split = list(sentences(text))
    length = len(split[0].tokens)
    opened = [tuple(triggers(split[0].tokens, load_lookup()))]
    (row,) = without_tails(split, [labelled(length, outer)], [labelled(length, inner)], opened, load_names().index)
    assert [(first, last) for first, last, _ in spans(row)] == wanted


def test_a_name_ends_before_a_title_in_construct():
    split = list(sentences("الأمير عاصم ولي عهد البلاد"))
    (row,) = without_titles(split, [labelled(5, [(1, 3)])])
    assert [(first, last) for first, last, _ in spans(row)] == [(1, 2)]
