"""A linear-chain tagger (Lafferty, McCallum and Pereira 2001) over words; inference only, in numpy.

Takes the folded words of a sentence and one optional list of further features a word, gives one label a
word. The weights are a readable table (feature, label, weight); ``ingest.fitting`` fits and writes it.
Every feature depends on one word at one offset from the tagged one, so the sum of a word's weights is
computed once a word type and offset, and a sentence costs five additions and one step of Viterbi a word.
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
        self._states, self._transitions = states, transitions
        self._zero = np.zeros(len(labels), np.float32)
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
        surest = [self.labels[i] for i in self._viterbi(rows)]
        if not lean or "O" not in surest:
            return surest
        rows[:, self.labels.index("O")] -= lean
        return _filled(surest, [self.labels[i] for i in self._viterbi(rows)])

    def scores(self, forms: Sequence[str], extra: Sequence[Sequence[str]] = ()) -> Vector:
        """The summed state weights, one row a word and one column a label."""
        padded = [EDGE, EDGE, *forms, EDGE, EDGE]
        rows: Vector = np.array(
            [[self._word(padded[i + 2 + offset], offset) for offset in OFFSETS] for i in range(len(forms))]
        ).sum(axis=1)
        for i, found in enumerate(extra):
            known = [self._states[feature] for feature in found if feature in self._states]
            if known:
                rows[i] += np.add.reduce(known)
        return rows

    def _score_word(self, form: str, offset: int) -> Vector:
        found = [self._states[f] for f in features(form, offset) if f in self._states]
        total = self._zero.copy()
        for row in found:
            total += row
        return total

    def _viterbi(self, rows: Vector) -> list[int]:
        best, back = rows[0], []
        for row in rows[1:]:
            paths = best[:, None] + self._transitions
            back.append(paths.argmax(axis=0))
            best = paths.max(axis=0) + row
        path = [int(best.argmax())]
        for step in reversed(back):
            path.append(int(step[path[-1]]))
        return path[::-1]


def _filled(surest: Sequence[str], further: Sequence[str]) -> list[str]:
    """The surest labels, and the further runs of labels that meet none of them."""
    found, first = list(surest), 0
    for last in range(1, len(further) + 1):
        if last == len(further) or further[last][0] in "OB":
            if all(label == "O" for label in surest[first:last]):
                found[first:last] = further[first:last]
            first = last
    return found
