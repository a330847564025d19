"""Further spellings of known names, from ``spellings.toml``: ديموقراطية beside ديمقراطية, جورباتشوف beside غورباتشوف.

Takes folded names with the actor of each, gives the other spellings of those names. A spelling that is somebody's
name already stays theirs.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from ontology.errors import DataFileError
from ontology.gazetteer import Actor
from ontology.spelling import fold

PATH = Path(__file__).with_name("spellings.toml")
LEAST = (
    5  # letters of a name of one word that may be spelled as Egypt does; a shorter one is as often a word (غور، جور)
)
_KINDS = frozenset({"person", "state"})  # bodies are called by Arabic words, whose gh is none of a foreign name


class Spellings:
    """Stems with several spellings, and the letters that foreign names waver between."""

    def __init__(
        self, stems: Sequence[Sequence[str]], foreign: Sequence[tuple[str, str]], arab: frozenset[str]
    ) -> None:
        """``arab``: the ids of the states whose names and people are Arabic."""
        self._stems, self._foreign, self._arab = stems, foreign, arab

    @classmethod
    def load(cls, path: Path) -> "Spellings":
        """Read a table; ``DataFileError`` names a spelling that is not folded."""
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for word in (word for group in (*table["stems"], *table["foreign"]) for word in group):
            if fold(word) != word:
                raise DataFileError(path, "stems", f'"{word}" is not folded', f'write "{fold(word)}"')
        return cls(table["stems"], [(a, b) for a, b in table["foreign"]], frozenset(table["arab"].split()))

    def of(self, name: str, *, foreign: bool) -> Iterator[str]:
        """The other spellings of a folded name, each once."""
        found = dict.fromkeys((name,))
        for stems in self._stems:
            found |= dict.fromkeys(n.replace(a, b) for n in tuple(found) for a in stems if a in n for b in stems)
        if foreign and len(name) >= LEAST:
            for a, b in self._foreign:
                found |= dict.fromkeys(n.replace(a, b) for n in tuple(found))
        yield from (other for other in found if other != name)

    def is_foreign(self, actor: Actor) -> bool:
        """Whether an actor's name is a foreign one."""
        home = actor.state or (actor.id if actor.type == "state" else None)
        return actor.type in _KINDS and home is not None and home not in self._arab


@cache
def load_spellings() -> Spellings:
    """The spellings that come with Shabaka."""
    return Spellings.load(PATH)
