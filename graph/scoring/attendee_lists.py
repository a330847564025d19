"""Meetings without long lists of attendees, for a figure beside (guidelines of the task).

A reception with twenty guests is twenty relations and one sentence; who reads lists well looks good by it.
Takes a gold document, gives it with the relations of such lists marked as optional: neither asked for nor
an error. A list is an actor with ``LONG`` or more others in meetings whose evidence begins alike.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from graph.scoring.scoring import Document, Relation

LONG = 5  # others met in one passage
_BEGINNING = 3  # words of the evidence


def without_lists(gold: Document) -> Document:
    """The document, its long lists optional; the same where it has none."""
    counts = Counter(key for relation in gold["relations"] for key in _passages(relation))
    relations: list[Any] = [
        {**relation, "optional": True} if any(counts[key] >= LONG for key in _passages(relation)) else relation
        for relation in gold["relations"]
    ]
    return {**gold, "relations": relations}


def _passages(relation: Relation) -> Iterator[tuple[str, str]]:
    """Each end of a meeting with how its evidence begins; nothing for other relations."""
    if relation["relation"] == "meets":
        beginning = " ".join(str(relation.get("evidence", "")).split()[:_BEGINNING])
        yield relation["source"], beginning
        yield relation["target"], beginning
