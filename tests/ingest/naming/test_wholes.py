import pytest

from ingest.naming.names import load_names
from ingest.naming.wholes import extended, parted
from ingest.text.mentions import spans
from ingest.text.sentences import sentences


def row(length, *runs):
    labels = ["O"] * length
    for first, last, kind in runs:
        labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]
    return labels


# words, spans given, spans wanted
OUTER = {
    "cut-in-the-state": (
        "وصل وزير خارجية الولايات المتحدة أمس",
        [(1, 4, "person"), (4, 5, "state")],
        [(1, 5, "person")],
    ),
    "begun-and-cut-in-a-body": (
        "طالب الاتحاد الأوروبي فلانا بالإفراج",
        [(1, 2, "organization"), (2, 4, "person")],
        [(1, 3, "organization"), (3, 4, "person")],
    ),
    "beside-the-state": ("وصل وزير خارجية الولايات المتحدة", [(1, 5, "person")], [(1, 5, "person")]),
    "before-the-state": ("زار فلان الولايات المتحدة", [(1, 2, "person")], [(1, 2, "person")]),
}
INNER = {
    "across-its-head": (
        "رئيس مجلس النواب الأردني وصل",
        [(0, 2, "person"), (2, 4, "state")],
        [(0, 1, "person"), (1, 4, "organization")],
    ),
    "within-it": ("قوات الدعم السريع وصلت", [(1, 3, "group")], [(1, 3, "group")]),
}


@pytest.mark.parametrize(("text", "given", "wanted"), OUTER.values(), ids=OUTER.keys())
def test_a_span_does_not_end_within_a_known_name(text, given, wanted):
    split = list(sentences(text))
    (labels,) = extended(split, [row(len(split[0].tokens), *given)], load_names().index)
    assert list(spans(labels)) == wanted


@pytest.mark.parametrize(("text", "given", "wanted"), INNER.values(), ids=INNER.keys())
def test_an_inner_span_crosses_no_known_name(text, given, wanted):
    split = list(sentences(text))
    (labels,) = parted(split, [row(len(split[0].tokens), *given)], load_names().index)
    assert list(spans(labels)) == wanted
