"""Stems of a word, derived from its principal parts (Ryding 2005, chapters 21 to 34).

Takes an entry of the lexicon, gives its ``Stem``s: every allomorph with the class of endings it takes. A
verb's weakness shows in its perfect, a noun is told by its ending.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ontology.derivation import (
    DAMMA,
    FATHA,
    KASRA,
    SUKUN,
    TANWIN_KASRA,
    Letter,
    Word,
    active_participle,
    letters,
    passive_imperfect,
    passive_participle,
    passive_perfect,
    spell,
    weakness,
)
from ontology.lexicon import Entry


@dataclass(frozen=True, slots=True)
class Stem:
    """An allomorph: its vowelled text, the class of endings it takes, its features of form."""

    diac: str
    category: str
    pos: str  # verb, noun, adj, part
    deriv: str  # verb, masdar, active, passive or base
    aspect: str = "na"
    voice: str = "na"
    gender: str = "m"
    number: str = "s"


def stems(entry: Entry) -> list[Stem]:
    """Every stem of an entry; a phrase or light-verb construction has none of its own."""
    match entry.kind:
        case "verb":
            found = [*_verb(entry), *_participles(entry)]
            for masdar in entry.masdars:
                found += nominal(masdar, "noun", "masdar")
            for plural in entry.plurals:
                found += nominal(plural, "noun", "masdar", number="p")
        case "noun" | "adjective":
            pos = "noun" if entry.kind == "noun" else "adj"
            found = [*nominal(entry.lemma, pos, "base")]
            for plural in entry.plurals:
                found += nominal(plural, "noun", "base", number="p")
        case "word":
            found = [Stem(spell(letters(form)), "W", "part", "base") for form in entry.forms]
        case _:
            found = []
    return list(dict.fromkeys(found))


def nominal(text: str, pos: str, deriv: str, *, number: str = "s") -> Iterator[Stem]:
    """The stems of a noun or adjective by its ending; an adjective also takes feminine and sound plurals."""
    word = letters(text)
    kind = "A" if pos == "adj" else "N"
    end, last = [letter.base for letter in word[-2:]], word[-1]

    def stem(part: Sequence[Letter], category: str, gender: str = "m") -> Stem:
        return Stem(spell(part), category, pos, deriv, gender=gender, number=number)

    if end == ["ا", "ت"] and number == "p":
        yield stem(_cut(word[:-2]), "NAt", "f")
    elif last.base == "ة":
        yield stem(_cut(word[:-1]), "NF", "f")
    elif end == ["ا", "ء"]:
        yield stem(_cut(word), f"{kind}H")
        yield from (stem((*word[:-1], Letter(seat)), "NHp") for seat in "ؤئ")
    elif last.vowel == TANWIN_KASRA:
        yield stem((*word[:-1], replace(last, vowel=KASRA), Letter("ي")), f"{kind}D")
        yield stem(_cut(word), f"{kind}D0")
    elif last.base == "ى":
        yield stem(_cut(word), f"{kind}M")
        yield stem((*word[:-1], Letter("ا")), "NMp")
    else:
        yield stem(_cut(word), kind)


def _cut(word: Sequence[Letter]) -> Word:
    """Without the last vowel, which the ending brings."""
    return (*word[:-1], replace(word[-1], vowel=""))


def _verb(entry: Entry) -> Iterator[Stem]:
    perfect, imperfect = letters(entry.lemma), letters(entry.imperfect)
    prefix, rest = imperfect[0].vowel, imperfect[1:]
    vowel = "u" if prefix == DAMMA else "a"
    if "perfect" not in entry.without:
        yield from _perfect(entry, perfect, "a")
    yield from _imperfect(entry, rest, f"IV{vowel}", "a")
    if "imperative" not in entry.without:
        yield from _imperative(entry, rest)
    if "passive" not in entry.without:
        yield from _perfect(entry, passive_perfect(entry, perfect), "p")
        yield from _imperfect(entry, passive_imperfect(entry, rest), "IVu", "p")


def _short(word: Word, vowel: str = "") -> Word:
    """The allomorph before an ending that begins with a consonant: أشد، احتججـ، يحثثـ.

    The doubled radical parts around ``vowel``, or around the vowel before it, which then moves; a hollow
    verb's last vowel becomes ``vowel``, if one is given (زار، زُرت).
    """
    before, last = word[-2], replace(word[-1], vowel="", doubled=False)
    if weakness(word) == "hollow":
        return (*word[:-3], replace(word[-3], vowel=vowel or word[-3].vowel), last)
    if vowel:
        return (*word[:-1], replace(last, vowel=vowel), last)
    return (*word[:-2], replace(before, vowel=SUKUN), replace(last, vowel=before.vowel), last)


def _short_perfect(entry: Entry, word: Word, voice: str) -> Word:
    if weakness(word) == "hollow":
        by_u = DAMMA in {letter.vowel for letter in letters(entry.imperfect)[1:-1]}
        first = DAMMA if by_u else KASRA
        return _short(word, first if entry.measure == 1 and voice == "a" else "")
    moves = entry.measure in {4, 10}
    return _short(word, "" if moves else KASRA if voice == "p" else FATHA)


def _short_imperfect(entry: Entry, word: Word, voice: str) -> Word:
    moves = weakness(word) == "hollow" or entry.measure in {1, 4, 10}
    return _short(word, "" if moves else FATHA if voice == "p" else KASRA)


def _perfect(entry: Entry, word: Word, voice: str) -> Iterator[Stem]:
    merging = "n" if word[-1].base == "ن" else ""  # with the ending نا: تضامنّا

    def stem(part: Sequence[Letter], category: str) -> Stem:
        return Stem(spell(part), category, "verb", "verb", "p", voice)

    match weakness(word):
        case "strong":
            yield stem(_cut(word), f"PV{merging}")
            if word[-1].base == "أ":
                yield stem((*word[:-1], Letter("ؤ")), "PV-U")
        case "hollow" | "doubled":
            yield stem(_cut(word), "PV-V")
            yield stem(_short_perfect(entry, word, voice), f"PV-C{merging}")
        case _ if word[-1].base == "ي":
            yield stem(_cut(word), "PV-I")
            yield stem(_cut(word[:-1]), "PV-U")
        case _:
            radical = "و" if entry.measure == 1 and entry.root[-1] == "و" else "ي"
            yield stem(_cut(word), "PV-0")
            yield stem((*word[:-1], Letter("ا")), "PV-O")
            yield stem(_cut(word[:-1]), "PV-T")
            yield stem((*word[:-1], Letter(radical)), "PV-Y")


def _imperfect(entry: Entry, word: Word, kind: str, voice: str) -> Iterator[Stem]:
    def stem(part: Sequence[Letter], category: str) -> Stem:
        return Stem(spell(part), f"{kind}{category}", "verb", "verb", "i", voice)

    match weakness(word):
        case "strong":
            yield stem(_cut(word), "")
        case "hollow" | "doubled":
            yield stem(_cut(word), "-V")
            yield stem(_short_imperfect(entry, word, voice), "-C")
        case _ if word[-1].base == "ى":
            yield stem(_cut(word), "-0")
            yield stem((*word[:-1], Letter("ا")), "-O")
            yield stem((*word[:-1], Letter("ي")), "-Y")
            yield stem(_cut(word[:-1]), "-A")
        case _:
            yield stem(_cut(word), "-L")
            yield stem(_cut(word[:-1]), "-S")


def _imperative(entry: Entry, word: Word) -> Iterator[Stem]:
    def stem(part: Sequence[Letter], category: str) -> Stem:
        begins = (*wasl, *part) if part[0].vowel == SUKUN or part[0].doubled or entry.measure == 4 else tuple(part)
        if begins[0].base == "ؤ":  # يُؤَكِّد, but أَكِّد
            begins = (replace(begins[0], base="أ"), *begins[1:])
        return Stem(spell(begins), category, "verb", "verb", "c", "a")

    by_u = entry.measure == 1 and len(word) > 2 and DAMMA in {letter.vowel for letter in word[:-1]}
    wasl = (Letter("أ", vowel=FATHA),) if entry.measure == 4 else (Letter("ا", vowel=DAMMA if by_u else KASRA),)
    match weakness(word):
        case "strong" | "doubled":
            yield stem(_cut(word), "CV")
        case "hollow":
            yield stem(_short_imperfect(entry, word, "a"), "CV-0")
            yield stem(_cut(word), "CV-V")
        case _:
            yield stem(_cut(word[:-1]), "CV-0")
            yield stem(_cut(word[:-1]), "CV-W")


def _participles(entry: Entry) -> Iterator[Stem]:
    for deriv, text in (("active", active_participle(entry)), ("passive", passive_participle(entry))):
        if f"{deriv}-participle" not in entry.without:
            yield from nominal(text, "adj", deriv)
