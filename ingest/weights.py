"""Weights of features as a table with a row a feature, summed for many lists of features at once, in numpy."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.floating[Any]]


class Weights:
    """A row of weights a feature; a feature without one weighs nothing."""

    def __init__(self, cells: Iterable[tuple[str, int, float]], columns: int, dtype: type[np.floating[Any]]) -> None:
        """Lay out ``cells``: feature, column and weight; row 0 is of no feature."""
        self._numbers: dict[str, int] = {}
        rows, places, weights = list[int](), list[int](), list[float]()
        for feature, column, weight in cells:
            rows.append(self._numbers.setdefault(feature, len(self._numbers) + 1))
            places.append(column)
            weights.append(weight)
        self._table = np.zeros((len(self._numbers) + 1, columns), dtype)
        self._table[rows, places] = weights

    def sums(self, lists: Iterable[Iterable[str]]) -> Vector:
        """The sum of the rows of each list of features, one below the other."""
        known, starts, find = list[int](), list[int](), self._numbers.get
        for features in lists:
            starts.append(len(known))
            known.append(0)
            known += [number for number in map(find, features) if number is not None]
        if not starts:
            return self._table[:0]
        found: Vector = np.add.reduceat(self._table[known], starts)
        return found
