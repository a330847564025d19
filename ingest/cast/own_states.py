"""Whose state بلاده is: of who acts, rather than of whom he speaks to or is with.

أكد الملك في اتصال مع الرئيس اللبناني دعم بلاده، قال الوزير لنظيره التركي إن بلاده مستعدة (Ryding 2005, 12.3). Takes the
cast of an article and its contexts, gives the same with each such word as the state of that person, where his titles,
the gazetteer or the delegation that he leads tell it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.cast.cast_index import CastIndex
from ingest.cast.coreference import Cast
from ingest.cast.delegates import sent_by
from ingest.grammar import agreement
from ingest.naming.names import Names
from ingest.naming.roles import role, states
from ingest.naming.titled_names import is_titled
from ingest.text import words
from ingest.text.context import Context
from ontology.function_words import load_function_words

_COMPANY = frozenset({"مع", "ل"})


def person(cast: Cast, index: CastIndex, context: Context, k: int) -> int | None:
    """The actor whose state stands at token ``k``: the last person before, but who acts rather than his company.

    The speaker has been tried for all that he says, and lost: thanks and messages tell as often of the other's state.
    """
    earlier = list(index.before(context.number, k))
    before = [i for i in earlier if cast.phrases[i].type == "person" and not _is_of_nations(cast.phrases[i].form)]
    body = next((i for i in earlier if _is_body(cast, context, k, i)), None)
    if body is not None and (not before or cast.phrases[before[0]].sentence < context.number):
        return cast.actors[body]  # قالت الخارجية الجزائرية إن بلادها
    if not before:
        return None
    here = [i for i in before if cast.phrases[i].sentence == context.number and not context.prepositions.get(i)]
    free = [i for i in here if _agrees(cast, context, k, i)]
    company = context.prepositions.get(before[0]) in _COMPANY
    return cast.actors[free[0] if company and free else before[0]]


def _is_body(cast: Cast, context: Context, k: int, phrase: int) -> bool:
    """Whether the phrase is a body of this sentence without preposition that a feminine possessive takes up."""
    here = cast.phrases[phrase]
    bare = here.sentence == context.number and not context.prepositions.get(phrase)
    return (
        bare
        and here.type == "organization"
        and context.tokens[k].form.endswith("ها")
        and _agrees(cast, context, k, phrase)
    )


def _agrees(cast: Cast, context: Context, k: int, phrase: int) -> bool:
    """Whether the possessive at token ``k`` agrees with the phrase: بلاده, بلادها."""
    form = context.tokens[k].form
    gender = "f" if form.endswith("ها") else "m" if form.endswith("ه") else ""
    return agreement.agree(gender, agreement.of_phrase(cast.phrases[phrase]))


def with_own_states(cast: Cast, contexts: Sequence[Context], names: Names) -> Cast:
    """The cast with one's own states as the states they are; the same where there are none."""
    found = dict(_found(cast, contexts, names))
    return renamed(cast, found) if found else cast


def renamed(cast: Cast, found: Mapping[int, str]) -> Cast:
    """The cast with the phrases of ``found`` as the states whose ids it gives."""
    by_id = {known: actor for known, actor in zip(cast.known, cast.actors, strict=True) if known is not None}
    fresh = max(cast.actors) + 1
    new = {i: by_id.setdefault(home, fresh + n) for n, (i, home) in enumerate(sorted(found.items()))}
    numbers: dict[int, int] = {}
    actors = (new.get(i, actor) for i, actor in enumerate(cast.actors))
    return replace(
        cast,
        known=tuple(found.get(i, known) for i, known in enumerate(cast.known)),
        actors=tuple(numbers.setdefault(actor, len(numbers)) for actor in actors),
    )


def _found(cast: Cast, contexts: Sequence[Context], names: Names) -> Iterator[tuple[int, str]]:
    """Each phrase for one's own state with the state."""
    own = [i for i, phrase in enumerate(cast.phrases) if _is_own(cast, i) and phrase.type == "state"]
    if not own:
        return
    index = CastIndex(cast)
    for i in own:
        whose = person(cast, index, contexts[cast.phrases[i].sentence], cast.phrases[i].first)
        state = None if whose is None else home(cast, index, names, whose)
        if state is None and whose is not None:
            state = sent_by(cast, index, contexts, names, whose)
        if state is not None:
            yield i, state


def _is_own(cast: Cast, i: int) -> bool:
    """Whether the phrase is one word for somebody's state, or its government; of a first person it is who speaks."""
    classes, (head, *rest) = load_function_words(), cast.phrases[i].form.split()
    own = rest[0] if len(rest) == 1 and head in classes["governments"] else head
    return len(rest) < 2 and words.without_article(own) in classes["own_states"]


def home(cast: Cast, index: CastIndex, names: Names, actor: int) -> str | None:
    """The state of an actor: by its titles, else by the gazetteer; a nisba that ends his name tells none: السوداني."""
    surnames = {row[-1] for i in index.phrases(actor) if len(row := _name_alone(cast, i)) > 1}
    for i in index.phrases(actor):
        form = cast.phrases[i].form.split()
        for state in sorted(states(role(form[: len(form) - (form[-1] in surnames)], names))):
            return state[1:]
        identifier = cast.known[i]
        if identifier is not None and (known := names.home(identifier)) is not None:
            return known
    return None


def _name_alone(cast: Cast, i: int) -> list[str]:
    """The words of a known person's phrase that begins with no title; none for another."""
    phrase = cast.phrases[i]
    alone = phrase.type == "person" and cast.known[i] is not None and not is_titled(phrase.form)
    return phrase.form.split() if alone else []


def _is_of_nations(form: str) -> bool:
    """Whether the title is of the United Nations, in whose name nobody has a state of his own: المبعوث الأممي فلان."""
    return not load_function_words()["of_nations"].isdisjoint(map(words.without_article, form.split()))
