"""An article taken apart: sentences, actor phrases, who is who, and the contexts that relations are read in.

The first half of the pipeline, shared by reading articles and by fitting the models, which passes taggers
that have not seen the article.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest import names as known_names
from ingest import words
from ingest.context import Context, contexts
from ingest.coreference import resolve
from ingest.mentions import Phrase, phrases
from ingest.names import Names
from ingest.sentences import Sentence, sentences
from ingest.tagger import Tagger
from ingest.triggers import Lookup, triggers
from ontology.function_words import load_function_words

Labels = list[list[str]]
Tag = Callable[[Sequence[Sentence]], tuple[Labels, Labels]]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The parts of one article; ``known`` and ``actors`` hold a gazetteer id and an actor number a phrase."""

    sentences: tuple[Sentence, ...]
    phrases: tuple[Phrase, ...]
    known: tuple[str | None, ...]
    actors: tuple[int, ...]
    contexts: tuple[Context, ...]


def analyse(text: str, tag: Tag, names: Names, lookup: Lookup) -> Analysis:
    """Take ``text`` apart; an empty text gives empty parts."""
    split = tuple(sentences(text))
    outer, inner = tag(split)
    found = phrases(split, outer, inner, names.index)
    known = names.identities(found)
    actors = resolve(found, known, is_title)
    opened = [tuple(triggers(sentence.tokens, lookup)) for sentence in split]
    return Analysis(split, found, known, actors, contexts(split, found, opened))


def is_title(word: str) -> bool:
    """Whether the folded word opens a person's title or role."""
    return words.without_article(word) in load_function_words()["titles"]


def tag_with(outer: Tagger, inner: Tagger, names: Names) -> Tag:
    """Tag sentences with two taggers, the inner one seeing what the outer one said."""

    def tag(split: Sequence[Sentence]) -> tuple[Labels, Labels]:
        rows: tuple[Labels, Labels] = ([], [])
        for sentence in split:
            forms = [token.form for token in sentence.tokens]
            known = known_names.features(names, forms)
            rows[0].append(outer.tag(forms, known))
            rows[1].append(inner.tag(forms, beneath(known, rows[0][-1])))
        return rows

    return tag


def beneath(known: Sequence[Sequence[str]], outer: Sequence[str]) -> list[list[str]]:
    """The further features of the inner tagger: those of the outer one and its label."""
    return [[*row, f"outer={label}"] for row, label in zip(known, outer, strict=True)]
