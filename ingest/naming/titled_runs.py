"""Persons with a title and a name that no tagger sees: الصحافي المصري محمود السقا، الرئيس بري.

Takes the tokens of a sentence and the labels of its outer spans, which it changes. A name stands in apposition behind
a definite title or what somebody is, with a nationality between or not (Ryding 2005, 8.5 and 10.1): a given name with
another word, or what a known person is called for short. A title with a given name alone goes on with another one.
"""

from collections.abc import Sequence

from ingest.naming import introduced
from ingest.naming.bounds import is_unknown
from ingest.naming.names import load_names
from ingest.naming.runs import NONE
from ingest.text import name_rules, words
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

LONGEST = 4  # words of such a name
_DEFINITE, _ARTICLES = "ال", frozenset({"ال", "لل", "بال"})


def tell(tokens: Sequence[Token], labels: list[str]) -> None:
    """Label every such person."""
    for k in range(len(tokens) - 1):
        form = tokens[k].form
        if k and tokens[k - 1].form in load_function_words()["given"]:  # محمد الأمين ولد الشيخ
            continue
        _, joined, bare = words.split(form)
        if labels[k] not in {"O", "B-person"} or joined not in _ARTICLES or not _is_title(bare):
            continue
        if _is_short(form) and _is_short(tokens[k + 1].form):  # التقى السوداني بارزاني
            continue
        if labels[k] == "O" and name_rules.names_place(tokens, k):  # مطار الملك خالد الدولي
            continue
        last = next((j for j in range(k + 1, len(labels)) if labels[j][0] != "I"), len(labels))
        if labels[k] == "O" or last == k + 1:
            last = name_rules.adjectives(tokens, k + 1, definite=True)
            last += last < len(tokens) and tokens[last].form in load_function_words()["former"]
            known = _known_end(tokens, last) if last > k + 1 else last  # الوزير الأسبق | وئام وهاب
            if known > last and set(labels[k + 1 : known]) <= {"O"}:
                labels[k:known] = ["B-person", *["I-person"] * (known - k - 1)]
                continue
            last = last if labels[k] == "O" else k + 1
        end = _end(tokens, labels, k, last)
        if end > last and set(labels[last:end]) == {"O"}:
            labels[k:end] = ["B-person", *["I-person"] * (end - k - 1)]


def _known_end(tokens: Sequence[Token], first: int) -> int:
    """Where the name of a known person ends that begins at the token; the token for none."""
    forms = [token.form for token in tokens[first : first + LONGEST + 1]]
    runs = load_names().index.get(forms[0], NONE).at(forms[0], forms, 0) if forms else ()
    return first + max((length for length, kind in runs if kind == "person" and length > 1), default=0)


def _is_title(bare: str) -> bool:
    return bare in united("titles", "laymen", "human_stems")


def _end(tokens: Sequence[Token], labels: Sequence[str], first: int, last: int) -> int:
    """Where the name ends that begins or goes on at ``last``; ``last`` for none."""
    if last >= len(tokens) or labels[last] != "O":
        return last
    mister = last == first + 1 and tokens[first].form in load_function_words()["misters"]
    if mister and labels[first] == "O" and (stranger := introduced.name_end(tokens, labels, last, tokens[last].form)):
        return stranger  # السيدة تون ينيس رئيسة البرلمان
    given = load_function_words()["given"]
    before, form = tokens[last - 1].form, tokens[last].form
    if labels[first] != "O" and last == first + 2 and before in given:  # الوزير عادل | يزيد
        return last + (form in given - load_function_words()["prepositions"])
    if last == first + 1 and _is_short(form):
        return last + 1
    named = labels[first] != "O" or form not in given or form in load_function_words()["prepositions"]  # على العودة
    if named or form.startswith(_DEFINITE):
        return last
    end = last + 1
    while end < len(tokens) and end - last < LONGEST and _goes_on(tokens[end].form, further=end > last + 1):
        end += 1
    return end if end - last > 1 else last


def _goes_on(form: str, *, further: bool = False) -> bool:
    """Whether the word can be one more of a name: ``further``, behind two, only one that no class knows."""
    joined = words.split(form)[1] in {"ب", "ل", "بال", "لل"} or form[:1] in "وف"
    links = form in united("name_links", "foreign_links")
    named = form.isalpha() and name_rules.may_name(form) and not joined
    return links or (named and (not further or (is_unknown(form) and not form.startswith(_DEFINITE))))


def _is_short(form: str) -> bool:
    """Whether a known person is called by the word alone behind his title."""
    names = load_names()
    return any(names.type(actor) == "person" for actor in names.so_called(form))
