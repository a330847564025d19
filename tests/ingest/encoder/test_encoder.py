"""The encoder as it comes with Shabaka: what it tells of plain sentences, and what its answer hangs on."""

import numpy as np
import pytest

from ingest.encoder.encoder import load_encoder
from ingest.reading import RELATIONS
from tests.ingest.analysed import analysed, named

PLAIN = [
    ("هدد الرئيس الإيراني إسرائيل برد قاس على أي هجوم.", "threatens", "الرئيس الايراني", "اسرائيل"),
    ("التقى وزير الخارجية المصري نظيره التونسي في الجزائر.", "meets", "وزير الخارجيه المصري", "نظيره التونسي"),
    ("طالبت الحكومة اللبنانية إسرائيل بالانسحاب من القرى الحدودية.", "demands", "الحكومه اللبنانيه", "اسرائيل"),
    ("أعلنت تركيا دعمها للحكومة الليبية في وجه خصومها.", "supports", "تركيا", "الحكومه الليبيه"),
]


def table(text):
    analysis = analysed(text)
    return analysis, load_encoder().readings(analysis.contexts, analysis.phrases)


@pytest.mark.parametrize(("text", "relation", "source", "target"), PLAIN, ids=[case[1] for case in PLAIN])
def test_what_a_plain_sentence_says_is_likelier_than_the_other_relations_and_the_pair_turned_round(
    text, relation, source, target
):
    analysis, read = table(text)
    phrases, odds = read[0]
    one, other = (phrases.index(named(analysis, name)) for name in (source, target))
    said = odds[one, other, RELATIONS.index(relation)]
    assert said == odds[one, other].max()
    assert relation == "meets" or said > odds[other, one, RELATIONS.index(relation)]


def test_the_same_article_is_read_the_same_again():
    text = " ".join(case[0] for case in PLAIN)
    (_, first), (_, second) = table(text), table(text)
    assert first.keys() == second.keys()
    assert all(np.array_equal(first[n].odds, second[n].odds) for n in first)


def test_log_odds_have_two_decimals():
    _, read = table(PLAIN[0][0])
    assert np.array_equal(read[0].odds, np.round(read[0].odds, 2))


def test_an_empty_article_is_not_read():
    assert table("")[1] == {}
