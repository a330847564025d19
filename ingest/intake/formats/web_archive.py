"""Pages as browsers and crawlers save them: MHTML and WARC. Nothing is fetched.

The date a page was saved is not the date of its article and is not taken.
"""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from email import message_from_bytes, policy
from email.message import Message
from typing import Any

from ingest.article import Article
from ingest.errors import PARSER_DEFECTS, ArticleError
from ingest.intake.encoding import decode
from ingest.intake.formats.page import page_articles, stated_encoding
from ingest.intake.inputs import DOCUMENT_LIMIT, PACKED_LIMIT, Input
from ingest.intake.notices import Notice

_PAGES = ("text/html", "application/xhtml+xml")
_KEPT = ("response", "resource")


def read_mhtml(document: Input) -> Iterator[Article | Notice]:
    """The article of the first page in an MHTML file. Raises ``ArticleError`` where there is none."""
    message = message_from_bytes(document.read(PACKED_LIMIT), policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in _PAGES:
            url = part["Content-Location"] or message["Snapshot-Content-Location"]
            yield from _page(document, _payload(part), document.name, document.source, _web(url))
            return
    raise ArticleError("no page in this MHTML file")


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def read_warc(document: Input) -> Iterator[Article | Notice]:
    """The articles of all pages in a WARC file; responses that are no pages are passed over."""
    from warcio.archiveiterator import ArchiveIterator

    with document.open() as stream:
        for number, record in enumerate(_records(ArchiveIterator(stream)), 1):
            headers = record.http_headers or record.rec_headers
            content_type = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
            if record.rec_type not in _KEPT or content_type not in _PAGES:
                continue
            source = f"{document.source}: record {number}"
            raw = record.content_stream().read(DOCUMENT_LIMIT + 1)
            if len(raw) > DOCUMENT_LIMIT:
                yield Notice(source, "too large", f"larger than {DOCUMENT_LIMIT // 1_000_000} MB")
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            yield from _page(document, raw, f"{document.name}-{number}", source, _web(url))


def _records(records: Iterator[Any]) -> Iterator[Any]:  # warcio has no types
    """The records up to the first that is damaged; what warcio writes to standard error stays unwritten."""
    from warcio.exceptions import ArchiveLoadFailed

    while True:
        try:
            with redirect_stderr(io.StringIO()):
                record = next(records)
        except StopIteration:
            return
        except (ArchiveLoadFailed, *PARSER_DEFECTS) as error:
            raise ArticleError(f"no WARC file, or a damaged one ({error})") from error
        yield record


def _page(document: Input, raw: bytes, name: str, source: str, url: str | None) -> Iterator[Article | Notice]:
    try:
        decoded = decode(raw, stated=stated_encoding(raw))
    except ArticleError as error:
        yield Notice(source, "binary", str(error))
        return
    if decoded.remark:
        yield Notice(source, "encoding", decoded.remark)
    yield from page_articles(document, decoded.text, name=name, source=source, url=url)


def _web(url: object) -> str | None:
    address = str(url or "").strip("<> ")  # a header that is not ASCII is no str
    return address if address.startswith(("http://", "https://")) else None
