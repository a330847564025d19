"""Text whose phrases are marked: ``{p:وزير الخارجية {p:سالم الراوي}}`` is a person's title and, in it, the name.

Takes such text, gives the text without marks and the labels that taggers would have given, so that what comes
after the taggers is tested by itself. Letters: p person, s state, o organization, a armed group, g group.
"""

import re
from collections.abc import Sequence

from ingest.analysis import Analysis, Labels, analyse
from ingest.fitted.gold import TokenSpan, innermost, labels, outermost
from ingest.naming.names import load_names
from ingest.text.lookup import load_lookup
from ingest.text.sentences import Sentence

TYPES = {"p": "person", "s": "state", "o": "organization", "a": "armed_group", "g": "group"}
_MARK = re.compile(r"\{([psoag]):|\}")


def analysed(marked: str) -> tuple[str, Analysis]:
    """The text of ``marked`` and its analysis with the marked phrases."""
    text, spans = _unmarked(marked)
    return text, analyse(text, lambda split: _labels(split, spans), load_names(), load_lookup())


def actor_of(analysis: Analysis, text: str, surface: str) -> set[int]:
    """The actors of the phrases that end just where ``surface`` does, at its last place in the text, and begin in it.

    Words before the phrase tell places apart: "إن السودان" is the السودان behind إن.
    """
    start = text.rindex(surface)
    end = start + len(surface)
    found: dict[int, set[int]] = {}
    for phrase, actor in zip(analysis.phrases, analysis.actors, strict=True):
        tokens = analysis.sentences[phrase.sentence].tokens
        if start < tokens[phrase.first].end and tokens[phrase.last - 1].end == end:
            found.setdefault(phrase.first, set()).add(actor)
    return found[min(found)] if found else set()


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans, opened, last = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark[1]:
            opened.append((len(text), TYPES[mark[1]]))
        else:
            start, kind = opened.pop()
            spans.append((start, len(text), kind))
    return text + marked[last:], spans


def _labels(split: Sequence[Sentence], spans: Sequence[tuple[int, int, str]]) -> tuple[Labels, Labels]:
    found = []
    for start, end, kind in spans:
        for number, sentence in enumerate(split):
            inside = [k for k, t in enumerate(sentence.tokens) if t.start < end and start < t.end]
            if inside:
                found.append(TokenSpan(number, inside[0], inside[-1] + 1, kind, frozenset()))
    return labels(list(split), outermost(found)), labels(list(split), innermost(found))
