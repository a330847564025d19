"""The encoder: log-odds that one phrase of a sentence stands in a relation to another; run by onnxruntime.

Takes contexts and phrases of an article, gives a ``Reading`` a sentence with two phrases or more. Two networks that
``ingest.encoder.training`` fits and writes: ``encoder.onnx`` gives every piece of a window its state, ``head.onnx``
the log-odds of every ordered pair of phrases. One window after the other and one thread: what is found in an article
hangs on nothing else, and articles are read side by side by processes.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ingest.encoder.pieces import Pieces, load_pieces
from ingest.encoder.windows import Placed, Window, windows
from ingest.text.context import Context
from ingest.text.mentions import Phrase

FOLDER = Path(__file__).with_name("models")
DECIMALS = 2  # of log-odds, so that another processor's last digits change nothing
Odds = npt.NDArray[np.float64]


class Reading(NamedTuple):
    """Phrases of a sentence, by index, and the log-odds by source, target and relation: (phrases, phrases, 4)."""

    phrases: tuple[int, ...]
    odds: Odds


class Encoder:
    """Both networks and the pieces they know."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Load them from ``folder``; nothing is fetched."""
        self._pieces: Pieces = load_pieces(folder / "pieces.json")
        self._states, self._head = (_session(folder / f"{name}.onnx") for name in ("encoder", "head"))

    def readings(self, contexts: Sequence[Context], phrases: Sequence[Phrase]) -> dict[int, Reading]:
        """The readings of an article by number of sentence."""
        return dict(self._read(contexts, phrases))

    def _read(self, contexts: Sequence[Context], phrases: Sequence[Phrase]) -> Iterator[tuple[int, Reading]]:
        for window in windows(contexts, phrases, self._pieces):
            states = self._states.run(None, _fed(window))[0]
            for number, placed in window.sentences:
                odds = self._head.run(None, {"states": states, **_ends(placed)})[0]
                yield number, Reading(tuple(p.number for p in placed), np.round(odds.astype(np.float64), DECIMALS))


def _fed(window: Window) -> dict[str, npt.NDArray[np.int64]]:
    cues = np.array(window.cues, np.int64).reshape(-1, 2)
    return {"pieces": np.array(window.pieces, np.int64), "places": cues[:, 0], "cues": cues[:, 1]}


def _ends(placed: Sequence[Placed]) -> dict[str, npt.NDArray[np.int64]]:
    table = np.array([(p.first, p.last, p.type) for p in placed], np.int64)
    return {name: table[:, column] for column, name in enumerate(("firsts", "lasts", "types"))}


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


@cache
def load_encoder() -> Encoder:
    """The encoder that comes with Shabaka, loaded once a process."""
    return Encoder()
