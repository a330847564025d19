"""Web pages: trafilatura takes the article out of its page, with title, date, address and outlet.

The headline counts as text and comes first. Only what the page states is taken as its date, so that a page
without one does not get the date of something it mentions. A page that is known is not taken apart again.
"""

import hashlib
import re
from collections.abc import Iterator

from ingest.article import Article
from ingest.errors import PARSER_DEFECTS
from ingest.intake.encoding import decode
from ingest.intake.inputs import Input
from ingest.intake.notices import Notice
from ingest.intake.records import with_headline
from ingest.intake.stated_date import stated_date

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096


def read_page(document: Input) -> Iterator[Article | Notice]:
    """The article of an HTML file."""
    raw = document.read()
    decoded = decode(raw, stated=stated_encoding(raw))
    if decoded.remark:
        yield Notice(document.source, "encoding", decoded.remark)
    yield from page_articles(document, decoded.text, name=document.name, source=document.source)


def stated_encoding(raw: bytes) -> str | None:
    """The encoding that a page claims for itself, in its first ``_HEAD`` bytes."""
    match = _CHARSET.search(raw[:_HEAD])
    return match[1].decode("ascii") if match else None


def page_articles(
    document: Input, html: str, *, name: str, source: str, url: str | None = None
) -> Iterator[Article | Notice]:
    """The article of a page's HTML in ``document``; ``url`` is where it was fetched from, if that is known."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    if not html.strip():
        yield Notice(source, "empty", "empty")
        return
    page = hashlib.sha256(repr((name, url, html)).encode("utf-8", "surrogatepass")).hexdigest()
    if document.known(page):
        yield Notice(source, "unchanged", "read before")
        return
    try:
        found = bare_extraction(
            html,
            url=url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except PARSER_DEFECTS as error:
        yield Notice(source, "malformed", f"a page too damaged to read ({error})")
        return
    if not isinstance(found, Document) or not found.text:
        yield Notice(source, "malformed", "no article found in the page")
        return
    title = found.title.strip() if found.title else None
    yield Article(
        name=name,
        text=with_headline(title, found.text),
        title=title,
        url=url or found.url,
        outlet=found.sitename,
        date=stated_date(found.date),
        source=source,
        page=page,
    )
