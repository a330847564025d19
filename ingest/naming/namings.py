"""Spans over two persons whose names each stand alone elsewhere in the article, cut between them.

Takes the labels of the outer and the inner tagger and the triggers of every sentence, gives the outer labels anew. A
span is cut where و joins the one name to the other (تحادث المنجرة وبن يلس), and behind a verb of meeting, whose subject
and object they are, where the one follows the other (تستقبل ميركل ماكرون; Ryding 2005, 3.1), and before
a preposition joined to the other (دعم الحريري لفرنجية). A comma between two names of the inner tagger parts them too.
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.naming import seams
from ingest.text import name_rules, words
from ingest.text.mentions import spans
from ingest.text.sentences import Sentence, Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words
from ontology.lexicon import load_lexicon

Row = Sequence[str]
Known = Mapping[str, Mapping[tuple[str, ...], str]]


def between_names(
    split: Sequence[Sentence], outer: Sequence[Row], inner: Sequence[Row], opened: Sequence[Sequence[Trigger]]
) -> list[list[str]]:
    """The outer labels, one row a sentence, with every span over two such names cut."""
    seen = _names(split, (outer, inner))
    return [
        _row(sentence.tokens, list(over), list(spans(under)), triggers, seen)
        for sentence, over, under, triggers in zip(split, outer, inner, opened, strict=True)
    ]


def _names(split: Sequence[Sentence], rows: Sequence[Sequence[Row]]) -> Known:
    """Persons' names in spans of their own, by their first word, also their last word, to which a paper shortens."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for labels in rows:
        for sentence, row in zip(split, labels, strict=True):
            for first, last, kind in spans(row):
                forms = [token.form for token in sentence.tokens[first:last]]
                _, joined, rest = words.split(forms[0])
                run = (rest if joined in {"ب", "ل"} else forms[0], *forms[1:])
                particle = any(form in load_function_words()["prepositions"] for form in run)  # علي, spelled like على
                if kind == "person" and not particle and not any(map(name_rules.is_closed, run)):
                    for name in (run, run[-1:]):
                        found.setdefault(name[0], {})[name] = kind
    return found


def _row(
    tokens: Sequence[Token],
    labels: list[str],
    inner: Sequence[tuple[int, int, str]],
    triggers: Sequence[Trigger],
    seen: Known,
) -> list[str]:
    meeting = {t.token + 1 for t in triggers if t.relation == "meets" and t.kind == "V" and _takes_object(t)}
    for first, last, kind in list(spans(labels)):
        if kind == "person":
            beside = _beside(tokens, seen, first, last) if first in meeting else ()
            by = _behind_preposition(tokens, seen, first, last)
            for k in (*seams.joined_names(tokens, seen, first, last, shortest=1), *beside, *by):
                labels[k:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - k - 1)]
            for k in _commas(tokens, inner, first, last):
                labels[k], labels[k + 1] = "O", f"B-{kind}"
    return labels


def _commas(tokens: Sequence[Token], inner: Sequence[tuple[int, int, str]], first: int, last: int) -> Iterator[int]:
    """The commas between two names of the inner tagger, of which the second is all that stands behind."""
    ends = {b for a, b, kind in inner if kind == "person" and a >= first}
    return (k for k in ends if k < last and tokens[k].form in "،," and (k + 1, last, "person") in inner)


def _beside(tokens: Sequence[Token], seen: Known, first: int, last: int) -> Iterator[int]:
    """Where the second of two whole names begins that the span is made of."""
    forms = tuple(token.form for token in tokens[first:last])
    for k in range(1, len(forms)):
        if forms[:k] in seen.get(forms[0], {}) and forms[k:] in seen.get(forms[k], {}):
            yield first + k
            return


def _behind_preposition(tokens: Sequence[Token], seen: Known, first: int, last: int) -> Iterator[int]:
    """Where the second of two whole names begins that ب or ل is joined to: دعم الحريري لفرنجية."""
    forms = tuple(token.form for token in tokens[first:last])
    for k in range(1, len(forms)):
        rest = forms[k][1:]
        if (
            forms[k][0] in "بل"
            and forms[:k] in seen.get(forms[0], {})
            and (rest, *forms[k + 1 :]) in seen.get(rest, {})
        ):
            yield first + k
            return


def _takes_object(trigger: Trigger) -> bool:
    return any("obj" in frame.get("target", ()) for frame in load_lexicon()[trigger.entry].frames)
