"""Where the name ends of who is sent to a body: المبعوث الأمريكي الخاص إلى | التحالف الدولي بريت ماكغورك.

Takes the tokens of a sentence, the labels of its outer spans, which it changes, and the gazetteer's index. The
preposition of the title brings the body (Ryding 2005, 8.5 and 16), and the name stands behind that in apposition: a
person's span of its own, or the end of the body's.
"""

from collections.abc import Sequence

from ingest.naming.roles import is_title
from ingest.naming.runs import Known, known_runs
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

_TO = frozenset({"الي", "لدي"})


def tell(tokens: Sequence[Token], labels: list[str], known: Known) -> None:
    """Join every such title with the body and the name behind it."""
    for first, last, kind in list(spans(labels)):
        if kind == "person" and (end := _name_end(tokens, labels, (first, last), known)) is not None:
            labels[first:end] = ["B-person", *["I-person"] * (end - first - 1)]


def _name_end(tokens: Sequence[Token], labels: Sequence[str], span: tuple[int, int], known: Known) -> int | None:
    """One behind the name; None where the span is no such title or no name follows the body."""
    first, last = span[0], span[1] - (tokens[span[1] - 1].form in _TO)
    if last >= len(tokens) or tokens[last].form not in _TO:
        return None
    title = {words.without_article(token.form) for token in tokens[first:last]}
    if title.isdisjoint(united("envoys", "posts_abroad")) or not title.isdisjoint(load_function_words()["given"]):
        return None
    opened = {a: (b, kind) for a, b, kind in spans(labels)}
    end, kind = opened.get(last + 1, (0, ""))
    if kind in {"", "person"}:
        return None
    if any(b == end and a > last + 1 for a, b, run in known_runs(tokens, known, last + 1, end) if run == "person"):
        return end
    behind, other = opened.get(end, (0, ""))
    return behind if other == "person" and not is_title(tokens[end].form) else None
