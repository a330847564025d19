"""Articles from whatever holds them: sources to inputs, each to the reader of its format, each text screened.

One bad file never stops the rest: it is told of in the report.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ingest.article import Article
from ingest.dating.printed_date import printed_date
from ingest.errors import ArticleError
from ingest.intake.inputs import Input
from ingest.intake.notices import Notice, Report
from ingest.intake.readers import EXPECTED, read
from ingest.intake.records import FieldMap
from ingest.intake.repeats import without_repeats
from ingest.intake.screening import screened
from ingest.intake.sources import inputs

PLAIN = FieldMap()


def articles(
    sources: Iterable[str | Path],
    *,
    report: Report | None = None,
    fields: FieldMap = PLAIN,
    once: bool = False,
) -> Iterator[Article]:
    """The articles of files and folders, one by one, in the order of ``sources`` and of names within.

    ``report`` is told of all that was left out or mended, but for what is raised; with ``once`` a text that
    came before is left out. ``fields`` says what the fields of records are called. No sources give nothing.
    Raises ``ArticleError`` at the end where there was something to read and not one article came of it.
    """
    report = report or Report()
    lost: Notice | None = None  # the first one, which is told once: with the rest, or as the error
    found, nothing = documents(sources, fields=fields), True
    for document in without_repeats(found) if once else found:
        if isinstance(document, Article):
            if nothing and lost:
                report.tell(lost)
            nothing = False
            report.read += 1
            yield document
        elif nothing and not lost and not document.remark:
            lost = document
        else:
            report.tell(document)
    if nothing and lost:
        others = report.failed + report.skipped
        raise ArticleError(f"{lost}" + (f" (and {others} more without an article)" if others else ""))


def documents(
    sources: Iterable[str | Path],
    *,
    fields: FieldMap = PLAIN,
    metered: Callable[[Input], Input] = lambda item: item,
    known: Callable[[str], bool] = lambda _: False,
) -> Iterator[Article | Notice]:
    """Articles and notices, in the order in which they are met; never raises for bad input.

    ``metered`` may put something between each input and its reader that sees how far it is read. Of pages whose digest
    is ``known`` there are only notices.
    """
    for source in map(str, sources):
        found = False
        for document in _of_source(source, fields, lambda item: replace(metered(item), known=known)):
            found = True
            yield document
        if not found:
            yield Notice(source, "empty", f"no article here; {EXPECTED}")


def _of_source(source: str, fields: FieldMap, prepared: Callable[[Input], Input]) -> Iterator[Article | Notice]:
    for item in inputs([source]):
        if isinstance(item, Notice):
            yield item
            continue
        for document in read(prepared(item), fields):
            if isinstance(document, Article):
                yield from screened(_dated(document))
            else:
                yield document


def _dated(article: Article) -> Article:
    """The article with the day that its text prints, where no field states one."""
    return article if article.date else replace(article, date=printed_date(article.text))
