"""Fits one model at a time: a tagger, the ranker, the judge (needs the extra ``fit``); ``training`` fits them all.

Takes annotated sentences, candidates or proposals, gives a readable table or card.
"""

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from ingest.acts import frames, kinds
from ingest.analysis import Analysis, beneath
from ingest.fitted import features, gold, placing
from ingest.fitted.cues import Cue, cues, told
from ingest.fitted.judge import Tree
from ingest.fitted.matching import Matcher
from ingest.fitted.paths import Paths
from ingest.fitted.proposals import Proposal
from ingest.fitted.ranker import pairs
from ingest.fitted.tagger import EDGE, OFFSETS
from ingest.fitted.tagger import features as word_features
from ingest.naming.names import Names
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

Sequences = list[tuple[list[list[str]], list[str]]]


def digest(folder: Path) -> str:
    """SHA-256 of all gold files in order of name, hexadecimal."""
    total = hashlib.sha256()
    for path in sorted((folder / "gold").glob("*.json")):
        total.update(path.read_bytes())
    return total.hexdigest()


def sequences(articles: Sequence[gold.GoldArticle], names: Names) -> tuple[Sequences, Sequences]:
    """Features and labels a sentence, for the outer and for the inner tagger."""
    outer: Sequences = []
    inner: Sequences = []
    for article in articles:
        split, spans = gold.token_spans(article)
        upper = gold.labels(split, gold.outermost(spans))
        lower = gold.labels(split, gold.innermost(spans))
        forms_of = [[token.form for token in sentence.tokens] for sentence in split]
        for forms, known, over, under in zip(forms_of, cues(names, forms_of), upper, lower, strict=True):
            outer.append((_word_rows(forms, known), over))
            both = [[*row, further] for row, further in zip(known, beneath(over), strict=True)]
            inner.append((_word_rows(forms, both), under))
    return outer, inner


def _word_rows(forms: list[str], known: Sequence[Sequence[Cue]]) -> list[list[str]]:
    padded = [EDGE, EDGE, *forms, EDGE, EDGE]
    return [
        [
            *(f for offset in OFFSETS for f in word_features(padded[i + 2 + offset], offset)),
            *(f for cue in row for f in told(cue)),
        ]
        for i, row in enumerate(known)
    ]


def fit_tagger(rows: Sequences) -> str:
    """The table of a tagger fitted by L-BFGS with both penalties (the first leaves few weights)."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for found, labels in rows:
        trainer.append(found, labels)
    trainer.set_params(
        {"c1": 0.1, "c2": 0.05, "max_iterations": 70, "feature.minfreq": 2, "feature.possible_transitions": True}
    )
    with TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        info = tagger.info()
        tagger.close()
    lines = ["labels\t" + "\t".join(sorted(info.labels, key=lambda label: int(info.labels[label])))]
    lines += [f"transition\t{a}\t{b}\t{w:.3f}" for (a, b), w in sorted(info.transitions.items())]
    lines += [f"state\t{a}\t{b}\t{w:.3f}" for (a, b), w in sorted(info.state_features.items()) if abs(w) >= 0.01]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Example:
    """One article with its analysis by taggers that have not seen it, and what in it is right."""

    article: gold.GoldArticle
    analysis: Analysis
    matcher: Matcher


LEAST_SEEN = 10  # candidates that a feature is seen in below which it has no weight
LEAST_WEIGHT = 0.02  # below it a weight is left out: three of four, and no figure hung on them


class Rows:
    """Candidates as a sparse table: one row each with the numbers of its features, and whether it is right."""

    def __init__(self, rows: Iterable[tuple[list[str], int]]) -> None:
        """Number the features in order of first sight; those seen hardly ever are left out."""
        from scipy.sparse import csr_matrix

        numbers: dict[str, int] = {}
        indices, ends, rights = array("i"), array("q", [0]), array("b")
        for found, right in rows:
            indices.extend(sorted({numbers.setdefault(feature, len(numbers)) for feature in found}))
            ends.append(len(indices))
            rights.append(right)
        told = np.frombuffer(indices, np.int32)
        kept = np.bincount(told, minlength=len(numbers)) >= LEAST_SEEN
        stays = kept[told]
        self._names = [name for name, stay in zip(numbers, kept, strict=True) if stay]
        self._rights = np.array(rights)
        columns = (np.cumsum(kept, dtype=np.int32) - 1)[told[stays]]
        begins = np.concatenate([[0], np.cumsum(stays, dtype=np.int32)])[np.frombuffer(ends, np.int64)]
        shape = len(rights), len(self._names)
        self._table = csr_matrix((np.ones(len(columns), np.float32), columns, begins), shape=shape)

    def weights(self) -> dict[str, float]:
        """Weights of a logistic regression with a squared penalty; what hardly weighs has none."""
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=0.03, solver="lbfgs", max_iter=200, tol=1e-4)
        model.fit(self._table, self._rights)
        named = ((name, round(float(w), 4)) for name, w in zip(self._names, model.coef_[0], strict=True))
        return {
            "bias": round(float(model.intercept_[0]), 4),
            **{name: w for name, w in named if abs(w) >= LEAST_WEIGHT},
        }


def ranker_rows(example: Example) -> Iterator[tuple[list[str], int]]:
    """All candidates of an article; one whose relation is stated elsewhere in the article is left out."""
    analysis = example.analysis
    for context in analysis.contexts:
        paths = Paths.within(context, analysis.phrases)
        for trigger in context.triggers:
            read = kinds.is_read(context, analysis.phrases, trigger)
            alone = features.of_trigger(context, trigger, read=read)
            filled = frames.filled(context, analysis.phrases, analysis.actors, trigger, load_lexicon())
            slot = features.slot_of(frames.roles(context, analysis.phrases, filled))
            for source, target in pairs(context, analysis.phrases, analysis.actors, trigger):
                right = example.matcher.shows(context, trigger, source, target)
                if right is not None:
                    slots = slot(source, "S"), slot(target, "T")
                    found = _candidate_features(context, analysis.phrases, trigger, (source, target), slots, paths)
                    yield alone + found, int(right)


def _candidate_features(
    context: Context,
    phrases: Sequence[Phrase],
    trigger: Trigger,
    pair: tuple[int, int],
    slots: tuple[str, str],
    paths: Paths,
) -> list[str]:
    sense, token, (source, target) = features.Sense(trigger.relation, trigger.entry, trigger.kind), trigger.token, pair
    found = features.of_slots(sense, *slots)
    for number, slot, role in zip(pair, slots, "ST", strict=True):
        placed = placing.placed(context, phrases, token, number)
        found += features.names(features.of_role(context, phrases, trigger, number, role, placed))
        found += features.names(features.of_path(sense, bool(trigger.pronoun), paths.of(token, number), role))
        found += features.of_slot(sense, slot, role)
    one, other = (placing.end(context, phrases, token, number) for number in pair)
    (relation, entry, kind), comes = sense, placing.order(phrases[source], phrases[target])
    found += features.of_ends(relation, kind, one, other, comes)
    found += features.of_entrys_ends(entry, kind, one.side, other.side, comes, other.by)
    found += features.names(features.between(context, phrases, trigger.relation, source, target))
    way, to = paths.of(token, source), paths.of(token, target)
    if way is not None and to is not None:
        found += features.of_ways(relation, kind, way.counted, to.counted)
        found += features.of_entrys_ways(entry, kind, way.counted[1], to.counted[1])
        found += [first + to.text for first in features.of_whole_ways(relation, kind, way)]
    return found


BOOSTS = 2
TREES = {
    "n_estimators": 400,
    "learning_rate": 0.04,
    "max_leaf_nodes": 10,
    "min_samples_leaf": 30,
    "max_features": 0.3,
    "subsample": 0.7,
}


def fit_judge(found: Sequence[tuple[Proposal, int, float]]) -> dict[str, Any]:
    """The trees of the judge, by gradient boosting on the numbers of the proposals, ``BOOSTS`` times anew.

    A proposal comes with whether it is right, 1 or 0, and with its weight.
    Each boosting draws other proposals and numbers for its trees; their mean wavers less than one of them.
    """
    from sklearn.ensemble import GradientBoostingClassifier

    names = sorted({name for proposal, _, _ in found for name in proposal.numbers})
    table = np.array([[p.numbers.get(name, 0.0) for name in names] for p, _, _ in found])
    rights, weights = [right for _, right, _ in found], [weight for _, _, weight in found]
    share = float(np.average(rights, weights=weights))
    trees: list[Tree] = []
    for seed in range(BOOSTS):
        model = GradientBoostingClassifier(random_state=seed, **TREES).fit(table, rights, sample_weight=weights)
        trees += [_tree(one.tree_, 0, names) for one in model.estimators_[:, 0]]
    return {"bias": round(log(share / (1 - share)), 4), "trees": trees}


def _tree(grown: Any, node: int, names: Sequence[str]) -> Tree:
    """The part of a grown tree below ``node`` as nested lists; a leaf is what it adds to the log-odds."""
    if grown.children_left[node] < 0:
        return round(float(grown.value[node, 0, 0]) * TREES["learning_rate"] / BOOSTS, 5)
    sides = (_tree(grown, child[node], names) for child in (grown.children_left, grown.children_right))
    return [names[grown.feature[node]], round(float(grown.threshold[node]), 6), *sides]
