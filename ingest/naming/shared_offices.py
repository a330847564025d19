"""An office in dual or plural that the names behind share: وزيرا خارجية مصر وتركيا فلان وفلان.

Takes the tokens of every sentence, the labels of the outer and the inner tagger and the gazetteer's index, gives the
outer labels anew: the names that stand in apposition to the office (Ryding 2005, 7.2, 8.1 and 8.5) are two persons or
as many as the states; the office with its states is the title of the first.
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Sentence, Token
from ontology.function_words import load_function_words

REACH = 8  # tokens from the office to the first name
_COMMAS = frozenset("،,")
_PLACING = frozenset({"في", "لدي"})  # سفيرا البلدين في القاهرة فلان وفلان
Row = Sequence[str]
Named = tuple[int, int]  # first token, one behind the last
Known = Mapping[str, Mapping[tuple[str, ...], str]]


def shared_offices(
    split: Sequence[Sentence], outer: Sequence[list[str]], inner: Sequence[Row], known: Known
) -> list[list[str]]:
    """The outer labels, one row a sentence, with the persons named behind an office that they share."""
    return [_row(s.tokens, over, under, known) for s, over, under in zip(split, outer, inner, strict=True)]


def _row(tokens: Sequence[Token], labels: list[str], inner: Row, known: Known) -> list[str]:
    _part(tokens, labels, inner)
    end = 0
    for k, token in enumerate(tokens):
        several = _several(token.form)
        if several is None or k < end:
            continue
        named = {a: b for a, b, kind in spans(inner) if kind == "person"}
        for first in range(k + 2, min(len(tokens), k + 1 + REACH)):
            told = _may_be_told(tokens[first - 1]) or tokens[first - 1].form in _PLACING
            if not told and tokens[first - 1].surface not in _COMMAS:
                break
            names = list(_names(tokens, named, known, first))
            if len(names) > 1:
                joined = sum(t.form[:1] == "و" for t in tokens[k + 1 : first])
                if len(names) == (2 if several == 2 else 1 + joined):
                    end = first
                    for a, b in ((k, names[0][1]), *names[1:]):
                        labels[a:b] = ["B-person", *["I-person"] * (b - a - 1)]
                break
    return labels


def _part(tokens: Sequence[Token], labels: list[str], inner: Row) -> None:
    """Cut a person's span before two of another office with their state: التقى الوزير | سفيري مصر (Ryding 3.1)."""
    states = {a for a, _, kind in spans(inner) if kind == "state"}
    for first, last, kind in list(spans(labels)) if states else ():
        for k in range(first + 1, last - 1) if kind == "person" else ():
            two = _several(tokens[k].form) == 2 and not words.split(tokens[k].form)[1]
            if two and not states.isdisjoint((k + 1, k + 2)) and labels[k] == "I-person":
                labels[k] = "B-person"


def _several(form: str) -> int | None:
    """Two for an office in the dual in construct, which has no ن; three for one in the plural; None for neither."""
    classes, bare = load_function_words(), {form, *(rest for _, rest in words.splits(form))}
    if form[-1:] in {"ا", "ي"} and not classes["both_persons"].isdisjoint(f"{rest}ن" for rest in bare):
        return 2
    return 3 if bare & classes["offices_in_plural"] else None


def _may_be_told(token: Token) -> bool:
    """Whether the word can be of an office and whose it is: no mark and no word that begins something else."""
    classes = load_function_words()
    other = any(token.form in classes[name] for name in ("prepositions", "relatives", "complementizers"))
    return token.surface.isalpha() and not other


def _names(tokens: Sequence[Token], named: Mapping[int, int], known: Known, first: int) -> Iterator[Named]:
    """The names of persons that stand in one list from token ``first`` on."""
    end = _end(tokens, named, known, first, joined=False)
    while end is not None:
        yield first, end
        first = end
        more = first < len(tokens) and tokens[first].form.startswith("و")
        end = _end(tokens, named, known, first, joined=True) if more else None


def _end(tokens: Sequence[Token], named: Mapping[int, int], known: Known, k: int, *, joined: bool) -> int | None:
    """One behind the last token of the person's name that begins at token ``k``, ``joined``: behind و."""
    head = tokens[k].form[1:] if joined else tokens[k].form
    behind = (head, *(token.form for token in tokens[k + 1 : k + 6]))
    runs = [len(run) for run, kind in known.get(head, {}).items() if kind == "person" and run == behind[: len(run)]]
    ends = [k + max(runs)] if max(runs, default=0) > 1 else []
    if named.get(k, 0) - k > 1 and words.without_article(tokens[k].form) == tokens[k].form:
        ends.append(named[k])
    return max(ends, default=None)
