import pytest

from ingest.naming.names import load_names
from ingest.naming.severing import severed
from ingest.text.lookup import load_lookup
from ingest.text.mentions import spans
from ingest.text.sentences import sentences
from ingest.text.triggers import triggers

# words of the sentence, "/" between spans of the outer tagger given and wanted, inner spans
CASES = {
    "verb": ("الوزير طالب الحكومة", [(0, 3)], [], [(0, 1), (2, 3)]),
    "joined-name": ("التقى سالم الراوي بعمر الكناني", [(1, 5)], [(1, 3), (3, 5)], [(1, 3), (3, 5)]),
    "joined-title": ("التقى سالم الراوي بالوزير عمر الكناني", [(1, 6)], [(1, 3)], [(1, 3), (3, 6)]),
    "object-body": ("طالب المجلس الحكومة بالرد", [(1, 3)], [], [(1, 2), (2, 3)]),
    "object-behind-name": ("دعا سالم الراوي القوى السياسية إلى الحوار", [(1, 5)], [(1, 3)], [(1, 3), (3, 5)]),
    "two-known-names": ("توعد حزب الله إسرائيل بالرد", [(1, 4)], [(1, 4)], [(1, 3), (3, 4)]),
    "title-behind-name": ("استقبل سالم الراوي وزير العدل عمر الكناني", [(1, 7)], [(1, 3), (5, 7)], [(1, 3), (3, 7)]),
    "counterpart": ("التقى وزير الخارجية نظيره التركي", [(1, 5)], [], [(1, 3), (3, 5)]),
    "state-behind-definite": ("طالبت المتحدثة باسم الخارجية الروسية تركيا", [(1, 6)], [(3, 5)], [(1, 5), (5, 6)]),
    "state-behind-name": ("هددت في مجلس الأمن روسيا بولندا", [(2, 6)], [], [(2, 4), (4, 5), (5, 6)]),
    "circumstance": ("التف أنصار الحزب حول رجب طيب أردوغان", [(1, 7)], [(4, 7)], [(1, 3), (4, 7)]),
    "joined-person": ("صفق الكونغرس الأمريكي لبنيامين نتنياهو", [(1, 5)], [(1, 2)], [(1, 3), (3, 5)]),
    "participle-of-complement": ("تقدمت القوات المؤيدة لإيران", [(1, 3)], [], [(1, 2)]),
    "object-delegation": ("استقبل سالم الراوي ولي العهد السعودي الوفد", [(1, 7)], [(1, 3)], [(1, 6), (6, 7)]),
    "object-people-behind-name": ("حث سمير الكناني المؤمنين على الصبر", [(1, 4)], [], [(1, 3), (3, 4)]),
    "object-share": ("دعت النقابة كافة المنظمات إلى الرد", [(1, 4)], [], [(1, 2), (2, 4)]),
    "title-behind-surname": ("طالب الهاشمي وزير الداخلية بالرد", [(1, 4)], [], [(1, 2), (2, 4)]),
    "object-body-in-construct": ("هددت الجماعة حركة النهضة بالرد", [(1, 4)], [], [(1, 2), (2, 4)]),
    "two-behind-a-dual": ("اجتمع الوزيران سالم والكناني", [(1, 3)], [], [(2, 3), (3, 4)]),
    "two-of-a-span-behind-a-dual": ("توجه الرئيسان سالم وسمير إلى القاعة", [(1, 4)], [], [(2, 3), (3, 4)]),
    "two-whole-names-behind-a-dual": ("زار النائبان شوقي نبيل وحسين خليل البلدة", [(4, 6)], [], [(2, 4), (4, 6)]),
    "given-name-joined-to-the-first": ("زار النائبان سالم الراوي وحسين خليل", [(1, 4)], [(2, 4)], [(2, 4), (4, 6)]),
    "dual-with-two-nationalities": ("اجتمع الوزيران القطري سالم والعماني سمير", [(1, 6)], [], [(3, 4), (5, 6)]),
    "closing-quotation-mark": ("زار «الراوي» في «مسقط» معرضا", [(2, 7)], [], [(2, 3)]),
    "blessing": ("زار سالم الراوي حفظه الله المعرض", [(1, 6)], [], [(1, 3)]),
    "comma-between-two-names": ("التي تقودها هالة الباقي، الكناني يصل", [(2, 6)], [(2, 4), (5, 6)], [(2, 4), (5, 6)]),
    "comma-before-a-title-stays": ("قال هالة الباقي، رئيسة الحزب", [(1, 6)], [(1, 3)], [(1, 6)]),
    "dual-with-a-further-office-stays": ("وصل الوزيران سالم والسفير", [(2, 3)], [], [(2, 3)]),
    "nationality-of-a-plural-stays": ("دعم المقاتلين الأكراد", [(1, 3)], [], [(1, 3)]),
    "share-behind-its-noun-stays": ("دعا القوات كافة إلى الصبر", [(1, 3)], [], [(1, 3)]),
    "state-in-construct-stays": ("وصل وزير خارجية تركيا", [(1, 4)], [(3, 4)], [(1, 4)]),
    "state-in-apposition-stays": ("وصل محافظ العاصمة بغداد", [(1, 4)], [], [(1, 4)]),
    "part-of-a-longer-name-stays": ("قال رئيس جمهورية جنوب السودان", [(1, 5)], [], [(1, 5)]),
    "construct-stays": ("طالب رئيس الحكومة بالرد", [(1, 3)], [], [(1, 3)]),
    "title-stays": ("قال المتحدث باسم الحكومة", [(1, 4)], [], [(1, 4)]),
    "body-behind-a-definite-word": ("حذر المجلس الحكومة", [(1, 3)], [], [(1, 2), (2, 3)]),
    "adjective-stays": ("وصل المجلس الأعلى", [(1, 3)], [], [(1, 3)]),
    "masdar-stays": ("قال تحالف دعم الشرعية", [(1, 4)], [], [(1, 4)]),
}


def labelled(length, runs):
    row = ["O"] * length
    for first, last in runs:
        row[first:last] = ["B-person", *["I-person"] * (last - first - 1)]
    return row


@pytest.mark.parametrize(("text", "outer", "inner", "wanted"), CASES.values(), ids=CASES.keys())
def test_a_span_over_two_actors_is_cut(text, outer, inner, wanted):
    split = list(sentences(text))
    length = len(split[0].tokens)
    opened = [tuple(triggers(split[0].tokens, load_lookup()))]
    (row,) = severed(split, [labelled(length, outer)], [labelled(length, inner)], opened, load_names().index)
    assert [(first, last) for first, last, _ in spans(row)] == wanted
