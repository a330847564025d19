"""What a higher rung of the ladder says of an article's words, brought to bear on its triggers and names.

Takes an analysis or the sentences of an article and a rung that the user has installed. A trigger whose word the
rung reads as something else in its sentence (verb, not masdar) is left out, unless it would leave the word
without any; where ner-arabert is installed, its persons and bodies fill what our own tagger left empty. The
embedded rung changes nothing, so that without any package the same article gives the same reading everywhere.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ingest.analysis import Analysis, Labels, Tag
from ingest.ladder import Rung, choose, missing
from ingest.rungs import Recognizer, Tagger
from ingest.text.context import Context
from ingest.text.lookup import fitting
from ingest.text.sentences import Sentence
from ingest.text.triggers import Trigger

_TYPES = {"PERS": "person", "ORG": "organization"}  # LOC are mostly towns, and the gazetteer knows the states


@cache
def _tagger(rung: Rung) -> Tagger:
    return Tagger(rung)


@cache
def _recognizer() -> Recognizer:
    return Recognizer()


def recorded(asked: str) -> str:
    """The rung that reading with ``asked`` uses, as provenance tells it: "mle+ner".

    Raises ``MorphologyError`` for an unknown rung and for one that is not installed.
    """
    rung = choose(asked)
    return f"{rung}+ner" if rung != "embedded" and not missing("ner") else rung


def disambiguated(analysis: Analysis, asked: str) -> Analysis:
    """The analysis with the triggers that ``asked`` leaves."""
    rung = choose(asked)
    if rung == "embedded":
        return analysis
    tagger = _tagger(rung)
    return replace(analysis, contexts=tuple(_narrowed(context, tagger) for context in analysis.contexts))


def named(tag: Tag, asked: str) -> Tag:
    """The tagger with the names that ner-arabert adds, where it is installed and ``asked`` is no embedded rung."""
    if not recorded(asked).endswith("+ner"):
        return tag

    def both(split: Sequence[Sentence]) -> tuple[Labels, Labels]:
        outer, inner = tag(split)
        return [_filled(labels, sentence) for labels, sentence in zip(outer, split, strict=True)], inner

    return both


def _narrowed(context: Context, tagger: Tagger) -> Context:
    """The context with the triggers that fit what their words are."""
    if not context.triggers:
        return context
    words = tagger.tag([token.surface for token in context.tokens])
    by_token: dict[int, list[Trigger]] = {}
    for trigger in context.triggers:
        by_token.setdefault(trigger.token, []).append(trigger)
    kept = set()
    for token, here in by_token.items():
        left = fitting(tuple((t.relation, t.entry, t.kind, t.pronoun) for t in here), words[token])
        kept |= {(token, *reading) for reading in left}
    told = (t for t in context.triggers if (t.token, t.relation, t.entry, t.kind, t.pronoun) in kept)
    return replace(context, triggers=tuple(told))


def _filled(labels: Sequence[str], sentence: Sentence) -> list[str]:
    """The labels with the recogniser's names where our tagger found none."""
    found = list(labels)
    for name in _recognizer().names([token.surface for token in sentence.tokens]):
        kind = _TYPES.get(name.label)
        if kind is not None and all(label == "O" for label in labels[name.first : name.last]):
            found[name.first : name.last] = [f"B-{kind}", *[f"I-{kind}"] * (name.last - name.first - 1)]
    return found
