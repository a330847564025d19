"""A linear-chain tagger (Lafferty, McCallum and Pereira 2001) over words; inference only, in numpy.

Takes the folded words of a sentence and one optional list of further features a word, gives one label a
word. The weights are a readable table (feature, label, weight); ``ingest.fitting`` fits and writes it.
Every feature depends on one word at one offset from the tagged one, so the sums of a word's weights are
computed once a word type, and a sentence costs five additions and one step of Viterbi a word.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ingest import words

OFFSETS = (-2, -1, 0, 1, 2)
EDGE = "\u2400"  # stands for what is before the first and after the last word
Vector = npt.NDArray[np.float32]


def features(form: str, offset: int) -> tuple[str, ...]:
    """The features that ``form`` gives the word ``offset`` places to its left (negative: right)."""
    if form == EDGE:
        return (f"{offset}:{EDGE}",)
    if offset == 0:
        return tuple(f"0:{f}" for f in words.affixes(form))
    if abs(offset) == 1:
        near = (
            f"w={form}",
            f"r={words.split(form)[2]}",
            f"f={form[-2:]}",
            f"p={form[:2]}",
            f"s={words.shape(form)}",
        )
        return tuple(f"{offset}:{f}" for f in near)
    return (f"{offset}:w={form}", f"{offset}:t={words.stem(form)}")


class Tagger:
    """Weights of one fitted tagger."""

    def __init__(self, labels: Sequence[str], states: dict[str, Vector], transitions: Vector) -> None:
        """Keep a row of weights a feature (one column a label) and the square of label transitions."""
        self.labels = tuple(labels)
        self._rows = {feature: number for number, feature in enumerate(states, start=1)}
        self._table = np.array([np.zeros(len(labels)), *states.values()], np.float32)  # row 0 is of no feature
        self._transitions = transitions
        self._word = lru_cache(words.MEMO)(self._score_word)

    @classmethod
    def load(cls, path: Path) -> "Tagger":
        """Read a table written by ``ingest.training``."""
        with path.open(encoding="utf-8") as lines:
            return cls.parse(lines)

    @classmethod
    def parse(cls, table: Iterable[str]) -> "Tagger":
        """Take the lines of a table: one with the labels, then transition and state weights."""
        lines = iter(table)
        labels = next(lines).rstrip("\n").split("\t")[1:]
        index = {label: i for i, label in enumerate(labels)}
        transitions = np.zeros((len(labels), len(labels)), np.float32)
        states: dict[str, Vector] = {}
        for line in lines:
            kind, first, label, weight = line.rstrip("\n").split("\t")
            if kind == "transition":
                transitions[index[first], index[label]] = float(weight)
            else:
                row = states.setdefault(first, np.zeros(len(labels), np.float32))
                row[index[label]] = float(weight)
        return cls(labels, states, transitions)

    def tag(self, forms: Sequence[str], extra: Sequence[Sequence[str]] = (), *, lean: float = 0.0) -> list[str]:
        """One label a word; ``extra`` are further features a word, none if empty.

        ``lean`` is taken from the score of O to find more: what is found so stands where nothing surer does.
        """
        if not forms:
            return []
        rows = self.scores(forms, extra)
        if not lean:
            return [self.labels[i] for i in self._viterbi(rows[:, None])[0]]
        both = np.stack([rows, rows], axis=1)
        both[:, 1, self.labels.index("O")] -= lean
        surest, further = ([self.labels[i] for i in path] for path in self._viterbi(both))
        return _filled(surest, further)

    def scores(self, forms: Sequence[str], extra: Sequence[Sequence[str]] = ()) -> Vector:
        """The summed state weights, one row a word and one column a label."""
        table = np.array([self._word(form) for form in (EDGE, EDGE, *forms, EDGE, EDGE)])
        rows: Vector = np.add.reduce([table[k : k + len(forms), k] for k in range(len(OFFSETS))])
        if extra:
            known, starts, find = list[int](), list[int](), self._rows.get
            for found in extra:
                starts.append(len(known))
                known.append(0)
                known += [number for number in map(find, found) if number is not None]
            rows += np.add.reduceat(self._table[known], starts)
        return rows

    def _score_word(self, form: str) -> Vector:
        """The weights that ``form`` gives the words around it, a row an offset."""
        found = ([self._rows.get(f, 0) for f in features(form, offset)] for offset in OFFSETS)
        return np.array([self._table[numbers].sum(axis=0) for numbers in found])

    def _viterbi(self, rows: Vector) -> list[list[int]]:
        """The best path by each of the scores in ``rows``, of shape (words, scores, labels)."""
        best, back = rows[0], []
        for row in rows[1:]:
            paths = best[:, :, None] + self._transitions
            back.append(paths.argmax(axis=1))
            best = paths.max(axis=1) + row
        found = []
        for number, last in enumerate(best.argmax(axis=1)):
            path = [int(last)]
            for step in reversed(back):
                path.append(int(step[number, path[-1]]))
            found.append(path[::-1])
        return found


def _filled(surest: Sequence[str], further: Sequence[str]) -> list[str]:
    """The surest labels, and the further runs of labels that meet none of them."""
    found, first = list(surest), 0
    for last in range(1, len(further) + 1):
        if last == len(further) or further[last][0] in "OB":
            if all(label == "O" for label in surest[first:last]):
                found[first:last] = further[first:last]
            first = last
    return found
