"""Spans of one person that the tagger parts, joined: a title before or behind his name.

Takes the tokens of a sentence, the outer labels and the names that the inner tagger sees; changes the labels. A title
in construct goes with its state (وزير خارجية، إيران), and a title with the name before which only the letters of a
doctor or engineer stand (الناطق باسم الحكومة، د. فلان), or right behind which it stands (الدكتور فلان رئيس الوزراء;
Ryding 2005, 8.5), unless a verb before the name has the title for its object. A title between commas that is glued to
the next person (فلان، القائد العام، الفريق فلان رئيس الأركان) is cut off.
"""

from collections.abc import Container, Sequence
from itertools import pairwise

from ingest.naming.constructs import is_of_kin
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.name_rules import NAME, adjectives, may_name
from ingest.text.sentences import Token
from ontology.function_words import load_function_words

Named = tuple[int, int, str]  # first token, one behind the last, type
_COMMAS = frozenset("،,")
ADJECTIVES = 2  # words that describe a title, at most
_TO = 5  # tokens of where somebody is sent: إلى محادثات جنيف، إلى الشرق الأوسط وبلدان أفريقيا


def join(tokens: Sequence[Token], labels: list[str], inner: Sequence[Named], verbs: Container[int]) -> None:
    """Join the outer spans of every person; ``verbs``: the verbs of the lexicon."""
    for a, b, kind in list(spans(labels)):
        if kind == "person" and not _names(tokens, inner, a, b) and (end := _lettered(tokens, labels, b)):
            _relabel(labels, a, end)
    for (a, b, kind), (c, d, other) in pairwise(list(spans(labels))):
        construct = kind == "person" and other == "state" and b == c and tokens[b - 1].form[:2] != "ال"
        heads = {tokens[a].form, tokens[a].form.removeprefix("و")} & load_function_words()["titles"]
        born = a + 1 == b == c and other == "person" and is_of_kin(tokens[a])  # شقيقة | زعيم كوريا الشمالية
        if born or (construct and heads and not _named(tokens, inner, a, b)):
            _relabel(labels, a, d)
    persons = [(a, b) for a, b, kind in spans(labels) if kind == "person"]
    for k, ((a, b), (c, d)) in enumerate(pairwise(persons)):
        first = a if k == 0 or labels[a][0] == "B" else _begin(labels, a)
        if _is_letters(tokens, b, c) and not _names(tokens, inner, first, b):
            _relabel(labels, first, d)
        elif c - b == 1 and tokens[b].surface in _COMMAS and (comma := _comma(tokens, labels, inner, c, d)) is not None:
            _relabel(labels, c, comma)
            labels[comma] = "O"
            _relabel(labels, comma + 1, d)
        elif b == c and _is_behind(tokens, inner, (first, b), (c, d)):
            stop = d if first - 1 not in verbs else _received(tokens, c, d)
            if stop is not None:
                _relabel(labels, first, stop)
                if stop < d:
                    _relabel(labels, stop, d)
    _join_led(tokens, labels)
    _join_posted(tokens, labels, inner)


def _join_posted(tokens: Sequence[Token], labels: list[str], inner: Sequence[Named]) -> None:
    """Join an envoy's title with his name behind where he is sent, any title with that behind its adjective.

    المبعوث الأميركي | إلى الشرق الأوسط | السناتور فلان، نقيب المحامين | المصريين | فلان (8.1, 10.1).
    """
    found, classes = list(spans(labels)), load_function_words()
    for k, (a, b, kind) in enumerate(found):
        behind = next(((c, d) for c, d, other in found[k + 1 : k + 3] if other == "person"), None)
        if kind != "person" or behind is None or labels[a] == "O" or not _is_titled(tokens, inner, a, b):
            continue
        c, d = behind
        between, named = tokens[b:c], _names(tokens, inner, c, d)
        sent = bool(between) and between[0].form == "الي" and len(between) <= _TO
        sent = sent and any(words.without_article(t.form) in classes["envoys"] for t in tokens[a:b])
        sent = sent and all(t.surface.isalpha() and t.form[:2] != "وا" for t in between)
        told = 0 < len(between) <= ADJECTIVES and adjectives(tokens, b, definite=True) == c
        if named and (sent or (told and not _is_office(tokens[c]))):
            _relabel(labels, a, d)


def _is_titled(tokens: Sequence[Token], inner: Sequence[Named], first: int, last: int) -> bool:
    """Whether the span is a title that ends with a definite word and names nobody."""
    return tokens[last - 1].form.startswith("ال") and not _names(tokens, inner, first, last)


def _received(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where an envoy begins behind the office of the host named before: استقبل فلان قائد الثورة مبعوث الرئيس."""
    envoys = load_function_words()["envoys"]
    begins = (k for k in range(first + 2, last) if tokens[k].form in envoys and tokens[k - 1].form.startswith("ال"))
    return next(begins, None)


def _join_led(tokens: Sequence[Token], labels: list[str]) -> None:
    """Join who leads a delegation to somewhere with his name: رئيس | وفد الحكومة | إلى محادثات جنيف | فلان الفلاني."""
    found = list(spans(labels))
    for (a, b, kind), (c, d, _), (e, f, named) in zip(found, found[1:], found[2:], strict=False):
        headed = kind == "person" and b - a == 1 and b == c and _is_title(tokens[a]) and tokens[a].form[:2] != "ال"
        bare = named == "person" and not _is_office(tokens[e]) and f - e > 1
        led = headed and bare and d < e <= d + _TO and tokens[d].form == "الي"
        if led and all(t.surface.isalpha() and t.form[:2] != "وا" for t in tokens[d:e]):
            _relabel(labels, a, f)


def _lettered(tokens: Sequence[Token], labels: Sequence[str], first: int) -> int:
    """Where a name ends that no tagger sees, behind a comma and the letters of a title; 0 for none."""
    begin = next((k for k in range(first + 2, min(len(tokens), first + 6)) if _is_letters(tokens, first, k)), 0)
    while begin and _is_letters(tokens, first, begin + 2):
        begin += 2
    end = begin
    while begin and end < len(tokens) and end - begin < NAME[1] and labels[end] == "O":
        if not tokens[end].form.isalpha() or not may_name(tokens[end].form):
            break
        end += 1
    return end if begin and end - begin >= NAME[0] else 0


def _is_behind(tokens: Sequence[Token], inner: Sequence[Named], one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the one span names somebody and the other is a title alone."""
    return _is_title(tokens[other[0]]) and _names(tokens, inner, *one) and not _names(tokens, inner, *other)


def _begin(labels: Sequence[str], k: int) -> int:
    """Where the span that holds token ``k`` begins."""
    while labels[k][0] == "I":
        k -= 1
    return k


def _is_letters(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether only letters that stand for titles are between, a comma before them at most: ، أ. د."""
    between = [token.surface for token in tokens[first:last]]
    if between[:1] and between[0] in _COMMAS:
        between = between[1:]
    paired = [*zip(between[::2], between[1::2], strict=False)]
    return len(between) >= 2 == len(between) - 2 * (len(paired) - 1) and all(
        len(letter) == 1 and letter.isalpha() and stop == "." for letter, stop in paired
    )


def _names(tokens: Sequence[Token], inner: Sequence[Named], first: int, last: int) -> bool:
    """Whether a person is named in the span, or all of it is a name."""
    return not any(map(_is_title, tokens[first:last])) or _named(tokens, inner, first, last)


def _named(tokens: Sequence[Token], inner: Sequence[Named], first: int, last: int) -> bool:
    """Whether the inner tagger sees a person's name in the span."""
    return any(
        kind == "person" and first <= a and b <= last and not any(map(_is_office, tokens[a:b])) for a, b, kind in inner
    )


def _comma(tokens: Sequence[Token], labels: Sequence[str], inner: Sequence[Named], first: int, last: int) -> int | None:
    """The comma in a span between a title without a name and a person who is named with titles before and behind."""
    commas = [k for k in range(first + 1, last - 2) if tokens[k].surface in _COMMAS and _is_title(tokens[k + 1])]
    ends = [b for a, b, kind in inner if kind == "person" and first <= a and b <= last]
    behind = labels[last : last + 1] == ["B-person"] and _is_title(tokens[last])
    behind |= bool(ends) and any(map(_is_office, tokens[max(ends) : last]))
    plain = (k for k in commas if not _names(tokens, inner, first, k) and _names(tokens, inner, k + 1, last))
    return next(plain, None) if behind else None


def _is_title(token: Token) -> bool:
    """Whether the word is a title, no conjunction before it."""
    return token.form.removeprefix("ال") in load_function_words()["titles"]


def _is_office(token: Token) -> bool:
    """Whether the word is a title that tells an office: no honorific."""
    classes = load_function_words()
    offices = classes["titles"] - classes["honorifics"] - classes["military_ranks"]
    return bool({words.without_article(token.form), words.without_article(token.form.removeprefix("و"))} & offices)


def _relabel(labels: list[str], first: int, last: int) -> None:
    labels[first:last] = ["B-person", *["I-person"] * (last - first - 1)]
