"""Reads the folders of an evaluation: gold annotations and what was predicted for them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.errors import EvaluationError
from graph.scoring.scoring import Document

_EMPTY: Document = {"actors": [], "relations": []}


def documents(gold: Path, predicted: Path) -> Iterator[tuple[str, Document, Document]]:
    """Name, gold and prediction of every gold file, by name; an article without a prediction counts as empty.

    Raises ``EvaluationError`` where a folder has no such file, a file is not of that shape, or no article of the gold
    has a prediction.
    """
    paths = sorted(gold.glob("*.json"))
    if not paths:
        raise EvaluationError(f"{gold}: no gold annotation here; expected files NAME.json")
    if not predicted.is_dir():
        raise EvaluationError(f"{predicted}: no such folder; write it with shabaka extract")
    if not any((predicted / path.name).exists() for path in paths):
        raise EvaluationError(
            f"{predicted}: nothing is predicted here for any article of {gold}; names must be the same"
        )
    for path in paths:
        other = predicted / path.name
        yield path.stem, _document(path), _document(other) if other.exists() else _EMPTY


def unpredicted(gold: Path, predicted: Path) -> int:
    """How many articles of the gold have no prediction."""
    return sum(not (predicted / path.name).exists() for path in gold.glob("*.json"))


def _document(path: Path) -> Document:
    try:
        document: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{path}: not JSON in UTF-8 ({error})") from error
    if not isinstance(document, dict) or not _listed(document, "actors", {"name"}):
        raise EvaluationError(f"{path}: no list of actors with names; expected the shape of shabaka extract")
    if not _listed(document, "relations", {"source", "relation", "target"}):
        raise EvaluationError(f"{path}: no list of relations with source, relation and target")
    return document


def _listed(document: dict[str, Any], key: str, needed: set[str]) -> bool:
    rows = document.get(key)
    return isinstance(rows, list) and all(isinstance(row, dict) and needed <= row.keys() for row in rows)
