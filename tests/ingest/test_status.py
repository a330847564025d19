import pytest

from ingest.status import status
from tests.ingest.analysed import analysed, opened
from tests.ingest.phenomena import cases

TABLE = dict(cases("negation", "modality"))


@pytest.mark.parametrize("case", TABLE.values(), ids=TABLE.keys())
def test_status_of_the_relation_that_a_word_opens(case):
    analysis = analysed(case["text"])
    found = opened(analysis, case["word"], case["relation"])
    assert {status(context, analysis.phrases, trigger) for context, trigger in found} == {case["status"]}
