"""Features for the taggers: classes of a word, of its neighbours, and how it stands elsewhere in the article."""

from ingest.fitted.cues import cues, told
from ingest.naming.names import load_names


def of(*sentences):
    return features(cues(load_names(), [sentence.split() for sentence in sentences]))


def features(seen):
    return [[[feature for cue in word for feature in told(cue)] for word in sentence] for sentence in seen]


def test_no_sentences_give_nothing():
    assert cues(load_names(), []) == []


def test_a_word_has_its_own_classes():
    assert "class=titles" in of("وزير الخارجيه")[0][0]


def test_a_conjunction_does_not_hide_a_title():
    row = of("ووزير الخارجيه")[0][0]
    assert "class=titles" in row
    assert "joined" in row


def test_a_radical_is_no_conjunction():
    assert "joined" not in of("وزير الخارجيه")[0][0]


def test_the_neighbours_classes_are_told_with_their_distance():
    assert "-1:class=titles" in of("وزير الخارجيه")[0][1]


def test_title_nisba_and_unknown_word_make_a_row():
    assert "row-=T|N|x" in of("الرئيس العراقي زنبقان")[0][2]


def test_a_word_that_is_introduced_by_a_title_elsewhere():
    assert "else=titled" in of("الوزير زنبقان", "قال زنبقان")[1][1]


def test_a_word_s_own_place_is_not_elsewhere():
    assert "else=titled" not in of("الوزير زنبقان", "قال سالم")[0][1]


def test_a_known_name_of_two_words_is_begun_and_gone_on_with():
    rows = of("قالت الولايات المتحده")[0]
    assert "gaz=Bstate" in rows[1]
    assert "gaz=Istate" in rows[2]


def test_an_empty_folded_word_has_no_class():
    assert features(cues(load_names(), [["", "قال"]]))[0][0][:1] == ["1:class=speech"]
