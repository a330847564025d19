"""The tagger over a table of weights: labels, further features, and leaning towards recall."""

from ingest.fitted.tagger import Emissions, Tagger
from ingest.fitted.weights import Sums, Weights

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
EMISSIONS = Emissions(TAGGER.weights)


def tagged(*sentences, cues=(), lean=0.0):
    article = [sentence.split() for sentence in sentences]
    return TAGGER.tag(EMISSIONS.of(article, cues), [len(forms) for forms in article], lean=lean)


def test_no_words_have_no_labels():
    assert tagged() == []
    assert tagged("", "قال", "") == [[], ["O"], []]


def test_the_best_labels_are_given():
    assert tagged("سالم قال") == [["B-person", "O"]]


def test_sentences_keep_their_order_and_know_nothing_of_each_other():
    assert tagged("قال", "سالم قال قال", "راوي سالم") == [["O"], ["B-person", "O", "O"], ["O", "B-person"]]


def test_cues_count():
    assert tagged("قال قال", cues=[[[("own", "علامه", "unknown")], [("own",)]]]) == [["B-person", "O"]]


def test_what_is_nearly_as_likely_is_found_by_leaning():
    assert tagged("راوي") == [["O"]]
    assert tagged("راوي", "قال", lean=0.4) == [["B-person"], ["O"]]


def test_leaning_leaves_the_surest_as_they_are():
    assert tagged("سالم قال راوي", lean=0.4) == [["B-person", "O", "B-person"]]


def test_two_taggers_side_by_side_say_what_each_says():
    other = Tagger.parse(["labels\tO\tB-state\n", "state\t0:w=قال\tB-state\t3\n", "state\t1:w=قال\tB-state\t7\n"])
    both = Emissions(Weights.beside(TAGGER.weights, other.weights)).of([["سالم", "قال"]], [])
    apart = [Emissions(one.weights).of([["سالم", "قال"]], []) for one in (TAGGER, other)]
    assert both.tolist() == [[*a, *b] for a, b in zip(*(one.tolist() for one in apart), strict=True)]


def test_what_is_forgotten_is_worked_out_anew():
    sums = Sums[str](TAGGER.weights, lambda form: [[f"0:w={form}"]], 1, 1)
    for form in ("سالم", "قال", "راوي", "سالم"):
        assert sums.of([form, "قال"]).tolist() == TAGGER.weights.sums([[f"0:w={form}"], ["0:w=قال"]])[:, None].tolist()
