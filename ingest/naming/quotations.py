"""Spans of the taggers beside quotation marks, joined with a name that belongs to them and cut behind one that ends.

Takes the outer labels, gives them anew, one row a sentence. A title without a name and a person's name in marks are one
person (رئيس الحزب «فلان الفلاني»; apposition, Ryding 2005, 8.5); a noun in construct and what stands in marks behind it
are one phrase (قادة «إيكواس»; 8.1), so that it is no object of the verb before. Where marks close within a span, a word
that begins a noun phrase of its own begins another actor: دعت «قوى الحرية» المجلس العسكري.
"""

from collections.abc import Sequence

from ingest.naming import quoted_bodies, seams
from ingest.naming.bounds import leave_shares
from ingest.naming.partitives import human_plural
from ingest.text import words
from ingest.text.context import QUOTES
from ingest.text.mentions import spans
from ingest.text.name_rules import opens_clause
from ingest.text.sentences import Sentence, Token
from ontology.function_words import load_function_words, united

Row = Sequence[str]
Named = tuple[int, int, str]  # first token, one behind the last, type
_LETTERS = frozenset("بلك")


def marked(split: Sequence[Sentence], outer: Sequence[Row], inner: Sequence[Row]) -> list[list[str]]:
    """The outer labels with spans joined and cut at quotation marks; the same where there are none."""
    rows = []
    for sentence, over, under in zip(split, outer, inner, strict=True):
        labels = list(over)
        if any(token.surface in QUOTES for token in sentence.tokens):
            _end(sentence.tokens, labels)
            _cut(sentence.tokens, labels)
            _join(sentence.tokens, labels, list(spans(under)))
            quoted_bodies.join(sentence.tokens, labels)
            leave_shares(sentence.tokens, labels)
        rows.append(labels)
    return rows


def _end(tokens: Sequence[Token], labels: list[str]) -> None:
    """End a span of a body or group behind a definite word where words are quoted: الجامعة «ليست ساعي بريد»."""
    for first, last, kind in list(spans(labels)):
        for k in range(first + 1, last - 1) if kind != "person" else ():
            if (
                tokens[k].surface in QUOTES
                and seams.is_definite(tokens[k - 1].form)
                and opens_clause(tokens[k + 1].form)
            ):
                labels[k:last] = ["O"] * (last - k)
                break


def _cut(tokens: Sequence[Token], labels: list[str]) -> None:
    """Begin a phrase behind every mark that closes in a span of a body or group, where one can begin."""
    for first, last, kind in list(spans(labels)):
        start = first - (first > 0 and tokens[first - 1].surface in QUOTES)
        marks = [k for k in range(start, last - 1) if tokens[k].surface in QUOTES]
        governed = len(marks) > 1 and words.split(tokens[marks[0] + 1].form)[1] in _LETTERS  # سيسحق «بلا رحمة» قوات
        both = len(marks) in {3, 4} and kind != "person"  # حركة «فتح» | قيادة حركة «حماس»
        both = both and not words.split(tokens[marks[1] + 1].form)[1]  # تأشيرات «شنغن» لقادة «الحركة»
        if not (len(marks) == 2 or both) or governed or marks[1] <= first:
            continue
        counted = tokens[marks[1] + 1].form in load_function_words()["shares"] and marks[0] == start
        if counted or (kind != "person" and _begins(tokens, marks[1] + 1, last)):
            labels[marks[1] + 1] = f"B-{kind}"


def _begins(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether a noun phrase of a body or of people begins at the token: a definite head, or one in construct."""
    form = tokens[k].form
    bare = words.without_article(form)
    if form.startswith("ال"):
        return bare in united("definite_bodies", "people", "sides_in_plural") or human_plural(bare)
    return k + 1 < last and seams.is_head(form)


def _join(tokens: Sequence[Token], labels: list[str], inner: Sequence[Named]) -> None:
    """Take the name in marks right behind a span into it, with its marks."""
    found = {first: (last, kind) for first, last, kind in spans(labels)}
    for first, last, kind in list(spans(labels)):
        behind, named = found.get(last + 1, (0, ""))
        closed = behind and behind < len(tokens) and tokens[behind].surface in QUOTES
        if not closed or tokens[last].surface not in QUOTES:
            continue
        titled = kind == named == "person" and _is_title(tokens, first, last, inner)
        own = _second_title(tokens, first, last) if named == "person" != kind else None
        if own is not None:
            labels[own : behind + 1] = ["B-person", *["I-person"] * (behind - own)]
        elif titled or (named != "person" and _is_construct(tokens, last - 1)):
            labels[first : behind + 1] = [f"B-{kind}", *[f"I-{kind}"] * (behind - first)]


def _is_title(tokens: Sequence[Token], first: int, last: int, inner: Sequence[Named]) -> bool:
    """Whether the span is a title that names nobody."""
    titles = load_function_words()["titles"]
    held = any(a > first and b <= last and kind == "person" for a, b, kind in inner)
    return words.without_article(tokens[first].form) in titles and not held


def _second_title(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where a title begins behind a definite word in the span, which so is another's: الزعماء الرئيس السوري «فلان»."""
    titles = load_function_words()["titles"]
    places = (k for k in range(first + 1, last) if words.without_article(tokens[k].form) in titles)
    return next((k for k in places if all(seams.is_definite(tokens[j].form) for j in (k - 1, k))), None)


def _is_construct(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word is an indefinite one for people, an office or a body, which stands in construct."""
    form, classes = tokens[k].form, load_function_words()
    return not form.startswith("ال") and any(form in classes[name] for name in ("people", "bodies", "titles"))
