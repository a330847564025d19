"""Any number of things, taken some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
TOGETHER = 128  # articles stored at once, at most: a large database sorts itself anew each time; more hold memory


def portions(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """The items, ``size`` at a time."""
    rest = iter(items)
    while some := tuple(islice(rest, size)):
        yield some
