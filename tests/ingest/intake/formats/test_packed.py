import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.ingest.intake.formats.reading import BODY, PAGE, TITLE, read, told

LINES = "".join(json.dumps({"text": f"{BODY} {n}"}) + "\n" for n in range(3))


@pytest.mark.parametrize(
    ("name", "content", "names"),
    [
        ("a.jsonl.gz", LINES, ["a-1", "a-2", "a-3"]),
        ("a.csv.gz", f"text\n{BODY}\n", ["a-2"]),
        ("a.txt.gz", BODY, ["a"]),
        ("a.gz", LINES, ["a-1", "a-2", "a-3"]),
    ],
)
def test_a_gzip_is_read_as_what_it_holds(tmp_path: Path, name: str, content: str, names: list[str]) -> None:
    (tmp_path / name).write_bytes(gzip.compress(content.encode()))
    found, notices = read(tmp_path / name)
    assert ([a.name for a in found], notices) == (names, [])


def test_a_gzip_cut_off_keeps_what_came_before(tmp_path: Path) -> None:
    whole = gzip.compress(LINES.encode() * 5000, compresslevel=0)
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    found, notices = read(tmp_path / "a.jsonl.gz")
    assert len(found) > 1000
    assert told(notices)[-1][1].startswith("damaged, or packed in an unknown way")


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.gz"])
def test_what_is_no_gzip_is_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(BODY)
    assert [(n.kind, "damaged" in n.message) for n in read(tmp_path / name)[1]] == [("malformed", True)]


def test_a_gzip_bomb_is_cut_off(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"0" * 30_000_000))
    assert told(read(tmp_path / "a.jsonl.gz")[1]) == [
        ("too large", "unpacks to more than 200 times its size; unpack it yourself if you trust it")
    ]


def test_a_zip_is_read_by_the_names_of_its_members(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("news/ب.txt", BODY)
        archive.writestr("news/a.html", PAGE)
        archive.writestr("lines.jsonl", LINES)
        archive.writestr("../../out.txt", BODY)
        archive.writestr("/etc/out.txt", BODY)
        archive.writestr("__MACOSX/a.txt", "x")
        archive.writestr("inner.zip", "x")
        archive.writestr("picture.png", "x")
    found, notices = read(tmp_path / "a.zip")
    assert [a.name for a in found] == ["lines-1", "lines-2", "lines-3", "a", "ب"]
    assert found[3].title == TITLE
    assert found[4].source == f"{tmp_path}/a.zip: news/ب.txt"
    assert [(n.source.rpartition(": ")[2], n.kind) for n in notices] == [
        ("../../out.txt", "unreadable"),
        ("/etc/out.txt", "unreadable"),
        ("inner.zip", "unreadable"),
        ("picture.png", "unknown format"),
    ]


def test_a_zip_bomb_is_cut_off_and_the_rest_goes_on(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", b"0" * 30_000_000)
        archive.writestr("b.txt", BODY)
    found, notices = read(tmp_path / "a.zip")
    assert ([a.name for a in found], [n.kind for n in notices]) == (["b"], ["too large"])


def test_a_damaged_member_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("a.txt", BODY)
        archive.writestr("b.txt", BODY)
    damaged = sink.getvalue().replace(BODY.encode(), BODY.encode()[::-1], 1)
    (tmp_path / "a.zip").write_bytes(damaged)
    found, notices = read(tmp_path / "a.zip")
    assert ([a.name for a in found], [n.kind for n in notices]) == (["b"], ["malformed"])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and no more", b"x" * 1000])
def test_what_is_no_zip_is_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    assert [(n.kind, n.message[:14]) for n in read(tmp_path / "a.zip")[1]] == [("malformed", "no zip archive")]
