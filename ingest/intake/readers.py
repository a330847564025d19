"""Which reader reads what: by the suffix, or, where there is none, by how the content begins.

What a reader needs besides the standard library is imported when it first reads.
"""

import io
from collections.abc import Callable, Iterator
from functools import partial

from ingest.article import Article
from ingest.errors import ArticleError, BinaryError, SizeError
from ingest.intake.formats.feed import read_feed
from ingest.intake.formats.json_lines import read_json_lines
from ingest.intake.formats.packed import read_gzip, read_zip
from ingest.intake.formats.page import read_page
from ingest.intake.formats.parquet import read_parquet
from ingest.intake.formats.table import read_table
from ingest.intake.formats.text import read_text
from ingest.intake.formats.web_archive import read_mhtml, read_warc
from ingest.intake.inputs import Input
from ingest.intake.notices import Notice
from ingest.intake.records import FieldMap
from ingest.intake.sources import refusal

_Found = Iterator[Article | Notice]
_Documents = dict[str, Callable[[Input], _Found]]
_Records = dict[str, Callable[[Input, FieldMap], _Found]]
_Packed = dict[str, Callable[[Input, Callable[[Input], _Found]], _Found]]

_DOCUMENTS: _Documents = {
    **dict.fromkeys((".txt", ".text"), read_text),
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_page),
    **dict.fromkeys((".mhtml", ".mht"), read_mhtml),
    ".warc": read_warc,
    **dict.fromkeys((".rss", ".atom", ".xml"), read_feed),
}
_RECORDS: _Records = {
    **dict.fromkeys((".jsonl", ".ndjson"), read_json_lines),
    **dict.fromkeys((".csv", ".tsv"), read_table),
    ".parquet": read_parquet,
}
_PACKED: _Packed = {".zip": read_zip, ".gz": read_gzip}
EXPECTED = f"expected {', '.join([*_DOCUMENTS, *_RECORDS, *_PACKED])}"
_BEGINNINGS = (
    (b"PK\x03\x04", ".zip"),
    (b"\x1f\x8b", ".gz"),
    (b"PAR1", ".parquet"),
    (b"WARC/", ".warc"),
    (b"<?xml", ".xml"),
    (b"<rss", ".rss"),
    (b"<feed", ".atom"),
    (b"<", ".html"),
    (b"{", ".jsonl"),
)


def read(item: Input, fields: FieldMap) -> _Found:
    """The articles and notices of one input; where it breaks off, a notice of why is the last."""
    try:
        yield from _reader(item, fields)
    except BinaryError as error:
        yield Notice(item.source, "binary", str(error))
    except SizeError as error:
        yield Notice(item.source, "too large", str(error))
    except ArticleError as error:
        yield Notice(item.source, "malformed", str(error))
    except OSError as error:
        yield Notice(item.source, "unreadable", refusal(error))


def _reader(item: Input, fields: FieldMap) -> _Found:
    suffix = item.path.suffix.lower() or _looked_up(item)
    if suffix in _DOCUMENTS:
        return _DOCUMENTS[suffix](item)
    if suffix in _RECORDS:
        return _RECORDS[suffix](item, fields)
    if suffix in _PACKED:
        return _PACKED[suffix](item, partial(read, fields=fields))
    return iter([Notice(item.source, "unknown format", f"unknown format ({suffix}); {EXPECTED}")])


def _looked_up(item: Input) -> str:
    """The suffix that the content of a nameless input would have; its stream must let itself be looked into."""
    with item.open() as stream:
        head = stream.peek(64) if isinstance(stream, io.BufferedReader) else b""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((suffix for beginning, suffix in _BEGINNINGS if head.startswith(beginning)), ".txt")
