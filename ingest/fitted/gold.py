"""Gold annotations: articles with their actors and relations, aligned with the tokens of the text.

Reads a folder with ``text/NAME.txt`` and ``gold/NAME.json`` (the shape of ``shabaka extract``). Used to
fit and to measure, never while reading articles.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.text.sentences import Sentence, sentences

# What may stand before a mention within its first word: conjunction, preposition, article.
_CLITICS = frozenset(
    {"", "و", "ف", "ب", "ل", "ك", "ال", "وب", "ول", "فل", "لل", "وال", "بال", "وبال", "ولل", "وك", "كال"}
)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article; ``document`` is the annotation as read."""

    name: str
    text: str
    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """A mention as tokens ``[first, last)`` of sentence number ``sentence``."""

    sentence: int
    first: int
    last: int
    type: str
    actors: frozenset[str]


def load(folder: Path) -> Iterator[GoldArticle]:
    """The annotated articles of ``folder``, by name."""
    for path in sorted((folder / "gold").glob("*.json")):
        text = (folder / "text" / f"{path.stem}.txt").read_text(encoding="utf-8")
        yield GoldArticle(path.stem, text, json.loads(path.read_text(encoding="utf-8")))


def occurrences(text: str, surface: str) -> Iterator[tuple[int, int]]:
    """Where ``surface`` stands as whole words, clitics before its first word allowed."""
    start = text.find(surface)
    while start >= 0:
        end, word = start + len(surface), start
        while word and _in_word(text[word - 1]):
            word -= 1
        if text[word:start] in _CLITICS and (end == len(text) or not _in_word(text[end])):
            yield start, end
        start = text.find(surface, start + 1)


def token_spans(article: GoldArticle) -> tuple[list[Sentence], list[TokenSpan]]:
    """The sentences and every occurrence of every gold mention in them."""
    split = list(sentences(article.text))
    places = {}
    for number, sentence in enumerate(split):
        for index, token in enumerate(sentence.tokens):
            for offset in range(token.start, token.end):
                places[offset] = (number, index)
    found: dict[tuple[int, int, int], dict[str, str]] = {}
    for actor in article.document["actors"]:
        for surface in dict.fromkeys(actor["mentions"]):
            for start, end in occurrences(article.text, surface):
                inside = [places[o] for o in range(start, end) if o in places]
                if inside and inside[0][0] == inside[-1][0]:
                    key = (inside[0][0], inside[0][1], inside[-1][1] + 1)
                    found.setdefault(key, {})[actor["name"]] = actor["type"]
    spans = [TokenSpan(*key, next(iter(a.values())), frozenset(a)) for key, a in sorted(found.items())]
    return split, spans


def outermost(spans: list[TokenSpan]) -> list[TokenSpan]:
    """The spans that no other holds; of two that overlap, the longer."""
    kept: list[TokenSpan] = []
    for span in sorted(spans, key=lambda s: (s.first - s.last, s.sentence, s.first)):
        if not any(_overlap(span, other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: (s.sentence, s.first))


def innermost(spans: list[TokenSpan]) -> list[TokenSpan]:
    """The spans that hold no other; of two that overlap, the shorter."""
    kept: list[TokenSpan] = []
    for span in sorted(spans, key=lambda s: (s.last - s.first, s.sentence, s.first)):
        if not any(_overlap(span, other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: (s.sentence, s.first))


def labels(split: list[Sentence], spans: list[TokenSpan]) -> list[list[str]]:
    """One label a token (B-, I- and the actor type, or O) from spans that do not overlap."""
    rows = [["O"] * len(sentence.tokens) for sentence in split]
    for span in spans:
        rows[span.sentence][span.first] = f"B-{span.type}"
        for index in range(span.first + 1, span.last):
            rows[span.sentence][index] = f"I-{span.type}"
    return rows


def _overlap(one: TokenSpan, other: TokenSpan) -> bool:
    return one.sentence == other.sentence and one.first < other.last and other.first < one.last


def _in_word(character: str) -> bool:
    return character.isalnum() or "\u064b" <= character <= "\u0652"
