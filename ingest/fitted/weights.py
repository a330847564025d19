"""Weights of features as a table with a row a feature, and sums of its rows, in numpy."""

from array import array
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import chain
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.floating[Any]]
Key = TypeVar("Key", bound=Hashable)


class Weights:
    """A row of weights a feature; a feature without one weighs nothing."""

    def __init__(self, cells: Iterable[tuple[str, int, float]], columns: int, dtype: type[np.floating[Any]]) -> None:
        """Lay out ``cells``: feature, column and weight; row 0 is of no feature."""
        self.numbers: dict[str, int] = {}
        rows, places, weights = array("l"), array("l"), array("d")
        for feature, column, weight in cells:
            rows.append(self.numbers.setdefault(feature, len(self.numbers) + 1))
            places.append(column)
            weights.append(weight)
        self.table = np.zeros((len(self.numbers) + 1, columns), dtype)
        self.table[rows, places] = weights

    @classmethod
    def beside(cls, one: "Weights", other: "Weights") -> "Weights":
        """The columns of two tables side by side."""
        columns, dtype = one.table.shape[1], one.table.dtype.type
        both = cls((), columns + other.table.shape[1], dtype)
        told = dict.fromkeys(chain(one.numbers, other.numbers))
        both.numbers = {feature: number for number, feature in enumerate(told, start=1)}
        both.table = np.zeros((len(told) + 1, both.table.shape[1]), dtype)
        both.table[[both.numbers[feature] for feature in one.numbers], :columns] = one.table[1:]
        both.table[[both.numbers[feature] for feature in other.numbers], columns:] = other.table[1:]
        return both

    def sums(self, lists: Iterable[Iterable[str]]) -> Vector:
        """The sum of the rows of each list of features, one below the other."""
        return self.added(map(self.known, lists))

    def known(self, features: Iterable[str]) -> list[int]:
        """The rows of those of the features that have one."""
        return [number for number in map(self.numbers.get, features) if number is not None]

    def added(self, rows: Iterable[Sequence[int]]) -> Vector:
        """The sums of the rows of each list of their numbers, one below the other."""
        known, starts = list[int](), list[int]()
        for numbers in rows:
            starts.append(len(known))
            known.append(0)
            known += numbers
        if not starts:
            return self.table[:0]
        found: Vector = np.add.reduceat(self.table[known], starts)
        return found


class Sums(Generic[Key]):
    """Sums of weights by key, ``rows`` of them each, worked out once as long as there is room."""

    def __init__(
        self, weights: Weights, features: Callable[[Key], Sequence[Iterable[str]]], rows: int, most: int
    ) -> None:
        """``features`` gives ``rows`` lists of features a key; beyond ``most`` keys all are forgotten."""
        self._weights, self._features, self._rows, self._most = weights, features, rows, most
        self._first: dict[Key, int] = {}
        self._table = weights.table[:0]

    def of(self, keys: Sequence[Key]) -> Vector:
        """The sums of every key, of shape (keys, rows, columns)."""
        if len(self._first) > self._most:
            self._first.clear()
        missing = [key for key in dict.fromkeys(keys) if key not in self._first]
        if missing:
            told = self._weights.sums(chain.from_iterable(map(self._features, missing)))
            begin = len(self._first)
            if (begin + len(missing)) * self._rows > len(self._table):
                self._table = np.resize(self._table, (2 * (begin + len(missing)) * self._rows, told.shape[1]))
            self._table[begin * self._rows : (begin + len(missing)) * self._rows] = told
            self._first.update(zip(missing, range(begin, begin + len(missing)), strict=True))
        table = self._table.reshape(-1, self._rows, self._weights.table.shape[1])
        found: Vector = table[[self._first[key] for key in keys]]
        return found
