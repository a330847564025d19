"""The probability that a proposal is right, by small decision trees that add up (Friedman 2001).

Takes the numbers of a proposal, gives a probability. Each tree asks yes or no of a few numbers and adds what
its leaf says to the log-odds; the trees are plain nested lists that can be read: ``[name, edge, below, above]``
asks whether a number is at most its edge, and a number alone is a leaf. ``ingest.fitted.fitting`` fits them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Tree = float | list[Any]  # a leaf, or name of a number, edge, tree up to the edge, tree above it


class Judge:
    """A log-odds to begin with and the trees that change it.

    All trees are walked at once, a step down at a time, for all proposals of an article: their nodes lie one after
    the other in flat arrays, and a leaf leads to itself.
    """

    def __init__(self, bias: float, trees: Sequence[Tree]) -> None:
        """Lay the trees out."""
        self._bias, self._columns = bias, dict[str, int]()
        rows: list[tuple[int, float, int, int, float]] = []
        self._roots = np.array([self._lay(tree, rows) for tree in trees], np.intp)
        self._depth = max(map(_depth, trees), default=0)
        asked, edges, below, above, said = zip(*rows, strict=True) if rows else ((),) * 5
        self._asked, self._edges, self._said = np.array(asked, np.intp), np.array(edges), np.array(said)
        self._next = np.array([above, below], np.intp)

    @classmethod
    def of(cls, card: Mapping[str, Any]) -> "Judge":
        """Take the card that ``ingest.fitted.fitting`` makes."""
        return cls(card["bias"], card["trees"])

    def probabilities(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """One between 0 and 1 for the numbers of each proposal; a number that is not there is 0."""
        if not rows:
            return []
        table = np.zeros((len(rows), len(self._columns)))
        for row, numbers in enumerate(rows):
            for name, number in numbers.items():
                if name in self._columns:
                    table[row, self._columns[name]] = number
        return [float(p) for p in 1 / (1 + np.exp(-self._bias - self._sums(table)))]

    def _sums(self, table: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        at = np.broadcast_to(self._roots, (len(table), len(self._roots)))
        lines = np.arange(len(table))[:, None]
        for _ in range(self._depth):
            at = self._next[(table[lines, self._asked[at]] <= self._edges[at]).astype(np.intp), at]
        total: npt.NDArray[np.float64] = self._said[at].sum(axis=1)
        return total

    def _lay(self, tree: Tree, rows: list[tuple[int, float, int, int, float]]) -> int:
        """The row of the tree's root, behind which its other nodes come to lie."""
        here = len(rows)
        if not isinstance(tree, list):
            rows.append((0, 0.0, here, here, tree))
            return here
        name, edge, below, above = tree
        rows.append((0, 0.0, here, here, 0.0))
        column = self._columns.setdefault(name, len(self._columns))
        rows[here] = column, edge, self._lay(below, rows), self._lay(above, rows), 0.0
        return here


def _depth(tree: Tree) -> int:
    return 1 + max(_depth(tree[2]), _depth(tree[3])) if isinstance(tree, list) else 0
