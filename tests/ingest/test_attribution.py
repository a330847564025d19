import pytest

from ingest.attribution import attributed, speeches
from ingest.fitted.ranker import Candidate
from ontology.spelling import fold
from tests.ingest.analysed import analysed, named, opened
from tests.ingest.phenomena import cases

TABLE = dict(cases("attribution"))


@pytest.mark.parametrize("case", TABLE.values(), ids=TABLE.keys())
def test_whose_words_carry_a_relation(case):
    analysis = analysed(case["text"])
    said, source = speeches(analysis.contexts, analysis.phrases), named(analysis, case["source"])
    found = opened(analysis, case["word"], case.get("relation"))
    assert found
    for context, trigger in found:
        shown = Candidate(context.number, trigger, source, source)
        who = attributed(said, context, analysis.phrases, analysis.actors, shown)
        speaker = "" if who is None else analysis.phrases[who].form
        assert bool(speaker) == bool(case["speaker"]), speaker
        assert fold(case["speaker"]) in speaker


def test_an_article_without_speech():
    assert speeches((), ()) == ()


def test_a_verb_of_affirming_that_ends_its_sentence_says_nothing():
    analysis = analysed("أعلن لؤي النجار دعم مصر لموقف العراق مجددا")
    found = speeches(analysis.contexts, analysis.phrases)
    assert [(speech.first, speech.last) for speech in found] == [(3, 8)]
