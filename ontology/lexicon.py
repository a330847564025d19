"""The lexicon: Arabic verbs, nouns and set phrases that carry a relation, from ``lexicon/*.toml``.

Takes the TOML files, gives ``Entry`` after ``Entry`` sorted by id, each checked: known and required keys,
ids that are slugs and used once, NFC, known relations, well-formed frames, light verbs and phrases whose
parts are entries. The first fault raises a ``DataFileError``. How a word inflects is not said here but
derived from its principal parts (``inflection``).

A frame says through which case or preposition an argument comes: ``source=subj target=obj|bi`` is a verb
whose subject is the source and whose target is its object or stands behind بـ. A pattern of a phrase may name several
words for one place in the same way: ``إذا|إن واصل|استمر``.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Literal, get_args

from ontology.errors import DataFileError

FOLDER = Path(__file__).with_suffix("")
RELATIONS = frozenset({"threatens", "meets", "demands", "supports"})
Kind = Literal["verb", "noun", "adjective", "word", "phrase", "light"]
Form = Literal["passive", "perfect", "imperative", "active-participle", "passive-participle"]
ROLES = frozenset({"source", "target", "content"})
# subj, obj: subject and object; gen: genitive or possessive behind a noun; noun: what a participle describes;
# spoken: whom the words are spoken to.
SLOTS = frozenset(
    "subj obj gen noun bi li ila ma3a 3ala 3an min min-qibal didda bayna fi tijah amam hawla min-khilal "
    "janib khalfa waraa spoken".split()
)

_REQUIRED: Mapping[str, frozenset[str]] = {
    "verb": frozenset({"id", "lemma", "imperfect", "root", "measure", "masdars", "gloss"}),
    "noun": frozenset({"id", "lemma", "gloss"}),
    "adjective": frozenset({"id", "lemma", "gloss"}),
    "word": frozenset({"id", "forms", "gloss"}),
    "phrase": frozenset({"id", "patterns", "frames", "gloss"}),
    "light": frozenset({"id", "verb", "noun", "frames"}),
}
_SHARED = frozenset({"relations", "frames", "alone"})
_ALONE = frozenset({"never", "future", "denied", "topic", "answered", "directed", "lauding"})
_OPTIONAL: Mapping[str, frozenset[str]] = {
    "verb": frozenset(
        "plurals without passive_frames masdar_frames participle_frames only_future only_persons".split()
    ),
    "noun": frozenset({"plurals", "root", "hides"}),
    "adjective": frozenset({"plurals", "root"}),
    "word": frozenset({"hides"}),
    "phrase": frozenset({"only_persons"}),
    "light": frozenset(),
}
_LISTS = frozenset(
    "masdars plurals without forms patterns relations frames passive_frames masdar_frames participle_frames".split()
)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ITEM = re.compile(r"\{[a-z0-9-]+\}|[\u0621-\u064a]+|……?|[:«“\"]")

Frame = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; what its kind has not is empty."""

    id: str
    kind: Kind
    relations: tuple[str, ...]  # none for a neutral homograph
    lemma: str = ""  # vowelled; for a verb third person masculine singular of the perfect
    imperfect: str = ""
    root: str = ""
    measure: int = 0  # 1 to 10
    masdars: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    hides: bool = False  # whether a word that can be this one is no trigger, although spelled like one
    alone: str = ""  # never, or only in the future, behind a denial, topic or answer, directed at somebody, in praise
    only_persons: bool = False  # whether it shows its relation only to a person: زار الرئيس, not زار مصر
    only_future: bool = False  # whether it shows its relation only as something to come: سنقصف
    without: frozenset[str] = frozenset()  # forms that are not in use, or are another word
    forms: tuple[str, ...] = ()  # of a word that does not inflect
    patterns: tuple[str, ...] = ()  # of a phrase: words, {entry} for any of its forms, … or …… for a gap
    verb: str = ""  # of a light-verb construction: ids of its verb and its noun
    noun: str = ""
    frames: tuple[Frame, ...] = ()
    passive_frames: tuple[Frame, ...] = ()
    masdar_frames: tuple[Frame, ...] = ()
    participle_frames: tuple[Frame, ...] = ()


@cache
def load_lexicon() -> Mapping[str, Entry]:
    """The lexicon that comes with Shabaka, by id."""
    return read_lexicon(FOLDER)


def read_lexicon(folder: Path) -> Mapping[str, Entry]:
    """The entries of every ``*.toml`` in ``folder`` by id, in the order of ids; an empty folder gives none."""
    entries: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.toml")):
        for fault, entry in _file(path):
            if entry.id in entries:
                raise fault("the id is used twice", "give one of the two another id")
            entries[entry.id] = entry
    _check_references(folder, entries)
    return dict(sorted(entries.items()))


class _Fault:
    """Makes the error that says what is wrong with one table and how to mend it."""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self._name = path, name

    def __call__(self, problem: str, mend: str) -> DataFileError:
        return DataFileError(self._path, self._name, problem, mend)


def _file(path: Path) -> Iterator[tuple[_Fault, Entry]]:
    try:
        tables = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError(path, "file", f"not TOML in UTF-8: {error}", "write it as TOML in UTF-8") from error
    relation = tables.pop("relation", None)
    if not isinstance(tables.pop("source", None), str):
        raise DataFileError(path, "file", "no source", 'write source = "…" at its top')
    if unknown := sorted(tables.keys() - set(get_args(Kind))):
        raise DataFileError(path, "file", f'unknown key "{unknown[0]}"', f"use {', '.join(get_args(Kind))}")
    for kind in get_args(Kind):
        before = ""
        for table in tables.get(kind, []):
            fault = _Fault(path, f'{kind} "{table.get("id", "")}"')
            _check(kind, table, fault)
            if table["id"] < before:
                raise fault(f'stands after "{before}"', "sort the entries of a kind by id")
            before = table["id"]
            yield fault, _entry(kind, table, [relation] if relation else [], fault)


def _check(kind: Kind, table: Mapping[str, Any], fault: _Fault) -> None:
    allowed = _REQUIRED[kind] | _OPTIONAL[kind] | _SHARED
    if unknown := sorted(table.keys() - allowed):
        raise fault(f'unknown key "{unknown[0]}"', f"use only {', '.join(sorted(allowed))}")
    if missing := sorted(_REQUIRED[kind] - table.keys()):
        raise fault(f'no "{missing[0]}"', f"add {missing[0]}")
    for key, value in table.items():
        _check_value(key, value, fault)
    if not _SLUG.fullmatch(table["id"]):
        raise fault("the id is no slug", "write it in a-z and 0-9, words joined by hyphens")
    if wrong := sorted(set(table.get("without", [])) - set(get_args(Form))):
        raise fault(f'unknown form "{wrong[0]}"', f"use {', '.join(get_args(Form))}")
    for pattern in table.get("patterns", []):
        if wrong := [item for item in re.split(r"\s+|\|", pattern) if not _ITEM.fullmatch(item)]:
            raise fault(
                f'bad item "{wrong[0]}" in a pattern',
                "write unvowelled words, {entry}, …, …… or a mark that opens speech; several with | between",
            )


def _check_value(key: str, value: object, fault: _Fault) -> None:
    if key in {"hides", "only_future", "only_persons"}:
        if value is not True:
            raise fault(f'bad "{key}"', f"write {key} = true, or leave it out")
        return
    if key == "alone":
        if value not in _ALONE:
            raise fault('bad "alone"', f"write one of {', '.join(sorted(_ALONE))}")
        return
    if key == "measure":
        if type(value) is not int or value not in range(1, 11):
            raise fault("bad measure", "write a number from 1 to 10")
        return
    texts: list[Any] = value if isinstance(value, list) else [value]
    if isinstance(value, list) != (key in _LISTS) or not all(isinstance(text, str) for text in texts):
        raise fault(f'bad "{key}"', 'write a list of texts: ["…", "…"]' if key in _LISTS else f'write {key} = "…"')
    for text in texts:
        if not unicodedata.is_normalized("NFC", text):
            raise fault(f'"{key}" is not NFC: "{text}"', "write it in Unicode normal form C")
        if not text or text != text.strip():
            raise fault(f'"{key}" holds an empty or padded text', "remove it or its outer spaces")


def _entry(kind: Kind, table: Mapping[str, Any], relations: list[str], fault: _Fault) -> Entry:
    relations = table.get("relations", relations)
    if wrong := sorted(set(relations) - RELATIONS):
        raise fault(f'unknown relation "{wrong[0]}"', f"use {', '.join(sorted(RELATIONS))}")
    parts: dict[str, Any] = {key: value for key, value in table.items() if key not in _LISTS | {"gloss"}}
    parts |= {key: tuple(table[key]) for key in ("masdars", "plurals", "forms") if key in table}
    parts["patterns"] = tuple(one for pattern in table.get("patterns", ()) for one in _alternatives(pattern))
    parts |= {
        key: tuple(_frame(text, fault) for text in table[key])
        for key in ("frames", "passive_frames", "masdar_frames", "participle_frames")
        if key in table
    }
    without = frozenset(table.get("without", ()))
    return Entry(kind=kind, relations=tuple(relations), without=without, **parts)


def _alternatives(pattern: str) -> Iterator[str]:
    """The patterns that one stands for: إذا|إن واصل|استمر is four."""
    yield from map(" ".join, product(*(item.split("|") for item in pattern.split())))


def _frame(text: str, fault: _Fault) -> Frame:
    frame = {role: tuple(slots.split("|")) for role, _, slots in (part.partition("=") for part in text.split())}
    if frame.keys() - ROLES or not all(set(slots) <= SLOTS for slots in frame.values()):
        raise fault(f'bad frame "{text}"', "write role=slot|slot with known roles and slots")
    return frame


def _check_references(folder: Path, entries: Mapping[str, Entry]) -> None:
    for entry in entries.values():
        named = [entry.verb, entry.noun, *(item for p in entry.patterns for item in re.findall(r"\{(.+?)\}", p))]
        for other in filter(None, named):
            if other not in entries:
                raise DataFileError(
                    folder, f'{entry.kind} "{entry.id}"', f'no entry "{other}"', "add it or mend the id"
                )
