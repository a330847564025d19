from pathlib import Path

import pytest

from ingest.article import Article
from ingest.intake.documents import articles
from ingest.intake.notices import Notice, Report
from ingest.intake.repeats import content_digest, without_repeats

TEXT = "السودان: لقاء مرتقب\n\nقال المبعوث الأممي، أمس، إن الطرفين وافقا على هدنة مدتها عشرة أيام."


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace(" ", "  \n"),
        TEXT.replace("أ", "ا"),
        TEXT.replace("،", ","),
        "\u200f" + TEXT,
        TEXT.replace("م", "مـ"),
    ],
    ids=["spacing", "hamza", "comma", "direction-mark", "tatweel"],
)
def test_the_same_words_have_one_digest(other: str) -> None:
    assert other != TEXT
    assert content_digest(other) == content_digest(TEXT)


def test_one_word_more_is_another_text() -> None:
    assert content_digest(f"{TEXT} غدا") != content_digest(TEXT)


def test_the_same_text_passes_once_and_notices_pass_always() -> None:
    notice = Notice("x", "empty", "empty")
    one, again = Article("a", TEXT, source="a.txt"), Article("b", f" {TEXT}\n", source="b.txt")
    assert list(without_repeats([one, notice, again, notice])) == [
        one,
        notice,
        Notice("b.txt", "duplicate", "the same text as a.txt"),
        notice,
    ]


def test_a_file_that_is_named_twice_is_read_once_where_that_is_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    report = Report()
    assert len(list(articles([tmp_path, tmp_path / "a.txt"], report=report, once=True))) == 1
    assert (report.read, report.skipped, report.failed) == (1, 1, 0)
    assert len(list(articles([tmp_path, tmp_path / "a.txt"]))) == 2
