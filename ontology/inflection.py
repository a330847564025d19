"""Stems of a word, derived from its principal parts (Ryding 2005, chapters 21 to 34).

Takes an entry of the lexicon, gives its ``Stem``s: every allomorph with the endings it takes. A verb is
strong, doubled (حثّ), hollow (زار) or defective (دعا، التقى) by the shape of its perfect; a noun is told by
its ending. Vowels are held letter by letter, so that a passive is a change of vowels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ontology.lexicon import Entry

FATHA, DAMMA, KASRA, SHADDA, SUKUN = "\u064e", "\u064f", "\u0650", "\u0651", "\u0652"
_MARKS = frozenset(map(chr, range(0x64B, 0x653)))
_TANWIN_KASRA = "\u064d"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, whether it is doubled, and the vowel behind it (empty for none)."""

    base: str
    doubled: bool = False
    vowel: str = ""


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


Word = tuple[Letter, ...]


def letters(text: str) -> Word:
    """The letters of a vowelled text; shadda and vowel may come in either order."""
    found: list[Letter] = []
    for sign in text:
        if sign not in _MARKS:
            found.append(Letter(sign))
        elif found and sign == SHADDA:
            found[-1] = replace(found[-1], doubled=True)
        elif found:
            found[-1] = replace(found[-1], vowel=sign)
    return tuple(found)


def spell(word: Sequence[Letter]) -> str:
    """The vowelled text, shadda before vowel."""
    return "".join(letter.base + SHADDA * letter.doubled + letter.vowel for letter in word)


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
    elif last.vowel == _TANWIN_KASRA:
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
    yield from _perfect(entry, perfect, "a")
    yield from _imperfect(rest, f"IV{vowel}", "a")
    if "imperative" not in entry.without:
        yield from _imperative(entry, rest)
    if "passive" not in entry.without:
        yield from _perfect(entry, passive_perfect(perfect), "p")
        yield from _imperfect(passive_imperfect(entry, rest), "IVu", "p")


def _weakness(word: Word) -> str:
    """strong, doubled, hollow or defective: by the last two letters, with or without a last vowel."""
    before, last = word[-2], word[-1]
    if last.base in "اىيو" and not last.doubled and (last.base in "اى" or before.vowel in {KASRA, DAMMA}):
        return "defective"
    if before.base in "اوي" and not before.vowel and not before.doubled:
        return "hollow"
    return "doubled" if last.doubled else "strong"


def _short(word: Word, vowel: str = "") -> Word:
    """The allomorph before an ending that begins with a consonant: زر، أشد، حثث.

    The doubled radical parts around ``vowel``, or around the vowel before it, which then moves: يحثّ، يحثثن.
    """
    before, last = word[-2], replace(word[-1], vowel="", doubled=False)
    if _weakness(word) != "doubled":
        return (*word[:-2], last)
    if vowel:
        return (*word[:-1], replace(last, vowel=vowel), last)
    return (*word[:-2], replace(before, vowel=SUKUN), replace(last, vowel=before.vowel), last)


def _perfect(entry: Entry, word: Word, voice: str) -> Iterator[Stem]:
    def stem(part: Sequence[Letter], category: str) -> Stem:
        return Stem(spell(part), category, "verb", "verb", "p", voice)

    match _weakness(word):
        case "strong":
            yield stem(_cut(word), "PV")
        case "hollow" | "doubled":
            yield stem(_cut(word), "PV-V")
            moves = entry.measure in {4, 10}
            yield stem(_short(word, "" if moves else KASRA if voice == "p" else FATHA), "PV-C")
        case _ if word[-1].base == "ي":
            yield stem(_cut(word), "PV-I")
            yield stem(_cut(word[:-1]), "PV-U")
        case _:
            radical = "و" if entry.measure == 1 and entry.root[-1] == "و" else "ي"
            yield stem(_cut(word), "PV-0")
            yield stem((*word[:-1], Letter("ا")), "PV-O")
            yield stem(_cut(word[:-1]), "PV-T")
            yield stem((*word[:-1], Letter(radical)), "PV-Y")


def _imperfect(word: Word, kind: str, voice: str) -> Iterator[Stem]:
    def stem(part: Sequence[Letter], category: str) -> Stem:
        return Stem(spell(part), f"{kind}{category}", "verb", "verb", "i", voice)

    match _weakness(word):
        case "strong":
            yield stem(_cut(word), "")
        case "hollow" | "doubled":
            yield stem(_cut(word), "-V")
            yield stem(_short(word), "-C")
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
        begins = (*wasl, *part) if part[0].vowel == SUKUN or entry.measure == 4 else part
        return Stem(spell(begins), category, "verb", "verb", "c", "a")

    by_u = entry.measure == 1 and len(word) > 2 and DAMMA in {letter.vowel for letter in word[:-1]}
    wasl = (Letter("أ", vowel=FATHA),) if entry.measure == 4 else (Letter("ا", vowel=DAMMA if by_u else KASRA),)
    match _weakness(word):
        case "strong" | "doubled":
            yield stem(_cut(word), "CV")
        case "hollow":
            yield stem(_short(word), "CV-0")
            yield stem(_cut(word), "CV-V")
        case _:
            yield stem(_cut(word[:-1]), "CV-0")
            yield stem(_cut(word[:-1]), "CV-W")


def passive_perfect(word: Word) -> Word:
    """All vowels to u and the last one to i: هُدِّد، طُولِب، اُلْتُقِي، أُشِيد، حُثّ (Ryding 38)."""
    weakness = _weakness(word)
    last = len(word) - 2  # the letter before the last radical
    turned: list[Letter] = []
    for i, letter in enumerate(word):
        if letter.base == "ا" and not letter.vowel and 0 < i <= last and not (weakness == "hollow" and i == last):
            turned.append(Letter("و"))
        elif letter.vowel in {FATHA, KASRA} and i <= last:
            turned.append(replace(letter, vowel=DAMMA))
        else:
            turned.append(letter)
    match weakness:
        case "strong":
            turned[last] = replace(turned[last], vowel=KASRA)
        case "hollow":
            turned[last - 1 :] = [replace(turned[last - 1], vowel=KASRA), Letter("ي"), turned[-1]]
        case "defective":
            turned[last:] = [replace(turned[last], vowel=KASRA), Letter("ي", vowel=FATHA)]
        case _:
            pass
    return _seated(turned)


def passive_imperfect(entry: Entry, word: Word) -> Word:
    """All vowels of the stem to a: يُهَدَّد، يُزَار، يُدْعَى; a lost و comes back: يُوقَف."""
    turned = [replace(x, vowel=FATHA) if x.vowel in {DAMMA, KASRA, FATHA} else x for x in word]
    match _weakness(word):
        case "hollow":
            turned[-2] = Letter("ا")
        case "defective":
            turned[-1] = Letter("ى")
        case _:
            turned[-1] = replace(turned[-1], vowel=DAMMA)
    if entry.measure == 1 and entry.root[0] == "و" and word[0].base != "و":
        turned.insert(0, Letter("و"))
    return _seated(turned)


def _seated(word: Sequence[Letter]) -> Word:
    """A last hamza on the seat that its vowel asks for: هُنِّئ، يُهَنَّأ."""
    if word[-1].base not in "أئؤ":
        return tuple(word)
    seat = {KASRA: "ئ", DAMMA: "ؤ"}.get(word[-2].vowel, "أ")
    return (*word[:-1], replace(word[-1], base=seat))


def _participles(entry: Entry) -> Iterator[Stem]:
    for deriv, text in (("active", active_participle(entry)), ("passive", passive_participle(entry))):
        if f"{deriv}-participle" not in entry.without:
            yield from nominal(text, "adj", deriv)


def active_participle(entry: Entry) -> str:
    """فاعل of the first measure, else مُ with i before the last radical (Ryding 5.1)."""
    if entry.measure == 1:
        first, middle, last = tuple(entry.root)
        begins = "آ" if first in "أا" else first + FATHA + "ا"
        if middle == last:
            return begins + last + SHADDA
        middle = "ئ" if _weakness(letters(entry.lemma)) == "hollow" else middle
        return begins + middle + (_TANWIN_KASRA if last in "وي" else KASRA + ("ئ" if last == "أ" else last))
    return "م" + DAMMA + spell(_with_last_vowel(letters(entry.imperfect)[1:], KASRA))


def passive_participle(entry: Entry) -> str:
    """مفعول of the first measure, else مُ with a before the last radical."""
    if entry.measure == 1:
        first, middle, last = tuple(entry.root)
        if _weakness(letters(entry.lemma)) == "hollow":
            return "م" + FATHA + first + (DAMMA + "و" if middle == "و" else KASRA + "ي") + last
        begins = "م" + FATHA + first + SUKUN + middle
        if last in "وي":
            return begins + (DAMMA + "و" if last == "و" else KASRA + "ي") + SHADDA
        return begins + DAMMA + "و" + last
    return "م" + DAMMA + spell(_with_last_vowel(letters(entry.imperfect)[1:], FATHA))


def _with_last_vowel(word: Word, vowel: str) -> Word:
    match _weakness(word):
        case "strong":
            return (*word[:-2], replace(word[-2], vowel=vowel), replace(word[-1], vowel=""))
        case "hollow":
            letter = "ا" if vowel == FATHA or word[-2].base == "ا" else "ي"
            before = replace(word[-3], vowel=FATHA if letter == "ا" else KASRA)
            return (*word[:-3], before, Letter(letter), replace(word[-1], vowel=""))
        case "doubled":
            return _cut(word)
        case _ if vowel == FATHA:
            return (*word[:-2], replace(word[-2], vowel=FATHA), Letter("ى"))
        case _:
            return (*word[:-2], replace(word[-2], vowel=_TANWIN_KASRA))
