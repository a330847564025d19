"""Whom a definite dual of office can stand for: الرئيسان الروسي والتركي، للقاء الوزيرين (Ryding 2005, 7.2 and 10.2).

Takes the cast of an article, a context and a token. Two nationalities behind it tell whose the two are; the one person
whom its clause has named is none of them.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence

from ingest.cast.cast_index import CastIndex
from ingest.cast.coreference import Cast
from ingest.naming.names import Names
from ingest.text import words
from ingest.text.context import Context
from ontology.function_words import load_function_words

PAIR = 2  # nationalities behind a dual
NAMED = frozenset({"person", "state", "organization", "armed_group"})
CALL_REACH = 10  # tokens from a call to the two sides that it is for
_UPON_BOTH = frozenset({"demands", "threatens"})


def divided(behind: Sequence[str], names: Names) -> tuple[str, str] | None:
    """The states of the two nationalities that the words are, the second joined by و; None where they are not two."""
    if len(behind) != PAIR or behind[1][:1] != "و":
        return None
    one, other = names.nisba(behind[0]), names.nisba(behind[1][1:])
    return None if one is None or other is None or one == other else (one, other)


def one_of(dual: str) -> str:
    """What one of the two is called: وزيران، وزيرتين."""
    return f"{dual[:-3]}ه" if dual[:-2].endswith("ت") else dual[:-2]


def bearers(states: tuple[str, str], persons: Iterable[int], home: Callable[[int], str | None]) -> list[int]:
    """The first of ``persons``, nearest first, of each state; nobody unless both are told of."""
    found: dict[str, int] = {}
    for person in persons:
        state = home(person)
        if state is not None and state in states:
            found.setdefault(state, person)
    return [found[state] for state in states] if len(found) == len(states) else []


def not_meant(cast: Cast, index: CastIndex, context: Context, k: int) -> set[int]:
    """The one person whom the clause names before a dual that is not its subject: يصل الوسيط للقاء الوزيرين."""
    before = ((cast.phrases[i], cast.actors[i]) for i in index.before(context.number, k))
    here = {actor for p, actor in before if p.sentence == context.number and p.type == "person"}
    oblique = words.without_article(context.tokens[k].form).endswith("ين")
    return here if oblique and len(here) == 1 else set()


def tells_attendants(context: Context) -> bool:
    """Whether the sentence opens with a verb of attending, so that a dual behind it is of those who met: كما حضره."""
    opening = [token.form for token in context.tokens[:2]]
    return any(form in load_function_words()["attended"] for form in opening[opening[:1] == ["كما"] :][:1])


def calling(cast: Cast, index: CastIndex, context: Context, k: int) -> set[int] | None:
    """Who calls upon two, or threatens them: حضت واشنطن البلدين على، دعا الأمين العام الطرفين إلى، مناشدا الطرفين.

    None where nobody does, or the two do: طالب الطرفان (7.1).
    """
    if context.tokens[k].form.endswith("ان") or not any(
        t.relation in _UPON_BOTH and t.kind in "VA" and 0 < k - t.token <= CALL_REACH for t in context.triggers
    ):
        return None
    here = (i for i in index.before(context.number, k) if cast.phrases[i].sentence == context.number)
    return {cast.actors[i] for i in here if k - cast.phrases[i].last <= CALL_REACH}


def called_upon(cast: Cast, index: CastIndex, context: Context, k: int, callers: Container[int]) -> list[int]:
    """The two that a call upon both sides is for: of those that the text names most, not who calls; else nobody."""
    before = [(cast.phrases[i], cast.actors[i]) for i in index.before(context.number, k)][::-1]
    for kinds in ({"state", "armed_group"}, NAMED - {"person"}):
        counted = Counter(actor for p, actor in before if p.type in kinds and actor not in callers)
        if len(counted) >= PAIR:
            return [actor for actor, _ in counted.most_common(PAIR)]
    return []


def facing_two(cast: Cast, index: CastIndex, context: Context, k: int, two: list[int]) -> list[int]:
    """The two before a dual; nobody where و joins them as those whom somebody met: اجتمع فلان بفلان وفلان.

    Who faces whom, such a sentence leaves open (Ryding 2005, 18.1); otherwise التقى فلان فلانا في باريس، وطالب الطرفان.
    """
    last: dict[int, int] = {}
    for i in index.before(context.number, k):
        if cast.phrases[i].sentence == context.number and cast.phrases[i].type in {"person", "group"}:
            last.setdefault(cast.actors[i], i)
    if len(two) < PAIR or len(last) <= PAIR or not set(two) <= last.keys():
        return two
    one, other = sorted((cast.phrases[last[actor]] for actor in two), key=lambda p: p.first)
    return [] if other.clitics == "و" and 0 <= other.first - one.last <= 1 else two
