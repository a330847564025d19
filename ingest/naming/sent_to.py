"""Where the name ends of who is sent to a body, or serves in it: المبعوث الأمريكي إلى | التحالف الدولي بريت ماكغورك.

Takes the tokens of a sentence, the labels of its outer spans, which it changes, and the gazetteer's index. The
preposition of the title brings the body (Ryding 2005, 8.5 and 16), and the name stands behind that in apposition: a
person's span of its own, or the end of the body's.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.naming.roles import is_title
from ingest.naming.runs import Known, known_runs
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

_LANDS = frozenset({"البلاد", "الدوله", "المملكه", "السلطنه"})
_IN, _TO = "في", frozenset({"الي", "لدي", "في"})


def tell(tokens: Sequence[Token], labels: list[str], known: Known) -> None:
    """Join every such title with the body and the name behind it."""
    for (first, last, kind), (begin, behind, other) in pairwise(list(spans(labels))):  # السفير لدى البلاد | الأمير فلان
        if kind == other == "person" and last == begin and _is_placed(tokens, first, last):
            labels[first:behind] = ["B-person", *["I-person"] * (behind - first - 1)]
    for first, last, kind in list(spans(labels)):
        if kind == "person" and (end := _name_end(tokens, labels, (first, last), known)) is not None:
            labels[first:end] = ["B-person", *["I-person"] * (end - first - 1)]


def _name_end(tokens: Sequence[Token], labels: Sequence[str], span: tuple[int, int], known: Known) -> int | None:
    """One behind the name; None where the span is no such title or no name follows the body."""
    first, last = span[0], span[1] - (tokens[span[1] - 1].form in _TO)
    if last >= len(tokens) or tokens[last].form not in _TO:
        return None
    title = {words.without_article(token.form) for token in tokens[first:last]}
    sent = is_title(tokens[first].form) if tokens[last].form == _IN else title & united("envoys", "posts_abroad")
    if not sent or not title.isdisjoint(load_function_words()["given"]):
        return None
    opened = {a: (b, kind) for a, b, kind in spans(labels)}
    end, kind = opened.get(last + 1, (0, ""))
    if kind in {"", "person"} or (kind == "state" and tokens[last].form == _IN):
        return None
    if any(b == end and a > last + 1 for a, b, run in known_runs(tokens, known, last + 1, end) if run == "person"):
        return end
    behind, other = opened.get(end, (0, ""))
    return behind if other == "person" and not is_title(tokens[end].form) else None


def _is_placed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a post ends with the land that it is in, and nobody's name is told in it: سفير قطر لدى البلاد."""
    title = {words.without_article(token.form) for token in tokens[first:last]}
    placed = last - first > 2 and tokens[last - 2].form in _TO and tokens[last - 1].form in _LANDS
    posted = not title.isdisjoint(united("envoys", "posts_abroad"))
    return placed and posted and title.isdisjoint(load_function_words()["given"])
