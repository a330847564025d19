"""RSS and Atom files: every entry that carries its text is an article. Nothing is fetched.

Many feeds give a summary only; it is read as it is.
"""

import io
from collections.abc import Iterator
from typing import Any

from ingest.article import Article
from ingest.errors import PARSER_DEFECTS, ArticleError
from ingest.intake.inputs import PACKED_LIMIT, Input
from ingest.intake.notices import Notice
from ingest.intake.records import with_headline
from ingest.intake.stated_date import stated_date


def read_feed(document: Input) -> Iterator[Article | Notice]:
    """The articles of a feed, in its order. Raises ``ArticleError`` where the file is no feed."""
    import feedparser

    raw = document.read(PACKED_LIMIT)
    try:
        # A stream: feedparser would fetch a text that looks like an address, or open it as a file.
        feed = feedparser.parse(io.BytesIO(raw))
    except PARSER_DEFECTS as error:
        raise ArticleError(f"a feed too damaged to read ({error})") from error
    if not feed.entries and not feed.get("version"):
        raise ArticleError("neither RSS nor Atom")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        source = f"{document.source}: entry {number}"
        yield _article(dict(entry), outlet, name=f"{document.name}-{number}", source=source)


def _article(entry: dict[str, Any], outlet: str | None, *, name: str, source: str) -> Article:
    title = _plain(entry.get("title") or "") or None
    contents = [content.get("value") or "" for content in entry.get("content", ())]
    body = _plain(max([*contents, entry.get("summary") or ""], key=len))
    return Article(
        name=name,
        text=with_headline(title, body),
        title=title,
        url=entry.get("link"),
        outlet=entry.get("source", {}).get("title") or outlet,
        date=stated_date(entry.get("published") or entry.get("updated")),
        source=source,
    )


def _plain(html: str) -> str:
    """The text of an entry's markup, one line a block."""
    from lxml.html import fragments_fromstring, tostring

    if "<" not in html and "&" not in html:
        return html.strip()
    parts = [
        part if isinstance(part, str) else tostring(part, encoding="unicode", method="text")
        for part in fragments_fromstring(html)
    ]
    return "\n".join(filter(None, (" ".join(part.split()) for part in parts)))
