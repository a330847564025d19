"""Whose party or movement a word with a possessive is: قال رئيس حزب النور إن حزبه يرفض (Ryding 2005, 12.3).

Takes the cast of an article, gives the same with each such word, where it stands for itself, as the body that the
titles of the last person before it name; rather one of its kind that those of a person right before him name.
"""

from collections.abc import Iterator
from dataclasses import replace

from ingest.cast.coreference import Cast
from ingest.text import words
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words

_BODIES = frozenset({"organization", "armed_group"})
_PRONOUNS = ("ها", "ه")
_REACH = 3  # persons, the last ones, of whom one's body is of the kind sought: ستلتقي فلانا، وإن حركتها


def with_possessed(cast: Cast) -> Cast:
    """The cast with one's own bodies as the actors they are; the same where there are none."""
    found = dict(_owned(cast))
    if not found:
        return cast
    numbers: dict[int, int] = {}
    actors = (found.get(i, actor) for i, actor in enumerate(cast.actors))
    return replace(cast, actors=tuple(numbers.setdefault(actor, len(numbers)) for actor in actors))


def _owned(cast: Cast) -> Iterator[tuple[int, int]]:
    """Each such phrase with its actor."""
    bodies: dict[int, dict[str, int]] = {}  # the bodies that a person's titles name, the first of each kind
    last: tuple[int, Phrase] | None = None
    told: list[int] = []  # the persons, the last one last
    for i, phrase in enumerate(cast.phrases):
        if phrase.type == "person" and phrase.within is None and not _is_own(phrase):
            last = (cast.actors[i], phrase)
            told.append(cast.actors[i])
        elif last is not None and phrase.type in _BODIES and last[1].holds(phrase):
            bodies.setdefault(last[0], {}).setdefault(_kind(phrase), cast.actors[i])
        if last is not None and _is_own(phrase):
            kind, near = _kind(phrase), [bodies.get(person, {}) for person in told[: -_REACH - 1 : -1]]
            owned = next((named[kind] for named in near if kind in named), next(iter(near[0].values()), None))
            if owned is not None:
                yield i, owned


def _is_own(phrase: Phrase) -> bool:
    return phrase.form in load_function_words()["own_bodies"]


def _kind(phrase: Phrase) -> str:
    """The word for the kind of body, without article or pronoun: حركته gives حركه."""
    head = words.without_article(phrase.form.split()[0])
    stem = next((head.removesuffix(p) for p in _PRONOUNS if head.endswith(p)), head)
    return stem.removesuffix("ت")
