import pytest

from ingest.naming.joints import join
from ingest.text.mentions import spans
from ingest.text.sentences import sentences

# words of the sentence, outer and inner spans, verbs, spans wanted
CASES = {
    "letter-of-a-doctor": ("قال الناطق باسم الحكومة ، د . سالم الكناني", [(1, 4), (7, 9)], [(7, 9)], [0], [(1, 9)]),
    "two-letters": ("قال الوزير أ . د . سالم الكناني", [(1, 2), (4, 6)], [(4, 6)], [0], [(1, 6)]),
    "name-unseen": ("قال الناطق باسم الحكومة ، د . سالم الكناني ، إن", [(1, 4)], [], [0], [(1, 9)]),
    "office-behind-the-name": (
        "وصل أمس الدكتور سالم الكناني رئيس الأركان",
        [(2, 5), (5, 7)],
        [(3, 5)],
        [0],
        [(2, 7)],
    ),
    "office-is-the-object": ("استقبل سالم الكناني رئيس الأركان", [(1, 3), (3, 5)], [(1, 3)], [0], [(1, 3), (3, 5)]),
    "second-person-joined": (
        "حضر الوزير سالم الكناني والوزير سامر الراوي",
        [(1, 4), (4, 7)],
        [(2, 4), (5, 7)],
        [0],
        [(1, 4), (4, 7)],
    ),
    "office-glued-to-the-next": (
        "التقى سالم الكناني ، القائد العام ، الفريق سامر الراوي رئيس الأركان",
        [(1, 3), (4, 12)],
        [(1, 3), (7, 10)],
        [0],
        [(1, 3), (4, 6), (7, 12)],
    ),
}


def labelled(length, runs):
    row = ["O"] * length
    for first, last in runs:
        row[first:last] = ["B-person", *["I-person"] * (last - first - 1)]
    return row


@pytest.mark.parametrize(("text", "outer", "inner", "verbs", "wanted"), CASES.values(), ids=CASES.keys())
def test_the_spans_of_one_person_are_joined(text, outer, inner, verbs, wanted):
    (sentence,) = sentences(text)
    row = labelled(len(sentence.tokens), outer)
    join(sentence.tokens, row, list(spans(labelled(len(row), inner))), set(verbs))
    assert [(first, last) for first, last, _ in spans(row)] == wanted


def test_an_office_in_construct_is_joined_with_its_state():
    (sentence,) = sentences("التقى وزير خارجية تركيا ووزير خارجية سلطنة عمان ووزير الدفاع إيران")
    row = labelled(len(sentence.tokens), [(1, 3), (4, 6), (8, 10)])
    row[3:4], row[6:8], row[10:] = ["B-state"], ["B-state", "I-state"], ["B-state"]
    join(sentence.tokens, row, [], {0})
    assert list(spans(row)) == [(1, 4, "person"), (4, 8, "person"), (8, 10, "person"), (10, 11, "state")]
