"""Words within a span that stand in no name and part it: a circumstance, a call of his own, a demonstrative.

Takes the labels of a tagger with the triggers of every sentence, gives them anew. An indefinite accusative participle
is a circumstance (الوزير مناشدا الأحزاب، مخاطبا الوزير; Ryding 2005, 11.4), a masdar with a pronoun governs what
follows (جدد الأمين العام مطالبته دمشق; 5.1), على belongs to the verb before it (شدد الموفد الأممي على الأطراف; 16), and
a demonstrative opens a phrase of its own behind what cannot be in construct with it (دعا المجلس تلك العشائر, not قادة
تلك العشائر; 13). A pronoun tells who somebody is (مبعوث تركي هو فلان; 12).
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.naming import governed, rows, two_parties
from ingest.naming.roles import is_title
from ingest.naming.seams import is_head
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Sentence, Token
from ingest.text.triggers import Trigger
from ingest.text.word_classes import is_verb
from ontology.function_words import load_function_words, united

Known = Mapping[str, Mapping[tuple[str, ...], str]]
_BY = frozenset({"ب", "بال"})
_SO_THAT = frozenset({"فإن", "وإن", "بأن", "وأن"})  # which folded are spelled like van, of a name
_IN, _UPON, _YA = "في", "على", "ي"
_PRONOUNS = ("ته", "تها", "تهم")


def set_apart(
    split: Sequence[Sentence], labelled: Sequence[Sequence[str]], opened: Sequence[Sequence[Trigger]], known: Known
) -> list[list[str]]:
    """The labels, one row a sentence, with every span cut at such words; ``known``: see ``Names.index``."""
    return [
        _row(sentence.tokens, list(row), triggers, known)
        for sentence, row, triggers in zip(split, labelled, opened, strict=True)
    ]


def _row(tokens: Sequence[Token], labels: list[str], triggers: Sequence[Trigger], known: Known) -> list[str]:
    two_parties.part(tokens, labels, known)
    rows.part(tokens, labels)
    for first, last, kind in list(spans(labels)) if triggers else ():
        for k, begin in _seams(tokens, triggers, first, last):
            labels[k:begin] = ["O"] * (begin - k)
            behind = tuple(token.form for token in tokens[begin:last])
            several = begin == k or (
                kind == "person" and bool(behind) and (is_head(behind[0]) or _are_people(behind[0]))
            )
            other = known.get(behind[0], {}).get(behind, "group" if several else kind) if behind else kind
            labels[begin:last] = [f"{'I' if j else 'B'}-{other}" for j in range(last - begin)]
    return labels


def _is_own_call(trigger: Trigger) -> bool:
    """Whether the word is a call with the pronoun of whoever calls, and no name (Ryding 12.3): مطالبته، دعوتها."""
    return (trigger.relation, trigger.kind) == ("demands", "M") and trigger.pronoun[:1] == "3"


def _seams(tokens: Sequence[Token], triggers: Sequence[Trigger], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where a span is cut, and where another actor begins behind it; the same token for a demonstrative."""
    classes = load_function_words()
    if any(t.token == first and _is_own_call(t) for t in triggers):  # جدد | مطالبته | إيران بوقف التخصيب
        yield first, first + 1
    for k in range(first, last if last - first > 1 else first):
        form = tokens[k].form
        closed = k > first + 1 and (tokens[k - 1].form.startswith("ال") or tokens[k - 2].form == _IN)
        if closed and form in classes["demonstratives"] and k + 1 < last and tokens[k + 1].form.startswith("ال"):
            yield k, k
        if k > first + 1 and words.split(form)[1] in _BY and governed.opens_deed(tokens[k]):  # آفي غباي | بقرار ليبرمان
            yield k, k + 1
        if k > first and tokens[k].surface in _SO_THAT:  # فإن ماكرون
            yield k, k + 1
        if k > first and form in classes["identifying"] - classes["who_are"] and _is_office(tokens, first, k):
            yield k, k + 1
        if k > first and _is_upon(tokens, first, k):
            yield k, k + 1 if k + 1 < last and _are_people(tokens[k + 1].form) else last
            return
        calls = [t for t in triggers if t.token == k and t.relation == "demands" and t.kind in "AM"]
        aside = form in classes["addressing"] and form.startswith("م") and form.endswith("ا")
        aside |= any(t.kind == "A" and form.endswith("ا") and not t.pronoun for t in calls)
        if aside or (k > first and form.endswith(_PRONOUNS) and any(t.kind == "M" and t.pronoun for t in calls)):
            yield k, k + 1


def _are_people(form: str) -> bool:
    return words.without_article(form) in united("sides_in_plural", "people")


def _is_upon(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether the word is the preposition and of nothing in the span: not المسيطرة على, قائد الهجوم على.

    Where ي and ى are told apart, as the sentence shows by another word, على is no علي.
    """
    before = words.without_article(tokens[k - 1].form)
    if tokens[k].surface != _UPON or before[:1] == "م" or before in united("things_done", "harmful_acts"):
        return False
    return not any(is_verb(token.form) for token in tokens[first + 1 : k]) and any(
        token.surface.endswith(_YA) for token in tokens
    )


def _is_office(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether the words up to ``k`` tell somebody by an office alone, indefinite: مبعوث تركي, not تشوي مين هو."""
    head = words.split(tokens[first].form)[2].removesuffix("ا")
    return is_title(head) and not any(token.surface.startswith(("ال", "بال", "لل")) for token in tokens[first:k])
