"""The ranker's tables give what the features give one by one, which it is fitted on."""

import random
from math import exp, log

import pytest

from ingest.analysis import analyse
from ingest.fitted.fitting import Example, ranker_rows
from ingest.fitted.gold import GoldArticle
from ingest.fitted.models import load_models
from ingest.fitted.proposals import UNCLAIMED
from ingest.fitted.ranker import HOPELESS, Ranker
from ingest.naming.names import load_names
from ingest.text.lookup import load_lookup

TEXT = """الوزير سالم الراوي يلتقي نظيره التركي في عمان
التقى وزير الخارجية سالم الراوي في عمان نظيره التركي، وطالب إيران بوقف دعم الحوثيين. ولم يهدد السعودية.
وقال «نحن ندعم الحكومة العراقية»، مشيدا بمواقف مصر وقطر."""


class Nowhere:
    """Annotations in which nothing is right."""

    def shows(self, *_):
        return False


@pytest.fixture(scope="module")
def analysis():
    return analyse(TEXT, load_models().tag, load_names(), load_lookup())


def test_a_score_is_the_sum_of_the_weights_of_all_features(analysis):
    chance = random.Random(0)
    rows = [found for found, _ in ranker_rows(Example(GoldArticle("one", TEXT, {}), analysis, Nowhere()))]
    weights = {name: chance.uniform(-0.1, 0.1) for row in rows for name in row}
    ranker = Ranker({"bias": -1.0, **weights})
    parts = analysis.contexts, analysis.phrases, analysis.actors
    scores = [log(c.probability / (1 - c.probability)) for c in ranker.candidates(*parts)]
    assert len(scores) > 100
    assert scores == pytest.approx([-1 + sum(weights[name] for name in set(row)) for row in rows])


def test_a_feature_without_weight_adds_nothing(analysis):
    parts = analysis.contexts, analysis.phrases, analysis.actors
    assert {c.probability for c in Ranker({"bias": 0.0}).candidates(*parts)} == {0.5}


def test_a_candidate_that_trigger_and_phrases_speak_against_is_never_proposed(analysis):
    parts = analysis.contexts, analysis.phrases, analysis.actors
    together = dict.fromkeys(("meets Oabst", "demands Obast", "supports Obats", "threatens Obast"), 3.0)
    assert {c.probability for c in Ranker({"bias": HOPELESS - 1, **together}).candidates(*parts)} == {
        1 / (1 + exp(1 - HOPELESS))
    }
    assert 1 / (1 + exp(1 - HOPELESS)) < UNCLAIMED
