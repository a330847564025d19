"""Whose words a sentence carries: the speaker of every stretch of an article.

Takes the contexts and phrases of an article, gives ``Speech`` after ``Speech``: a run of tokens of one
sentence with the phrase that speaks. Order: a verb of saying with its subject, from its complementizer,
colon or quotation mark on (قال فلان إن); a source named by a preposition (بحسب فلان), for the whole
sentence; a sentence that begins inside quotation marks goes on with the last speaker, and so does a verb
of saying without a subject (وأضاف أن).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import words
from ingest.context import Context
from ingest.mentions import Phrase
from ontology.function_words import load_function_words

SUBJECT_REACH = 3  # tokens between a verb of saying and its subject behind it: قال في تغريدة له
CONTENT_REACH = 25  # tokens between a verb of saying and what is said
_MARKS = frozenset(':«“"')


@dataclass(frozen=True, slots=True)
class Speech:
    """Tokens from ``first`` on of sentence number ``context`` are the words of phrase ``speaker``."""

    context: int
    first: int
    speaker: int


def speeches(contexts: Sequence[Context], phrases: Sequence[Phrase]) -> tuple[Speech, ...]:
    """All speech of an article in text order."""
    found: list[Speech] = []
    last: int | None = None
    for context in contexts:
        if last is not None and context.quoted and context.quoted[0] and context.tokens[0].surface not in _MARKS:
            found.append(Speech(context.number, 0, last))
        for k, first in _sayings(context):
            speaker = _subject(context, phrases, k, first)
            last = speaker if speaker is not None else last
            if last is not None:
                found.append(Speech(context.number, first, last))
        found += [Speech(context.number, 0, source) for source in _sources(context, phrases)]
    return tuple(found)


def speaker(found: Sequence[Speech], context: int, token: int) -> int | None:
    """The phrase whose words token ``token`` belongs to, the innermost speech; None for the paper's own."""
    inside = [s for s in found if s.context == context and s.first <= token]
    return max(inside, key=lambda s: s.first).speaker if inside else None


def _sayings(context: Context) -> Iterator[tuple[int, int]]:
    """Verbs of saying and the token from which on what is said stands."""
    classes = load_function_words()
    for k, token in enumerate(context.tokens):
        conjunction = words.split(token.form)[0]
        if token.form in classes["speech"] or token.form.removeprefix(conjunction) in classes["speech"]:
            for i in range(k + 1, min(len(context.tokens), k + CONTENT_REACH)):
                if context.tokens[i].form in classes["complementizers"] or context.tokens[i].surface in _MARKS:
                    yield k, i + 1
                    break


def _subject(context: Context, phrases: Sequence[Phrase], k: int, content: int) -> int | None:
    """The phrase behind the verb of saying, before what is said; else the one right before it (SVO)."""
    behind = [i for i in context.outer if k < phrases[i].first < content and not context.prepositions[i]]
    if behind and phrases[behind[0]].first - k <= SUBJECT_REACH:
        return behind[0]
    before = [i for i in context.outer if phrases[i].last <= k and not context.prepositions[i]]
    if before and not context.tokens[k].form.startswith("و"):
        return before[-1]
    return behind[0] if behind else None


def _sources(context: Context, phrases: Sequence[Phrase]) -> Iterator[int]:
    """Phrases behind بحسب, وفقا ل and their like."""
    classes = load_function_words()["sources"]
    for i in context.outer:
        first = phrases[i].first
        if first and context.tokens[first - 1].form.removeprefix("و") in classes:
            yield i
