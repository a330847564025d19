"""The encoder fitted anew on a few of our own articles, and written for the runtime that reads with it."""

import shutil
from itertools import islice
from statistics import mean

import numpy as np
import pytest

from ingest.encoder.encoder import FOLDER, Encoder
from ingest.fitted import gold
from ingest.fitted.blocks import STUDIED, written
from ingest.fitted.models import load_models
from ingest.naming.names import load_names
from ingest.text.lookup import load_lookup
from ingest.training import examples

pytest.importorskip("onnx", reason="the extra fit is not installed")

FEW, EPOCHS = 2, 3
FAR = 1.0  # log-odds, on average, between weights of 8 bits and whole ones


@pytest.fixture(scope="module")
def few():
    models, articles = load_models(), list(islice(written(STUDIED), FEW))
    tagged = {article.name: models.tag(gold.token_spans(article)[0]) for article in articles}
    return examples(articles, tagged, load_names(), load_lookup())


def test_what_is_right_is_learnt_where_the_gold_shows_it(few):
    from ingest.encoder.training import learnt

    rows = list(learnt(few))
    ends = [one for _, sentences in rows for one in sentences]
    assert sum(float(one.right.sum()) for one in ends) > 10
    assert all(bool((one.right <= one.asked).all()) for one in ends)
    assert all(float(one.asked[i, i].sum()) == 0 for one in ends for i in range(len(one.firsts)))


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
def test_fitted_networks_tell_right_pairs_from_wrong_and_are_read_as_written(few, tmp_path):
    import torch

    from ingest.encoder.training import fit, learnt, write

    rows = list(learnt(few))
    states, head = fit(rows, epochs=EPOCHS)
    right, wrong = [], []
    with torch.no_grad():
        for window, sentences in rows:
            cues = torch.tensor(window.cues)
            found = states(torch.tensor([window.pieces]), torch.zeros(1, 1, 1, 1), cues[:, 0], cues[:, 1])[0]
            for one in sentences:
                odds = head(found, one.firsts, one.lasts, one.types)
                right += odds[(one.right * one.asked) > 0].tolist()
                wrong += odds[((1 - one.right) * one.asked) > 0].tolist()
    assert mean(right) > mean(wrong) + 1
    write(states, head, rows, tmp_path)
    shutil.copy(FOLDER / "pieces.json", tmp_path)
    analysis = few[0].analysis
    read = Encoder(tmp_path).readings(analysis.contexts, analysis.phrases)
    said = iter([one for _, sentences in learnt(few[:1]) for one in sentences])
    first = next(said)
    with torch.no_grad():
        window, _ = next(learnt(few[:1]))
        cues = torch.tensor(window.cues)
        found = states(torch.tensor([window.pieces]), torch.zeros(1, 1, 1, 1), cues[:, 0], cues[:, 1])[0]
        whole = head(found, first.firsts, first.lasts, first.types).numpy()
    assert np.abs(read[window.sentences[0][0]].odds - whole).mean() < FAR


def test_nothing_to_learn_from_is_said():
    from ingest.encoder.training import fit

    with pytest.raises(ValueError, match="two actors"):
        fit([])
