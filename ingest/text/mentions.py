"""A noun phrase that stands for an actor: where it stands, its type, its words without clitics.

Takes tokens of a sentence, gives the ``Phrase`` on them; ``Vocabulary`` tells clitics from radicals. Where phrases
stand in an article ``ingest.naming.actor_phrases`` finds.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from ingest.reading import ActorType
from ingest.text import name_rules, words
from ingest.text.sentences import Sentence
from ontology.function_words import load_function_words, united

ROWS = 1 << 10  # rows of labels whose runs are kept: each is asked for again and again while its article is read
_OPENERS = (
    "titles",
    "honorifics",
    "people",
    "bodies",
    "sides_in_plural",
    "of_a_place",
    "quantifiers",
    "shares",
    "given",
    "human_plurals",
    "own_states",
    "own_bodies",
    "telling_people",
    "telling_persons",
    "telling_bodies",
    "peers",
)
_OWN, _KIN = ("ه", "ها", "هم", "هما"), {"ذوي", "ذوو"}
_FOR, _THEN_THAT = "ل", frozenset({"فإن", "فإنّ"})
_SEATED = ("ائ", "اؤ")  # hamza before a pronoun
_SOUND = ("ون", "ين", "و", "ي")  # the endings of a sound plural, free and in construct
_WHOEVER = frozenset({"من", "كل", "اي"})
_TROOPS = frozenset({"فريق", "لواء", "وزراء", "وزيري"})  # ranks that are units and plurals too
GRAMMAR, UNNAMED = "grammar", "unnamed"  # the basis of what only the words around it tell to be an actor
STAND_IN = "stand-in"  # that of a word that stands for an actor named elsewhere: الأخير, and نطالب for who speaks


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``[first, last)`` of sentence number ``sentence`` that stand for an actor."""

    sentence: int
    first: int
    last: int
    type: ActorType
    clitics: str  # conjunction and preposition joined to its first word
    form: str  # folded, without those clitics
    within: int | None = None  # the phrase that holds it, as an index into the article's phrases
    basis: str = "tagger"  # tagger, gazetteer, repeated, GRAMMAR or UNNAMED

    def holds(self, other: "Phrase") -> bool:
        """Whether ``other`` lies within this phrase and is not the same."""
        inside = self.first <= other.first and other.last <= self.last
        return self.sentence == other.sentence and inside and self.place != other.place

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it stands; orders phrases as the text does, the longer first."""
        return self.sentence, self.first, -self.last

    @property
    def length(self) -> int:
        """In tokens."""
        return self.last - self.first


def spans(labels: Sequence[str]) -> tuple[tuple[int, int, ActorType], ...]:
    """The runs of ``B-type I-type …`` in a row of labels; a run without its B counts."""
    return _spans(tuple(labels))


@lru_cache(ROWS)
def _spans(labels: tuple[str, ...]) -> tuple[tuple[int, int, ActorType], ...]:
    return tuple(_runs(labels))


def _runs(labels: Sequence[str]) -> Iterator[tuple[int, int, ActorType]]:
    start: int | None = None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and (label[0] in "OB" or label[2:] != labels[start][2:]):
            yield start, i, cast(ActorType, labels[start][2:])
            start = None
        if start is None and label != "O":
            start = i


class Vocabulary:
    """Which folded words begin a known name or stand twice in this article: tells clitics from radicals."""

    def __init__(self, sentences: Sequence[Sentence], names: Container[str], surnames: Container[str] = ()) -> None:
        """Count the article's own words; ``names`` holds the first words of known names.

        ``surnames``: what stands behind a first name in the article, which is whole: كروس of ديفيد كروس, no Russians,
        and behind و a name of its own: وكروس.
        """
        counts = Counter(token.form for sentence in sentences for token in sentence.tokens)
        self._seen = frozenset(form for form, count in counts.items() if count > 1)
        self._parted: dict[str, tuple[str, str]] = {}
        classes = load_function_words()
        self._surnames = surnames
        self._names, self._openers = names, frozenset().union(*(classes[name] for name in _OPENERS))

    def bare(self, form: str) -> tuple[str, str]:
        """The clitics before a name or title and the name or title."""
        if form not in self._parted:
            self._parted[form] = self._bare(form)
        return self._parted[form]

    def _bare(self, form: str) -> tuple[str, str]:
        if form in self._openers or form in self._names or form in self._surnames:
            return "", form
        if form[0] in "وف" and form[1:] in _WHOEVER:  # ومن يهاجم المدينة
            return form[0], form[1:]
        if form[0] == "و" and form[1:] in self._surnames:  # وكيميت يمهل, of whom the article tells as مارك كيميت
            return "و", form[1:]
        opened = (parted for parted in words.splits(form) if self._opens(parted[1]) and not _is_whole(*parted))
        return next(opened, None) or words.bare(form, self._names, self._seen)

    def _opens(self, form: str) -> bool:
        """Whether an actor's phrase can begin with the word, which may be a sound plural of people (Ryding 7.2.2)."""
        stems = {form.removesuffix(ending) for ending in _SOUND if form.endswith(ending)}
        owned = {form.removesuffix(ending) for ending in _OWN if form.endswith(ending)}  # لأنصاره (Ryding 12.3)
        owned |= {f"{stem[:-1]}ء" for stem in owned if stem.endswith(_SEATED)}  # لأبنائها، لحلفائه
        classes = load_function_words()
        people = bool(stems & classes["human_stems"])
        people |= bool(owned & (united("human_plurals", "office_holders")) - _KIN)
        return form in self._openers or form in self._names or people


def _is_whole(clitics: str, rest: str) -> bool:
    """Whether ف is rather the first letter of a foreign name than a conjunction before a given one: فاسيل, not أسيل."""
    return clitics == "ف" and rest in load_function_words()["given"] and rest not in load_function_words()["titles"]


@lru_cache(words.MEMO)
def is_dual(form: str) -> bool:
    """Whether the word is the definite dual of an office: الرئيسان، بالوزيرين."""
    _, joined, rest = words.split(form)
    return joined in {"ال", "بال", "لل"} and rest in load_function_words()["both_persons"]


def phrase_at(
    sentences: Sequence[Sentence],
    number: int,
    first: int,
    last: int,
    kind: ActorType,
    basis: str,
    known: Vocabulary,
) -> Phrase:
    """The phrase on tokens ``[first, last)`` of a sentence, without signs around it and clitics before it."""
    tokens = sentences[number].tokens
    first, last = name_rules.trimmed(tokens, first, last)
    if kind == "person" and (
        name_rules.ends_as_circumstance(tokens, first, last) or name_rules.ends_with_day(tokens, first, last)
    ):
        last -= 1
    if kind == "person" and last - first > 1 and tokens[first].form in load_function_words()["foes"]:
        first += 1  # وزير حرب العدو فلان, of whose office it is
    if kind == "person" and last - first > 1 and tokens[first].surface in _THEN_THAT:
        first += 1  # فإن بارزاني, who is no Van
    clitics, rest = known.bare(tokens[first].form)
    if kind == "state" and not clitics and rest[0] == _FOR and rest[1:] in load_function_words()["cities"]:
        clitics, rest = _FOR, rest[1:]  # شكره لعمان
    if not clitics and rest[0] == "و" and first > 1 and is_dual(tokens[first - 2].form):
        clitics, rest = "و", rest[1:]  # الرئيسان سليمان ونجاد
    if kind == "group" and not clitics and rest in load_function_words()["whoever_joined"]:
        clitics, rest = rest[0], rest[1:]  # ومن يعتد علينا
    form = " ".join([rest, *(t.form for t in tokens[first + 1 : last] if t.form.isalnum())])
    return Phrase(number, first, last, _settled(kind, form), clitics, form, basis=basis)


def _settled(kind: ActorType, form: str) -> ActorType:
    """The type of a definite word that tells by itself whether one is meant or several: الوزير، الأطراف.

    Forces with whose they are by a nisba are nobody's name: القوات المغربية.
    """
    head, *rest = form.split()
    bare, classes = words.without_article(head), load_function_words()
    if kind == "group" and not rest and bare != head and bare in classes["lone_states"] & classes["state_heads"]:
        kind = "state"  # الحكومة, cut from a group that demands of it
    if kind == "state" and not rest and bare != head and bare in classes["bodies"] - classes["state_heads"]:
        return "organization"  # الكتائب
    nisbas = bool(rest) and all(word.startswith("ال") and word.endswith(("ي", "يه")) for word in rest)
    if kind == "person" and bare != head and nisbas and bare in classes["own_forces"] & classes["state_organs"]:
        return "armed_group"
    if bare in classes["both_sides"] and not rest:
        return "group"
    if rest or bare == head or (kind not in {"person", "group"} and bare not in classes["office_holders"]):
        return kind
    if bare in classes["sides_in_plural"]:  # not القضاة, a surname
        return "group"
    return "person" if bare in classes["titles"] - classes["human_plurals"] - _TROOPS else kind


def without(found: Sequence[Phrase], gone: Container[int]) -> tuple[Phrase, ...]:
    """The phrases but those of these numbers, which hold no others, with ``within`` numbered anew."""
    place, kept = dict[int, int](), 0
    for i in range(len(found)):
        place[i], kept = kept, kept + (i not in gone)
    return tuple(
        replace(phrase, within=None if phrase.within is None else place[phrase.within])
        for i, phrase in enumerate(found)
        if i not in gone
    )
