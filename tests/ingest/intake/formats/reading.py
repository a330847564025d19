"""What the tests of the readers share: an article's parts, and reading one file."""

from pathlib import Path

from ingest.article import Article
from ingest.intake.documents import documents
from ingest.intake.notices import Notice
from ingest.intake.records import FieldMap

TITLE = "الوزير يدعم الحل"
BODY = "قال الوزير إن بلاده تدعم الحل السياسي وتطالب الأطراف بوقف القتال."
URL = "https://example.org/1"
PAGE = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><p>{BODY}</p></article></body></html>"


def read(path: Path, fields: str = "") -> tuple[list[Article], list[Notice]]:
    """The articles and the notices of one file."""
    found = list(documents([path], fields=FieldMap.parse(fields)))
    return [d for d in found if isinstance(d, Article)], [d for d in found if isinstance(d, Notice)]


def told(notices: list[Notice]) -> list[tuple[str, str]]:
    """What the notices say, without the path of the file."""
    return [(notice.kind, notice.message) for notice in notices]
