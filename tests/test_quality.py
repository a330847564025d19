"""Floors under the quality of extraction: what annotated articles gave when this was last improved."""

import tomllib
from pathlib import Path

import pytest

from graph.extraction import as_json
from graph.scoring.scoring import Document, Figures, compare, summed
from graph.scoring.scoring_files import documents
from ingest.article import Article
from ingest.fitted.fitting import digest
from ingest.pipeline import read

pytestmark = pytest.mark.shared
FLOORS = tomllib.loads(Path(__file__).with_name("quality.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["model", "rules"])
def run(request, evaluation, tmp_path_factory):
    """The name of a way of reading, and what it gives on the articles that no model was fitted on."""
    folder, found = evaluation / "dev", tmp_path_factory.mktemp(request.param)
    for path in sorted((folder / "text").glob("*.txt")):
        reading = read(Article(path.stem, path.read_text(encoding="utf-8")), rules_only=request.param == "rules")
        (found / f"{path.stem}.json").write_text(as_json(reading), encoding="utf-8")
    return request.param, [(gold, predicted) for _, gold, predicted in documents(folder / "gold", found)]


def figures(pairs: list[tuple[Document, Document]], relation: str | None) -> Figures:
    return summed([compare(gold, predicted, relation) for gold, predicted in pairs])


def test_the_floors_were_measured_on_these_articles(evaluation):
    assert digest(evaluation / "dev") == FLOORS["digest"]


@pytest.mark.parametrize("relation", ["all", "threatens", "meets", "demands", "supports"])
def test_precision_recall_and_f1_have_not_fallen(run, relation):
    way, pairs = run
    reached = figures(pairs, None if relation == "all" else relation)
    floor = FLOORS[way][relation]
    assert reached.precision >= floor["precision"]
    assert reached.recall >= floor["recall"]
    assert reached.f1 >= floor["f1"]


@pytest.mark.parametrize("figure", ["status", "attribution", "actor_recall", "actor_precision"])
def test_status_speakers_and_actors_have_not_got_worse(run, figure):
    way, pairs = run
    assert getattr(figures(pairs, None), figure) >= FLOORS[way][figure]
