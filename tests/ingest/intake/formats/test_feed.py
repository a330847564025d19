import datetime as dt
from pathlib import Path

import pytest

from tests.ingest.intake.formats.reading import BODY, TITLE, URL, read, told

RSS = f"""<?xml version="1.0" encoding="{{encoding}}"?>
<rss version="2.0"><channel><title>النشرة</title>
<item><title>{TITLE}</title><link>{URL}</link><pubDate>Sat, 02 Mar 2024 23:00:00 +0300</pubDate>
<description>&lt;p&gt;{BODY}&lt;/p&gt;&lt;p&gt;وأضاف &amp;quot;نعم&amp;quot;.&lt;/p&gt;</description></item>
<item><title>Weather</title><description>Sunny</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>النشرة</title><entry><title>{TITLE}</title>
<link href="{URL}"/><updated>2024-03-02T10:00:00Z</updated><summary>{BODY[:20]}</summary>
<content type="html">{BODY}</content></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_an_rss_item_is_an_article_on_the_day_it_states(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.rss").write_bytes(RSS.format(encoding=encoding).encode(encoding))
    (article,), notices = read(tmp_path / "a.rss")
    assert article.text == f'{TITLE}\n{BODY}\nوأضاف "نعم".'
    assert (article.name, article.url, article.outlet, article.date) == ("a-1", URL, "النشرة", dt.date(2024, 3, 2))
    assert told(notices) == [("not Arabic", "not Arabic")]


def test_an_atom_entry_gives_its_content_rather_than_its_summary(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(ATOM)
    (article,), _ = read(tmp_path / "a.xml")
    assert (article.text, article.url) == (f"{TITLE}\n{BODY}", URL)


@pytest.mark.parametrize("content", ["", "<a/>", "https://example.org/feed", "/etc/hostname"])
def test_what_is_no_feed_is_one_line_and_never_an_address(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.xml").write_text(content)
    assert told(read(tmp_path / "a.xml")[1]) == [("malformed", "neither RSS nor Atom")]


def test_entities_that_multiply_do_not(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{levels}]>'
    (tmp_path / "a.xml").write_text(
        f"{bomb}<rss version='2.0'><channel><item><title>&l11;</title></item></channel></rss>"
    )
    found, notices = read(tmp_path / "a.xml")
    assert not found
    assert len(notices) == 1


def test_a_reference_that_breaks_the_parser_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS.format(encoding="utf-8").replace("Weather", "&#xD800; <br"))
    assert [(kind, message.partition(" (")[0]) for kind, message in told(read(tmp_path / "a.rss")[1])] == [
        ("malformed", "a feed too damaged to read")
    ]
