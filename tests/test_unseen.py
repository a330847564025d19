"""Floors under extraction from articles of our own that no model was fitted on and nobody has looked into since.

They have other people than ``ingest/fitted/annotated``, are written by the same rules, and tell eight relations each:
twice as many in all as the articles from papers that quality is told by. What is missed in ``ingest/fitted/studied``
shows where grammar and lexicon can learn; from ``ingest/fitted/judged`` the judge learns, and nobody looks into those
either.
"""

import json
import tomllib
from pathlib import Path

import pytest

from graph.extraction import as_json
from graph.scoring.scoring import compare, summed
from graph.scoring.scoring_files import documents
from ingest.article import Article
from ingest.fitted.blocks import JUDGED, STUDIED, WRITTEN, digest, written
from ingest.fitted.models import JUDGE
from ingest.pipeline import read
from ingest.reading import RELATIONS

UNSEEN = Path(__file__).parent / "data" / "unseen"
FLOORS = tomllib.loads(Path(__file__).with_name("quality.toml").read_text(encoding="utf-8"))["unseen"]


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """What is reached, of each relation and of all."""
    gold, found = tmp_path_factory.mktemp("gold"), tmp_path_factory.mktemp("found")
    for article in written(UNSEEN):
        (gold / f"{article.name}.json").write_text(json.dumps(article.document), encoding="utf-8")
        given = as_json(read(Article(article.name, article.text)))
        (found / f"{article.name}.json").write_text(given, encoding="utf-8")
    pairs = [pair for _, *pair in documents(gold, found)]
    return {name or "all": summed([compare(*pair, name) for pair in pairs]) for name in (None, *RELATIONS)}


def test_no_model_learns_from_them():
    learnt = {article.text for folder in (WRITTEN, STUDIED, JUDGED) for article in written(folder)}
    assert not learnt & {article.text for article in written(UNSEEN)}
    assert digest(UNSEEN) == FLOORS["digest"]


def test_the_models_tell_which_of_our_own_articles_they_were_fitted_on():
    card = json.loads(JUDGE.read_text(encoding="utf-8"))
    for name, folder in (("own", WRITTEN), ("studied", STUDIED), ("judged", JUDGED)):
        assert (card[name], card[f"{name}_digest"]) == (len(list(written(folder))), digest(folder))


@pytest.mark.parametrize("relation", ["all", *RELATIONS])
def test_precision_recall_and_f1_have_not_fallen(figures, relation):
    reached, floor = figures[relation], FLOORS[relation]
    assert reached.precision >= floor["precision"]
    assert reached.recall >= floor["recall"]
    assert reached.f1 >= floor["f1"]


@pytest.mark.parametrize("figure", ["status", "attribution", "actor_recall", "actor_precision"])
def test_status_speakers_and_actors_have_not_got_worse(figures, figure):
    assert getattr(figures["all"], figure) >= FLOORS[figure]
