"""Whom an article calls its guest: الوزير الضيف, the minister who was received; الضيف الياباني, who came from Japan.

Takes the cast of an article, gives the cast in which such a phrase is the person or delegation named before that fits
its title and nationality. Who received is none, and so is who stands before it in its own sentence (أكد الأمير للرئيس
الضيف). Where somebody's own name is الضيف, nobody is meant.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.cast.cast_index import CastIndex
from ingest.cast.coreference import Cast
from ingest.naming.names import Names
from ingest.naming.roles import role, states
from ingest.text import words
from ingest.text.mentions import Phrase
from ingest.text.sentences import Sentence
from ontology.function_words import load_function_words, united


def with_visitors(split: Sequence[Sentence], cast: Cast, names: Names) -> Cast:
    """The cast with one actor for every guest and whom he was introduced as; the same where there are none."""
    called = [i for i, phrase in enumerate(cast.phrases) if cast.known[i] is None and _is_guest(phrase, names)]
    if not called or any(_is_named_so(phrase) for phrase in cast.phrases):
        return cast
    index, same = CastIndex(cast), dict[int, int]()
    for i in called:
        visitor = next(_fitting(split, cast, index, names, i), None)
        if visitor is not None:
            same[cast.actors[i]] = same.get(visitor, visitor)
    if not same:
        return cast
    numbers: dict[int, int] = {}
    merged = (same.get(actor, actor) for actor in cast.actors)
    return replace(cast, actors=tuple(numbers.setdefault(actor, len(numbers)) for actor in merged))


def _is_guest(phrase: Phrase, names: Names) -> bool:
    """Whether the phrase is only a word for a guest, with a title before it and nationalities: الرئيس المصري الضيف."""
    form, guests = phrase.form.split(), load_function_words()["visitors"]
    titles = united("titles", "delegations", "vague_roles")
    others = [word for word in form if word not in guests]
    told = all(words.without_article(word) in titles or names.nisba(word) is not None for word in others)
    return len(others) < len(form) and told and all(word.startswith("ال") for word in form)


def _is_named_so(phrase: Phrase) -> bool:
    """Whether somebody has the word for a last name: محمد الضيف."""
    form = phrase.form.split()
    return len(form) > 1 and form[-1] in load_function_words()["visitors"] and not form[-2].startswith("ال")


def _fitting(split: Sequence[Sentence], cast: Cast, index: CastIndex, names: Names, i: int) -> Iterator[int]:
    """The actors named before phrase ``i`` who may be the guest, the last first."""
    phrase, classes = cast.phrases[i], load_function_words()
    told = [word for word in phrase.form.split() if word not in classes["visitors"]]
    own = {state for word in told if (state := names.nisba(word)) is not None}
    titles = {words.without_article(word) for word in told if names.nisba(word) is None} - classes["vague_roles"]
    delegation = bool(titles & classes["delegations"])
    for number in index.last(phrase.sentence, phrase.first, {"group"} if delegation else {"person"}):
        mine = [cast.phrases[j] for j in index.phrases(number)]
        if number == cast.actors[i] or any(_receives(split, one, phrase) for one in mine):
            continue
        if delegation:
            if any(one.form.split()[0].removesuffix("ا") in titles for one in mine):
                yield number
        elif not own or own & _homes(cast, index, names, number):
            called = index.words(number)
            if titles <= called or called & classes["counterparts"]:  # نظيره has his host's office
                yield number


def _receives(split: Sequence[Sentence], one: Phrase, guest: Phrase) -> bool:
    """Whether the phrase stands right behind a word of receiving, or before the guest in the same sentence."""
    if one.sentence == guest.sentence and one.first < guest.first:
        return True
    before = split[one.sentence].tokens[one.first - 1].form if one.first else ""
    return words.by_shape(before)[2] in load_function_words()["receiving"]


def _homes(cast: Cast, index: CastIndex, names: Names, number: int) -> set[str]:
    """The states of an actor, by titles and by the gazetteer."""
    found: set[str] = set()
    for j in index.phrases(number):
        found |= {state[1:] for state in states(role(cast.phrases[j].form.split(), names))}
        known = cast.known[j]
        home = None if known is None else names.home(known)
        found |= {home} if home is not None else set()
    return found
