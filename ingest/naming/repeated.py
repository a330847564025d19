"""Names found by looking them up: those of the gazetteer, and those that the article has told once.

Takes the sentences of an article and, for the latter, the phrases found so far; gives further phrases. A paper
introduces an actor in full and then calls it short, so that persons are looked for by their last word too.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.naming.runs import NONE, Known, Runs
from ingest.reading import ActorType
from ingest.text import name_rules, words
from ingest.text.mentions import Phrase, Vocabulary, phrase_at
from ingest.text.sentences import Sentence, Token
from ontology.function_words import load_function_words

LONGEST_NAME = 4  # words of a name that is looked for again
SHORTEST_NAME = 4  # letters
_GOVERNING = frozenset({"مع", "الي", "عن", "من", "ضد"})


def known_names(sentences: Sequence[Sentence], names: Known, known: Vocabulary) -> Iterator[Phrase]:
    """The longest strong name of the gazetteer at every token."""
    for number, sentence in enumerate(sentences):
        last, forms = 0, [token.form for token in sentence.tokens]
        for first, form in enumerate(forms):
            if first < last:
                continue
            rest = known.bare(form)[1]
            match = _longest(forms, first, rest, names.get(rest, NONE))
            if match is not None and not _is_anothers(sentence.tokens, (first, match[0]), rest, names.get(rest, NONE)):
                last = match[0]
                if match[1] != "person" or not name_rules.names_place(sentence.tokens, first):
                    yield phrase_at(sentences, number, first, last, match[1], "gazetteer", known)


def _longest(forms: Sequence[str], first: int, head: str, named: Runs) -> tuple[int, ActorType] | None:
    found = None
    for length, kind in named.at(head, forms, first):
        found = first + length, kind
    return found


def _is_anothers(
    tokens: Sequence[Token], place: tuple[int, int], head: str, named: Mapping[tuple[str, ...], ActorType]
) -> bool:
    """Whether an adjective makes the body's name another's, as longer names tell: مجلس الأمن القومي (Ryding 10.1)."""
    first, last = place
    if last >= len(tokens) or not tokens[last].form.startswith("ال"):
        return False
    here = (head, *(t.form for t in tokens[first + 1 : last + 1]))
    longer = (name for name, kind in named.items() if kind != "person" and len(name) > len(here))
    return any(name[: len(here)] == here for name in longer)


def repeated(
    sentences: Sequence[Sentence],
    places: list[dict[tuple[int, int, int], Phrase]],
    known: Vocabulary,
    nisba: Callable[[str], object],
) -> Iterator[Phrase]:
    """Further places of names already found: persons also by their last word; a nisba alone behind a preposition."""
    heads: dict[str, Runs] = {}
    of_states: set[str] = set()
    for name, kind in _names(places):
        if len(name) > 1 or nisba(name[0]) is None or kind == "person":
            runs = heads.setdefault(name[0], Runs())
            runs.add(name, runs.get(name, kind))
        if len(name) == 1 and kind == "person" and nisba(name[0]) is not None:
            of_states.add(name[0])
    for number, sentence in enumerate(sentences):
        taken = {i for p in places[number].values() for i in range(p.first, p.last)}
        forms = [token.form for token in sentence.tokens]
        for first, form in enumerate(forms):
            if first in taken:
                continue
            rest = known.bare(form)[1]
            match = _longest(forms, first, rest, heads.get(rest, NONE))
            free = match is not None and not taken & set(range(first, match[0]))
            free &= rest not in of_states or _is_governed(forms, first, rest)
            if match is not None and free and not name_rules.names_place(sentence.tokens, first):
                yield phrase_at(sentences, number, first, match[0], match[1], "repeated", known)


def _is_governed(forms: Sequence[str], k: int, name: str) -> bool:
    """Whether a preposition is joined to the name or stands before it, so that it describes nothing: للسوداني (16)."""
    joined = forms[k] != name and words.split(forms[k])[1] in {"لل", "بال"}
    return joined or (forms[k] == name and k > 0 and forms[k - 1] in _GOVERNING)


def surnames(
    places: list[dict[tuple[int, int, int], Phrase]], nisba: Callable[[str], object], known: Container[str]
) -> Iterator[tuple[Phrase, Phrase]]:
    """Lone words taken for bodies that are a person's last name in the article, each with the person: النخالة.

    ``known``: the first words of known names.
    """
    last = {name[-1] for here in places for p in here.values() if (name := _full_name(p)) and nisba(name[-1]) is None}
    for here in places:
        for phrase in here.values():
            body = phrase.type in {"organization", "armed_group", "group"} and phrase.form not in known
            if body and phrase.form in last:
                yield phrase, replace(phrase, type="person")


def _full_name(phrase: Phrase) -> list[str]:
    """The words of a person's name of two words or more, without title; none for another phrase."""
    name = phrase.form.split() if phrase.type == "person" else []
    titled = any(words.without_article(word) in load_function_words()["titles"] for word in name)
    return name if len(name) > 1 and len(name[-1]) >= SHORTEST_NAME and not titled else []


def _names(places: list[dict[tuple[int, int, int], Phrase]]) -> Iterator[tuple[tuple[str, ...], ActorType]]:
    """Names worth looking for again: no phrase that holds another, and of a role without a name no last word."""
    titles = load_function_words()["titles"]
    for here in places:
        for phrase in here.values():
            name = tuple(phrase.form.split())
            holds = any(phrase.holds(other) for other in here.values())
            if holds or len(name) > LONGEST_NAME or len(phrase.form) < SHORTEST_NAME:
                continue
            yield name, phrase.type
            role = words.without_article(name[0]) in titles
            whole = len(name) > 1 and (name[-1] == "الله" or name[-2] == "عبد")  # عطا الله is never called الله
            if phrase.type == "person" and len(name) > 1 and len(name[-1]) >= SHORTEST_NAME and not (role or whole):
                yield name[-1:], phrase.type
