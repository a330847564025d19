"""A record with named fields, as of a line of JSON or a row of a table, to an article.

A ``FieldMap`` says what the fields are called there. Text is required; title, url, outlet, date and id are
taken where they are given.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ingest.article import Article
from ingest.errors import ArticleError
from ingest.intake.notices import Notice
from ingest.intake.stated_date import stated_date

FIELDS = ("text", "title", "url", "outlet", "date", "id")


@dataclass(frozen=True, slots=True)
class FieldMap:
    """What each of our ``FIELDS`` is called in the records; one that is not named keeps its own name."""

    names: tuple[tuple[str, str], ...] = ()  # ours, theirs

    @classmethod
    def parse(cls, mapping: str) -> "FieldMap":
        """Of ``title=headline,text=body``; empty gives our own names. Raises ``ArticleError``."""
        names: dict[str, str] = {}
        for part in filter(None, (part.strip() for part in mapping.split(","))):
            ours, _, theirs = (side.strip() for side in part.partition("="))
            if ours not in FIELDS or not theirs:
                raise ArticleError(f"field map: {part!r}; expected FIELD=NAME with FIELD one of {', '.join(FIELDS)}")
            if ours in names:
                raise ArticleError(f"field map: {ours} is named twice, {names[ours]} and {theirs}; expected one name")
            names[ours] = theirs
        return cls(tuple(names.items()))

    def name(self, field: str) -> str:
        """What ``field`` is called in the records."""
        return dict(self.names).get(field, field)


def with_headline(title: str | None, body: str) -> str:
    """The text of an article: the headline first, once."""
    return body if not title or body.lstrip().startswith(title) else f"{title}\n{body}"


def record_articles(
    record: Mapping[str, object], fields: FieldMap, *, name: str, source: str
) -> Iterator[Article | Notice]:
    """The article of one record, after notices of what was left out; ``name`` where the record has no id."""
    try:
        stated = {field: _stated(record, fields.name(field), field) for field in FIELDS if field != "date"}
    except ArticleError as error:
        yield Notice(source, "malformed", str(error))
        return
    body = stated["text"]
    if body is None:
        yield Notice(source, "malformed", without_text(record, fields))
        return
    date = stated_date(value := record.get(fields.name("date")))
    if date is None and value not in (None, ""):
        problem = f"field {fields.name('date')!r}: {str(value)[:40]!r} is no day that can be read; expected YYYY-MM-DD"
        yield Notice(source, "field", f"{problem}; the article is read without a date")
    yield _article(stated, body, date, name=name, source=source)


def without_text(names: Collection[str], fields: FieldMap) -> str:
    """The message for a record or table whose fields are ``names`` and that has no text."""
    if fields.name("text") in names:
        return f"field {fields.name('text')!r} holds nothing; expected text"
    listed = ", ".join(sorted(map(str, names))[:10]) or "none"
    return f"no field {fields.name('text')!r}; its fields are {listed}; say which holds it: --map text=NAME"


def _article(stated: Mapping[str, str | None], body: str, date: dt.date | None, *, name: str, source: str) -> Article:
    title = stated["title"]
    return Article(
        name=stated["id"] or name,
        text=with_headline(title, body),
        title=title,
        url=stated["url"],
        outlet=stated["outlet"],
        date=date,
        source=source,
    )


def _stated(record: Mapping[str, object], name: str, field: str) -> str | None:
    value = record.get(name)
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ArticleError(f"field {name!r} is {_kind(value)}, not text")
    return value if field == "text" else value.strip() or None  # spans count from the text as it is


def _kind(value: object) -> str:
    kinds = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
        bytes: "bytes",
    }
    return kinds.get(type(value), type(value).__name__)
