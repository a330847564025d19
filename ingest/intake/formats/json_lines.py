"""JSON Lines: one object a line, one article an object."""

import codecs
import json
from collections.abc import Iterator

from ingest.article import Article
from ingest.errors import ArticleError
from ingest.intake.encoding import decode
from ingest.intake.inputs import DOCUMENT_LIMIT, Input
from ingest.intake.notices import Notice
from ingest.intake.records import FieldMap, record_articles

_DIGITS = 600  # Python reads this many however it is set up


def read_json_lines(document: Input, fields: FieldMap) -> Iterator[Article | Notice]:
    """The articles of a file of JSON Lines; a line that is none is told of and left out."""
    remarks = set()
    for number, line in document.lines():
        source = f"{document.source}: line {number}"
        if line is None:
            yield Notice(source, "too large", f"longer than {DOCUMENT_LIMIT // 1_000_000} MB")
            continue
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            yield Notice(source, "malformed", "UTF-16, which has no lines of bytes; save it as UTF-8")
            return
        try:
            decoded = decode(line)
            record = _record(decoded.text)
        except ArticleError as error:
            yield Notice(source, "malformed", str(error))
            continue
        if decoded.remark and decoded.remark not in remarks:
            remarks.add(decoded.remark)
            yield Notice(source, "encoding", decoded.remark)
        yield from record_articles(record, fields, name=f"{document.name}-{number}", source=source)


def _number(digits: str) -> int | float:
    """A whole number; one so long that Python refuses to read it, of which nothing is taken, as near as can be."""
    return int(digits) if len(digits) <= _DIGITS else float(digits)


def _record(line: str) -> dict[str, object]:
    try:
        record = json.loads(line, parse_int=_number)
    except ValueError as error:
        place = f"column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise ArticleError(f"no JSON ({place}); expected one object a line") from error
    except RecursionError as error:
        raise ArticleError("JSON nested too deep; expected one object a line") from error
    if not isinstance(record, dict):
        raise ArticleError("JSON, but no object; expected named fields")
    return record
