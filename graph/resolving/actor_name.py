"""A label of an actor taken apart: honorifics, title with its state, and the name itself.

Takes the label an article gave, gives an ``ActorName``. A person's label may hold titles before and after the
name (أمير دولة قطر الشيخ تميم بن حمد; خالد العطية وزير خارجية قطر). What follows an indefinite title is the name
only where everything between is known to belong to the title: مستشار الرئيس محمود عباس is not محمود عباس. A label
that cannot be taken apart for sure has no name words, and is never merged by name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.resolving.name_spelling import MEMO, classes, folded, plain
from graph.resolving.named_states import bare_word, known_run, known_state, nisba_of, place
from ontology.actors import load_gazetteer
from ontology.function_words import load_function_words

_SPLIT = re.compile(r"[\s.،,:؛;()«»\"“”'’‘\[\]–—-]+")
_ARABIC = re.compile("[\u0621-\u064a]+(?:_[\u0621-\u064a]+)?")
_MOST = 6  # words of a person's name


@dataclass(frozen=True, slots=True)
class ActorName:
    """Folded words of the name in order, none where the label is only a role or too unsure."""

    words: tuple[str, ...] = ()
    title: tuple[str, ...] = ()  # words of a title without article, the state left out
    of: str = ""  # id of the state or body that the title belongs to
    former: bool = False


@lru_cache(MEMO)
def person_name(label: str) -> ActorName:
    """The parts of a person's label: the title may stand before the name or behind it."""
    words = _words(label)
    before = _Titles(words)
    if before.failed:
        return ActorName()
    rest = words[before.end :]
    cut = next((i for i in range(1, len(rest)) if _opens_title(rest, i)), len(rest))
    told = before if before.title or cut == len(rest) else _Titles(rest[cut:])
    name = _joined(rest[:cut])
    if name and not _is_name(name):
        return ActorName()
    return ActorName(tuple(name), tuple(told.title), told.of, told.former)


@lru_cache(MEMO)
def body_name(label: str) -> ActorName:
    """The words by which a body is compared; none for what any country has (الجيش) or what only points.

    States are told by their id, be it by name or nisba: برلمان العراق and البرلمان العراقي are one.
    """
    words, listed = _words(label), classes()
    if not words or bare_word(words[0]) in listed["pointing"]:
        return ActorName()
    while len(words) > 2 and bare_word(words[0]) in listed["body_heads"]:
        words = words[1:]
    kept = [place(word) or _singular(word) for word in words if word != "في"]
    telling = any(word.startswith("@") or word not in _generic() for word in kept)
    return ActorName(tuple(kept)) if len(kept) > 1 and telling else ActorName()


@lru_cache(MEMO)
def state_name(label: str) -> str:
    """The state that a label says by name or nisba, also behind a word for a side: الجانب الأمريكي; else empty."""
    words = _words(label)
    sided = len(words) > 1 and bare_word(words[0]) in classes()["state_words"]
    while len(words) > 1 and bare_word(words[0]) in classes()["state_words"]:
        words = words[1:]
    if not words or len(words) > 2 or not (sided or words[0].startswith("ال")):
        return ""
    return nisba_of(words) or known_state(" ".join(words))


def is_titled(label: str) -> bool:
    """Whether a label opens with a title or honorific."""
    words = _words(label)
    return bool(words) and _opens(words)


def is_lone_nisba(label: str) -> bool:
    """Whether a label is but a nisba: who or what of that state is meant is unsure (المصري, اللبنانيين)."""
    words = _words(label)
    return len(words) == 1 and bool(nisba_of(words))


def office(title: Sequence[str], of: str) -> str:
    """The id of the gazetteer's office with this title in this state or body; empty where there is none."""
    return _offices().get((_office_words(title), of), "")


class _Titles:
    """Honorifics and titles at the beginning of ``words``; ``failed`` where it is unsure what belongs to them."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self.end = 0
        self.title: list[str] = []
        self.of = ""
        self.former = self.failed = False
        while self.end < len(words) and not self.failed and self._step():
            pass

    def _step(self) -> bool:
        if length := _phrase(self._words[self.end :]):
            self.end += length
            return True
        word = self._words[self.end]
        bare = bare_word(word)
        titles, honorifics = load_function_words()["titles"], load_function_words()["honorifics"]
        polite = bare in honorifics or bare in classes()["honorifics"]
        if polite and (bare not in titles or (word != bare and not self._governs())):
            self.end += 1
            return True
        if bare not in titles:
            return False
        self._title(word, bare)
        return True

    def _governs(self) -> bool:
        """Whether a state or nisba follows: الملك السعودي is a title, الملك سلمان is not."""
        rest = self._words[self.end + 1 :]
        return bool(rest) and bool((rest[0].startswith("ال") and nisba_of(rest[:1])) or known_run(rest)[0])

    def _title(self, word: str, bare: str) -> None:
        if self.title:  # a second one: whose name follows is a question of syntax
            self.failed = True
            return
        self.title.append(bare)
        self.end += 1
        start = self.end
        if bare in classes()["ministers"]:
            self._portfolio()
        while self.end < len(self._words) and self._belongs():
            pass
        speaks = bare in load_function_words()["spokespersons"] and self.end < len(self._words)
        self.failed = (word == bare and self.end == start) or speaks

    def _portfolio(self) -> None:
        """Take what a minister is of: one word with article, or two, and what is joined to it by و."""
        rest = self._words[self.end : self.end + 5]
        if not rest or not rest[0].startswith("ال"):
            return
        joined = [i for i, word in enumerate(rest) if word.startswith("وال") and i < 3]
        length = joined[-1] + 1 if joined else 1
        self.title += map(bare_word, rest[:length])
        self.end += length

    def _belongs(self) -> bool:
        rest = self._words[self.end :]
        bare, listed = bare_word(rest[0]), classes()
        known, length = known_run(rest)
        if bare in listed["former"]:
            self.former = True
        elif bare != rest[0] and (state := nisba_of(rest[:1])):  # تركي may be a name, التركي is none
            self.of = self.of or state
        elif known and not self.of:
            self.of = known
            self.end += length - 1
        elif bare in listed["portfolios"] or (bare != rest[0] and bare in listed["title_adjectives"]):
            self.title.append(bare)
        else:
            return False
        self.end += 1
        return True


def _words(label: str) -> list[str]:
    """The words of a label, without a clitic that was left before a title: لخادم الحرمين, وسمو ولي العهد."""
    words = [word for word in _SPLIT.split(folded(label)) if word]
    if words and words[0][0] in "ولبف" and not _opens(words):
        bare = [words[0][1:], *words[1:]]
        return bare if _opens(bare) else words
    return words


def _opens(words: Sequence[str]) -> bool:
    """Whether a title or honorific opens here."""
    return (
        bool(_phrase(words))
        or bare_word(words[0]) in load_function_words()["titles"] | load_function_words()["honorifics"]
    )


def _phrase(words: Sequence[str]) -> int:
    """How many words an honorific of several words takes at the beginning."""
    for length in (3, 2):
        if " ".join(words[:length]) in classes()["honorific_phrases"]:
            return length
    return 0


def _opens_title(words: Sequence[str], i: int) -> bool:
    """Whether a title opens at word ``i``; مساعد in the place of a father's name, or عبد الملك, does not."""
    bare = bare_word(words[i])
    if words[i - 1] in classes()["filiation"] or words[i - 1] == "عبد":
        return False
    surname = i == len(words) - 1 and bare != words[i] and bare in load_function_words()["honorifics"]  # عمر السيد
    return bare in load_function_words()["titles"] and not surname and (i > 1 or bare != words[i])


def _joined(words: Sequence[str]) -> list[str]:
    """Words of a name, what belongs together joined: عبد الله, أبو مازن, آل ثاني; بن left out."""
    found: list[str] = []
    waiting = ""
    for word in words:
        if word in classes()["filiation"] and found:
            continue
        if waiting:
            found.append(waiting + word)
            waiting = ""
        elif word == "عبد":
            waiting = word
        elif word in classes()["kunyas"]:
            waiting = "ابو_"
        elif word == "ال":
            waiting = "ال_"
        else:
            found.append(word)
    return [*found, waiting.rstrip("_")] if waiting else found


def _is_name(words: Sequence[str]) -> bool:
    closed = load_function_words()
    if len(words) > _MOST or not all(_ARABIC.fullmatch(word) for word in words):
        return False
    particles = {w for kind in ("prepositions", "relatives", "complementizers") for w in closed[kind]} - classes()[
        "native"
    ]
    if particles & set(words):
        return False
    if any(word.startswith("لل") for word in words) or bare_word(words[0]) in classes()["pointing"]:
        return False
    if len(words) == 1 and (nisba_of(words) or words[0].startswith("ابو_") or len(words[0]) < 3):
        return False
    return not (len(words) > 1 and all(nisba_of([word]) or bare_word(word) in classes()["generic"] for word in words))


def _singular(word: str) -> str:
    """The word without article, and without the endings of case and number: الانقلابيون, الانقلابيين."""
    bare = plain(word.replace("لل", "ال", 1) if word.startswith("لل") else word)
    return bare[:-2] if len(bare) > 5 and bare.endswith(("ون", "ين")) else bare


@lru_cache(1)
def _generic() -> frozenset[str]:
    return frozenset(map(_singular, classes()["generic"]))


def _office_words(title: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in title if word not in classes()["state_nouns"])


@lru_cache(1)
def _offices() -> dict[tuple[tuple[str, ...], str], str]:
    found = {}
    for entry in load_gazetteer().offices.values():
        for title in entry.titles:
            found[_office_words([bare_word(word) for word in folded(title).split()]), entry.of] = entry.id
    return found
