"""The loader refuses every fault of a data file by name, and a small gazetteer answers."""

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from ontology.actors import Gazetteer, read_gazetteer
from ontology.errors import DataFileError
from ontology.spelling import fold

IRAQ = (
    '[[state]]\nid = "iraq"\niso = "IQ"\nnisba = { m = ["عراقي"], f = ["عراقية"], pl = ["عراقيون"] }\nsource = "CLDR"\n'
)
OFFICE = (
    '[[office]]\nid = "wazir"\nar = "وزير النهر"\nen = "Minister"\ntitles = ["وزير"]\nof = "iraq"\nsource = "test"\n'
)


def actor(id_: str, ar: str, more: str = "", *, type_: str = "person") -> str:
    return f'[[actor]]\nid = "{id_}"\ntype = "{type_}"\nar = "{ar}"\nen = "{id_.title()}"\nsource = "test"\n{more}\n'


def tenure(dates: str, office: str = "wazir") -> str:
    return f'offices = [{{ office = "{office}"{dates} }}]'


SALIM = actor("salim", "سليم النهري", tenure(", since = 2010-01-01, until = 2014-06-01"))
FAULTS = {
    "unknown-key": (actor("a", "سليم", 'nick = "x"'), 'actor "a": unknown key "nick"'),
    "unknown-table": ('[[party]]\nid = "a"\n', 'unknown table "party"'),
    "single-table": ('[actor]\nid = "a"\n', "write [[actor]] with two brackets"),
    "missing-source": ('[[state]]\nid = "iraq"\niso = "IQ"\n', 'state "iraq": no "source"'),
    "missing-label": ('[[actor]]\nid = "a"\ntype = "person"\nen = "A"\nsource = "x"\n', 'no "ar"'),
    "bad-type": (actor("a", "سليم", type_="robot"), 'bad type "robot"'),
    "unknown-iso": (IRAQ.replace("IQ", "QQ"), 'bad iso "QQ"'),
    "lower-case-iso": (IRAQ.replace("IQ", "iq"), 'bad iso "iq"'),
    "iso-twice": (IRAQ + IRAQ.replace('"iraq"', '"iraq-b"'), 'iso "IQ" is "iraq" already'),
    "id-twice": (IRAQ + actor("iraq", "النهر"), "the id stands in a.toml too"),
    "id-no-slug": (actor("Nahr_1", "سليم"), "the id is no slug"),
    "not-sorted": (actor("b", "سليم") + actor("a", "نادر"), 'actor "a": stands after "b"'),
    "not-nfc": (actor("a", unicodedata.normalize("NFD", "آدم")), '"ar" is not NFC'),
    "padded": (actor("a", "سليم "), "empty or padded"),
    "text-for-list": (actor("a", "سليم", 'strong = "نادر"'), '"strong" is no list of texts'),
    "list-for-text": (actor("a", "سليم", 'state = ["iraq"]'), '"state" is no text'),
    "bad-nisba": (IRAQ.replace("pl =", "dual ="), '"nisba" is no table'),
    "bad-wikidata": (actor("a", "سليم", 'wikidata = "796"'), "no Wikidata id"),
    "dangling-state": (actor("a", "سليم", 'state = "iraq"'), 'no state "iraq"'),
    "state-no-state": (actor("a", "سليم", 'state = "b"') + actor("b", "نادر"), 'no state "b"'),
    "dangling-office": (actor("a", "سليم", tenure("")), 'no office "wazir"'),
    "dangling-of": (OFFICE, 'office "wazir": no actor "iraq"'),
    "office-of-group": (IRAQ + OFFICE + actor("a", "سليم", tenure(""), type_="group"), "only a person holds an office"),
    "date-as-text": (IRAQ + OFFICE + actor("a", "سليم", tenure(', since = "2010"')), "a tenure is malformed"),
    "ends-before-it-begins": (
        IRAQ + OFFICE + actor("a", "سليم", tenure(", since = 2014-01-01, until = 2010-01-01")),
        "ends before it begins",
    ),
    "two-at-a-time": (
        IRAQ + OFFICE + actor("nadir", "نادر", tenure(", since = 2014-05-31")) + SALIM,
        'holds "wazir" at the same time as "nadir"',
    ),
    "strong-name-of-two-in-folded-spelling": (
        actor("a", "أحمد النهري") + actor("b", "نادر", 'strong = ["احمد النهرى"]'),
        'actor "b": strong name "احمد النهرى" is one of "a" too',
    ),
    "metonym-of-two": (
        actor("a", "سليم", 'metonyms = ["القصر"]') + actor("b", "نادر", 'metonyms = ["القصر"]'),
        'metonym "القصر" is one of "a" too',
    ),
    "metonym-is-strong-elsewhere": (
        actor("a", "سليم", 'metonyms = ["القصر"]') + actor("b", "القصر"),
        'is a strong name of "b"',
    ),
    "nisba-of-two": (
        IRAQ + actor("nahr", "النهر", 'nisba = { m = ["عراقى"] }', type_="organization"),
        'nisba "عراقى" is one of "iraq" too',
    ),
    "no-toml": ("[[actor]\n", "not TOML in UTF-8"),
}


@pytest.mark.parametrize(("text", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_fault_is_refused_by_file_and_entry(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        read_gazetteer(tmp_path)
    assert str(caught.value).startswith("a.toml: ")
    assert message in str(caught.value)


def test_windows_1256_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(actor("a", "سليم").encode("windows-1256"))
    with pytest.raises(DataFileError, match="not TOML in UTF-8"):
        read_gazetteer(tmp_path)


def test_faults_of_two_files_name_the_second(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(actor("a", "سليم"), encoding="utf-8")
    (tmp_path / "b.toml").write_text(actor("b", "سَليم"), encoding="utf-8")
    with pytest.raises(DataFileError, match=r"^b\.toml: actor \"b\""):
        read_gazetteer(tmp_path)


def test_empty_folder_gives_an_empty_gazetteer(tmp_path: Path) -> None:
    assert read_gazetteer(tmp_path).find("العراق") == ()


@pytest.fixture
def small(tmp_path: Path) -> Gazetteer:
    text = (
        IRAQ
        + OFFICE
        + actor("nadir", "نادر النهري", 'weak = ["النهري"]\n' + tenure(", since = 2014-06-01"))
        + actor("salim", "سليم النهري", 'weak = ["النهري"]\n' + tenure(", since = 2010-01-01, until = 2014-06-01"))
        + actor("wadi", "وادي", 'weak = ["وَادِي"]\nstrong = ["حزب الوادي"]', type_="organization")
    )
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    return read_gazetteer(tmp_path)


@pytest.mark.parametrize(
    ("date", "holder"),
    [
        ("2009-12-31", None),
        ("2010-01-01", "salim"),
        ("2014-05-31", "salim"),
        ("2014-06-01", "nadir"),
        ("2030-01-01", "nadir"),
    ],
    ids=["before", "first-day", "last-day", "handover", "open-end"],
)
def test_holder_of_an_office_at_a_date(small: Gazetteer, date: str, holder: str | None) -> None:
    found = small.holder("wazir", dt.date.fromisoformat(date))
    assert (found.id if found else None) == holder


def test_label_that_is_weak_is_not_strong(small: Gazetteer) -> None:
    assert small.actors["wadi"].strong == ("حزب الوادي",)
    assert small.weak[fold("وادي")] == ("wadi",)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("العِراق", ["iraq"]),
        ("iraq", ["iraq"]),
        ("النهري", ["nadir", "salim"]),
        ("سليم", ["salim"]),
        ("سليم الوادي", []),
        ("", []),
    ],
    ids=["vowelled", "english", "weak-of-two", "part-of-a-name", "unknown", "empty"],
)
def test_find_lists_candidates(small: Gazetteer, name: str, ids: list[str]) -> None:
    assert [found.id for found in small.find(name)] == ids
