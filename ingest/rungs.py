"""The rungs above our own lexicon: camel-tools' disambiguators and recogniser of names, if installed.

Takes the words of a sentence, gives one analysis a word, or the names among them. Models are loaded by
their path, never by name, so that nothing is fetched. Triggers always come from our lexicon; a rung tells
which of their readings the sentence means (``lookup.fitting``) and what the other words are.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import MorphologyError
from ingest.ladder import STEPS, Rung, require
from ingest.text.catalogue import guarded
from ingest.text.morphology import Analysis, Analyzer, analysis_of, cleaned, embedded


class Tagger:
    """Tells what each word of a sentence is, by one rung."""

    def __init__(self, rung: Rung) -> None:
        """Load ``rung``; seconds for calima and above. Raises ``MorphologyError`` where it is not installed."""
        require(rung)
        calima = None if rung == "embedded" else Analyzer(STEPS["calima"].folder / "morphology.db", backoff=True)
        self._analyzer = calima or embedded()
        self._engine: Any = None
        folder = STEPS[rung].folder if rung != "embedded" else Path()
        if rung == "mle":
            with guarded():
                from camel_tools.disambig.mle import MLEDisambiguator
            self._engine = MLEDisambiguator(self._analyzer.engine, str(folder / "model.json"), cache_size=0)
        elif rung == "bert":
            with guarded():
                from camel_tools.disambig.bert.unfactored import BERTUnfactoredDisambiguator
            self._engine = BERTUnfactoredDisambiguator(
                str(folder), self._analyzer.engine, use_gpu=False, **_settings(folder)
            )

    def tag(self, words: Sequence[str]) -> tuple[Analysis | None, ...]:
        """One analysis a word, None where the rung knows none; no words give nothing."""
        if not words:
            return ()
        if self._engine is None:
            return tuple(next(iter(self._analyzer.analyse(word)), None) for word in words)
        found = self._engine.disambiguate(pieces(words))
        _aligned(words, found)
        return tuple(analysis_of(word.analyses[0].analysis) if word.analyses else None for word in found)


@dataclass(frozen=True, slots=True)
class Name:
    """A name among the words ``[first, last)`` with its label PERS, LOC, ORG or MISC."""

    first: int
    last: int
    label: str


class Recognizer:
    """Finds names in sentences with camel-tools' ner-arabert."""

    def __init__(self) -> None:
        """Load the model; raises ``MorphologyError`` where it is not installed."""
        require("ner")
        folder = STEPS["ner"].folder
        with guarded():
            from camel_tools.ner import NERecognizer
        self._engine: Any = NERecognizer(str(folder), use_gpu=False)

    def names(self, words: Sequence[str]) -> tuple[Name, ...]:
        """The names in ``words``, left to right; no words give none."""
        if not words:
            return ()
        labels = self._engine.predict_sentence(pieces(words))
        _aligned(words, labels)
        return spans(labels)


def spans(labels: Sequence[str]) -> tuple[Name, ...]:
    """The names that ``B-``, ``I-`` and ``O`` labels mark; an ``I-`` after another label opens one too."""
    found: list[Name] = []
    for i, label in enumerate(labels):
        kind = label[2:]
        if not kind:
            continue
        if label[0] == "I" and found and found[-1].last == i and found[-1].label == kind:
            found[-1] = Name(found[-1].first, i + 1, kind)
        else:
            found.append(Name(i, i + 1, kind))
    return tuple(found)


def pieces(words: Sequence[str]) -> list[str]:
    """The words as a BERT tokenizer keeps them: one that is only signs of direction would be dropped, a stop is not."""
    return [cleaned(word) or "." for word in words]


def _settings(folder: Path) -> dict[str, Any]:
    """What the package's own configuration says of features and scoring; camel-tools' defaults without one."""
    path = folder / "default_config.json"
    if not path.is_file():
        return {}
    with guarded():
        from camel_tools.disambig.score_function import FEATURE_SET_MAP
    given = json.loads(path.read_text(encoding="utf-8"))
    features = FEATURE_SET_MAP[given["feature"]]
    return {"features": features, "scorer": given["scorer"], "tie_breaker": given["tie_breaker"]}


def _aligned(words: Sequence[str], found: Sequence[object]) -> None:
    if len(found) != len(words):
        raise MorphologyError(f"the model gave {len(found)} labels for {len(words)} words")
