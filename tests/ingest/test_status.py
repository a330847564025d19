import pytest

from ingest.analysis import analyse
from ingest.lookup import load_lookup
from ingest.models import load_models
from ingest.names import load_names
from ingest.status import status
from tests.ingest.phenomena import cases

TABLE = dict(cases("negation", "modality"))


def analysed(text):
    return analyse(text, load_models().tag, load_names(), load_lookup())


@pytest.mark.parametrize("case", TABLE.values(), ids=TABLE.keys())
def test_status_of_the_relation_that_a_word_opens(case):
    analysis = analysed(case["text"])
    found = {
        status(context, analysis.phrases, trigger)
        for context in analysis.contexts
        for trigger in context.triggers
        if trigger.relation == case["relation"] and context.tokens[trigger.token].surface == case["word"]
    }
    assert found == {case["status"]}
