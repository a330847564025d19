"""Bad input as a user meets it: which line is told, and that the rest goes on."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from ingest.article import Article
from ingest.errors import ArticleError
from ingest.intake.documents import articles
from ingest.intake.notices import Report
from ingest.intake.records import FieldMap

BODY = "قال الوزير إن بلاده تدعم الحل السياسي وتطالب الأطراف بوقف القتال."
HEADLINE = "الوزير يدعم الحل"
SAMPLES = Path(__file__).parents[2] / "data" / "articles"


def read(*sources: Path | str, fields: str = "") -> tuple[list[Article], Report]:
    report = Report()
    return list(articles(sources, report=report, fields=FieldMap.parse(fields))), report


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def jsonl(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def test_samples_are_read_in_the_order_of_their_names() -> None:
    found, report = read(SAMPLES)
    names = (
        "amman baghdad beirut cairo khartoum doha kuwait tehran tunis".split()
    )  # doha and kuwait: sahel-agency.jsonl
    assert [a.name.partition("-")[0] for a in found] == names
    assert (report.read, report.counts) == (9, {})
    assert all(a.title and a.text.startswith(a.title) for a in found)


def test_a_text_file_keeps_every_character_with_its_headline_first(tmp_path: Path) -> None:
    text = f"{HEADLINE}\r\n\r\n\u202e{BODY}\u2066\t\r\n"
    (article,), report = read(written(tmp_path / "a.txt", "\ufeff" + text))
    assert (article.text, article.title, article.name, article.date) == (text, HEADLINE, "a", None)
    assert not report.counts


def test_a_page_gives_its_article_with_what_it_states() -> None:
    (article,), _ = read(SAMPLES / "amman-mediation.html")
    assert article.title == "الأردن يستضيف لقاء الأطراف السورية وواشنطن ترحب"
    assert (article.date, article.outlet) == (dt.date(2023, 5, 14), "صحيفة الميناء")
    assert article.url == "https://example.org/news/2023/05/amman-mediation"
    assert "التقانا" in article.text
    assert not any(boilerplate in article.text for boilerplate in ("رياضة", "أسعار الذهب", "جميع الحقوق"))


def test_a_page_without_a_date_gets_none_from_its_text(tmp_path: Path) -> None:
    page = f"<html><body><h1>{HEADLINE}</h1><p>{BODY} وكان ذلك في 3 مارس 2019.</p></body></html>"
    (article,), _ = read(written(tmp_path / "a.html", page))
    assert article.date is None


def test_a_dateline_dates_an_article_whose_fields_do_not(tmp_path: Path) -> None:
    text = f"{HEADLINE}\nالأحد 14/4/2002\n{BODY}"
    (plain,), _ = read(written(tmp_path / "a.txt", text))
    (stated,), _ = read(written(tmp_path / "a.jsonl", jsonl({"text": text, "date": "2002-04-15"})))
    assert (plain.date, stated.date) == (dt.date(2002, 4, 14), dt.date(2002, 4, 15))


def test_a_record_gives_its_fields_under_their_mapped_names(tmp_path: Path) -> None:
    record = {
        "headline": HEADLINE,
        "body": BODY,
        "published": "2024-03-02T10:00Z",
        "link": "https://example.org/1",
        "source": "النشرة",
        "id": 7,
    }
    path = written(tmp_path / "a.jsonl", jsonl(record))
    (article,), _ = read(path, fields="title=headline, text=body,date=published,url=link,outlet=source")
    assert article.text == f"{HEADLINE}\n{BODY}"
    assert (article.name, article.title, article.date) == ("7", HEADLINE, dt.date(2024, 3, 2))
    assert (article.url, article.outlet) == ("https://example.org/1", "النشرة")


def test_a_number_too_long_to_read_costs_no_article(tmp_path: Path) -> None:
    line = jsonl({"text": BODY}).replace("}", f', "views": {"9" * 5000}}}')
    found, report = read(written(tmp_path / "a.jsonl", line))
    assert ([a.text for a in found], report.counts) == ([BODY], {})


def test_a_field_that_is_mapped_twice_is_refused() -> None:
    with pytest.raises(ArticleError, match="field map: text is named twice, a and b"):
        FieldMap.parse("text=a, title=t, text=b")


def test_a_record_whose_text_begins_with_its_headline_says_it_once(tmp_path: Path) -> None:
    text = f"{HEADLINE}\n{BODY}"
    (article,), _ = read(written(tmp_path / "a.jsonl", jsonl({"title": HEADLINE, "text": text})))
    assert article.text == text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"text": x', "line 2: no JSON (column 10: Expecting value); expected one object a line"),
        ("[1]", "line 2: JSON, but no object; expected named fields"),
        ('{"text": 5}', "line 2: field 'text' is a number, not text"),
        ('{"text": ["a"]}', "line 2: field 'text' is a list, not text"),
        ('{"body": "x"}', "line 2: no field 'text'; its fields are body; say which holds it: --map text=NAME"),
        ('{"text": null}', "line 2: field 'text' holds nothing; expected text"),
        ('{"text": "a", "url": {}}', "line 2: field 'url' is an object, not text"),
        ("[" * 100_000, "line 2: JSON nested too deep; expected one object a line"),
        ("9" * 5000, "line 2: JSON, but no object"),
        (f'{{"text": {"9" * 5000}}}', "line 2: field 'text' is a number, not text"),
    ],
    ids=["cut-off", "list", "number", "list-text", "no-text", "null", "object-url", "deep", "huge-number", "huge-text"],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str, told: str) -> None:
    path = written(tmp_path / "a.jsonl", jsonl({"text": BODY}) + line + "\n" + jsonl({"text": BODY, "id": "z"}))
    found, report = read(path)
    assert [a.name for a in found] == ["a-1", "z"]
    assert report.counts == {"malformed": 1}
    assert str(report.notices[0]).startswith(f"{path}: {told}")


@pytest.mark.parametrize(
    ("name", "content", "kind", "told"),
    [
        ("a.txt", b"", "empty", "empty"),
        ("a.txt", " \n\ufeff", "empty", "empty"),
        ("a.html", b"", "empty", "empty"),
        ("a.html", "<html></html>", "malformed", "no article found in the page"),
        ("a.jsonl", b"", "empty", "no article here; expected .txt"),
        ("a.txt", bytes(range(256)) * 20, "binary", "binary, or text in no known encoding; save it as UTF-8"),
        ("a.txt", "The minister met his counterpart.", "not Arabic", "not Arabic"),
        ("a.txt", "12345", "not Arabic", "not Arabic"),
        ("a.txt", "قال الوزير", "too short", "fewer than 3 Arabic words"),
        ("a.txt", f"{BODY} " * 320_000, "too large", "larger than 5 MB; split it into articles"),
        ("a.txt", f"{BODY} " * 10_000, "too large", "an article of 660,000 characters; expected at most 100,000"),
        ("a.jsonl", '{"text": "' + "ا" * 3_000_000 + '"}', "too large", "longer than 5 MB"),
        ("a.docx", "x", "unknown format", "unknown format (.docx); expected .txt"),
    ],
    ids="empty blank empty-page bare-page no-lines binary english digits short 20MB-line long-text long-record word".split(),
)
def test_what_is_no_article_is_one_clear_line(
    tmp_path: Path, name: str, content: str | bytes, kind: str, told: str
) -> None:
    path = written(tmp_path / name, content)
    with pytest.raises(ArticleError) as raised:
        read(path)
    assert raised.value.exit_status == 2
    message = str(raised.value)
    assert message.startswith(str(path))
    assert told in message
    assert "\n" not in message
    written(tmp_path / "good.txt", BODY)
    found, report = read(tmp_path)
    assert ([a.name for a in found], report.counts) == (
        ["good"],
        {} if name == "a.jsonl" and kind == "empty" else {kind: 1},
    )


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("none.txt", "no such file or folder"),
        ("*.txt", "no file matches this pattern"),
        ("", "no article here"),
        ("a\0b", "cannot be read"),
    ],
)
def test_a_source_that_is_not_there_is_told(tmp_path: Path, source: str, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        read(f"{tmp_path}/{source}")


def test_nothing_asked_gives_nothing() -> None:
    assert read()[0] == []


def test_every_source_that_failed_is_counted_in_the_one_line(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"x: no such file or folder \(and 2 more without an article\)"):
        read(tmp_path / "x", tmp_path / "y", written(tmp_path / "z.txt", ""))


def test_what_is_raised_is_not_told_as_well(tmp_path: Path) -> None:
    report = Report()
    with pytest.raises(ArticleError, match="empty"):
        list(articles([written(tmp_path / "z.txt", "")], report=report))
    assert report.notices == []


def test_what_failed_before_the_first_article_is_told(tmp_path: Path) -> None:
    _, report = read(tmp_path / "x", written(tmp_path / "z.txt", BODY))
    assert [str(n) for n in report.notices] == [f"{tmp_path}/x: no such file or folder"]


def test_control_characters_become_spaces_so_that_offsets_stay(tmp_path: Path) -> None:
    (article,), report = read(written(tmp_path / "a.txt", f"{HEADLINE}\0\n{BODY}\x1b\x00"))
    assert article.text == f"{HEADLINE} \n{BODY}  "
    assert report.counts == {"characters": 1}


def test_lone_surrogates_of_json_are_read_as_spaces(tmp_path: Path) -> None:
    (article,), _ = read(written(tmp_path / "a.jsonl", jsonl({"text": BODY}).replace(".", "\\ud800")))
    assert article.text == BODY[:-1] + " "


def test_another_encoding_is_read_and_told(tmp_path: Path) -> None:
    (article,), report = read(written(tmp_path / "a.txt", BODY.encode("cp1256")))
    assert article.text == BODY
    assert [str(n) for n in report.notices] == [f"{tmp_path}/a.txt: read as windows-1256"]
    assert (report.failed, report.skipped) == (0, 0)


def test_links_back_and_pipes_are_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    written(tmp_path / "in" / "a.txt", BODY)
    (tmp_path / "in" / "loop").symlink_to("..")
    (tmp_path / "in" / "self.txt").symlink_to("self.txt")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    found, report = read(tmp_path)
    assert [a.name for a in found] == ["a"]
    assert sorted(n.message for n in report.notices) == [
        "a link back to a folder it is in; not followed",
        "a link that leads back to itself",
        "neither a file nor a folder",
    ]


def test_a_report_of_many_notices_keeps_the_first_and_counts_all(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", jsonl({"text": BODY}) + "x\n" * 1500)
    _, report = read(path)
    assert (len(report.notices), report.counts["malformed"], report.failed) == (1000, 1500, 1500)


@pytest.mark.parametrize("mapping", ["title", "text=", "body=text", "=x"])
def test_a_field_map_that_is_none_is_refused(mapping: str) -> None:
    with pytest.raises(ArticleError, match="expected FIELD=NAME with FIELD one of text, title"):
        FieldMap.parse(mapping)
