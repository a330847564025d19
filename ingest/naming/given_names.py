"""Persons told by a given name and a family's, where no tagger sees them: اجتمع مع فؤاد السعد، فلان ورامي الكيلاني.

Takes the tokens of a sentence and the labels of its outer spans, which it changes. A given name that is no other word,
with a word behind it that no class of the language knows, is a person's where one stands: behind مع, بين or كل من,
joined to a person by و or a preposition, and behind a verb (Ryding 2005, 3.1, 10.4, 16 and 18). Two such names in one
span behind a verb are two persons, subject and object: زار سليم الدوري | فؤاد السعد.
"""

from collections.abc import Container, Iterator, Sequence
from functools import cache

from ingest.naming import seams
from ingest.naming.bounds import is_unknown
from ingest.naming.names import load_names
from ingest.naming.roles import is_title
from ingest.text import name_rules, words
from ingest.text.mentions import spans
from ingest.text.sentences import Token
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words, united

LONGEST = 4  # words of such a name
PAIR = 2  # persons in a span that holds two
TITLE = 7  # words between a title and the name of who has it
_HOMOGRAPHS = frozenset({"علي"})  # as it stands, not على
_BEFORE = frozenset({"مع", "بين", "وبين", "ومع", "نحو", "ضد", "الي", "علي"})
_OF, _EACH = "من", frozenset({"كل", "كلا", "وكل", "وكلا", "بكل", "لكل"})
_GOVERNING = frozenset("بل")
_JOINED, _DEFINITE, _PEOPLE = frozenset("وبلف"), "ال", frozenset({"person", "group"})
_OTHERWISE = ("given", "unjoined", "name_links", "ordinary_surnames", "title_surnames", "radical_ha")


@cache
def _given() -> frozenset[str]:
    """Given names that are no other word of the classes."""
    others = (listed for name, listed in load_function_words().items() if name not in _OTHERWISE)
    return load_function_words()["given"] - frozenset().union(*others)


def tell(tokens: Sequence[Token], labels: list[str], verbs: Container[int]) -> None:
    """Label every such person; ``verbs``: the tokens of verbs of the lexicon."""
    for first, last, kind in list(spans(labels)):
        for k in _joined(tokens, first, last) if kind == "person" else ():
            labels[k] = f"B-{kind}"
        behind = kind in _PEOPLE and first - 1 in verbs
        if behind and (end := _surnames(tokens, first, last)):
            labels[first:last] = ["B-person"] * PAIR + ["O"] * (last - end)
            continue
        other = _second(tokens, first, last) if behind and kind == "person" else None
        if other is not None:
            labels[other] = f"B-{kind}"
    for k in range(1, len(tokens) - 1):
        if labels[k] != "O":
            continue
        title = _title(tokens, labels, k)
        if title is None and not _stands(tokens, labels, k, verbs):
            continue
        if (end := _end(tokens, labels, k)) > k + 1:
            begin = k if title is None else title
            labels[begin:end] = ["B-person", *["I-person"] * (end - begin - 1)]


def _title(tokens: Sequence[Token], labels: Sequence[str], k: int) -> int | None:
    """Where a title without a name begins whose holder is named at ``k``, behind its adjectives and what it is for.

    المقرر الأممي | الخاص المعني بالحق في الغذاء | فلان الفلاني (Ryding 2005, 8.5, 10.1 and 16).
    """
    if not (tokens[k].form in _given() or (tokens[k].surface in _HOMOGRAPHS and labels[k - 1][2:] == "person")):
        return None
    j = k - 1
    while j > 0 and k - j <= TITLE and labels[j][2:] != "person":
        form = tokens[j].form
        if not form.isalpha() or words.split(form)[0] or word_class(form, tokens[j].surface)[-1] == "V":
            return None
        j -= 1
    between = tokens[j + 1 : k]
    classes = load_function_words()
    told = not between or (between[0].form in classes["specifying"] and between[-1].form not in classes["prepositions"])
    if labels[j][2:] != "person" or not told:
        return None
    first = next(i for i in range(j, -1, -1) if labels[i][0] == "B" or i == 0 or labels[i - 1] == "O")
    bare = any(t.form in classes["given"] for t in tokens[first + 1 : j + 1])
    titled = is_title(words.split(tokens[first].form)[2]) and not bare
    return first if titled and (seams.is_definite(tokens[j].form) or between) else None


def _joined(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """Where و joins a second name to one that ends in a family's with the article: فلان السعد | ورامي الكيلاني."""
    for k in range(first + 2, last - 1):
        form, family = tokens[k].form, tokens[k - 1].form.startswith(_DEFINITE)
        if family and form[:1] == "و" and form not in _given() and form[1:] in _given():
            yield k


def _second(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where the second of two names begins that fill a span, the first of two words."""
    k = first + 2
    if k + 1 >= last:
        return None
    two = tokens[first].form in _given() and {tokens[k].form, tokens[k].form[1:]} & _given()
    family = tokens[k - 1].form.startswith(_DEFINITE)
    linked = any(t.form in load_function_words()["name_links"] for t in tokens[first:k])
    joined = tokens[k].form in _given() or tokens[k].form[:1] in _GOVERNING  # اتصل سليم الدوري بفؤاد السعد
    return k if two and family and joined and not linked else None


def _surnames(tokens: Sequence[Token], first: int, last: int) -> int:
    """One behind two short names of known men of two states, or with the article, that open a span; 0 for none.

    التقى فيدان لافروف، التقى السوداني الحلبوسي في بغداد (Ryding 3.1).
    """
    end = first + PAIR
    if last < end or (last > end and tokens[end].form not in load_function_words()["prepositions"]):
        return 0
    two = [_homes(token.form) for token in tokens[first:end]]
    definite = all(token.form.startswith(_DEFINITE) for token in tokens[first:end])
    return end if all(two) and (definite or not two[0] & two[1]) else 0


def _homes(form: str) -> set[str]:
    """The states of the known persons whom the word alone may mean."""
    names = load_names()
    persons = (actor for actor in names.so_called(form) if names.type(actor) == "person")
    homes = {names.home_of(form), *map(names.home, persons)}
    return {state for state in homes if state is not None}


def _stands(tokens: Sequence[Token], labels: Sequence[str], k: int, verbs: Container[int]) -> bool:
    """Whether a person can stand at the token, with its joined letter for one that goes on with another."""
    form, before = tokens[k].form, tokens[k - 1].form
    if form in _given():
        each = before == _OF and k > 1 and (tokens[k - 2].form in _EACH or _is_call(tokens, k - 2))
        return before in _BEFORE or each or k - 1 in verbs
    return form[:1] in _JOINED and form[1:] in _given() and labels[k - 1][2:] == "person"


def _is_call(tokens: Sequence[Token], k: int) -> bool:
    """Whether a call or message stands at the token or before its adjective: مكالمة هاتفية من."""
    calls = united("encounters", "answered_words")
    return tokens[k].form in calls or (k > 0 and tokens[k - 1].form in calls)


def _end(tokens: Sequence[Token], labels: Sequence[str], k: int) -> int:
    """Where the name ends that begins at the token."""
    end = k + 1
    while end < len(tokens) and end - k < LONGEST and labels[end] == "O" and _goes_on(tokens[end].form, end - k):
        end += 1
        if tokens[end - 1].form.startswith(_DEFINITE):
            break
    return end


def _goes_on(form: str, count: int) -> bool:
    """Whether the word can be the family's name, or a further one before it."""
    if form in united("name_links", "foreign_links") or form in _given():
        return True
    bare = form.removeprefix(_DEFINITE)
    plain = form.isalpha() and form[:1] not in _JOINED and name_rules.may_name(form)
    family = bare in _given() or (bare != form and form.endswith("ي"))  # السعد، الدوري
    family |= is_unknown(form) and is_unknown(bare)
    return plain and len(bare) > 2 and family and (count == 1 or bare == form)
