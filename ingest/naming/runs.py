"""Known names within a span of a sentence, by the words that the gazetteer has them under.

A preposition or the conjunction may be joined to the first word of a name, and the article of a name is written
together with لـ (للاتحاد الوطني is الاتحاد الوطني; Ryding 2005, 2.5), so that a name is looked up without them.
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.reading import ActorType
from ingest.text import words
from ingest.text.sentences import Token

Run = tuple[str, ...]
Named = tuple[int, int, str]  # first token, one behind the last, type


class Runs(dict[Run, ActorType]):
    """The names that begin with one word, with their types, and how many words they have."""

    def __init__(self) -> None:
        """Begin without names."""
        super().__init__()
        self._lengths: tuple[int, ...] = ()

    def add(self, run: Run, kind: ActorType) -> None:
        """Take in a name of that type."""
        self[run] = kind
        self._lengths = tuple(sorted({*self._lengths, len(run)}))

    def at(self, head: str, forms: Sequence[str], k: int) -> Iterator[tuple[int, ActorType]]:
        """How long each name is that stands at word ``k``, there read as ``head``, and its type; the shortest first."""
        for length in self._lengths:
            if k + length > len(forms):
                return
            kind = self.get((head, *forms[k + 1 : k + length]))
            if kind is not None:
                yield length, kind


Known = Mapping[str, Runs]
NONE = Runs()


def known_runs(tokens: Sequence[Token], known: Known, first: int, last: int) -> Iterator[Named]:
    """The known names that lie within tokens ``[first, last)``; ``known``: see ``Names.index``."""
    forms = tuple(token.form for token in tokens[first:last])
    for k, form in enumerate(forms):
        head = _head(form, known)
        yield from ((first + k, first + k + length, kind) for length, kind in known.get(head, NONE).at(head, forms, k))


def _head(form: str, known: Known) -> str:
    """The word by which a name is looked up, without what is joined to it: الحزب of للحزب, وكالة of لوكالة."""
    _, joined, rest = words.split(form)
    if joined.endswith(("ال", "لل")):
        return f"ال{rest}"
    return rest if joined and form not in known else form
