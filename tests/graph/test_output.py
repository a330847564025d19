from pathlib import Path

import pytest

from graph.errors import OutputError
from graph.output import write_set

FILES = {"graph.ttl": b"<a> <b> <c> .\n", "network.html": "<p>شبكة</p>\n"}


def test_all_files_are_written_into_a_folder_made_for_them(tmp_path: Path) -> None:
    write_set(tmp_path / "new" / "out", FILES)
    assert {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "new" / "out").iterdir()} == {
        "graph.ttl": "<a> <b> <c> .\n",
        "network.html": "<p>شبكة</p>\n",
    }


def test_where_one_cannot_be_written_all_stay_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("old")
    with pytest.raises(OutputError, match=r"missing/page\.html: cannot be written \(No such file"):
        write_set(tmp_path, {"graph.ttl": b"new", "missing/page.html": b"new"})
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"graph.ttl": "old"}


def test_a_folder_in_the_place_of_a_file_is_found_before_anything_is_renamed(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    (tmp_path / "network.html").write_text("old")
    with pytest.raises(OutputError, match=r"graph\.ttl: is a folder"):
        write_set(tmp_path, FILES)
    assert (tmp_path / "network.html").read_text() == "old"


def test_an_interruption_leaves_all_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("old")

    class Files(dict[str, bytes | str]):
        def items(self):  # type: ignore[override,no-untyped-def]
            yield "graph.ttl", b"new"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_set(tmp_path, Files())
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"graph.ttl": "old"}


def test_a_file_where_the_folder_should_be_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="out: no folder can be made there") as raised:
        write_set(tmp_path / "out", FILES)
    assert raised.value.exit_status == 2
