"""Spans that hang over the actor whom they begin with, or leave out the title that a pronoun ties to who stands before.

Takes the tokens of a sentence and the outer labels, changes the labels. A state alone is no group with the place behind
في (موقف فلسطين في مجلس الأمن), an official without a name none with the agency that he spoke to (مسؤول أمريكي لرويترز;
Ryding 2005, 16), and an office with a pronoun goes with the name behind it (والتقى أميرها مشعل الصباح; 8.5, 12.3).
What is all a known person's name is a person, whatever the taggers take it for.
"""

from collections.abc import Sequence

from ingest.naming.names import Names
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.name_rules import adjectives
from ingest.text.sentences import Sentence, Token
from ingest.text.triggers import is_aide
from ontology.function_words import load_function_words, united

_FATHERS = frozenset({"ابو", "ابي", "ابا"})
_FIRST, _EMBASSY, _CHARGED = "اول", "سفاره", "قائم"
_IN = frozenset({"في", "لدي", "داخل"})
_PRONOUNS = ("هما", "هم", "ها", "ه")


def mend(tokens: Sequence[Token], labels: list[str], names: Names) -> None:
    """End every such span where its actor ends, and begin a name's at the office before it."""
    end(tokens, labels, names)
    for first, last, kind in list(spans(labels)):
        if kind == "person" and (_is_office(tokens, labels, first) or _is_polite(tokens, labels, first)):
            labels[first - 1 : last] = ["B-person", *["I-person"] * (last - first)]
        if kind == "person" and (behind := _office_end(tokens, labels, last)) > last:
            labels[last:behind] = ["I-person"] * (behind - last)
        _join_first_deputy(tokens, labels, (first, last))


def part(tokens: Sequence[Token], labels: list[str]) -> None:
    """Give a body its head, which ends a person's span, and part a father's name from the body glued to it.

    نعيم قاسم الدولة | اللبنانية, whose adjective alone the tagger takes for the state (Ryding 10.1); أبو سالم القوات.
    """
    heads = united("state_heads", "definite_bodies", "forces", "sides_in_plural")
    for first, last, kind in list(spans(labels)):
        before, form = tokens[first - 1].form if first else "", tokens[first].form
        if labels[first][0] == "I" and form[:2] == before[:2] == "ال" and before[2:] in heads and kind != "person":
            labels[first - 1 : first + 1] = [f"B-{kind}", f"I-{kind}"]
        forces = (k for k in range(first + 2, last) if tokens[k].form[:2] == "ال" and tokens[k].form[2:] in heads)
        if kind != "person" and form in _FATHERS and (k := next(forces, None)) is not None:
            titled = first > 0 and labels[first - 1][2:] == "person"
            labels[first:k] = ["I-person" if titled else "B-person", *["I-person"] * (k - first - 1)]
            labels[k] = f"B-{kind}"


def end(tokens: Sequence[Token], labels: list[str], names: Names) -> None:
    """End every such span where its actor ends."""
    for first, last, kind in list(spans(labels)):
        stop = _end(tokens, first, last, kind, names)
        labels[stop:last] = ["O"] * (last - stop)
        if stop == first + 1 < last and kind == "group":
            labels[first] = "B-state"


def persons_whole(split: Sequence[Sentence], outer: Sequence[Sequence[str]], names: Names) -> list[list[str]]:
    """The outer labels, one row a sentence, with a person for every span that is all a known person's name."""
    rows = []
    for sentence, row in zip(split, outer, strict=True):
        labels = list(row)
        for first, last, kind in list(spans(labels)):
            if kind != "person" and _is_person(sentence.tokens, first, last, names):
                labels[first:last] = ["B-person", *["I-person"] * (last - first - 1)]
        rows.append(labels)
    return rows


def _end(tokens: Sequence[Token], first: int, last: int, kind: str, names: Names) -> int:
    """Where the actor at the head of the span ends; ``last`` where it is all of it."""
    if kind == "group":
        alone = last - first > 2 and tokens[first + 1].form in _IN
        heads = (tokens[first].form, words.split(tokens[first].form)[2])
        return first + 1 if alone and any(names.state(head) is not None for head in heads) else last
    classes = load_function_words()
    if kind != "person" or words.split(tokens[first].form)[2] not in classes["unnamed_officials"]:
        return last
    return last - 1 if last - first > 1 and _is_press(tokens[last - 1].form) else last  # a name of one word


def _is_person(tokens: Sequence[Token], first: int, last: int, names: Names) -> bool:
    """Whether the span, taken for people or a body, is all a known person's name: وصف أردوغان | نتنياهو بالسفاح."""
    forms = tuple(token.form for token in tokens[first:last])
    bare = forms[0][1:] if forms[0][:1] == "و" and forms[0] not in names.index else forms[0]  # وماكرون
    known = names.index.get(bare)
    return known is not None and known.get((bare, *forms[1:])) == "person"


def _is_press(form: str) -> bool:
    """Whether the word is an agency, a paper or those who write, behind لـ."""
    _, joined, rest = words.split(form)
    return joined in {"ل", "لل"} and rest in load_function_words()["to_press"]


def _office_end(tokens: Sequence[Token], labels: Sequence[str], last: int) -> int:
    """Where an office ends whose charge or embassy stands behind the span that ends before token ``last`` (8.1, 10.1).

    نائب الوزير المكلف | بالشؤون السياسية، القائم بالأعمال بالإنابة | لسفارة الصين.
    """
    if last + 1 >= len(tokens) or labels[last] != "O":
        return last
    (_, joined, rest), classes = words.split(tokens[last].form), load_function_words()
    if tokens[last - 1].form in classes["specifying"] and joined == "بال":
        return adjectives(tokens, last + 1, definite=True)
    charged = words.without_article(tokens[last - 1].form) == _CHARGED and rest in classes["manners"]
    if charged and labels[last + 1][0] == "B":  # القائم | بأعمال السفارة البريطانية
        return next((b for a, b, _ in spans(labels) if a == last + 1), last)
    embassy = rest == _EMBASSY and joined in {"ل", "ب"} and labels[last + 1] == "B-state"
    return next((b for a, b, _ in spans(labels) if a == last + 1), last) if embassy else last


def _is_polite(tokens: Sequence[Token], labels: Sequence[str], first: int) -> bool:
    """Whether polite address in construct stands before a title and is in no span: سماحة | مفتي المملكة (8.1)."""
    classes, before = load_function_words(), tokens[first - 1].form if first else ""
    titled = words.without_article(tokens[first].form) in united("titles", "honorifics")
    return titled and labels[first - 1] == "O" and before in classes["honorifics"] & classes["addresses"]


def _join_first_deputy(tokens: Sequence[Token], labels: list[str], span: tuple[int, int]) -> None:
    """Go on with a name before, or begin, at a first deputy of the body in the span: وكيل أول | مجلس النواب (15.2)."""
    first, last = span
    if first < 2 or tokens[first - 1].form != _FIRST or labels[first - 2 : first] != ["O", "O"]:
        return
    if words.split(tokens[first - 2].form)[2] in load_function_words()["office_holders"]:
        goes_on = first > 2 and labels[first - 3][2:] == "person" and not words.split(tokens[first - 2].form)[0]
        labels[first - 2 : last] = ["I-person" if goes_on else "B-person", *["I-person"] * (last - first + 1)]


def _is_office(tokens: Sequence[Token], labels: Sequence[str], first: int) -> bool:
    """Whether the office before a name has a pronoun and is in no span: أميرها | مشعل الأحمد الصباح."""
    if not first or labels[first - 1] != "O":
        return False
    if is_aide(tokens, first - 1):  # مساعدة | وزير الخارجية
        return True
    if tokens[first - 1].surface.endswith("ة"):
        return False
    classes, form = load_function_words(), words.split(tokens[first - 1].form)[2]
    owned = next((form.removesuffix(pronoun) for pronoun in _PRONOUNS if form.endswith(pronoun)), "")
    head = words.without_article(tokens[first].form)
    if form in classes["peers"]:  # بأخيه | صاحب السمو الأمير فلان
        return head in united("titles", "honorifics", "addresses")
    return head not in classes["titles"] and owned in classes["office_holders"]
