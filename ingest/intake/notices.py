"""What a user is told about the documents that were read: what was skipped, what failed, what was mended.

A reader yields articles and notices in the order in which it meets them; a ``Report`` counts both. Its
size does not grow with the corpus: all notices are counted, only the first are kept.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "missing",  # no such file, or a pattern that matches none
    "unreadable",  # the system refuses it, or a link leads back to itself
    "binary",  # no text in any encoding
    "malformed",  # a record, page or archive that breaks its format
    "too large",
    "defect",  # a mistake of our own in reading it
    "unknown format",
    "empty",
    "too short",
    "not Arabic",
    "duplicate",
    "unchanged",  # a page that was read before, and so not taken apart again
    "encoding",  # read, but not as UTF-8
    "characters",  # read, but some characters could not be kept
    "field",  # read, but a stated fact was left out
]
REMARKS: frozenset[Kind] = frozenset({"encoding", "characters", "field"})
SKIPS: frozenset[Kind] = frozenset({"unknown format", "empty", "too short", "not Arabic", "duplicate", "unchanged"})
KEPT = 1000


@dataclass(frozen=True, slots=True)
class Notice:
    """One line for the user: where, what kind of thing happened, and what was wrong and how to mend it."""

    source: str
    kind: Kind
    message: str

    @property
    def remark(self) -> bool:
        """Whether the article was read all the same."""
        return self.kind in REMARKS

    @property
    def failure(self) -> bool:
        """Whether something that should have been an article could not be read."""
        return self.kind not in REMARKS and self.kind not in SKIPS

    def __str__(self) -> str:
        """The line; what libraries say may have several."""
        return f"{self.source}: {' '.join(self.message.split())}"


@dataclass(slots=True)
class Report:
    """Counts of what was read and of all notices, with the first ``KEPT`` notices themselves."""

    listener: Callable[[Notice], None] | None = None  # told of every notice at once
    read: int = 0
    counts: Counter[Kind] = field(default_factory=Counter)
    notices: list[Notice] = field(default_factory=list)

    def tell(self, notice: Notice) -> None:
        """Count a notice and pass it on."""
        self.counts[notice.kind] += 1
        if len(self.notices) < KEPT:
            self.notices.append(notice)
        if self.listener:
            self.listener(notice)

    @property
    def skipped(self) -> int:
        """How many documents were left out as no Arabic article."""
        return sum(n for kind, n in self.counts.items() if kind in SKIPS)

    @property
    def failed(self) -> int:
        """How many documents could not be read."""
        return sum(n for kind, n in self.counts.items() if kind not in SKIPS and kind not in REMARKS)
