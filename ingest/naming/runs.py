"""Known names within a span of a sentence, by the words that the gazetteer has them under.

A preposition or the conjunction may be joined to the first word of a name, and the article of a name is written
together with لـ (للاتحاد الوطني is الاتحاد الوطني; Ryding 2005, 2.5), so that a name is looked up without them.
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.text import words
from ingest.text.sentences import Token

Known = Mapping[str, Mapping[tuple[str, ...], str]]
Named = tuple[int, int, str]  # first token, one behind the last, type


def known_runs(tokens: Sequence[Token], known: Known, first: int, last: int) -> Iterator[Named]:
    """The known names that lie within tokens ``[first, last)``; ``known``: see ``Names.index``."""
    forms = tuple(token.form for token in tokens[first:last])
    for k, form in enumerate(forms):
        head = _head(form, known)
        for run, kind in known.get(head, {}).items():
            if (head, *forms[k + 1 : k + len(run)]) == run:
                yield first + k, first + k + len(run), kind


def _head(form: str, known: Known) -> str:
    """The word by which a name is looked up, without what is joined to it: الحزب of للحزب, وكالة of لوكالة."""
    _, joined, rest = words.split(form)
    if joined.endswith(("ال", "لل")):
        return f"ال{rest}"
    return rest if joined and form not in known else form
