"""Two officials in one span, told apart by nationalities or polite address: وزيرا الدفاع الروسي فلان والصيني فلان.

Takes the tokens of a span, gives where the second begins: in the dual a title stands before both names (Ryding 2005,
7.1 and 8.1), and the nisba that و joins opens the second, with his name behind it; or polite address in construct does
(الأمير سعادة السفير فلان).
"""

from collections.abc import Iterator, Sequence

from ingest.naming.names import load_names
from ingest.text import words
from ingest.text.name_rules import may_name
from ingest.text.sentences import Token
from ontology.function_words import load_function_words

SIDE = 2  # words of a side: الجانب الفلسطيني
_SIDE = frozenset({"الجانب", "الطرف"})


def second(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """The token at which the second begins in the span, if it holds two."""
    head, both = words.without_article(tokens[first].form), load_function_words()["both_persons"]
    if head not in both and f"{head}ن" not in both:  # in construct the dual has no ن
        return
    for k in range(first + 2, last - 1):
        form = tokens[k].form
        if form.startswith("وال") and may_name(tokens[k + 1].form) and load_names().nisba(form[1:]) is not None:
            yield k
            return


def honoured(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """Where polite address in construct opens another person: رئيس المجلس وفخامة الرئيس، سمو الأمير سعادة السفير (8.1).

    Without و it is most often the same person's: نائب الملك صاحب السمو الأمير فلان.
    """
    polite = load_function_words()["addresses"]
    addressed = first + 2 if tokens[first].form in polite else -1  # a whole one: سمو الأمير
    for k in range(first + 1, last - 1):
        form, before = tokens[k].form, tokens[k - 1].form
        joined = form[:1] == "و" and form[1:] in polite
        definite = k == addressed and form in polite and before.startswith("ال") and before[2:] not in polite
        if (joined or definite) and tokens[k + 1].form.startswith("ال"):
            yield k


def of_side(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """Where who takes part for a side is named behind it: عن الجانب الفلسطيني اللواء فلان الفلاني.

    The side is whole with its adjective (Ryding 10.1); a title behind it is in no apposition to it.
    """
    classes = load_function_words()
    if last - first > SIDE and tokens[first].form in _SIDE and tokens[first + 1].form.startswith("ال"):
        k = first + SIDE
        if words.without_article(tokens[k].form) in classes["titles"] or tokens[k].form in classes["given"]:
            yield k
