import io
import sys
from pathlib import Path

import pytest

from ingest.intake.documents import documents
from ingest.intake.notices import Notice
from tests.ingest.intake.formats.reading import BODY, PAGE, TITLE


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (f"{TITLE}\n{BODY}", ["stdin"]),
        (PAGE, ["stdin"]),
        (f'\ufeff{{"text": "{BODY}"}}\n{{"text": "{BODY}", "id": "b"}}\n', ["stdin-1", "b"]),
        (f"<rss><channel><item><title>{BODY}</title></item></channel></rss>", ["stdin-1"]),
    ],
    ids=["text", "page", "lines", "feed"],
)
def test_standard_input_is_read_as_what_it_begins_like(
    monkeypatch: pytest.MonkeyPatch, content: str, names: list[str]
) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Pipe(content.encode()))))
    found = list(documents(["-"]))
    assert [getattr(document, "name", document) for document in found] == names
    assert {document.source.partition(":")[0] for document in found} == {"standard input"}


def test_patterns_folders_and_hidden_files_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a/3.txt", "a/c/4.txt", ".hidden/5.txt", "b/.6.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BODY)
    tables = {
        tmp_path: "3412",
        f"{tmp_path}/*/*.txt": "312",
        f"{tmp_path}/**/*.txt": "3412",
        f"{tmp_path}/b/[2-9].txt": "2",
        tmp_path / "b" / ".6.txt": [".6"],
    }
    for source, names in tables.items():
        assert [getattr(document, "name", document) for document in documents([source])] == list(names)


def test_a_name_with_brackets_is_that_file_before_it_is_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(BODY)
    (found,) = documents([tmp_path / "a[1].txt"])
    assert not isinstance(found, Notice)
