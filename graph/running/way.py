"""How articles are read: what a user may ask for, and what an article that was read otherwise is read again for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """By grammar and lexicon alone or not, and with which rung of analysis (one of the ladder, not ``auto``)."""

    rules_only: bool = False
    rung: str = "embedded"


USUAL = Way()
