import datetime as dt
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.ingest.intake.formats.reading import BODY, TITLE, read, told


def test_rows_are_articles_with_dates_as_parquet_keeps_them(tmp_path: Path) -> None:
    rows = {"body": [BODY, None, BODY], "day": [dt.date(2024, 3, 2)] * 3, "title": [TITLE] * 3, "size": [1, 2, 3]}
    parquet.write_table(pa.table(rows), tmp_path / "a.parquet")
    found, notices = read(tmp_path / "a.parquet", "text=body,date=day")
    assert [(a.name, a.date, a.text) for a in found] == [
        (name, dt.date(2024, 3, 2), f"{TITLE}\n{BODY}") for name in ("a-1", "a-3")
    ]
    assert [(n.source[-5:], n.kind) for n in notices] == [("row 2", "malformed")]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "no Parquet file"), (b"PAR1 and more", "no Parquet file"), (None, "no field 'text'; its fields are n")],
    ids=["empty", "damaged", "other-fields"],
)
def test_what_holds_no_articles_is_one_line(tmp_path: Path, content: bytes | None, message: str) -> None:
    if content is None:
        parquet.write_table(pa.table({"n": [1]}), tmp_path / "a.parquet")
    else:
        (tmp_path / "a.parquet").write_bytes(content)
    found, notices = read(tmp_path / "a.parquet")
    assert not found
    assert [n.message.startswith(message) for n in notices] == [True]
    assert "\n" not in str(notices[0])


def test_without_pyarrow_the_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert told(read(tmp_path / "a.parquet")[1]) == [
        ("malformed", "reading Parquet needs pyarrow: pip install 'shabaka[parquet]'")
    ]
