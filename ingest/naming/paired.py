"""Two officials in one span, told apart by nationalities or polite address: وزيرا الدفاع الروسي فلان والصيني فلان.

Takes the tokens of a span, gives where the second begins: in the dual a title stands before both names (Ryding 2005,
7.1 and 8.1), and the nisba that و joins opens the second, with his name behind it; or polite address in construct does
(الأمير سعادة السفير فلان). Behind a verb that takes an object an honorific behind a name opens it.
"""

from collections.abc import Iterator, Sequence

from ingest.naming.names import load_names
from ingest.text import words
from ingest.text.name_rules import may_name
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

SIDE = 2  # words of a side: الجانب الفلسطيني
_SIDE = frozenset({"الجانب", "الطرف"})
_COMMAND = frozenset({"قائد"})
_FOR = frozenset({"من", "عن", "ومن", "وعن"})


def second(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """The token at which the second begins in the span, if it holds two; so behind an address: معاليه | بالوزير."""
    if first + 1 < last and _addresses(tokens[first].form):
        _, joined, rest = words.split(tokens[first + 1].form)
        if joined in {"ب", "ل"} or rest in united("addresses", "misters"):  # استقبل سموه | معالي الوزير
            yield first + 1
        return
    head, both = words.without_article(tokens[first].form), load_function_words()["both_persons"]
    if head not in both and f"{head}ن" not in both:  # in construct the dual has no ن
        return
    for k in range(first + 2, last - 1):
        form = tokens[k].form
        if form.startswith("وال") and may_name(tokens[k + 1].form) and load_names().nisba(form[1:]) is not None:
            yield k
            return


def _addresses(form: str) -> bool:
    """Whether the word stands for whoever was honoured before: سموه، معاليه."""
    return any(pair.startswith(f"{form}=") for pair in load_function_words()["addressed"])


def honoured(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """Where polite address in construct opens another person: رئيس المجلس وفخامة الرئيس، سمو الأمير سعادة السفير (8.1).

    Without و it is most often the same person's: نائب الملك صاحب السمو الأمير فلان.
    """
    polite = load_function_words()["addresses"]
    whole = tokens[first].form in polite or tokens[first].form in load_function_words()["misters"]
    addressed = first + 2 if whole else -1  # a whole one: سمو الأمير، السيد الرئيس
    for k in range(first + 1, last - 1):
        form, before = tokens[k].form, tokens[k - 1].form
        joined = form[:1] == "و" and form[1:] in polite
        definite = k == addressed and form in polite and before.startswith("ال") and before[2:] not in polite
        titled = k == addressed and tokens[k + 1].form in load_function_words()["titles"]  # سماحة مفتي الجمهورية
        if (joined or definite) and (titled or tokens[k + 1].form.startswith("ال")):
            yield k


def part(tokens: Sequence[Token], labels: list[str]) -> None:
    """Cut a person's span at what ends a ruler's title, and at the sides in it."""
    _part_rulers(tokens, labels)
    _part_sides(tokens, labels)


def _part_rulers(tokens: Sequence[Token], labels: list[str]) -> None:
    """Cut a span behind the epithet of a ruler, where an office or address begins: الملك المعظم | وزير خارجية اليونان.

    His title ends with it (Ryding 2005, 10.1), so that another is told behind it, unless it is his own command.
    """
    epithets, opening = load_function_words()["ruler_epithets"], united("titles", "addresses", "misters", "presences")
    for k in range(1, len(tokens) - 1):
        form = tokens[k + 1].form
        bare = words.split(form)[2] if form[:1] in "بلو" else words.without_article(form)
        if tokens[k].form in epithets and labels[k + 1] == "I-person" and bare in opening and bare not in _COMMAND:
            labels[k + 1] = "B-person"


def _part_sides(tokens: Sequence[Token], labels: list[str]) -> None:
    """Cut a person's span at the sides in it and behind them: الجانب التركي فلان الفلاني ومن الجانب السوري فلان.

    The side is whole with its adjective (Ryding 10.1), and a title or name behind it stands in no apposition to it.
    """
    classes = load_function_words()
    for k in range(1, len(tokens) - SIDE):
        side = tokens[k].form in _SIDE and tokens[k + 1].form.startswith("ال")
        end = k + SIDE
        titled = words.without_article(tokens[end].form) in classes["titles"] or tokens[end].form in classes["given"]
        if not (side and titled and labels[end][0] == "I"):
            continue
        if labels[k][0] == "I" and tokens[k - 1].form in _FOR:
            labels[k - 1], labels[k] = "O", "B-group"
        if labels[k] == "O":
            labels[k + 1] = "O"  # عن الجانب التركي الوزير فلان
        labels[end] = "B-person"
        for j in range(end + 1, len(tokens)):
            if labels[j][0] != "I":
                break
            labels[j] = "I-person"


def is_honoured(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether an honorific and a name of two words begin at ``k``: استقبل الرئيس فلان السيد فلانا الفلاني."""
    form, before = tokens[k].form, tokens[k - 2].form if k > 1 else ""
    if before in load_function_words()["titles"]:  # أمير البلاد الشيخ فلان is one
        return False
    honorific = form.startswith("ال") and form[2:] in load_function_words()["honorifics"]
    return honorific and k + 2 < last and all(may_name(t.form) for t in tokens[k + 1 : k + 3])
