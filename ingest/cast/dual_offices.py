"""Two officials told of by an office in the dual and whose they are: وزيرا خارجية مصر والأردن، رئيسا الوزراء.

Takes the cast of an article and a context, gives such offices. The dual in construct has no ن (Ryding 2005, 7.1 and
8.1); the states stand behind the office, two that و joins or two nationalities (10.2). Where names stand behind them,
the persons are told already (``ingest.naming.shared_offices``), and nothing is given.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from ingest.cast.coreference import Cast
from ingest.naming.names import Names
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words

LONGEST = 4  # words of an office between the dual and the first state: وزيرا الدولة للشؤون الخارجية في
_EACH, _COMMAS = frozenset({"كل", "كلا", "من"}), frozenset("،,")
_DEFINITE = "ال"
Half = tuple[int, int, str]  # first token, one behind the last, id of the state
Made = tuple[Phrase, str | None, int]  # with the actor's id and number


@dataclass(frozen=True, slots=True)
class DualOffice:
    """An office of two at token ``first``, with what is joined before it and each one's state."""

    first: int
    clitics: str
    office: str  # in the singular
    halves: tuple[Half, Half]
    covered: frozenset[int]  # the phrases on it that name no state of the two
    states: frozenset[int]  # those that do

    def placed(self, two: Iterable[Made]) -> Iterator[Made]:
        """Two persons' phrases, the first with the office, as they stand in the sentence; their states may be meant."""
        begin, end = self.halves[1][:2]
        places = (self.first, begin, self.clitics), (begin, end, "و")
        for (phrase, known, actor), (first, last, clitics) in zip(two, places, strict=True):
            told = replace(phrase, first=first, last=last, type="person", clitics=clitics, within=None)
            yield told, known, actor


def dual_offices(cast: Cast, context: Context, names: Names) -> Iterator[DualOffice]:
    """Every such office of the sentence, in order."""
    for k, token in enumerate(context.tokens):
        clitics, office = _dual(token.form)
        office = "" if names.so_called(token.form) and _is_titled(context, k + 1) else office  # استقبل رئيسي وزير
        halves = (_of_states(cast, context, k) or _of_nationalities(context, k, names)) if office else None
        if halves is None:
            continue
        end = halves[1][1]
        here = [i for i in context.phrases if cast.phrases[i].first < end and cast.phrases[i].last > k]
        if any(cast.phrases[i].last > end or cast.phrases[i].first < k for i in here) or _is_named(cast, context, end):
            continue
        states = {i for i in here if (cast.phrases[i].first, cast.phrases[i].last, cast.known[i]) in halves}
        yield DualOffice(k, clitics, office, halves, frozenset(here) - states, frozenset(states))


@cache
def _duals() -> dict[str, str]:
    """The duals in construct, each with the singular: وزيرا، وزيري، وزيرتا."""
    several = load_function_words()["both_persons"]
    return {dual[:-1]: f"{dual[:-3]}ه" if dual[:-2].endswith("ت") else dual[:-2] for dual in several}


def _dual(form: str) -> tuple[str, str]:
    """What is joined before a dual in construct, and its singular; empty for another word."""
    if form[-1:] not in {"ا", "ي"}:
        return "", ""
    parted = (("", form), *words.splits(form))
    return next(((clitics, _duals()[rest]) for clitics, rest in parted if rest in _duals()), ("", ""))


def _is_titled(context: Context, k: int) -> bool:
    return k < len(context.tokens) and context.tokens[k].form in load_function_words()["titles"]


def _of_states(cast: Cast, context: Context, k: int) -> tuple[Half, Half] | None:
    """The first two states behind the office, the second joined by و and no third one."""
    found = {}
    for i in context.phrases:
        phrase, state = cast.phrases[i], cast.known[i]
        if phrase.type == "state" and state is not None and phrase.first > k:
            found[phrase.first] = (phrase.first, phrase.last, state)
    one = found.get(min(found, default=0))
    if one is None or not _is_office(context, k + 1, one[0]):
        return None
    other = found.get(one[1])
    told = other is not None and context.tokens[other[0]].form[:1] == "و" and one[2] != other[2]
    return (one, other) if told and other is not None and not _goes_on(context, other[1]) else None


def _of_nationalities(context: Context, k: int, names: Names) -> tuple[Half, Half] | None:
    """The two nationalities behind a definite office: وزيرا الخارجية المصري والأردني."""
    tokens = context.tokens
    for j in range(k + 2, min(len(tokens) - 1, k + 2 + LONGEST)):
        one, other = tokens[j].form, tokens[j + 1].form
        if not tokens[j - 1].form.startswith(_DEFINITE):
            return None
        if one.startswith(_DEFINITE) and (state := names.nisba(one)) is not None:
            second = names.nisba(other[1:]) if other.startswith("وال") else None
            told = second is not None and second != state and not _goes_on(context, j + 2)
            return ((j, j + 1, state), (j + 1, j + 2, second)) if told and second is not None else None
    return None


def _is_office(context: Context, first: int, last: int) -> bool:
    """Whether the words can be of an office and go on with whose it is: no mark, no preposition."""
    between = context.tokens[first:last]
    plain = all(t.surface.isalpha() and (t.form in _EACH or not _is_preposition(t.form)) for t in between)
    return plain and len(between) <= LONGEST and not any(t.form.startswith(_DEFINITE) for t in between[-1:])


def _is_preposition(form: str) -> bool:
    classes = load_function_words()
    return any(form in classes[name] for name in ("prepositions", "relatives", "complementizers"))


def _goes_on(context: Context, k: int) -> bool:
    """Whether و joins a definite word or state more: السعودية وتركيا والعراق."""
    tokens = context.tokens
    return k < len(tokens) and tokens[k].form.startswith("وال")


def _is_named(cast: Cast, context: Context, end: int) -> bool:
    """Whether persons are named right behind, over a comma or none."""
    tokens = context.tokens
    end += end < len(tokens) and tokens[end].surface in _COMMAS
    return any(cast.phrases[i].first == end and cast.phrases[i].type == "person" for i in context.phrases)
