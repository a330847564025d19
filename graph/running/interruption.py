"""Ctrl-C as a wish: the first asks to stop, so that what is in flight is finished; the second stops at once."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType


@dataclass(slots=True)
class Wish:
    """Whether somebody asked to stop."""

    asked: bool = False

    def is_set(self) -> bool:
        """As of an event of ``threading``."""
        return self.asked


def tell_stopping() -> None:
    """Say so on standard error, past all buffers: a signal may come in the middle of a line."""
    line = "\nshabaka: finishing the articles in flight; Ctrl-C again stops at once\n"
    os.write(2, line.encode())


@contextmanager
def interruptible(tell: Callable[[], None] = lambda: None) -> Iterator[Wish]:
    """Within the block SIGINT and SIGTERM grant the wish, and ``tell`` is called; again, they interrupt."""
    wish = Wish()

    def ask(_signal: int, _frame: FrameType | None) -> None:
        if wish.asked:
            raise KeyboardInterrupt
        wish.asked = True
        tell()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield wish
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
