"""Two phrases that a clause makes one actor: طرف سياسي، هو زعيم الحركة سالم الراوي (Ryding 2005, 4.1).

So is who is told of by the name that he has or takes, in a relative clause (14.3): مجموعة تطلق على نفسها كتائب النور.

A name in brackets right behind an office says who holds it: وزير الخارجية (سالم الراوي).

Takes the sentences of an article and its cast, gives the cast in which what names nobody is the actor whom the
pronoun behind it introduces.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.cast.coreference import Cast
from ingest.naming.roles import is_title
from ingest.text import words
from ingest.text.mentions import Phrase
from ingest.text.sentences import Sentence, Token
from ontology.function_words import load_function_words, united

_COMMAS = frozenset("،,-–")
NAMING_GAP = 8  # tokens between who takes a name and the name
GAP = 3  # tokens between the two: a comma, the pronoun, a quotation mark


def equated(split: Sequence[Sentence], cast: Cast) -> Cast:
    """The cast with one actor for every two phrases that are equated; the same where there are none."""
    same: dict[int, int] = {}
    for one, other in _pairs(split, cast):
        a, b = (same.get(cast.actors[i], cast.actors[i]) for i in (one, other))
        same = {**{k: (b if v == a else v) for k, v in same.items()}, a: b}
    if not same:
        return cast
    numbers: dict[int, int] = {}
    merged = (same.get(actor, actor) for actor in cast.actors)
    return replace(cast, actors=tuple(numbers.setdefault(actor, len(numbers)) for actor in merged))


def _pairs(split: Sequence[Sentence], cast: Cast) -> Iterator[tuple[int, int]]:
    """What names nobody and whom it is told to be."""
    outer = [i for i, phrase in enumerate(cast.phrases) if phrase.within is None]
    for one, other in pairwise(outer):
        first, second = cast.phrases[one], cast.phrases[other]
        if first.sentence == second.sentence and 0 < second.first - first.last <= NAMING_GAP:
            between = split[first.sentence].tokens[first.last : second.first]
            if _is_bracketed(split[first.sentence].tokens, first, second) and _is_of_role(cast, one):
                yield one, other
                continue
            pronoun = [token.form for token in between if token.form.isalnum()]
            marks = [token.surface for token in between if not token.form.isalnum()]
            told = len(between) <= GAP and len(pronoun) == 1
            told = told and pronoun[0].removeprefix("و") in load_function_words()["identifying"]
            marked = bool(marks[:1]) and _COMMAS.issuperset(marks)
            called = _names([token.form for token in between])
            if (called or (told and (marked or first.type == second.type == "person"))) and _is_vague(
                first, cast.known[one]
            ):
                yield one, other


def _is_bracketed(tokens: Sequence[Token], office: Phrase, name: Phrase) -> bool:
    """Whether a person's name of two words or more is all that stands in the brackets right behind an office."""
    if name.first != office.last + 1 or name.last >= len(tokens) or name.type != "person":
        return False
    brackets = tokens[office.last].surface == "(" and tokens[name.last].surface == ")"
    return brackets and name.type == office.type and name.length > 1 and not any(map(is_title, name.form.split()))


def _is_of_role(cast: Cast, one: int) -> bool:
    """Whether no phrase of the actor names anybody: all of them are offices."""
    actor = cast.actors[one]
    own = (p for i, p in enumerate(cast.phrases) if cast.actors[i] == actor)
    return cast.known[one] is None and all(is_title(p.form.split()[0]) for p in own)


def _names(between: Sequence[str]) -> bool:
    """Whether the words before a name say that it is one: يدعى، تطلق على نفسها اسم، المعروفة باسم."""
    said, classes = [form for form in between if form.isalnum()], load_function_words()
    while said and said[-1] in classes["names"]:
        said.pop()
    if said and said[-1] in classes["selves"]:
        said.pop()
        said = said[:-1] if said[-1:] == ["علي"] else said
        return bool(said) and said[-1] in classes["naming_oneself"]
    return bool(said) and said[-1] in classes["named"]


def _is_vague(phrase: Phrase, known: str | None) -> bool:
    """Whether the phrase names nobody: an indefinite word for a person or a side, or for an office of nobody's."""
    head, *rest = phrase.form.split()
    indefinite = known is None and words.without_article(head) == head
    office = phrase.type == "person" and is_title(head.removesuffix("ا"))
    free = rest[:1] == ["من"] or not any(word.startswith("ال") for word in rest)
    office = office and free  # مبعوث تركي، مبعوث من الرئيس, not وزير الدفاع
    return indefinite and (office or head in united("sides", "vague_roles"))
