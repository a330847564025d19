"""A frame of the lexicon with the phrases that fill its source and target, and how each was found.

Made by ``frames``; phrases are given by their number in the article.
"""

from dataclasses import dataclass

DOUBTFUL = frozenset({"far", "carried", "inherited", "pronoun"})
ATTENDED = "attended"  # the slot of whom somebody meets by attending a meeting told of before


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with its fillers; an empty slot name for a role that nothing fills."""

    source: int | None
    target: int | None
    source_slot: str
    target_slot: str
    source_how: str = ""  # how it was found there; see ``carried.How``
    target_how: str = ""

    @property
    def roles(self) -> int:
        """How many roles are filled; a target counts for two."""
        return (self.source is not None) + 2 * (self.target is not None)

    @property
    def doubts(self) -> int:
        """How many roles are filled by what does not stand at its place; what is demanded tells less than an object."""
        content = self.target_slot == "content"
        return (self.source_how in DOUBTFUL) + (content or self.target_how in DOUBTFUL)

    @property
    def is_loose(self) -> bool:
        """Whether neither end stands by its word, so that far off مع is of another: العلاقات مع إيران."""
        return self.source_slot == "implied" and (self.target_slot, self.target_how) == ("ma3a", "far")

    @property
    def is_named(self) -> bool:
        """Whether both ends stand by the word, none to be understood."""
        return self.full and {self.source_how, self.target_how}.isdisjoint({"carried", "inherited", "pronoun"})

    @property
    def full(self) -> bool:
        """Whether both roles are filled."""
        return self.source is not None and self.target is not None
