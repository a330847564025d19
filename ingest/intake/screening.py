"""What makes a text an Arabic article: it has Arabic words, is not too long, holds no unusable characters.

Takes an article as a reader gave it; gives it, mended where that keeps every offset, after a notice of
what was mended, or only the notice of why it is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.article import Article
from ingest.intake.notices import Kind, Notice

TEXT_LIMIT = 100_000  # code points; the longest articles of newspapers have some 50,000
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]{2,}")
_LETTER = re.compile(r"[^\W\d_]")
# RDF, XML and JSON cannot carry these; each becomes one space, so that offsets stay.
_UNUSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_WORDS = 3  # Arabic words below which nothing can be stated
_SHARE = 0.3  # of the letters; an article about a foreign firm still has more Arabic ones
_SAMPLE = 20_000


def screened(article: Article) -> Iterator[Article | Notice]:
    """The article if it is one; the notices tell what was mended or why it is left out."""
    if obstacle := _obstacle(article.text):
        yield Notice(article.source, *obstacle)
        return
    unusable = len(_UNUSABLE.findall(article.text))
    if unusable:
        yield Notice(article.source, "characters", f"{unusable} control characters read as spaces")
        title = article.title and _UNUSABLE.sub(" ", article.title)
        article = replace(article, text=_UNUSABLE.sub(" ", article.text), title=title)
    yield article


def _obstacle(text: str) -> tuple[Kind, str] | None:
    if not text.strip(" \t\r\n\ufeff\x00"):
        return "empty", "empty"
    if len(text) > TEXT_LIMIT:
        return "too large", f"an article of {len(text):,} characters; expected at most {TEXT_LIMIT:,}; split it"
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if len(_ARABIC.findall(sample)) < _SHARE * letters or not letters:
        return "not Arabic", "not Arabic"
    if len(_ARABIC_WORD.findall(sample)) < _WORDS:
        return "too short", f"fewer than {_WORDS} Arabic words"
    return None
