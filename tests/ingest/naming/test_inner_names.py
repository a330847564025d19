from ingest.naming.inner_names import without_titles
from ingest.text.mentions import spans
from ingest.text.sentences import sentences


def test_a_name_ends_before_a_title_in_construct():
    split = list(sentences("الأمير عاصم ولي عهد البلاد"))
    (row,) = without_titles(split, [["O", "B-person", "I-person", "O", "O"]])
    assert [(first, last) for first, last, _ in spans(row)] == [(1, 2)]
