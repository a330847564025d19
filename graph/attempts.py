"""Reads articles for a command: a mistake of our own in one of them costs none of the others.

Takes an article and the report of a run, gives its reading, or none and a notice that names the article.
"""

from ingest.article import Article
from ingest.intake.notices import Notice, Report
from ingest.reading import Reading

# What a mistake of our own would raise on a text that nobody thought of.
DEFECTS = (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError)


def attempted(article: Article, told: Report, *, rules_only: bool = False, rung: str = "embedded") -> Reading | None:
    """The reading of ``article``; None where it fails. Raises ``MorphologyError`` as ``ingest.pipeline.read`` does."""
    from ingest.pipeline import read

    try:
        return read(article, rules_only=rules_only, rung=rung)
    except DEFECTS as error:
        told.read -= 1
        told.tell(Notice(article.source or article.name, "defect", defect(error)))
        return None


def defect(error: Exception) -> str:
    """What to tell of such a mistake."""
    return f"a defect of Shabaka, please report it with the article ({type(error).__name__}: {error})"
