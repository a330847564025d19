"""Plain text: the headline on the first line, the article below it."""

from collections.abc import Iterator

from ingest.article import Article
from ingest.intake.encoding import decode
from ingest.intake.inputs import Input
from ingest.intake.notices import Notice

HEADLINE = 300  # code points; a longer first line is a paragraph


def read_text(document: Input) -> Iterator[Article | Notice]:
    """The article of a text file. A text of one line, or with a very long first one, has no title."""
    decoded = decode(document.read())
    if decoded.remark:
        yield Notice(document.source, "encoding", decoded.remark)
    yield Article(document.name, decoded.text, _title(decoded.text), source=document.source)


def _title(text: str) -> str | None:
    first, _, rest = text.lstrip().partition("\n")
    return first.strip() if rest.strip() and len(first) <= HEADLINE else None
