"""Whose government it is that a body of the same state calls upon: طالب مجلس النواب الأردني الحكومة، أوصى حكومة بلاده.

Takes the cast of an article, its contexts and the names; gives the cast with each such word for a government, which
else would be the state that the article names most, as the state whose nisba or title the body or its member has: a
parliament, an opposition, a party or a union has to do with its own government (Ryding 2005, 10.2).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.cast.cast_index import CastIndex
from ingest.cast.coreference import Cast
from ingest.cast.own_states import home, renamed
from ingest.naming.names import Names
from ingest.naming.roles import role, states
from ingest.text import words
from ingest.text.context import Context
from ingest.text.scope import is_in
from ontology.function_words import load_function_words

REACH = 24  # tokens from a call to the government that it is for
_CALLS = frozenset({"demands", "threatens"})
SEVERAL = 2  # persons of one state, at least, that make it the article's own
NEAR = 2  # tokens from the act to the government: بالانسحاب من الحكومة
LONGEST = 2  # words of one that names no state: الحكومة الشرعية، حكومة بلاده


def with_own_governments(cast: Cast, contexts: Sequence[Context], names: Names) -> Cast:
    """The cast with one's own governments as the states they are; the same where there are none."""
    found = dict(_found(cast, contexts, names))
    return renamed(cast, found) if found else cast


def _found(cast: Cast, contexts: Sequence[Context], names: Names) -> Iterator[tuple[int, str]]:
    """Each phrase for a government with its state."""
    index: CastIndex | None = None
    usual: str | None = None  # where most persons of the article belong, once asked for
    for i, phrase in enumerate(cast.phrases):
        if phrase.type != "state" or not _is_government(phrase.form.split(), names):
            continue
        context = contexts[phrase.sentence]
        called = any(t.relation in _CALLS and 0 < phrase.first - t.token <= REACH for t in context.triggers)
        left = _is_left(context, phrase.first)
        if not (called or left):
            continue
        index = index or CastIndex(cast)
        for j in index.before(phrase.sentence, phrase.first):
            if cast.phrases[j].sentence != phrase.sentence:
                break
            owns = _is_domestic(cast.phrases[j].form) or (left and cast.phrases[j].type == "person")
            state = home(cast, index, names, cast.actors[j]) if owns else None
            if owns and state is None:
                usual = _usual(cast, index, names) if usual is None else usual
                state = usual or None
            if state is not None:
                yield i, state
                break


def _usual(cast: Cast, index: CastIndex, names: Names) -> str:
    """The state that most persons of the article belong to, several of them; empty for none."""
    persons = {a for a, phrase in zip(cast.actors, cast.phrases, strict=True) if phrase.type == "person"}
    homes = Counter(filter(None, (home(cast, index, names, a) for a in sorted(persons))))
    (first, count), (_, next_) = [*homes.most_common(2), ("", 0), ("", 0)][:2]
    return first if count >= SEVERAL and count > next_ else ""


def _is_left(context: Context, first: int) -> bool:
    """Whether somebody threatens to leave or end the government, which can only be one's own: هدد بحل الحكومة."""
    near = context.tokens[max(0, first - NEAR) : first]
    ends = any(is_in(words.split(token.form)[2], "leavings", "dissolutions", "topplings") for token in near)
    return ends and any(t.relation == "threatens" and 0 < first - t.token <= REACH for t in context.triggers)


def _is_government(form: Sequence[str], names: Names) -> bool:
    """Whether the words are for a government and name no state."""
    head = words.without_article(form[0])
    governs = head in load_function_words()["governments"]
    return governs and len(form) <= LONGEST and not states(role(form, names))


def _is_domestic(form: str) -> bool:
    """Whether the phrase is of a body that has to do with its own government, or of its member."""
    return not load_function_words()["domestic_bodies"].isdisjoint(map(words.without_article, form.split()))
