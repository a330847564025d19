"""A linear-chain tagger (Lafferty, McCallum and Pereira 2001) over words; inference only, in numpy.

Takes the folded words of an article's sentences and cues a word (``cues``), gives one label a word. The weights are
a readable table (feature, label, weight); ``fitting`` fits and writes it. Every feature depends on one cue, or
on one word at one offset from the tagged one, so the sums of weights are computed once a cue and word type
(``Emissions``, for two taggers at once), and all sentences of an article take their steps of Viterbi together.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

import numpy as np

from ingest.fitted.cues import Cue, told
from ingest.fitted.weights import Sums, Vector, Weights
from ingest.text import words

OFFSETS = (-2, -1, 0, 1, 2)
EDGE = "\u2400"  # stands for what is before the first and after the last word


def features(form: str, offset: int) -> tuple[str, ...]:
    """The features that ``form`` gives the word ``offset`` places to its left (negative: right)."""
    if form == EDGE:
        return (f"{offset}:{EDGE}",)
    if offset == 0:
        return tuple(f"0:{f}" for f in words.affixes(form))
    if abs(offset) == 1:
        near = (
            f"w={form}",
            f"r={words.by_shape(form)[2]}",
            f"f={form[-2:]}",
            f"p={form[:2]}",
            f"s={words.shape(form)}",
        )
        return tuple(f"{offset}:{f}" for f in near)
    return (f"{offset}:w={form}", f"{offset}:t={words.stem(form)}")


class Emissions:
    """What words and cues say to taggers: the state weights of one, or of two side by side."""

    def __init__(self, weights: Weights) -> None:
        """Keep the sums of words and cues that come again."""
        self._words = Sums[str](weights, lambda form: [features(form, offset) for offset in OFFSETS], 5, words.MEMO)
        self._cues = Sums[Cue](weights, lambda cue: [told(cue)], 1, words.MEMO)

    def of(self, article: Sequence[Sequence[str]], cues: Sequence[Sequence[Sequence[Cue]]]) -> Vector:
        """The summed weights of all words of an article, a row each; each word has as many cues, or none has any."""
        padded = [form for forms in article for form in (EDGE, EDGE, *forms, EDGE, EDGE)]
        lengths = [len(forms) for forms in article]
        begins = accumulate((length + 4 for length in lengths), initial=2)
        here = np.array(
            [i for begin, n in zip(begins, lengths, strict=False) for i in range(begin, begin + n)], np.intp
        )
        around = self._words.of(padded)
        rows: Vector = np.add.reduce([around[here + offset, place] for place, offset in enumerate(OFFSETS)])
        return rows + self.more([cue for sentence in cues for word in sentence for cue in word], len(here))

    def more(self, cues: Sequence[Cue], words_: int) -> Vector:
        """What further cues say, as many a word."""
        seen = self._cues.of(cues)
        found: Vector = seen.reshape(words_, len(cues) // max(words_, 1), seen.shape[-1]).sum(axis=1)
        return found


class Tagger:
    """Weights of one fitted tagger."""

    def __init__(self, labels: Sequence[str], weights: Weights, transitions: Vector) -> None:
        """Keep the table of state weights (one column a label) and the square of label transitions."""
        self.labels, self.weights, self._transitions = tuple(labels), weights, transitions

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

        def states() -> Iterator[tuple[str, int, float]]:
            for line in lines:
                kind, first, label, weight = line.rstrip("\n").split("\t")
                if kind == "transition":
                    transitions[index[first], index[label]] = float(weight)
                else:
                    yield first, index[label], float(weight)

        return cls(labels, Weights(states(), len(labels), np.float32), transitions)

    def tag(self, emissions: Vector, lengths: Sequence[int], *, lean: float = 0.0) -> list[list[str]]:
        """One label a word for sentences of these ``lengths``; ``emissions`` has a row a word and a column a label.

        ``lean`` is taken from the score of O to find more: what is found so stands where nothing surer does.
        """
        if not lean:
            return [[self.labels[i] for i in path] for path in self._viterbi(emissions, lengths)]
        less = emissions.copy()
        less[:, self.labels.index("O")] -= lean
        both = self._viterbi(np.concatenate([emissions, less]), [*lengths, *lengths])
        named = [[self.labels[i] for i in path] for path in both]
        return [_filled(*pair) for pair in zip(named[: len(lengths)], named[len(lengths) :], strict=True)]

    def _viterbi(self, emissions: Vector, lengths: Sequence[int]) -> list[list[int]]:
        """The best path of every sentence. The longer ones come first, so that a step is one of those that are left."""
        order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
        begins = [0, *accumulate(lengths)]
        starts = np.array([begins[i] for i in order if lengths[i]], np.intp)
        sizes = np.array([lengths[i] for i in order if lengths[i]], np.intp)
        longest = sizes[0] if len(sizes) else 0
        left = [int(np.count_nonzero(sizes > step)) for step in range(longest)]
        best, back = emissions[starts], []
        for step, count in enumerate(left[1:], start=1):
            paths = best[:count, :, None] + self._transitions
            back.append(paths.argmax(axis=1))
            best[:count] = paths.max(axis=1) + emissions[starts[:count] + step]
        path = np.zeros((len(starts), longest), np.intp)
        last = best.argmax(axis=1)
        path[np.arange(len(starts)), sizes - 1] = last
        for step in range(longest - 1, 0, -1):
            count = left[step]
            last[:count] = back[step - 1][np.arange(count), last[:count]]
            path[:count, step - 1] = last[:count]
        found: list[list[int]] = [[] for _ in lengths]
        for i, row, size in zip(order, path.tolist(), sizes.tolist(), strict=False):
            found[i] = row[:size]
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
