"""The tagger over a table of weights: labels, further features, and leaning towards recall."""

from ingest.tagger import Tagger

TABLE = [
    "labels\tO\tB-person\tI-person\n",
    "transition\tO\tI-person\t-9\n",
    "state\t0:w=سالم\tB-person\t2\n",
    "state\t0:w=راوي\tB-person\t0.2\n",
    "state\t0:w=راوي\tO\t0.5\n",
    "state\t0:w=قال\tO\t1\n",
    "state\tعلامه\tB-person\t5\n",
]
TAGGER = Tagger.parse(TABLE)


def test_no_words_have_no_labels():
    assert TAGGER.tag([]) == []


def test_the_best_labels_are_given():
    assert TAGGER.tag(["سالم", "قال"]) == ["B-person", "O"]


def test_further_features_count():
    assert TAGGER.tag(["قال"], [["علامه", "unknown"]]) == ["B-person"]


def test_what_is_nearly_as_likely_is_found_by_leaning():
    assert TAGGER.tag(["راوي"]) == ["O"]
    assert TAGGER.tag(["راوي"], lean=0.4) == ["B-person"]


def test_leaning_leaves_the_surest_as_they_are():
    assert TAGGER.tag(["سالم", "قال", "راوي"], lean=0.4) == ["B-person", "O", "B-person"]
