"""Who is who within an article: phrases grouped into actors.

Takes the phrases of an article in text order, gives one actor number a phrase and, by number, the phrases
of each actor. Order, the surest first: the same known actor of the gazetteer; a name inside its own title
phrase; equal names; a short name within a full one; a role without a name, which is the last person
introduced with that role. A paper introduces in full and then shortens, but its headline shortens first,
so names are matched over the whole article and roles backwards only, forwards where nothing precedes.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ingest import words
from ingest.mentions import Phrase
from ontology.function_words import load_function_words

_BODIES = frozenset({"organization", "armed_group", "group"})


@dataclass(slots=True)
class _Entity:
    """An actor while it is being put together."""

    type: str
    known: str | None = None
    names: list[tuple[str, ...]] = field(default_factory=list)
    titles: list[tuple[str, ...]] = field(default_factory=list)


def resolve(phrases: Sequence[Phrase], known: Sequence[str | None], roles: Callable[[str], bool]) -> tuple[int, ...]:
    """One actor number a phrase, from 0 in order of first mention.

    ``known``: the gazetteer's id of each phrase, if it has one; ``roles``: whether a word opens a title.
    """
    return _Resolver(phrases, known, roles).run()


class _Resolver:
    def __init__(self, phrases: Sequence[Phrase], known: Sequence[str | None], roles: Callable[[str], bool]) -> None:
        self._phrases, self._known, self._roles = phrases, known, roles
        self._entities: list[_Entity] = []
        self._by_word: dict[str, list[int]] = {}
        self._by_id: dict[str, int] = {}
        self._name_words = {w for p in phrases if p.type == "person" and not roles(_head(p)) for w in _words(p)}
        self._names = [self._name(i) for i in range(len(phrases))]

    def run(self) -> tuple[int, ...]:
        """Named phrases first, the fullest names before the short ones; then roles in text order."""
        found: dict[int, int] = {}
        for i in sorted(range(len(self._phrases)), key=lambda i: (-len(self._names[i]), i)):
            if self._names[i]:
                found[i] = self._named(i)
        states = Counter(found[i] for i in found if self._phrases[i].type == "state" and not self._is_generic(i))
        for i in range(len(self._phrases)):
            if i not in found:
                generic = self._is_generic(i) and states
                found[i] = max(states, key=lambda n: (states[n], -n)) if generic else self._role(i, found)
        numbers: dict[int, int] = {}
        return tuple(numbers.setdefault(found[i], len(numbers)) for i in range(len(self._phrases)))

    def _name(self, i: int) -> tuple[str, ...]:
        """The name in phrase ``i`` without its title: empty for a role that names nobody."""
        phrase = self._phrases[i]
        if self._is_generic(i):
            return ()
        if phrase.type != "person" or self._known[i] is not None:
            return _words(phrase)
        inside = [
            self._phrases[j]
            for j in range(i + 1, min(i + 8, len(self._phrases)))
            if phrase.holds(self._phrases[j]) and self._phrases[j].type == "person"
        ]
        if (plain := self._plain(phrase)) and not inside:
            return plain
        named = [p for p in inside if not self._roles(_head(p)) and not self._owned(phrase, p)]
        if named:
            return _words(max(named, key=lambda p: p.length))
        if not self._roles(_head(phrase)):
            return _words(phrase)
        return self._tail(phrase, inside)

    def _is_generic(self, i: int) -> bool:
        """A lone word for state or government (الحكومة، البلاد): the state that the article is about."""
        phrase = self._phrases[i]
        lone = phrase.type == "state" and self._known[i] is None and phrase.length == 1
        return lone and _words(phrase)[0] in load_function_words()["lone_states"]

    def _plain(self, phrase: Phrase) -> tuple[str, ...]:
        """A name between honorifics and a title in apposition: الدكتور أحمد المساري رئيس الكتلة; else nothing."""
        words_, honorifics = _words(phrase), load_function_words()["honorifics"]
        start = next((i for i, word in enumerate(words_) if word not in honorifics), len(words_))
        stop = next((i for i in range(start, len(words_)) if self._roles(words_[i])), len(words_))
        return words_[start:stop] if (start or stop < len(words_)) and stop > start else ()

    def _tail(self, phrase: Phrase, inside: list[Phrase]) -> tuple[str, ...]:
        """The run of words at the end that other phrases of the article use as names: الوزير الجبير."""
        words_, run = _words(phrase), 0
        owned = any(self._owned(phrase, p) for p in inside)
        while not owned and run < len(words_) - 1 and self._in_name(words_[-1 - run]):
            run += 1
        return words_[len(words_) - run :]

    def _in_name(self, word: str) -> bool:
        return word in self._name_words and not self._roles(word)

    def _owned(self, holder: Phrase, name: Phrase) -> bool:
        """Whether the title stands in construct with the name: نائب البشير is not البشير (Ryding 2005, 8.1)."""
        head = _head(holder)
        return name.first == holder.first + 1 and not head.startswith("ال") and self._roles(head)

    def _named(self, i: int) -> int:
        phrase, name = self._phrases[i], self._names[i]
        identifier = self._known[i]
        number = self._by_id.get(identifier) if identifier is not None else None
        if number is None:
            number = self._same_name(phrase, name, identifier)
        if number is None:
            number = len(self._entities)
            self._entities.append(_Entity(phrase.type, identifier))
        self._remember(number, name, identifier)
        self._entities[number].titles.append(tuple(w for w in _words(phrase) if w not in name))
        return number

    def _remember(self, number: int, name: tuple[str, ...], identifier: str | None) -> None:
        entity = self._entities[number]
        entity.names.append(name)
        if identifier is not None:
            entity.known = entity.known or identifier
            self._by_id[identifier] = number
        for word in name:
            here = self._by_word.setdefault(word, [])
            if number not in here:
                here.append(number)

    def _same_name(self, phrase: Phrase, name: tuple[str, ...], identifier: str | None) -> int | None:
        for number in self._by_word.get(name[-1], []) + self._by_word.get(name[0], []):
            entity = self._entities[number]
            if not _compatible(entity.type, phrase.type) or (
                identifier and entity.known and identifier != entity.known
            ):
                continue
            if any(_short_for(name, other, person=phrase.type == "person") for other in entity.names):
                return number
        return None

    def _role(self, i: int, found: dict[int, int]) -> int:
        """The last person before phrase ``i`` whose title holds the role, else the next one after it."""
        words_ = _words(self._phrases[i])
        titled = [
            (j > i, abs(j - i), found[j])
            for j in range(max(0, i - 60), min(len(self._phrases), i + 20))
            if j in found and any(set(words_) <= set(title) for title in self._entities[found[j]].titles)
        ]
        if titled:
            return min(titled)[2]
        self._entities.append(_Entity(self._phrases[i].type, None, [words_], [words_]))
        return len(self._entities) - 1


def _compatible(one: str, other: str) -> bool:
    """Whether two types may be one actor: a movement is a body to one paper and a militia to the other."""
    return one == other or {one, other} <= _BODIES


def _head(phrase: Phrase) -> str:
    return phrase.form.split()[0]


def _words(phrase: Phrase) -> tuple[str, ...]:
    return tuple(words.without_article(w) for w in phrase.form.split())


def _short_for(short: tuple[str, ...], full: tuple[str, ...], *, person: bool) -> bool:
    """Whether ``short`` can be short for ``full``: all its words in order, with the first or the last."""
    if short == full:
        return True
    rest = iter(full)
    if not all(word in rest for word in short):
        return False
    if person:
        return short[-1] == full[-1] or (len(short) > 1 and short[0] == full[0])
    return short[0] == full[0] or short[-1] == full[-1] or len(short) > 1
