"""What the title in a person's phrase tells: the office, the body that is served and its kind, the home state.

Takes an analysis and the number of a phrase that begins with a title. It holds a person's name and, before it, the
title's words with a body or a nisba: the person belongs to that body in the way that the first title word and the kind
of body say. A nisba stands for its state. Where the title goes on to a place or another body (المبعوث الأممي إلى اليمن,
السفير المصري لدى لبنان), that is not the body served.
"""

from collections.abc import Container, Iterable, Iterator, Sequence

from ingest.analysis import Analysis
from ingest.naming.names import Names
from ingest.naming.roles import is_title
from ingest.reading import ActorType, AffiliationKind
from ingest.text import words
from ingest.text.mentions import Phrase
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united
from ontology.spelling import fold

NESTED = 12  # phrases behind one that can lie within it
_TO = frozenset({"الي", "لدي", "في", "عن", "من", "حول"})  # lead on to a place or another body
_IN = "في"  # عضو في الحزب


class Title:
    """The title in a person's phrase: its words, up to the name, and the phrases in it."""

    def __init__(self, analysis: Analysis, number: int, names: Names) -> None:
        """Phrase ``number``, a person's that begins with a title."""
        self._analysis, self._names = analysis, names
        self._phrase = phrase = analysis.phrases[number]
        self._tokens = analysis.sentences[phrase.sentence].tokens
        behind = range(number + 1, min(number + NESTED, len(analysis.phrases)))
        self._inside = [i for i in behind if phrase.holds(analysis.phrases[i])]
        own = [
            analysis.phrases[i]
            for i in self._inside
            if analysis.actors[i] == analysis.actors[number] and not self._is_title(analysis.phrases[i].first)
        ]
        self._first = self._office(own)
        self._last = min((p.first for p in own if p.first > self._first), default=phrase.last)

    def bodies(self) -> Iterator[tuple[int | str, AffiliationKind]]:
        """The body that is served, as a phrase, else the state of a nisba; with the kind of tie."""
        state = self._state()
        served = [i for i in self._outermost() if self._serves(self._analysis.phrases[i], state)]
        for i in served[:1]:
            yield i, self._kind(self._analysis.phrases[i].type)
        if not served and state is not None and self._word(self._first) not in load_function_words()["laymen"]:
            yield state[0], self._kind("state")

    def _outermost(self) -> list[int]:
        """The bodies in the title that lie in no other, groups left out."""
        phrases = self._analysis.phrases
        bodies = [i for i in self._inside if phrases[i].type not in {"person", "group"}]
        here = [i for i in bodies if self._first < phrases[i].last <= self._last]
        return [i for i in here if not any(phrases[j].holds(phrases[i]) for j in here)]

    def text(self) -> str:
        """The office as written, without name and conjunction; empty for نظيره, which names none."""
        if self._word(self._first) in load_function_words()["counterparts"]:
            return ""
        return _text(self._tokens[self._first : self._end()], len(self._phrase.clitics) if self._is_first() else 0)

    def _end(self) -> int:
        """Where the office ends: before the name, of which a part may stand outside the phrase that names it.

        What is indefinite behind the last body or nisba is a first name; without a name found, all behind is.
        """
        state = self._state()
        bodies = [p.last for p in (self._analysis.phrases[i] for i in self._inside) if p.type != "person"]
        least = max(
            [last for last in bodies if last <= self._last] + ([state[1]] if state is not None else []), default=0
        )
        if self._last == self._phrase.last:
            return least or self._last
        end = self._last
        while end > max(least, self._first + 1) and not self._tokens[end - 1].form.startswith("ال"):
            end -= 1
        return end

    def _office(self, own: Sequence[Phrase]) -> int:
        """The first word of the office, behind words of honour or a title with the name: السفير فلان، المتحدث باسم."""
        first = self._phrase.first
        behind = max((p.last for p in own if p.first == first + 1), default=0)
        if not behind and not self._is_honour(first):
            return first
        later = (k for k in range(max(behind, first + 1), self._phrase.last) if self._is_title(k))
        return next((k for k in later if not self._is_honour(k)), first)

    def _serves(self, phrase: Phrase, state: tuple[str, int] | None) -> bool:
        """Whether the body stands in construct or behind لـ, بـ or باسم, in a member's title also behind في.

        Behind a nisba لـ leads on to a place: المبعوث الأممي لليمن.
        """
        before = self._tokens[phrase.first - 1].form
        if phrase.type == "state" and phrase.clitics.endswith("ل") and state is not None and state[1] <= phrase.first:
            return False
        return before not in _TO or (before == _IN and self._is_member())

    def _kind(self, body: ActorType) -> AffiliationKind:
        classes, word = load_function_words(), self._word(self._first)
        if word in classes["spokespersons"]:
            return "spokespersonOf"
        if self._is_member():
            return "memberOf"
        if body in {"organization", "armed_group"}:
            return "leads" if word in united("leaders", "heads") else "holdsOffice"
        return "leads" if word in classes["rulers"] else "holdsOffice"

    def _state(self) -> tuple[str, int] | None:
        """The state of the title's nisba, a member's also behind في, and the token behind it."""
        ends = _TO - {_IN} if self._is_member() else _TO
        return state_of(self._analysis, self._names, self._phrase, range(self._first + 1, self._last), ends)

    def _is_member(self) -> bool:
        """Whether the title says no more than that one belongs: عضو, قيادي; not نائب رئيس, a deputy."""
        classes, word = load_function_words(), self._word(self._first)
        deputy = self._first + 1 < self._last and self._is_title(self._first + 1)
        return word in classes["laymen"] or (word in classes["members"] and not deputy)

    def _word(self, k: int) -> str:
        form = self._tokens[k].form
        return words.without_article(self._phrase.form.split()[0] if k == self._phrase.first else form)

    def _is_title(self, k: int) -> bool:
        return is_title(self._word(k))

    def _is_honour(self, k: int) -> bool:
        return self._word(k) in load_function_words()["honorifics"]

    def _is_first(self) -> bool:
        return self._first == self._phrase.first


def home(analysis: Analysis, numbers: Iterable[int], names: Names) -> str | None:
    """The id of the one state that the titles among an actor's phrases say it serves; None for none or several.

    Whoever only belongs to a body (مراسلة الجزيرة) does not serve its state.
    """
    found: set[str] = set()
    for number in numbers:
        phrase = analysis.phrases[number]
        if phrase.type == "person" and is_title(phrase.form.split()[0]):
            for body, kind in Title(analysis, number, names).bodies():
                if kind == "memberOf":
                    continue
                told = body if isinstance(body, str) else analysis.known[body]
                state = told if told is None or names.type(told) == "state" else names.home(told)
                found |= {state} if state is not None else set()
    return found.pop() if len(found) == 1 else None


def state_of(
    analysis: Analysis, names: Names, phrase: Phrase, places: Iterable[int], ends: Container[str] = _TO
) -> tuple[str, int] | None:
    """The state of the first nisba of a phrase at one of ``places``, and the token behind it.

    Not that of what only describes it (القوات الموالية للرئيس اليمني), of another office in it, or behind ``ends``.
    """
    tokens = analysis.sentences[phrase.sentence].tokens
    for k in places:
        form = tokens[k].form
        if form in ends or words.without_article(form) in load_function_words()["ties"]:
            return None
        if phrase.type != "person" and is_title(form):
            return None
        if (state := names.nisba(form)) is not None:
            return state, k + 1
    return None


def _text(tokens: Sequence[Token], clitics: int) -> str:
    """The words of a title, as they stand without a preposition: للمرشد gives المرشد."""
    told = [token.surface for token in tokens]
    if clitics:
        told[0] = told[0][clitics:]
        if tokens[0].surface[clitics - 1 :].startswith("لل"):
            told[0] = "ا" + told[0]
    honorifics = load_function_words()["honorifics"]
    while len(told) > 1 and (not told[-1].isalnum() or words.without_article(fold(told[-1])) in honorifics):
        told.pop()
    return " ".join(told)
