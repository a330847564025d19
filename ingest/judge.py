"""The probability that a proposal is right, by small decision trees that add up (Friedman 2001).

Takes the numbers of a proposal, gives a probability. Each tree asks yes or no of a few numbers and adds what
its leaf says to the log-odds; the trees are plain nested lists that can be read: ``[name, edge, below, above]``
asks whether a number is at most its edge, and a number alone is a leaf. ``ingest.fitting`` fits them.
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import Any

Tree = float | list[Any]  # a leaf, or name of a number, edge, tree up to the edge, tree above it


class Judge:
    """A log-odds to begin with and the trees that change it."""

    def __init__(self, bias: float, trees: Sequence[Tree]) -> None:
        """Keep both as they are."""
        self._bias, self._trees = bias, trees

    @classmethod
    def of(cls, card: Mapping[str, Any]) -> "Judge":
        """Take the card that ``ingest.fitting`` makes."""
        return cls(card["bias"], card["trees"])

    def probability(self, numbers: Mapping[str, float]) -> float:
        """Between 0 and 1; a number that is not there is 0."""
        return 1 / (1 + exp(-self._bias - sum(_leaf(tree, numbers) for tree in self._trees)))


def _leaf(tree: Tree, numbers: Mapping[str, float]) -> float:
    while isinstance(tree, list):
        name, edge, below, above = tree
        tree = below if numbers.get(name, 0.0) <= edge else above
    return tree
