"""Lookup of triggers: which relations a word can show, by the lexicon and its morphology.

Takes a word as it stands in the text, gives its readings as (relation, entry, kind, pronoun), sorted, or
nothing. Kinds: V verb, P passive verb, M masdar, A active and S passive participle, N other noun or
particle. Where spelling leaves it open, the likelier is taken: active before passive, third person before
second, nothing imperative; verb and masdar (دعم) are both given, since only the sentence tells them apart.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from ingest.reading import RELATIONS, Relation
from ingest.text.morphology import Analysis, Analyzer, embedded, spelled
from ontology.lexicon import Entry, load_lexicon

MEMO = 1 << 15  # word types kept
Reading = tuple[Relation, str, str, str]
_KINDS = {"masdar": "M", "active": "A", "passive": "S", "base": "N"}
_COMMON, _RARE = 0, 2
_NUNATION = ("\u064b", "\u064bا")


class Lookup:
    """The triggers among words, memoised by word type; called with a word."""

    def __init__(self, analyzer: Analyzer, lexicon: Mapping[str, Entry]) -> None:
        """Look up in ``lexicon``, whose forms ``analyzer`` knows."""
        self._analyzer, self._lexicon = analyzer, lexicon
        self._memo: dict[str, tuple[Reading, ...]] = {}

    def __call__(self, word: str) -> tuple[Reading, ...]:
        """The readings of ``word``; nothing for a word of no relation."""
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) >= MEMO:
                self._memo.clear()
            found = self._memo[word] = self._readings(_written(word, self._analyzer.every(word)))
        return found

    def _readings(self, every: tuple[Analysis, ...]) -> tuple[Reading, ...]:
        ranked = [(rarity(analysis), analysis) for analysis in spelled(every) if self._may_show(analysis)]
        if not ranked or self._hidden(every):
            return ()
        least = min(rank for rank, _ in ranked)
        best: dict[tuple[str, str], tuple[int, str]] = {}
        for rank, analysis in ranked:
            if rank < _RARE or rank == least or _goes_on_by_two(analysis):
                key, pronoun = (analysis.entry, kind(analysis)), analysis.enc0.partition("_")[0].replace("0", "")
                best[key] = min(best.get(key, (rank, pronoun)), (rank, pronoun))
        likely = {
            key: pronoun
            for key, (_, pronoun) in best.items()
            if not (_outdone(key, best) or self._is_of_third(key, best))
        }
        return tuple(
            (relation, entry, kind, pronoun)
            for relation in RELATIONS
            for (entry, kind), pronoun in sorted(likely.items())
            if relation in self._lexicon[entry].relations
        )

    def _is_of_third(self, key: tuple[str, str], best: Iterable[tuple[str, str]]) -> bool:
        """Whether the participle of a first measure is rather the third's verb, spelled alike: طالب (Ryding 24)."""
        entry, root = key[0], self._lexicon[key[0]].root
        verbs = (other for other, letter in best if letter == "V" and other != entry)
        return key[1] == "A" and any(self._lexicon[other].root == root for other in verbs)

    def _may_show(self, analysis: Analysis) -> bool:
        future = analysis.prc1 == "sa_fut" or not self._lexicon[analysis.entry].only_future
        future = future or analysis.deriv == "masdar"  # of what somebody is resolved to do, which the clause tells
        return future and analysis.aspect != "c"

    def _hidden(self, every: Iterable[Analysis]) -> bool:
        """Whether the word is rather one of no relation (مجتمع, society); not as a circumstance (مجتمعاً).

        Also by folded spelling (وزاره), but not where the letter that differs would be a pronoun (نصرة), nor where the
        word as it is written is an imperfect (تأمر, not the name تامر).
        """
        every = tuple(every)
        verb = any(a.exact and a.aspect == "i" and a.enc0 == "0" for a in every)
        circumstance = any(a.case == "a" and a.deriv in {"active", "passive"} for a in every)
        hiding = (a for a in every if self._lexicon[a.entry].hides and (a.exact or (a.enc0 == "0" and not verb)))
        return not circumstance and any(True for _ in hiding)


@cache
def load_lookup() -> Lookup:
    """The lookup over the lexicon that comes with Shabaka."""
    return Lookup(embedded(), load_lexicon())


def kind(analysis: Analysis) -> str:
    """The letter for what kind of word this is."""
    if analysis.deriv == "verb":
        return "P" if analysis.voice == "p" else "V"
    return _KINDS[analysis.deriv]


def rarity(analysis: Analysis) -> int:
    """How rare such a form is in news: 0 usual; 1 first person; 2 second person, dual perfect and the like."""
    if analysis.pos != "verb":
        of_her = analysis.deriv in {"active", "passive"} and analysis.gender == "f" and analysis.enc0 != "0"
        return _RARE if of_her else _COMMON  # مطالبته is his demand, hardly the woman who demands of him
    dual = analysis.number == "d" and analysis.aspect == "p"
    if analysis.person == "2" or dual or (analysis.gender == "f" and analysis.number == "p"):
        return _RARE
    return int(analysis.person == "1" and analysis.number == "s")


def _goes_on_by_two(analysis: Analysis) -> bool:
    """Whether it is what two did next, spelled like a masdar: التقى الوزيران وطلبا (Ryding 2005, 21.1.2.1)."""
    dual = analysis.pos == "verb" and analysis.number == "d" and analysis.aspect == "p" and analysis.person == "3"
    return dual and analysis.voice == "a" and analysis.prc2[:1] == "w"


def fitting(readings: tuple[Reading, ...], analysis: Analysis | None) -> tuple[Reading, ...]:
    """The readings of a word that ``analysis``, what it is in its sentence, leaves; all where it leaves none."""
    if analysis is None:
        return readings
    kinds = "MASN" if analysis.pos != "verb" else "P" if analysis.voice == "p" else "V"
    return tuple(reading for reading in readings if reading[2] in kinds) or readings


def _written(word: str, every: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """Without the pronoun ـه where the word ends in ta marbuta: قدرة, ability, is not قدره, he valued him.

    With nunation it is no verb: صوتاً, a vote, is not صوتا, the two voted (Ryding 7.3).
    """
    if word.endswith(_NUNATION):
        return tuple(a for a in every if a.pos != "verb")
    return tuple(a for a in every if a.enc0 == "0" or a.pos != "verb") if word.endswith("ة") else every


def _outdone(key: tuple[str, str], best: Mapping[tuple[str, str], tuple[int, str]]) -> bool:
    """Whether the other voice of the same word is likelier; active if both are as usual (أشيد is passive)."""
    entry, letter = key
    other = best.get((entry, {"V": "P", "P": "V", "A": "S", "S": "A"}.get(letter, "")))
    return other is not None and (other[0], letter in "VA") < (best[key][0], letter in "PS")
