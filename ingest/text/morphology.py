"""The adapter to camel-tools: what an Arabic word can be, as our own frozen ``Analysis``.

Takes one word as it stands in the text, vowelled or not. Read with the lexicon's own database it knows
the words of the four relations; with CALIMA, which the user may have installed, it knows the rest too.
Of camel-tools' analyses those are kept that agree with the vowels given and, where one is spelled just
as the word, not those that match by folded spelling only. The only module that imports camel-tools.
"""

import re
from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from ingest.text.catalogue import guarded
from ontology.derivation import Letter, letters
from ontology.morphology_db import PATH as EMBEDDED
from ontology.spelling import IGNORABLE, fold

MEMO = 1 << 14  # word types kept
_VOWELS = re.compile("[\u064b-\u0652]")
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a\u064b-\u0652\u0671]+")
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
# Persian and Urdu keyboards; foreign sounds that Arabic papers print either way.
_KEYBOARDS = str.maketrans("کیېہھگڤپچ", "كييههكفبج")
_TANWIN = frozenset("\u064b\u064c\u064d")
_SUKUN, _HELPING = "\u0652", frozenset("\u064f\u0650")


@dataclass(frozen=True, slots=True)
class Analysis:
    """One thing that a word can be; features have CALIMA's values, ``na`` or ``0`` for none."""

    entry: str  # id in our lexicon; empty in CALIMA
    deriv: str  # verb, masdar, active, passive or base; empty in CALIMA
    lemma: str
    pos: str
    aspect: str  # p perfect, i imperfect, c imperative
    voice: str  # a active, p passive
    person: str
    gender: str
    number: str
    state: str  # i indefinite, d definite, c construct
    case: str
    prc3: str
    prc2: str  # conjunction
    prc1: str  # preposition or future
    prc0: str  # article
    enc0: str  # pronoun
    diac: str
    exact: bool  # spelled letter by letter like the word


class Analyzer:
    """Analyses words with one database; memoised by word type."""

    def __init__(self, path: Path = EMBEDDED, *, backoff: bool = False) -> None:
        """Load the database at ``path``, our own in some ten milliseconds; ``backoff`` reads unknown words as names."""
        with guarded():
            from camel_tools.morphology.analyzer import Analyzer as Engine
            from camel_tools.morphology.database import MorphologyDB
        database = MorphologyDB(str(path), "a")
        self._engine = Engine(database, "NOAN_PROP" if backoff else "NONE")
        self._backoff = backoff
        self._shapes = _Shapes(database.prefix_hash, database.stem_hash, database.suffix_hash)
        self._memo: dict[str, tuple[Analysis, ...]] = {}
        self._spelled: dict[str, tuple[Analysis, ...]] = {}

    @property
    def engine(self) -> Any:
        """camel-tools' own analyzer, for its disambiguators."""
        return self._engine

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """What ``word`` can be, in the database's order; nothing for what is no Arabic word or not known.

        Where some analysis is spelled just as the word, those that only fold to it are left out.
        """
        found = self._spelled.get(word)
        if found is None:
            if len(self._spelled) >= MEMO:
                self._spelled.clear()
            found = self._spelled[word] = spelled(self.every(word))
        return found

    def every(self, word: str) -> tuple[Analysis, ...]:
        """What ``word`` can be, also by folded spelling alone (وزاره for وزارة)."""
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) >= MEMO:
                self._memo.clear()
            found = self._memo[word] = self._every(word)
        return found

    def _every(self, word: str) -> tuple[Analysis, ...]:
        plain = cleaned(word)
        if not _WORD.fullmatch(plain) or not (self._backoff or self._shapes.fit(fold(plain))):
            return ()
        found = dict.fromkeys(map(analysis_of, self._engine.analyze(plain)))
        if not _VOWELS.search(plain):
            return tuple(found)
        given = letters(plain)
        return tuple(analysis for analysis in found if agrees(given, letters(analysis.diac)))


def spelled(analyses: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """Those that are spelled just as their word, or all where none is.

    An imperative alone does not outdo the spelling of Egypt, التقي for التقى.
    """
    exact = tuple(analysis for analysis in analyses if analysis.exact)
    return exact if any(analysis.aspect != "c" for analysis in exact) else analyses


class _Shapes:
    """Tells quickly that a folded word cannot be in a database, which holds for most words of an article."""

    def __init__(self, prefixes: Collection[str], stems: Collection[str], suffixes: Container[str]) -> None:
        self._prefixes, self._stems, self._suffixes = prefixes, stems, suffixes
        self._begins = frozenset(stem[:3] for stem in stems)
        self._furthest, self._longest = max(map(len, prefixes)) + 1, max(map(len, stems))

    def fit(self, form: str) -> bool:
        """Whether ``form`` is some prefix, stem and suffix, though they may not go together."""
        return any(
            (form[first : first + 3] in self._begins or form[first : first + 2] in self._begins)
            and form[:first] in self._prefixes
            and self._rest(form, first)
            for first in range(min(self._furthest, len(form)))
        )

    def _rest(self, form: str, first: int) -> bool:
        last = min(len(form), first + self._longest)
        return any(form[first:i] in self._stems and form[i:] in self._suffixes for i in range(first + 1, last + 1))


@cache
def embedded() -> Analyzer:
    """The analyzer over the lexicon that comes with Shabaka."""
    return Analyzer()


def cleaned(word: str) -> str:
    """The word in plain Arabic letters, with its vowels, without tatweel and signs of direction.

    Letters stored in the shape they are printed in (ﺍﻟﻤﻮﺍﻟﻴﺔ), as old typesetting does, become plain ones.
    """
    word = normalize("NFKC", word) if _SHAPES.search(word) else word
    vowelled = "".join(sign for sign in word if "\u064b" <= sign <= "\u0652" or not IGNORABLE.match(sign))
    return vowelled.translate(_KEYBOARDS)


def agrees(word: tuple[Letter, ...], diac: tuple[Letter, ...]) -> bool:
    """Whether no vowel or shadda given in ``word`` speaks against the vowelled ``diac``.

    Tanwin, which marks the case, never does; words of other length are left to the spelling. A last letter without
    vowel has one that helps to speak it before the article (Ryding 2005, 2.7): أيدتِ الجزائر.
    """
    if len(word) != len(diac) or not word:
        return True
    helped = diac[-1].vowel == _SUKUN and word[-1].vowel in _HELPING
    return all(map(_agree, word[:-1], diac[:-1])) and (helped or _agree(word[-1], diac[-1]))


def _agree(given: Letter, known: Letter) -> bool:
    if given.doubled and not known.doubled and known.vowel:
        return False
    vowels = {given.vowel, known.vowel}
    return "" in vowels or len(vowels) == 1 or bool(vowels & _TANWIN)


def analysis_of(features: Mapping[str, Any]) -> Analysis:
    """camel-tools' features of one analysis as our own type."""

    def feature(name: str, other: str = "na") -> str:
        return str(features.get(name, other))

    return Analysis(
        entry=feature("entry", ""),
        deriv=feature("deriv", ""),
        lemma=feature("lex", ""),
        pos=feature("pos"),
        aspect=feature("asp"),
        voice=feature("vox"),
        person=feature("per"),
        gender=feature("gen"),
        number=feature("num"),
        state=feature("stt"),
        case=feature("cas"),
        prc3=feature("prc3", "0"),
        prc2=feature("prc2", "0"),
        prc1=feature("prc1", "0"),
        prc0=feature("prc0", "0"),
        enc0=feature("enc0", "0"),
        diac=feature("diac", ""),
        exact=feature("source") != "spvar",
    )
