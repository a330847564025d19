import datetime as dt
from pathlib import Path

import pytest

from tests.ingest.intake.formats.reading import BODY, TITLE, URL, read, told

MAP = "title=headline,text=body,date=published,url=link,outlet=source"


@pytest.mark.parametrize(
    ("name", "separator", "encoding"),
    [("a.csv", ",", "utf-8"), ("a.csv", ";", "utf-8-sig"), ("a.tsv", "\t", "utf-16"), ("a.csv", ",", "cp1256")],
)
def test_rows_are_articles_under_mapped_names(tmp_path: Path, name: str, separator: str, encoding: str) -> None:
    rows = [
        "headline,body,published,link,source,section",
        f'{TITLE},"{BODY}\n\nو""قال""",2024-03-02,{URL},النشرة,سياسة',
    ]
    (tmp_path / name).write_text("\n".join(rows).replace(",", separator) + "\n", encoding=encoding)
    (article,), notices = read(tmp_path / name, MAP)
    assert article.text == f'{TITLE}\n{BODY}\n\nو"قال"'
    assert (article.date, article.url, article.outlet) == (dt.date(2024, 3, 2), URL, "النشرة")
    assert [kind for kind, _ in told(notices)] == ([] if encoding.startswith("utf-8") else ["encoding"])


def test_bad_rows_are_told_by_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"text,date\n{BODY},أمس\n\n,2024-01-01\n{'ا' * 6_000_000}\n{BODY},2024-01-01\n")
    found, notices = read(path)
    assert [(a.name, a.date) for a in found] == [("a-2", None), ("a-6", dt.date(2024, 1, 1))]
    assert [(n.source.removeprefix(f"{path}: "), n.kind) for n in notices] == [
        ("line 2", "field"),
        ("line 4", "empty"),
        ("line 5", "malformed"),
    ]


def test_a_row_of_other_length_than_the_head_is_told_as_that(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,text,date\n1\n2,{BODY},2024-01-01,more\n3,{BODY} x,2024-01-01,,\n4,{BODY} y\n")
    found, notices = read(path)
    assert [a.name for a in found] == ["2", "3", "4"]
    assert [(n.source.removeprefix(f"{path}: "), n.message.partition(";")[0]) for n in notices] == [
        ("line 2", "the row ends before 'text': 1 cell for 3 columns"),
        ("line 3", "the row goes on after the last column: 4 cells for 3 columns"),
    ]


def test_a_quotation_mark_left_open_ends_at_the_limit_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('text,id\n"' + f"{BODY},x\n" * 100_000)
    assert "malformed" in {kind for kind, _ in told(read(path)[1])}


@pytest.mark.parametrize(
    "head", ["title,body", "نص", "x" * 100_000], ids=["other-names", "arabic-name", "one-long-name"]
)
def test_a_table_without_a_text_column_is_told_once(tmp_path: Path, head: str) -> None:
    (tmp_path / "a.csv").write_text(f"{head}\n" + "1,2\n" * 50)
    found, notices = read(tmp_path / "a.csv")
    assert not found
    assert [n.message.partition(";")[0] for n in notices] == ["no field 'text'"]
