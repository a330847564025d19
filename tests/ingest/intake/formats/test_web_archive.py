import gzip
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.ingest.intake.formats.reading import BODY, PAGE, TITLE, URL, read, told


def mhtml(encoding: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["Snapshot-Content-Location"] = URL
    message.make_related()
    page = EmailMessage()
    page.set_content(PAGE.encode(encoding), "text", "html", cte="quoted-printable")
    page.replace_header("Content-Type", f'text/html; charset="{encoding}"')
    message.attach(page)
    return message.as_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_the_page_of_an_mhtml_file_is_an_article_from_its_address(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.mhtml").write_bytes(mhtml(encoding))
    (article,), _ = read(tmp_path / "a.mhtml")
    assert (article.text, article.title, article.url) == (f"{TITLE}\n{BODY}", TITLE, URL)


@pytest.mark.parametrize("content", [b"", b"Subject: x\n\nno page", bytes(range(256)) * 9])
def test_an_mhtml_file_without_a_page_is_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.mht").write_bytes(content)
    assert told(read(tmp_path / "a.mht")[1]) == [("malformed", "no page in this MHTML file")]


def warc(*pages: tuple[str, str, bytes], packed: bool) -> bytes:
    """A WARC 1.0 file of responses, written by hand (ISO 28500, 4 and 6.3); packed record by record."""
    records = []
    for url, content_type, body in pages:
        response = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
        fields = {
            "WARC-Type": "response",
            "WARC-Record-ID": "<urn:uuid:1>",
            "WARC-Date": "2024-03-05T00:00:00Z",
            "WARC-Target-URI": url,
            "Content-Type": "application/http; msgtype=response",
            "Content-Length": len(response),
        }
        head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n"
        records.append(head.encode() + response + b"\r\n\r\n")
    return b"".join(map(gzip.compress, records) if packed else records)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_the_pages_of_a_warc_are_articles_and_pictures_are_passed_over(tmp_path: Path, name: str) -> None:
    pages = [
        ("https://example.org/picture", "image/png", b"\x89PNG"),
        (URL, "text/html; charset=utf-8", PAGE.encode()),
        ("https://example.org/large", "text/html", b"x" * 5_000_001),
        ("https://example.org/2", "TEXT/HTML", PAGE.encode("cp1256")),
    ]
    (tmp_path / name).write_bytes(warc(*pages, packed=name.endswith("gz")))
    found, notices = read(tmp_path / name)
    assert [(a.name, a.url, a.text, a.date) for a in found] == [
        ("a-2", URL, f"{TITLE}\n{BODY}", None),
        ("a-4", "https://example.org/2", f"{TITLE}\n{BODY}", None),
    ]
    assert told(notices) == [("too large", "larger than 5 MB"), ("encoding", "read as windows-1256")]


def test_a_damaged_warc_keeps_what_came_before(tmp_path: Path) -> None:
    good = warc((URL, "text/html", PAGE.encode()), packed=False)
    (tmp_path / "a.warc").write_bytes(good + b"garbage\r\n\r\n" * 3)
    found, notices = read(tmp_path / "a.warc")
    assert [a.url for a in found] == [URL]
    assert [n.kind for n in notices] == ["malformed"]
    assert "\n" not in str(notices[0])


def test_a_record_without_an_address_is_one_line_and_nothing_is_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    short = warc((URL, "text/html", PAGE.encode()), packed=False).replace(b"</html>", b"</html>more")
    without = warc((URL, "text/html", b""), packed=False).replace(b"WARC-Target-URI", b"WARC-Other")
    (tmp_path / "a.warc").write_bytes(short + without)
    found, notices = read(tmp_path / "a.warc")
    assert [a.url for a in found] == [URL]
    assert [n.kind for n in notices] == ["malformed"]
    assert capfd.readouterr() == ("", "")
