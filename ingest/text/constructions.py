"""Triggers of more than one word: light verbs with their noun, and set phrases.

Takes the words of a sentence, gives a ``Construction`` for each found, left to right: ``وجّه تهديداً إلى`` is
the light verb ``wajjaha`` with the noun of ``haddada``, ``سيدفع الثمن`` a phrase of the lexicon. Its readings are
like those of a single word, and its token is that of its verb, so that the same frames are filled.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain, count
from operator import itemgetter

from ingest.reading import RELATIONS
from ingest.text.lookup import Reading, kind
from ingest.text.morphology import MEMO, Analysis, Analyzer, embedded
from ingest.text.passed import COMMAS, begins_clause, beyond_relative, is_one, steps
from ontology.function_words import load_function_words
from ontology.lexicon import Entry, load_lexicon
from ontology.spelling import fold

REACH = 8  # words from a light verb to its noun: وجه الرئيس الأمريكي أمس تهديداً
GAP, LONG_GAP = 3, 16  # words that … stands for, at most; that …… does, over commas too, within a clause
HEAD_REACH = 4  # words from a noun to its relative clause: الدعم العسكري والمالي الكبير الذي
FAR_REACH = 14  # the same behind عن
MEETING_REACH = 24  # the same to a meeting held, an indefinite object: أجرى الرئيس فلان ونظيره فلان محادثات
_STOPS, _LONG, _WITH_IT = frozenset(".؛!؟،:"), "……", frozenset({"به", "بها"})
_ABOUT, _FOR, _IF, _THAT = "عن", "علي", "إن", "أن"  # the last two of which are the same when folded
_FEARED_BY = frozenset({"من", "ازاء", "حيال", "تجاه", "بشان"})
Pattern = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Construction:
    """A construction: the words ``[first, last)`` it runs over, the word it is read at, its reading there."""

    first: int
    last: int
    token: int
    reading: Reading
    verb: str = ""  # the entry whose word stands at the token
    after: int = 0  # the token behind which its arguments stand
    own: frozenset[int] = frozenset()  # its words; what only stands in a gap of it is none


class Constructions:
    """Finds the constructions of a lexicon; called with the words of a sentence."""

    def __init__(self, analyzer: Analyzer, lexicon: Mapping[str, Entry]) -> None:
        """Index the light verbs by verb, the phrases by their first item and the word behind it ("" for any)."""
        self._lexicon = lexicon
        self._analyzer, self._memo = analyzer, dict[str, frozenset[str]]()
        self._light: dict[str, list[Entry]] = defaultdict(list)
        self._phrases: dict[str, dict[str, list[tuple[int, Pattern, Entry, frozenset[str]]]]] = defaultdict(dict)
        self._conditional: set[Pattern] = set()
        order = count()
        for entry in lexicon.values():
            if entry.kind == "light":
                self._light[entry.verb].append(entry)
            for pattern in entry.patterns:
                items = tuple(item if item[0] == "{" else fold(item) for item in pattern.split())
                if pattern.split()[0] == _IF and entry.relations == ("threatens",):
                    self._conditional.add(items)
                second = items[1] if items[1:] and items[1][0] not in "{…" else ""
                needs = frozenset(item for item in items[1:] if item[0] != "…")
                self._phrases[items[0]].setdefault(second, []).append((next(order), items, entry, needs))
        self._openers = frozenset([*(f"{{{verb}}}" for verb in self._light), *self._phrases])

    def __call__(self, words: Sequence[str]) -> list[Construction]:
        """The constructions among ``words``, by their first word; no words give none."""
        found: dict[tuple[int, Reading], Construction] = {}
        items = [self._items(word) for word in words]
        present = frozenset(chain.from_iterable(items))  # without an item of it, a construction is not looked for
        for i, word in enumerate(words):
            if not items[i].isdisjoint(self._openers):
                known = () if _is_particle(word) else self._analyzer.analyse(word)
                for construction in (*self._lights(words, i, known, present), *self._set(words, i, known, present)):
                    found.setdefault((construction.token, construction.reading), construction)
        return list(found.values())

    def _items(self, word: str) -> frozenset[str]:
        """The items of patterns that ``word`` can stand for."""
        items = self._memo.get(word)
        if items is None:
            if len(self._memo) >= MEMO:
                self._memo.clear()
            known = {f"{{{analysis.entry}}}" for analysis in self._analyzer.analyse(word)}
            items = self._memo[word] = frozenset({*_bare(word), *known})
        return items

    def _lights(
        self, words: Sequence[str], i: int, known: Sequence[Analysis], present: frozenset[str]
    ) -> Iterator[Construction]:
        for verb in dict.fromkeys(a.entry for a in known if a.deriv in {"verb", "masdar", "active"}):
            named = [a for a in known if a.entry == verb]
            participle = not any(a.deriv in {"verb", "masdar"} for a in named)
            for entry in self._light.get(verb, ()):
                if f"{{{entry.noun}}}" not in present or (participle and not self._is_carried(entry)):
                    continue
                if last := self._noun(words, i, entry, told=self._tells_what(words, i, named)):
                    yield from _read(entry, (i, last), i, named)
                elif (first := self._noun_before(words, i, entry, named)) is not None:
                    yield from _read(entry, (first, i + 1), i, named)

    def _is_carried(self, entry: Entry) -> bool:
        """Whether a participle carries the noun too (Ryding 11): موجها نداء إلى، موجها تحية إلى.

        A masdar of backing behind one tells of it by itself: مؤكدا دعم بلاده.
        """
        return entry.relations == ("demands",) or self._lexicon[entry.noun].kind == "noun"

    def _tells_what(self, words: Sequence[str], i: int, named: Sequence[Analysis]) -> bool:
        """Whether the verb says what it is that من tells: ما قدمته مصر من دعم (Ryding 14.6)."""
        what = i > 0 and is_one(words[i - 1], "what")
        return what and any(a.enc0[:1] == "3" for a in named)

    def _noun_before(self, words: Sequence[str], i: int, entry: Entry, named: Sequence[Analysis]) -> int | None:
        """The noun whose relative clause the verb opens, taken up by its pronoun: الدعم الذي تقدمه مصر (14.2)."""
        demanded = "demands" in entry.relations  # also without relative pronoun: دعوة أطلقها الوزير (14.3)
        relative = i > 1 and is_one(words[i - 1], "relatives")
        if not (relative or demanded) or not (demanded or entry.relations == ("supports",)):
            return None
        taken_up = demanded and i + 1 < len(words) and words[i + 1] in _WITH_IT  # طلب تقدمت به فرنسا
        if not taken_up and not any(a.enc0[:3] in {"3ms", "3fs"} for a in named):
            return None
        for j in range(i - 1 - relative, max(-1, i - 1 - relative - HEAD_REACH), -1):
            if words[j] in _STOPS | COMMAS:
                return None
            if any(a.entry == entry.noun and a.deriv in {"masdar", "base"} for a in self._analyzer.analyse(words[j])):
                return j
        return None

    def _noun(self, words: Sequence[str], i: int, entry: Entry, *, told: bool = False) -> int:
        """One behind the noun that a light verb carries; 0 for none in reach and in the clause.

        ``told``: whether من may stand before it.

        What stands behind عن may be further off, an apposition between: عبر الوزير، فلان، عن شكره.
        """
        about = any("3an" in frame.get("content", ()) for frame in self._lexicon[entry.verb].frames)
        given = any("obj" in frame.get("target", ()) for frame in entry.frames)  # منح أحدا مهلة, behind whom it stands
        held, warned = entry.relations in {("meets",), ("demands",)}, "threatens" in entry.relations
        far, reach = False, MEETING_REACH if held else FAR_REACH if about or given or warned else REACH
        beyond = 0
        for j in steps(words, i + 1, reach, over=warned):
            if held and j >= beyond:
                beyond = beyond_relative(words, j)
            if j < beyond:
                continue
            far |= (about or held) and (words[j] in COMMAS or j > i + REACH)
            if words[j] in _STOPS and not ((about or held) and words[j] in COMMAS):
                return 0
            clause = is_one(words[j], "complementizers") and entry.relations == ("supports",)
            later = (far and held) or (warned and j > i + REACH)
            if clause or (later and begins_clause(words[j])):  # أعلن أن بلاده ستواصل دعم
                return 0
            if far and about and _ABOUT not in map(fold, words[max(i, j - GAP) : j]):
                continue
            known = [
                a for a in self._analyzer.analyse(words[j]) if a.entry == entry.noun and a.deriv in {"masdar", "base"}
            ]
            parted = told and fold(words[j - 1]) == "من"
            bare = not words[j].startswith("ال")  # not جدد الوزير، المطالبة بـ
            cause = (
                bool(known) and about and _is_cause(known, words[max(0, j - 2) : j])
            )  # أعرب عن شكره لمصر على دعمها، لدعمها
            active = far and known and bare and any(a.deriv == "active" for a in self._analyzer.analyse(words[j]))
            if cause or (active and entry.relations != ("meets",)):  # رفع البصمات، مطالبة بـ; not أجرى محادثات
                return 0
            if known and j + 1 < len(words) and is_one(words[j + 1], "within_it"):
                return 0  # وجه كتابا طلب فيه, a verb
            if known and (parted or self._is_free(entry.verb) or _stands_free(known, words[j - 1])):
                return j + 1
        return 0

    def _is_free(self, verb: str) -> bool:
        """Whether the verb takes its noun otherwise than as object: أعرب عن."""
        return not any("obj" in frame.get("content", ()) for frame in self._lexicon[verb].frames)

    def _set(
        self, words: Sequence[str], i: int, known: Sequence[Analysis], present: frozenset[str]
    ) -> Iterator[Construction]:
        firsts = dict.fromkeys([*_bare(words[i]), *(f"{{{analysis.entry}}}" for analysis in known)])
        for pattern, entry in (row for first in firsts for row in self._opened(first, words[i + 1 : i + 2], present)):
            if words[i].removeprefix("و") == _THAT and pattern in self._conditional:  # بعد أن هدد
                continue
            if matched := self._match(words, i, pattern):
                place = next((n for n, item in enumerate(pattern) if item[0] == "{"), 0)
                named = [a for a in self._analyzer.analyse(words[matched[place]]) if f"{{{a.entry}}}" == pattern[place]]
                own = frozenset(_own(pattern, matched, entry))
                yield from (replace(c, own=own) for c in _read(entry, (i, matched[-1] + 1), matched[place], named))

    def _opened(self, first: str, behind: Sequence[str], present: frozenset[str]) -> Iterator[tuple[Pattern, Entry]]:
        """The patterns that begin with an item and can go on with the word behind it, as the lexicon orders them.

        Those whose items are all ``present`` in the sentence.
        """
        seconds = self._phrases.get(first)
        if seconds:
            fitting = ["", *(form for word in behind for form in _bare(word))]
            rows = (row for second in fitting for row in seconds.get(second, ()) if row[3] <= present)
            yield from ((pattern, entry) for _, pattern, entry, _ in sorted(rows, key=itemgetter(0)))

    def _match(self, words: Sequence[str], i: int, pattern: Pattern) -> tuple[int, ...]:
        """Where each item of ``pattern`` stands from word ``i`` on, gaps where the first begins; empty for no match."""
        if not pattern:
            return ()
        if pattern[0] == _LONG:
            return self._match_far(words, i, pattern[1:])
        gaps = next((n for n, item in enumerate(pattern) if item != "…"), len(pattern))
        if gaps:  # several in a row are one long gap: each by itself, four of them are 256 ways
            for j in range(i, min(len(words), i + gaps * GAP + 1)):
                if rest := self._match(words, j, pattern[gaps:]):
                    return (*[i] * gaps, *rest)
                if words[j] in _STOPS:
                    return ()
            return ()
        here = i < len(words) and self._is(words[i], pattern[0])
        rest = self._match(words, i + 1, pattern[1:]) if here else ()
        return (i, *rest) if here and (rest or len(pattern) == 1) else ()

    def _match_far(self, words: Sequence[str], i: int, pattern: Pattern) -> tuple[int, ...]:
        """The same over a long gap, within the clause that the word before it opens: تمنى الوزير، في بيان، على."""
        for j in range(i, min(len(words), i + LONG_GAP + 1)):
            if rest := self._match(words, j, pattern):
                return (i, *rest)
            if words[j] in _STOPS - COMMAS or is_one(words[j], "complementizers"):
                return ()
        return ()

    def _is(self, word: str, item: str) -> bool:
        if item[0] == "{":
            return any(analysis.entry == item[1:-1] for analysis in self._analyzer.analyse(word))
        return item in _bare(word)


@cache
def load_constructions() -> Constructions:
    """The constructions of the lexicon that comes with Shabaka."""
    return Constructions(embedded(), load_lexicon())


def _own(pattern: Pattern, matched: Sequence[int], entry: Entry) -> Iterator[int]:
    """The words that are the construction's; of a demand none that stand in its gaps: على ضرورة أن."""
    if entry.relations != ("demands",):
        yield from range(matched[0], matched[-1] + 1)
        return
    yield from (k for k, item in zip(matched, pattern, strict=True) if item[0] != "…")


@lru_cache(MEMO)
def _bare(word: str) -> tuple[str, ...]:
    """The folded word, and without the conjunction it may begin with."""
    form = fold(word)
    return (form, form[1:]) if form[:1] in {"و", "ف"} else (form,)


def _is_particle(word: str) -> bool:
    """Whether the word is أن with a pronoun, which is spelled like a verb of forbidding: أنه طالب (Ryding 19)."""
    return not load_function_words()["with_subject"].isdisjoint(_bare(word))


def _stands_free(known: Sequence[Analysis], before: str) -> bool:
    """Whether no preposition governs the noun, joined or before it: not in تقدم بدعم."""
    return fold(before) not in load_function_words()["prepositions"] and any(a.prc1 in {"0", "na"} for a in known)


def _is_cause(known: Sequence[Analysis], before: Sequence[str]) -> bool:
    """Whether the noun behind a verb of expressing is what the thing expressed is for, or what is feared.

    على or لـ govern it, or من behind a word of fear: أعرب عن قلقه من دعم الجماعة.
    """
    *_, feared, by = ("", *map(fold, before))
    fear = by in _FEARED_BY and any(feared in load_function_words()[name] for name in ("warnings", "decrying"))
    return by == _FOR or fear or all(a.prc1 == "li_prep" for a in known)


def _read(entry: Entry, run: tuple[int, int], token: int, named: Sequence[Analysis]) -> Iterator[Construction]:
    """One construction a relation; its kind is that of its verb, an active verb where it can be one.

    What can be verb and masdar (فرض عقوبات) is given as both, since only the sentence tells them apart.
    """
    letters = {*map(kind, named)}
    letter = min(letters, key="VPMASN".index, default="N")
    verb, after = named[0].entry if named else "", run[1] - 1 if entry.kind == "light" else token
    for relation in RELATIONS:
        if relation in entry.relations:
            both = letter == "V" and "M" in letters and relation != "meets"  # عقد اجتماع, which is mostly asked for
            for one in "VM" if both else letter:
                reading = relation, entry.id, one, _object(entry, named) if (relation, one) == ("demands", "V") else ""
                yield Construction(*run, token, reading, verb, after, frozenset(range(*run)))


def _object(entry: Entry, named: Sequence[Analysis]) -> str:
    """The pronoun on its verb that is the construction's target (Ryding 12.3): أبلغه الوزير بضرورة."""
    if not any("obj" in frame.get("target", ()) for frame in entry.frames):
        return ""
    pronouns = {a.enc0.partition("_")[0].replace("0", "") for a in named if kind(a) == "V"}
    return min(pronouns, default="")
