"""Sentences and tokens of a text, each with its span.

Takes the original text, gives ``Sentence`` after ``Sentence`` in text order; nothing is normalised, so
every span slices the original. A line break ends a sentence (headlines carry no stop); so do the
stops of Arabic and Latin print, unless they stand inside a number or an abbreviation. A long line without
any stop is cut before verbs of saying that begin a clause (وقال, وأضاف), and any sentence after ``LONGEST``
tokens, so that later steps stay linear. Words that print runs together where a letter does not join the next
one are taken apart: أبومازن, سورياوإيران; marks around the name alone of whom a paper does not recognise are no token,
nor is what only keeps a distance from a name: ما يسمى المجلس is المجلس (Ryding 2005, 14.5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.reading import Span
from ingest.text.words import MEMO
from ontology.function_words import load_function_words
from ontology.spelling import fold

LONGEST = 160  # tokens; the longest sentence of some 360 agency articles has 150
BARE = 40  # tokens of a line from which on it should have a stop
CLAUSE = 8  # tokens of a clause in a line without one, at least
DASH = "-"  # the form of a dash that is drawn with tatweel
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c\u200d"  # within a word
_DIRECTIONS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # of text; between words, as likely as not without a space
LONG = 100  # letters and marks of a word; what is longer is no word, is taken apart, and so fills no memo
# A word (with its marks), a number with its inner stops, a dash drawn with tatweel (باريس ــ), or one other sign.
_TOKEN = re.compile(
    rf"\d{{1,{LONG}}}(?:[.,٫٬/:]\d{{1,{LONG}}}){{0,9}}"
    rf"|(?!\u0640)[^\W\d_](?:[^\W\d_]|[{_MARKS}]){{0,{LONG - 1}}}"
    r"|(?<!\w)\u0640{1,9}(?!\w)"
    rf"|[^\s{_MARKS}{_DIRECTIONS}]"
)
# Where a word ends unseen: behind a kunya's أبو (not أبواب, doors), and before وإ, which no word has within it.
_GLUED = re.compile(r"(?<=^[أا]بو)(?!اب|ظبي)(?=\w{3})|(?<=^[وفبلك][أا]بو)(?!اب|ظبي)(?=\w{3})|(?<=\w\w)(?=وإ\w\w)")
_STOPS = frozenset(".!?؟…۔\u061b")
_OF_THE_HIJRA = "ه"  # behind a year: عام 1445 هـ.
_CLOSING = frozenset("»”\"'’)}›")
_OPENING = frozenset("«“\"'‘‹")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign: its span, its surface and its folded spelling."""

    start: int
    end: int
    surface: str
    form: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens; ``start`` and ``end`` are those of its first and last token."""

    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """Where the sentence stands in the text."""
        return Span(self.tokens[0].start, self.tokens[-1].end)


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` with offsets into ``text``; marks alone are no token."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first = match.start()
        for surface in _GLUED.split(match.group()) if "و" in match.group() else (match.group(),):
            form = _folded(surface) if len(surface) < LONG else fold(surface)
            yield Token(first, first + len(surface), surface, form or DASH)
            first += len(surface)


_folded = lru_cache(MEMO)(fold)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of ``text``; an empty text gives none."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield from _cut(_called(_unmarked(_titled(list(tokens(text, start, start + len(line)))))))
        start += len(line)


def _titled(line: list[Token]) -> list[Token]:
    """With only the first letter of titles cut to theirs that stand together: أ.د. فلان، أ.م.د فلان is أ. فلان."""
    letters, kept = load_function_words()["title_letters"], list[Token]()
    for k, token in enumerate(line):
        further = len(kept) > 1 and kept[-1].surface == "." and kept[-2].form.removeprefix("و") in letters
        stop = token.surface == "." and k > 1 and line[k - 1] is not kept[-1]
        if not (further and (stop or token.form in letters)):
            kept.append(token)
    return kept


def _unmarked(line: list[Token]) -> list[Token]:
    """Without the marks around the name or adjective alone of whom a paper does not recognise: الجيش "الإسرائيلي".

    The adjective, which ends a phrase, takes its closing mark with it.
    """
    unrecognised = load_function_words()["unrecognised"]
    left = set[int]()
    for k in range(1, len(line) - 2):
        alone = line[k].surface in _OPENING and line[k + 2].surface in _CLOSING
        if alone and line[k + 1].form in unrecognised and line[k - 1].form.isalpha() and len(line[k - 1].form) > 1:
            left |= {k, k + 2}
            if line[k + 1].form.startswith("ال"):
                line[k + 1] = replace(line[k + 1], end=line[k + 2].end)
    return [token for k, token in enumerate(line) if k not in left]


def _called(line: list[Token]) -> list[Token]:
    """Without the clause that says that something is only called so, and the بـ behind it.

    رئيس ما يسمى المجلس فلان, عضو ما يعرف بالمجلس, من أسماهم «المرتزقة»; the preposition of بما يسمى is the name's.
    Behind a definite word it parts two actors and is left: اتهم الوزير ما يسمى الجيش.
    """
    classes, left, k = load_function_words(), set[int](), 0
    while k < len(line) - 2:
        opens = line[k].form in classes["so_called"] and not (k and line[k - 1].form.startswith("ال"))
        stop = _end_of_calling(line, k) if opens else 0
        if not stop:
            k += 1
            continue
        left |= set(range(k, stop))
        if line[k].form[0] in "بل" and line[stop].form.isalpha():
            line[stop] = _joined(line[k].form[0], line[stop])
        k = stop
    return [token for k, token in enumerate(line) if k not in left]


def _joined(preposition: str, token: Token) -> Token:
    """The word with a preposition joined to it, which takes up the space before it: its own letters stay in place."""
    form = token.form[1:] if preposition == "ل" and token.form.startswith("ال") else token.form
    return Token(token.start - 1, token.end, preposition + token.surface, preposition + form)


def _end_of_calling(line: list[Token], k: int) -> int:
    """Where the name begins that the clause opened by ما at ``k`` only gives somebody; 0 where it is none."""
    classes, verb, name = load_function_words(), line[k + 1], line[k + 2]
    parted = name.form == "ب" and k + 3 < len(line)
    noun = name.form[1:].removeprefix("ال")
    kind = any(noun in classes[of] for of in ("bodies", "people", "state_heads"))
    joined = name.form[0] == "ب" and (name.form.startswith("بال") or kind or verb.form in classes["called_by"])
    plain = verb.form in classes["called_so"] and not verb.surface.endswith("ي")  # not active تسمي
    by = verb.form in classes["called_by"] and (parted or joined)
    if not (plain or by or (verb.form in classes["called_them"] and name.surface in _OPENING)):
        return 0
    if parted:
        return k + 3
    if joined and len(name.form) > 2:
        line[k + 2] = replace(name, start=name.start + 1, surface=name.surface[1:], form=name.form[1:])
    return k + 2


def _cut(line: list[Token]) -> Iterator[Sentence]:
    """Cut after every stop with the closing marks that follow it, and after ``LONGEST`` tokens."""
    first, bare = 0, len(line) > BARE and not any(token.surface in _STOPS for token in line)
    for i, token in enumerate(line):
        if (
            bare
            and i - first >= CLAUSE
            and token.form.startswith("و")
            and token.form[1:] in load_function_words()["speech"]
        ):
            yield Sentence(tuple(line[first:i]))
            first = i
        ends = token.surface in _STOPS and not _inside(line, i)
        closes = i > first and token.surface in _CLOSING and line[i - 1].surface in _STOPS
        more = i + 1 < len(line) and line[i + 1].surface in _CLOSING | _STOPS
        if ((ends or closes) and not more) or i - first + 1 >= LONGEST:
            yield Sentence(tuple(line[first : i + 1]))
            first = i + 1
    if first < len(line):
        yield Sentence(tuple(line[first:]))


def _says(form: str) -> bool:
    """Whether the word begins a clause that tells what somebody said: وقال."""
    return form.startswith("و") and form[1:] in load_function_words()["speech"]


def _inside(line: list[Token], i: int) -> bool:
    """Whether the stop at ``i`` stands within a word: د.محمد, U.N., or is one of two dots that lead on.

    So does one behind the only letter of an initial or title before a word (د. محمد), but not that of a year (2010 م.).
    """
    if line[i].surface != ".":
        return False
    before, after = line[i - 1] if i else None, line[i + 1] if i + 1 < len(line) else None
    if before and after and len(before.surface) == 1 and before.form.isalpha() and after.form.isalpha():
        return before.form != _OF_THE_HIJRA and not (i > 1 and line[i - 2].form.isdigit())
    glued = after is not None and after.start == line[i].end and after.surface not in _STOPS
    return bool(before and len(before.form) <= 2 and glued and before.form.isalpha())
