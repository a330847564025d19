"""A word for one's own state or a government is not the state beside it: طالبت الحكومة إيران، دعم بلاده لأوكرانيا.

Where nobody tells whose it is, it has been taken for the state that the article names most. What depends on the same
verb or masdar is another, though: a pronoun of the clause's own subject would be نفسها (Ryding 2005, 12), and what
و joins are two. Nor does anybody back himself: a government is not the state that a participle or relative clause
right behind it tells to back it (النظام المدعوم من روسيا; 11 and 14). Takes the cast of an article and its contexts,
gives the cast with such words as an actor of their own; a government so called stays one in the whole article.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.cast.coreference import Cast
from ingest.text import words
from ingest.text.context import Context
from ontology.function_words import load_function_words, united

GAP = 3  # tokens between the two: بلاده هددت إثيوبيا، دعم بلاده الكامل لأوكرانيا
_WHERE = frozenset({"في", "من", "عن", "داخل", "لدي"})  # الحكومة في لبنان is Lebanon


def disjoint(cast: Cast, contexts: Sequence[Context]) -> Cast:
    """The cast in which no such word is the state that stands beside it; the same where there is none."""
    found = set(_found(cast, contexts))
    governments = {cast.phrases[i].form for i in found if not _is_own(cast, i)}
    if not found:
        return cast
    found |= {i for i, phrase in enumerate(cast.phrases) if phrase.form in governments}
    fresh: dict[tuple[int, str], int] = {}
    said = [(actor, cast.phrases[i].form) if i in found else None for i, actor in enumerate(cast.actors)]
    new = [
        actor if one is None else fresh.setdefault(one, max(cast.actors) + 1 + len(fresh))
        for actor, one in zip(cast.actors, said, strict=True)
    ]
    numbers: dict[int, int] = {}
    return replace(
        cast,
        known=tuple(None if i in found else known for i, known in enumerate(cast.known)),
        actors=tuple(numbers.setdefault(actor, len(numbers)) for actor in new),
    )


def _found(cast: Cast, contexts: Sequence[Context]) -> Iterator[int]:
    for i, phrase in enumerate(cast.phrases):
        if phrase.type == "state" and (_is_own(cast, i) or _is_government(cast, i)):
            j = _beside(cast, contexts[phrase.sentence], i)
            if j is not None and cast.actors[j] == cast.actors[i]:
                yield i
    for context in contexts:
        yield from _backed(cast, context)


def _backed(cast: Cast, context: Context) -> Iterator[int]:
    """Each phrase for a government with the state that is told right behind it to back it."""
    for trigger in context.triggers:
        clause = trigger.kind == "V" and bool(trigger.pronoun)
        if trigger.relation != "supports" or not (clause or trigger.kind == "S"):
            continue
        k = trigger.token
        relative = clause and k > 0 and context.tokens[k - 1].form in load_function_words()["relatives"]
        if clause and not relative:
            continue
        i = next((i for i in context.phrases if 0 <= k - relative - cast.phrases[i].last <= 1), None)
        by = next((j for j in context.phrases if trigger.until <= cast.phrases[j].first <= trigger.until + 2), None)
        named = i is None or cast.phrases[i].type != "state" or not _is_of_government(cast, i)
        if not named and i is not None and by is not None and cast.actors[by] == cast.actors[i]:
            yield i


def _beside(cast: Cast, context: Context, i: int) -> int | None:
    """The next phrase, if it is a state's name that the same word governs."""
    end = cast.phrases[i].last
    j = next((j for j in context.phrases if cast.phrases[j].first >= end), None)
    if j is None or cast.known[j] is None or cast.phrases[j].type != "state" or cast.phrases[j].within is not None:
        return None
    between = [token.form for token in context.tokens[end : cast.phrases[j].first]]
    stops = united("complementizers", "clause_openers", "relatives", "with_subject") | _WHERE
    apart = any(not form.isalnum() or words.stem(form) in stops or form in stops for form in between)
    return None if len(between) > GAP or apart or context.prepositions.get(j, "") in _WHERE else j


def _is_own(cast: Cast, i: int) -> bool:
    form = cast.phrases[i].form.split()
    return len(form) == 1 and words.without_article(form[0]) in load_function_words()["own_states"]


def _is_government(cast: Cast, i: int) -> bool:
    form = cast.phrases[i].form.split()
    return len(form) == 1 and words.without_article(form[0]) in load_function_words()["governments"]


def _is_of_government(cast: Cast, i: int) -> bool:
    """Whether the phrase begins with a word for a government, whatever more it tells: الحكومة المعترف بها دوليا."""
    return words.without_article(cast.phrases[i].form.split()[0]) in load_function_words()["lone_states"]
