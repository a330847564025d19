"""Known names in phrases: the bridge between the gazetteer's folded names and the words of an article.

Gives the index by which names are found in text, and the gazetteer's id of a phrase. A state, its
government, authorities and capital are one actor, so ``الحكومة العراقية``, ``بغداد`` and ``العراق`` have the
same id; a ministry or army of it has its own or none.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from ingest import words
from ingest.mentions import Phrase
from ingest.reading import ActorType
from ontology.actors import load_gazetteer
from ontology.function_words import load_function_words
from ontology.gazetteer import Gazetteer

_BODIES = frozenset({"organization", "armed_group", "group"})
_CLASSES = ("titles", "state_heads", "state_organs", "speech")


class Names:
    """The gazetteer's names as runs of folded words."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Index strong names and metonyms by their first word."""
        self._gazetteer = gazetteer
        self._heads = load_function_words()["state_heads"]
        self.index: dict[str, dict[tuple[str, ...], ActorType]] = {}
        for name, actor in {**gazetteer.metonyms, **gazetteer.strong}.items():
            run = tuple(name.split())
            self.index.setdefault(run[0], {})[run] = gazetteer.actors[actor].type

    def identify(self, phrase: Phrase) -> str | None:
        """The id of the actor that ``phrase`` names alone; None where only context could tell."""
        run = phrase.form.split()
        form = " ".join(run)
        found = self._gazetteer.strong.get(form) or self._gazetteer.metonyms.get(form)
        if found is not None:
            return found
        if len(run) > 1 and words.without_article(run[0]) in self._heads:
            return self._state(run[1:])
        return None

    def identities(self, phrases: Sequence[Phrase]) -> tuple[str | None, ...]:
        """The id of every phrase: of a sure name, else what a weak name must mean in this article.

        A weak name means the candidate that the article names surely (المملكة beside السعودية), the most often;
        else its only candidate, unless a fuller name in the article ends in it and is somebody else's.
        """
        sure = [self.identify(phrase) for phrase in phrases]
        counts = Counter(identifier for identifier in sure if identifier is not None)
        others = {
            phrase.form.split()[-1]: identifier
            for phrase, identifier in zip(phrases, sure, strict=True)
            if phrase.type == "person" and phrase.length > 1
        }
        return tuple(
            identifier if identifier is not None else self._weakly(phrase, counts, others)
            for phrase, identifier in zip(phrases, sure, strict=True)
        )

    def _weakly(self, phrase: Phrase, counts: Mapping[str, int], others: Mapping[str, str | None]) -> str | None:
        fitting = [i for i in self._gazetteer.weak.get(phrase.form, ()) if self._fits(i, phrase.type)]
        named = [i for i in fitting if counts.get(i)]
        if named:
            return max(named, key=lambda i: (counts[i], i))
        if len(fitting) != 1 or phrase.form.split()[-1] in others:
            return None
        return fitting[0]

    def _fits(self, actor: str, kind: ActorType) -> bool:
        own = self._gazetteer.actors[actor].type
        return own == kind or {own, kind} <= _BODIES

    def nisba(self, form: str) -> str | None:
        """The state whose nisba the folded word is, with or without article."""
        found = self._gazetteer.nisba.get(form) or self._gazetteer.nisba.get(words.without_article(form))
        return found.state if found is not None else None

    def label(self, actor: str) -> str:
        """The Arabic label of a known actor."""
        return self._gazetteer.actors[actor].ar

    def type(self, actor: str) -> ActorType:
        """The type of a known actor."""
        return self._gazetteer.actors[actor].type

    def _state(self, rest: list[str]) -> str | None:
        """The state named by name or nisba after a word for government: الحكومة العراقية, حكومة العراق."""
        form = " ".join(rest)
        named = self._gazetteer.strong.get(form) or self._gazetteer.metonyms.get(form)
        if named is not None and self._gazetteer.actors[named].type == "state":
            return named
        bare = " ".join(words.without_article(word) for word in rest[:2])
        for key in (bare, words.without_article(rest[0])):
            if key in self._gazetteer.nisba:
                return self._gazetteer.nisba[key].state
        return None


@cache
def load_names() -> Names:
    """The names of the gazetteer that comes with Shabaka."""
    return Names(load_gazetteer())


def features(names: Names, forms: Sequence[str]) -> list[list[str]]:
    """What the gazetteer and the closed classes say of every word of a sentence, as tagger features."""
    found = [_of_word(names, form) for form in forms]
    for i, form in enumerate(forms):
        _, joined, rest = words.split(form)
        for head in {form, rest, joined + rest, words.without_article(form)}:
            for run, kind in names.index.get(head, {}).items():
                if tuple(forms[i + 1 : i + len(run)]) == run[1:]:
                    found[i].append(f"gaz=B{kind}")
                    for j in range(i + 1, i + len(run)):
                        found[j].append(f"gaz=I{kind}")
    return [sorted(set(row)) for row in found]


def _of_word(names: Names, form: str) -> list[str]:
    classes, bare = load_function_words(), words.without_article(form)
    found = [f"class={name}" for name in _CLASSES if bare in classes[name]]
    return [*found, "nisba"] if names.nisba(form) is not None else found
