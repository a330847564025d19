"""Windows: consecutive sentences of an article as the encoder sees them, in pieces.

Takes contexts and phrases, gives ``Window`` after ``Window`` in text order. A sentence is read with those around it,
as long as they fit. What is known of a word is told beside its pieces as a cue: which type of actor it names, and which
relation the lexicon finds in it. A sentence with fewer than two phrases is read only for the sake of its neighbours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.encoder.pieces import BEGIN, END, Pieces
from ingest.reading import RELATIONS
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import KINDS

LENGTH = 160  # pieces of a window, unless one sentence has more
LONGEST = 300  # pieces of a sentence; what is behind is not seen, nor are phrases there
MOST = 60  # phrases of a sentence: pairs grow with their square
TYPES = ("state", "organization", "person", "armed_group", "group")
# Cues: a phrase begins, a phrase goes on (by type), the lexicon's reading (by relation and kind of word).
CUES = 2 * len(TYPES) + len(RELATIONS) * len(KINDS)


class Placed(NamedTuple):
    """A phrase of the article, by index, with the pieces ``[first, last)`` of its window and its type's number."""

    number: int
    first: int
    last: int
    type: int


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces, cues by place, and the phrases of every sentence that has two or more of them."""

    pieces: list[int] = field(default_factory=lambda: [BEGIN])
    cues: list[tuple[int, int]] = field(default_factory=list)  # place and cue
    sentences: list[tuple[int, list[Placed]]] = field(default_factory=list)


def windows(contexts: Sequence[Context], phrases: Sequence[Phrase], pieces: Pieces) -> Iterator[Window]:
    """Those of an article in which a sentence has two phrases; none for an empty article."""
    packed: list[tuple[Context, list[tuple[int, ...]]]] = []
    size = 0
    for context in contexts:
        words = _cut([pieces(token.surface) for token in context.tokens])
        length = sum(map(len, words))
        if packed and size + length > LENGTH:
            yield from _window(packed, phrases)
            packed, size = [], 0
        packed.append((context, words))
        size += length
    yield from _window(packed, phrases)


def _cut(words: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """As many words from the beginning as fit."""
    size = 0
    for number, word in enumerate(words):
        size += len(word)
        if size > LONGEST:
            return words[:number]
    return words


def _window(packed: Sequence[tuple[Context, list[tuple[int, ...]]]], phrases: Sequence[Phrase]) -> Iterator[Window]:
    window, places = Window(), dict[int, Placed]()
    for context, words in packed:
        starts = []
        for word in words:
            starts.append(len(window.pieces))
            window.pieces.extend(word)
        starts.append(len(window.pieces))
        here = [i for i in context.phrases if phrases[i].last <= len(words)]
        places |= {i: _placed(i, phrases[i], starts) for i in here}
        window.cues.extend(_cues(context, places, starts))
        if here and context.inherited in places and context.inherited not in here:
            here = [*here[: MOST - 1], context.inherited]
        if len(here) > 1:
            window.sentences.append((context.number, [places[i] for i in here[:MOST]]))
    if window.sentences:
        window.pieces.append(END)
        yield window


def _placed(number: int, phrase: Phrase, starts: Sequence[int]) -> Placed:
    return Placed(number, starts[phrase.first], starts[phrase.last], TYPES.index(phrase.type))


def _cues(context: Context, places: dict[int, Placed], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for i in context.outer:
        if i in places:
            _, first, last, kind = places[i]
            yield first, kind
            yield from ((place, len(TYPES) + kind) for place in range(first + 1, last))
    told = {(t.token, RELATIONS.index(t.relation), KINDS.index(t.kind)) for t in context.triggers}
    for token, relation, kind in sorted(told):
        if token < len(starts) - 1:
            cue = 2 * len(TYPES) + relation * len(KINDS) + kind
            yield from ((place, cue) for place in range(starts[token], starts[token + 1]))
