"""Prefixes and suffixes of Arabic words with the classes of stems that take them.

Gives the ``Affix``es of the ALMOR database and which classes go together: conjunction, preposition,
future and article in front; endings of person, number and case and the pronouns behind. Feature values
are those of CALIMA, so that one reader serves both databases.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class Affix:
    """A prefix or suffix: its vowelled text, its class, its features."""

    diac: str
    category: str
    features: tuple[tuple[str, str], ...] = ()


_CONJUNCTIONS = (("", None), ("وَ", "wa_conj"), ("فَ", "fa_conj"))
# Future, and li before the subjunctive or jussive. The emphatic لَ is spelled like it and adds nothing here; before a
# perfect it is left out, since it would make a verb of every لدعم.
_PARTICLES = (("", None), ("سَ", "sa_fut"), ("لِ", "li_jus"))
_PREPOSITIONS = (("", None), ("بِ", "bi_prep"), ("لِ", "li_prep"), ("كَ", "ka_prep"))
_PERSONS = {
    "y": ("ي", {"per": "3"}),
    "t3": ("ت", {"per": "3", "gen": "f"}),
    "t2": ("ت", {"per": "2"}),
    "1s": ("أ", {"per": "1", "num": "s"}),
    "1p": ("ن", {"per": "1", "num": "p"}),
}
_PRONOUNS = {
    "3ms": "هُ",
    "3fs": "هَا",
    "3d": "هُمَا",
    "3mp": "هُمْ",
    "3fp": "هُنَّ",
    "2ms": "كَ",
    "2d": "كُمَا",
    "2mp": "كُمْ",
    "1s": "ي",
    "1p": "نَا",
}

# Endings of verbs: name, before no pronoun, before a pronoun (None: takes none), person gender number.
_PERFECT = (
    ("3ms", "َ", "َ", "3ms"),
    ("3fs", "َتْ", "َتْ", "3fs"),
    ("3md", "َا", "َا", "3md"),
    ("3fd", "َتَا", "َتَا", "3fd"),
    ("3mp", "ُوا", "ُو", "3mp"),
    ("3fp", "ْنَ", "ْنَ", "3fp"),
    ("2ms", "ْتَ", "ْتَ", "2ms"),
    ("2fs", "ْتِ", "ْتِ", "2fs"),
    ("2d", "ْتُمَا", "ْتُمَا", "2md"),
    ("2fp", "ْتُنَّ", "ْتُنَّ", "2fp"),
    ("2mp", "ْتُمْ", "ْتُمُو", "2mp"),
    ("1s", "ْتُ", "ْتُ", "1ms"),
    ("1p", "ْنَا", "ْنَا", "1mp"),
    ("1p-n", "َّا", "َّا", "1mp"),
    ("3ms-0", "", None, "3ms"),
    ("3ms-O", None, "", "3ms"),
    ("3mp-A", "َوْا", "َوْ", "3mp"),
    ("3mp-I", "ُوا", "ُو", "3mp"),
)
_IMPERFECT = (
    ("s", "", "", "--s"),
    ("s-0", "", None, "--s"),
    ("s-O", None, "", "--s"),
    ("s-J", "", "", "--s"),
    ("d", "َانِ", "َانِ", "-md"),
    ("d", "َا", "َا", "-md"),
    ("mp", "ُونَ", "ُونَ", "-mp"),
    ("mp", "ُوا", "ُو", "-mp"),
    ("fs", "ِينَ", "ِينَ", "-fs"),
    ("fs", "ِي", "ِي", "-fs"),
    ("fp", "ْنَ", "ْنَ", "-fp"),
    ("mp-A", "َوْنَ", "َوْنَ", "-mp"),
    ("mp-A", "َوْا", "َوْ", "-mp"),
)
_IMPERATIVE = (
    ("c", "", "", "2ms"),
    ("c-fs", "ِي", "ِي", "2fs"),
    ("c-d", "َا", "َا", "2md"),
    ("c-mp", "ُوا", "ُو", "2mp"),
    ("c-fp", "ْنَ", "ْنَ", "2fp"),
)
_FULL = ("3ms", "3fs", "3md", "3fd")
_CONSONANT = ("3fp", "2ms", "2fs", "2d", "2mp", "2fp", "1s", "1p")
_MERGING = (*_CONSONANT[:-1], "1p-n")

# Which endings a class of verb stems takes.
_VERBAL = {
    "PV": (*_FULL, "3mp", *_CONSONANT),
    "PVn": (*_FULL, "3mp", *_MERGING),
    "PV-V": (*_FULL, "3mp"),
    "PV-C": _CONSONANT,
    "PV-Cn": _MERGING,
    "PV-I": (*_FULL, *_CONSONANT),
    "PV-U": ("3mp-I",),
    "PV-0": ("3ms-0",),
    "PV-O": ("3ms-O",),
    "PV-T": ("3fs", "3fd", "3mp-A"),
    "PV-Y": ("3md", *_CONSONANT),
    "CV": ("c", "c-fs", "c-d", "c-mp", "c-fp"),
    "CV-0": ("c",),
    "CV-V": ("c-fs", "c-d", "c-mp"),
    "CV-W": ("c-fs", "c-mp"),
}
_IMPERFECTIVE = {
    "": ("s", "d", "mp", "fs", "fp"),
    "-V": ("s", "d", "mp", "fs"),
    "-C": ("s-J", "fp"),
    "-0": ("s-0",),
    "-O": ("s-O",),
    "-Y": ("d", "fp"),
    "-A": ("mp-A", "s-J"),
    "-L": ("s", "d", "fp"),
    "-S": ("mp", "fs", "s-J"),
}
# Which endings a person of the imperfect goes with.
_AGREEMENT = {
    "y": ("s", "s-0", "s-O", "s-J", "d", "mp", "mp-A", "fp"),
    "t3": ("s", "s-0", "s-O", "s-J", "d"),
    "t2": ("s", "s-0", "s-O", "s-J", "d", "mp", "mp-A", "fs", "fp"),
    "1s": ("s", "s-0", "s-O", "s-J"),
    "1p": ("s", "s-0", "s-O", "s-J"),
}
# Endings of nouns: name, text, features, whether the article goes with it, whether a possessive follows.
_NOMINAL = (
    ("n", "", "", True, True),
    ("n-0", "", "", True, False),
    ("n-P", "", "", False, None),
    ("tanwin", "ًا", "cas:a stt:i", False, False),
    ("tanwin-H", "ً", "cas:a stt:i", False, False),
    ("tanwin-D", "ٍ", "stt:i", False, False),
    ("f", "َة", "gen:f num:s", True, False),
    ("f", "َت", "gen:f num:s", False, None),
    ("f", "َتَانِ", "gen:f num:d", True, False),
    ("f", "َتَيْنِ", "gen:f num:d", True, False),
    ("f-M", "اة", "gen:f num:s", True, False),
    ("d", "َانِ", "num:d", True, False),
    ("d", "َيْنِ", "num:d", True, False),
    ("at", "َات", "gen:f num:p", True, True),
    ("mp", "ُونَ", "gen:m num:p", True, False),
    ("mp", "ِينَ", "gen:m num:p", True, False),
    ("mp", "ُو", "gen:m num:p stt:c", False, True),
    ("mp", "ِي", "gen:m num:p stt:c", False, True),
)
_NOUNS = {
    "N": ("n", "tanwin", "d"),
    "NF": ("f",),
    "NAt": ("at",),
    "NH": ("n", "tanwin", "tanwin-H", "d"),
    "NHp": ("n-P",),
    "ND": ("n", "tanwin", "d"),
    "ND0": ("tanwin-D",),
    "NM": ("n-0",),
    "NMp": ("n-P",),
    "A": ("n", "tanwin", "d", "f", "at", "mp"),
    "AH": ("n", "tanwin", "tanwin-H", "d", "f", "at", "mp"),
    "AD": ("n", "tanwin", "d", "f", "at"),
    "AD0": ("tanwin-D", "mp"),
    "AM": ("n-0", "f-M"),
    "NOAN": ("n-0",),
    "W": ("w",),
}


def prefixes() -> Iterator[Affix]:
    """Every prefix."""
    for conjunction, particle, (person, (letter, features)), vowel in product(
        _CONJUNCTIONS, _PARTICLES, _PERSONS.items(), "au"
    ):
        diac = conjunction[0] + particle[0] + letter + {"a": "َ", "u": "ُ"}[vowel]
        yield Affix(diac, f"I{person}{vowel}", _features(prc2=conjunction[1], prc1=particle[1], **features))
    for text, value in _CONJUNCTIONS:
        yield Affix(text, "C", _features(prc2=value))
    for conjunction, preposition in product(_CONJUNCTIONS, _PREPOSITIONS):
        clitics = {"prc2": conjunction[1], "prc1": preposition[1]}
        yield Affix(conjunction[0] + preposition[0], "N", _features(**clitics))
        article = "ل#" if preposition[1] == "li_prep" else "ال#"
        yield Affix(conjunction[0] + preposition[0] + article, "D", _features(**clitics, prc0="Al_det", stt="d"))


def suffixes() -> Iterator[Affix]:
    """Every suffix."""
    for name, bare, joined, marks in (*_PERFECT, *_IMPERFECT, *_IMPERATIVE):
        features = {key: mark for key, mark in zip(("per", "gen", "num"), marks, strict=True) if mark != "-"}
        if bare is not None:
            yield Affix(bare, f"v:{name}", _features(**features))
        if joined is not None:
            for pronoun, text in _PRONOUNS.items():
                diac = joined + ("نِي" if pronoun == "1s" else text)
                yield Affix(diac, f"v:{name}", _features(**features, enc0=f"{pronoun}_dobj"))
    for name, text, marks, _, possessed in _NOMINAL:
        noun = dict(mark.split(":") for mark in marks.split())
        if possessed is not None:
            yield Affix(text, f"n:{name}", _features(**noun))
        if possessed is not False:
            for pronoun, ending in _PRONOUNS.items():
                yield Affix(text + ending, f"p:{name}", _features(**noun | {"stt": "c"}, enc0=f"{pronoun}_poss"))
    yield Affix("", "n:w")


def prefix_stem() -> Iterator[tuple[str, str]]:
    """Which prefix goes with which class of stems."""
    for category in (*_VERBAL, "W"):
        yield "C", category
    for person, vowel, ending in product(_PERSONS, "au", _IMPERFECTIVE):
        yield f"I{person}{vowel}", f"IV{vowel}{ending}"
    for prefix, category in product("ND", _NOUNS):
        if category != "W":
            yield prefix, category


def stem_suffix() -> Iterator[tuple[str, str]]:
    """Which class of stems takes which suffix."""
    for category, names in _VERBAL.items():
        yield from ((category, f"v:{name}") for name in names)
    for vowel, (ending, names) in product("au", _IMPERFECTIVE.items()):
        yield from ((f"IV{vowel}{ending}", f"v:{name}") for name in names)
    for category, names in _NOUNS.items():
        yield from ((category, f"{kind}:{name}") for name, kind in product(names, "np"))


def prefix_suffix() -> Iterator[tuple[str, str]]:
    """Which prefix and suffix go together: person with number, article with no possessive."""
    yield from (("C", f"v:{name}") for name in dict.fromkeys(row[0] for row in (*_PERFECT, *_IMPERATIVE)))
    yield "C", "n:w"
    for (person, names), vowel in product(_AGREEMENT.items(), "au"):
        yield from ((f"I{person}{vowel}", f"v:{name}") for name in names)
    for name in dict.fromkeys(row[0] for row in _NOMINAL):
        yield "N", f"n:{name}"
        yield "N", f"p:{name}"
    for name in dict.fromkeys(row[0] for row in _NOMINAL if row[3]):
        yield "D", f"n:{name}"


def _features(**values: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in values.items() if value is not None)
