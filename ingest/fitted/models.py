"""The fitted models that come with Shabaka, each a readable table in ``ingest/fitted/models/``.

``ingest.training`` writes them; here they are read, once a process.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.analysis import Tag, tag_with
from ingest.encoder.encoder import Encoder, load_encoder
from ingest.fitted.judge import Judge
from ingest.fitted.ranker import Ranker
from ingest.fitted.tagger import Tagger
from ingest.naming.names import load_names
from ingest.reading import Relation

_FOLDER = Path(__file__).with_name("models")
OUTER = _FOLDER / "outer.tsv"
INNER = _FOLDER / "inner.tsv"
RANKER = _FOLDER / "ranker.tsv"
JUDGE = _FOLDER / "judge.json"


@dataclass(frozen=True, slots=True)
class Models:
    """The fitted models.

    The taggers are one step; ``thresholds`` has the probability of the judge from which each relation counts.
    """

    tag: Tag
    ranker: Ranker
    encoder: Encoder
    judge: Judge
    thresholds: Mapping[Relation, float]


@cache
def load_models() -> Models:
    """Read all tables."""
    card = json.loads(JUDGE.read_text(encoding="utf-8"))
    tag = tag_with(Tagger.load(OUTER), Tagger.load(INNER), load_names())
    return Models(tag, Ranker.load(RANKER), load_encoder(), Judge.of(card), card["thresholds"])
