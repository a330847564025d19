"""The judge fitted anew on a few of our own articles: that it tells right proposals from wrong ones."""

from itertools import islice
from statistics import mean

import pytest

from ingest.acts.claims import load_rules
from ingest.fitted import gold
from ingest.fitted.blocks import JUDGED, STUDIED, written
from ingest.fitted.judge import Judge
from ingest.fitted.models import load_models
from ingest.naming.names import load_names
from ingest.reading import RELATIONS
from ingest.text.lookup import load_lookup
from ingest.training import examples, judged, scored

pytest.importorskip("sklearn", reason="the extra fit is not installed")
FEW = 20


def test_a_judge_fitted_on_few_articles_finds_what_is_right_in_others_more_probable():

    models, articles = load_models(), list(islice(written(JUDGED), 2 * FEW))
    studied = list(islice(written(STUDIED), FEW // 2))
    card = judged(articles[:FEW], studied, models.tag, models.ranker, models.encoder, load_rules())
    assert (card["judged"], card["studied"]) == (FEW, FEW // 2)
    assert set(card["thresholds"]) == set(RELATIONS)
    assert all(0 < threshold < 0.5 for threshold in card["thresholds"].values())
    others = articles[FEW:]
    tagged = {article.name: models.tag(gold.token_spans(article)[0]) for article in others}
    made = scored(examples(others, tagged, load_names(), load_lookup()), models.ranker, models.encoder, load_rules())
    rows = [row for _, found in made for row in found]
    judge = Judge.of(card)
    sure = judge.probabilities([proposal.numbers for proposal, _ in rows])
    right = [p for p, (_, is_right) in zip(sure, rows, strict=True) if is_right]
    wrong = [p for p, (_, is_right) in zip(sure, rows, strict=True) if not is_right]
    assert mean(right) > 2 * mean(wrong)
