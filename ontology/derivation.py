"""Derived forms of a verb: its passives and participles, from its principal parts (Ryding 2005, 5.1, 38).

Vowels are held letter by letter, so that a passive is a change of vowels. A verb is strong, doubled (حثّ),
hollow (زار) or defective (دعا، التقى) by the end of its perfect.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ontology.lexicon import Entry

FATHA, DAMMA, KASRA, SHADDA, SUKUN = "\u064e", "\u064f", "\u0650", "\u0651", "\u0652"
TANWIN_KASRA = "\u064d"
_MARKS = frozenset(map(chr, range(0x64B, 0x653)))


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, whether it is doubled, and the vowel behind it (empty for none)."""

    base: str
    doubled: bool = False
    vowel: str = ""


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


def weakness(word: Word) -> str:
    """strong, doubled, hollow or defective: by the last two letters, with or without a last vowel."""
    before, last = word[-2], word[-1]
    if last.base in "اىيو" and not last.doubled and (last.base in "اى" or before.vowel in {KASRA, DAMMA}):
        return "defective"
    if before.base in "اوي" and not before.vowel and not before.doubled:
        return "hollow"
    return "doubled" if last.doubled else "strong"


def passive_perfect(entry: Entry, word: Word) -> Word:
    """All vowels to u and the last one to i: هُدِّد، طُولِب، اُلْتُقِي، أُشِيد، حُثّ (Ryding 38)."""
    kind = weakness(word)
    last = len(word) - 2  # the letter before the last radical
    turned: list[Letter] = []
    for i, letter in enumerate(word):
        if letter.base == "ا" and not letter.vowel and 0 < i <= last and not (kind == "hollow" and i == last):
            turned.append(Letter("و"))
        elif letter.vowel in {FATHA, KASRA} and i <= last:
            turned.append(replace(letter, vowel=DAMMA))
        else:
            turned.append(letter)
    match kind:
        case "strong":
            turned[last] = replace(turned[last], vowel=KASRA)
        case "hollow":
            turned[last - 1 :] = [replace(turned[last - 1], vowel=KASRA), Letter("ي"), turned[-1]]
        case "defective":
            turned[last:] = [replace(turned[last], vowel=KASRA), Letter("ي", vowel=FATHA)]
        case _ if entry.measure in {4, 10}:
            turned[last] = replace(turned[last], vowel=KASRA)
        case _:
            pass
    return _seated(turned)


def passive_imperfect(entry: Entry, word: Word) -> Word:
    """All vowels of the stem to a: يُهَدَّد، يُزَار، يُدْعَى; a lost و comes back: يُوقَف."""
    turned = [replace(x, vowel=FATHA) if x.vowel in {DAMMA, KASRA, FATHA} else x for x in word]
    match weakness(word):
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
    """Hamza on the seat that the vowel before it asks for: هُنِّئ، يُهَنَّأ، اُسْتُؤْنِف، يُؤْمَر."""
    found = list(word)
    for i, letter in enumerate(found):
        before = found[i - 1].vowel if i else DAMMA
        if letter.base in "أئؤ" and (i == len(found) - 1 or letter.vowel == SUKUN):
            found[i] = replace(letter, base={KASRA: "ئ", DAMMA: "ؤ"}.get(before, "أ"))
    return tuple(found)


def active_participle(entry: Entry) -> str:
    """فاعل of the first measure, else مُ with i before the last radical (Ryding 5.1)."""
    if entry.measure == 1:
        first, middle, last = tuple(entry.root)
        begins = "آ" if first in "أا" else first + FATHA + "ا"
        if middle == last:
            return begins + last + SHADDA
        middle = "ئ" if weakness(letters(entry.lemma)) == "hollow" else middle
        return begins + middle + (TANWIN_KASRA if last in "وي" else KASRA + ("ئ" if last == "أ" else last))
    return "م" + DAMMA + spell(_with_last_vowel(letters(entry.imperfect)[1:], KASRA))


def passive_participle(entry: Entry) -> str:
    """مفعول of the first measure, else مُ with a before the last radical."""
    if entry.measure == 1:
        first, middle, last = tuple(entry.root)
        if weakness(letters(entry.lemma)) == "hollow":
            return "م" + FATHA + first + (DAMMA + "و" if middle == "و" else KASRA + "ي") + last
        begins = "م" + FATHA + first + SUKUN + middle
        if last in "وي":
            return begins + (DAMMA + "و" if last == "و" else KASRA + "ي") + SHADDA
        return begins + DAMMA + "و" + last
    return "م" + DAMMA + spell(_seated(_with_last_vowel(letters(entry.imperfect)[1:], FATHA)))


def _with_last_vowel(word: Word, vowel: str) -> Word:
    match weakness(word):
        case "strong":
            return (*word[:-2], replace(word[-2], vowel=vowel), replace(word[-1], vowel=""))
        case "hollow":
            letter = "ا" if vowel == FATHA or word[-2].base == "ا" else "ي"
            before = replace(word[-3], vowel=FATHA if letter == "ا" else KASRA)
            return (*word[:-3], before, Letter(letter), replace(word[-1], vowel=""))
        case "doubled":
            before = replace(word[-2], vowel=vowel if word[-2].vowel == KASRA else word[-2].vowel)
            return (*word[:-2], before, replace(word[-1], vowel=""))
        case _ if vowel == FATHA:
            return (*word[:-2], replace(word[-2], vowel=FATHA), Letter("ى"))
        case _:
            return (*word[:-2], replace(word[-2], vowel=TANWIN_KASRA))
