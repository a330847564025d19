"""Persons with a title: who is named within, and where one phrase holds two of them.

Takes the phrases of a sentence by place, changes them in place. The outer tagger marks title and name together, the
inner one the name; where that found none or only a part, the words behind the title tell it (``titled_names``).
"""

from collections.abc import Callable, Container, Iterator, Sequence

from ingest.naming.roles import is_title
from ingest.naming.titled_names import beside, is_titled, name_in
from ingest.text import words
from ingest.text.mentions import Phrase, Vocabulary, phrase_at
from ingest.text.sentences import Sentence, Token
from ontology.function_words import load_function_words, united

_SONS = frozenset({"بن", "ابن", "بنت", "ال"})
_CROWNED = 2  # words of a title with one name: الملك حسين


def mend(
    here: dict[tuple[int, int, int], Phrase],
    known: Vocabulary,
    nisba: Callable[[str], object],
    split: Sequence[Sentence],
) -> None:
    """Cut a phrase over two persons at the second one's title; add names in titles where the tagger found none."""
    for phrase in [p for p in here.values() if p.type == "person"]:
        tokens = split[phrase.sentence].tokens
        for part in _persons(tokens, phrase, nisba) or beside(tokens, phrase, here.values()):
            made = phrase_at(split, phrase.sentence, *part, "person", phrase.basis, known)
            if part[1] != phrase.last and part[0] == phrase.first:
                here.pop(phrase.place, None)
            here.setdefault(made.place, made)
    _households(here)
    _bodies(here, known, split)
    for phrase in [p for p in here.values() if p.type == "state" and _is_ruled(p)]:
        ruler = phrase_at(split, phrase.sentence, phrase.first + 1, phrase.last, "person", phrase.basis, known)
        here.setdefault(ruler.place, ruler)
    for phrase in [p for p in here.values() if p.type == "person"]:
        inside = [p for p in here.values() if phrase.holds(p)]
        tokens = split[phrase.sentence].tokens[phrase.first : phrase.last]
        if not any(p.type == "person" and not is_titled(p.form) for p in inside) and _holds_title(phrase.form):
            bodies = [p.last - phrase.first for p in inside if p.type != "person"]
            if (found := _name(tokens, bodies, nisba, phrase.form)) is not None:
                first, last = (phrase.first + k for k in found)
                made = phrase_at(split, phrase.sentence, first, last, "person", phrase.basis, known)
                here.setdefault(made.place, made)
        for name in [p for p in inside if p.type == "person" and not is_titled(p.form)]:
            bodies = [p.last - phrase.first for p in inside if p.type != "person"]
            for first, last in _wholes(split[phrase.sentence].tokens, phrase, name, bodies, nisba):
                made = phrase_at(split, phrase.sentence, first, last, "person", phrase.basis, known)
                here.setdefault(made.place, made)


def _households(here: dict[tuple[int, int, int], Phrase]) -> None:
    """Take out a crowned title with the name of who serves: مدير مكتب جلالة الملك علاء البطاينة is no king.

    The crowned are told by one name, by whose sons they are or by a number (الملك عبد الله الثاني).
    """
    classes = load_function_words()
    for phrase in [p for p in here.values() if p.type == "person" and p.length > _CROWNED]:
        head, *name = phrase.form.split()
        if (
            not head.startswith("ال")
            or head[2:] not in classes["royal_titles"]
            or (classes["regnal"] | _SONS) & {*name}
        ):
            continue
        served = (p for p in here.values() if p.holds(phrase) and p.last == phrase.last and is_titled(p.form))
        before = (p.form.split()[: phrase.first - p.first] for p in served)
        if any(len(row) > 1 and row[-1] in classes["addresses"] and row[-2][:2] != "ال" for row in before):
            here.pop(phrase.place)


def _bodies(here: dict[tuple[int, int, int], Phrase], known: Vocabulary, split: Sequence[Sentence]) -> None:
    """Add the bodies in construct with a title that a tagger did not see, or took for a person's name."""
    for phrase in [p for p in here.values() if p.type == "person" and is_titled(p.form)]:
        inside = [p for p in here.values() if phrase.holds(p)]
        names = {p.first: p for p in inside if p.type == "person" and not is_titled(p.form)}
        for first, last in _led(split[phrase.sentence].tokens, phrase, names):
            mistaken = names.get(first + 1)
            if any(p.first in {first, first + 1} and p is not mistaken for p in inside):
                continue
            if mistaken is not None:
                here.pop(mistaken.place)
            body = phrase_at(split, phrase.sentence, first, last, "organization", phrase.basis, known)
            here.setdefault(body.place, body)


def _led(tokens: Sequence[Token], phrase: Phrase, names: Container[int]) -> Iterator[tuple[int, int]]:
    """A body with a name of definite words behind a title: رئيس تيار الأفق السوري فلان (Ryding 2005, 8.1)."""
    bodies = united("bodies", "acting_bodies")
    for k in range(phrase.first + 1, phrase.last - 1):
        title = phrase.form.split()[0] if k == phrase.first + 1 else tokens[k - 1].form  # بزعيم حزب
        if tokens[k].form in bodies and is_title(title):
            last = k + 1
            while last < phrase.last and tokens[last].form.startswith("ال") and not is_title(tokens[last].form):
                last += 1
                if last in names:
                    break
            if last > k + 1:
                yield k, last


def _is_ruled(phrase: Phrase) -> bool:
    """Whether a government is told by who heads it, a given name and another word: حكومة سالم الراوي."""
    classes, row = load_function_words(), phrase.form.split()
    return len(row) == phrase.length > 2 and row[0] in classes["state_heads"] and row[1] in classes["given"]


def _wholes(
    tokens: Sequence[Token], phrase: Phrase, name: Phrase, bodies: Sequence[int], nisba: Callable[[str], object]
) -> Iterator[tuple[int, int]]:
    """A name in a title's phrase with the words that the tagger cut off: behind it, or before it up to the title."""
    if not is_titled(phrase.form):
        return
    rest = tokens[name.first : phrase.last]
    if len(rest) > name.length and _name(rest, (), nisba) == (0, len(rest)):
        yield name.first, phrase.last
    found = _name(tokens[phrase.first : phrase.last], bodies, nisba, phrase.form)
    if found is not None and phrase.first + found[0] < name.first and phrase.first + found[1] == name.last:
        first = phrase.first + found[0]
        given, start = load_function_words()["given"], first
        ranked = tokens[first - 1].form.startswith("ال") and is_title(tokens[first - 1].form)  # الأدميرال بهروز كاشفي
        cut = (k for k in range(start + ranked, name.first) if words.split(tokens[k].form)[1])
        cut = (k for k in cut if tokens[k].form not in given)
        if all(tokens[k - 1].form == "عبد" for k in cut):
            yield first, name.last


def _persons(tokens: Sequence[Token], phrase: Phrase, nisba: Callable[[str], object]) -> list[tuple[int, int]]:
    """The two parts of وزير الخارجية حاتم الزين ووزير الدفاع رامي الكيلاني; nothing for a phrase over one person."""
    titles = load_function_words()["titles"]
    for k in range(phrase.first + 2, phrase.last):
        form = tokens[k].form
        joined = form[:1] == "و" and form not in titles and is_title(form[1:])  # ووزير الدفاع، ونائبها
        if joined and _name(tokens[phrase.first : k], (), nisba) is not None:
            return [(phrase.first, k), (k, phrase.last)]
    return []


def _name(
    tokens: Sequence[Token], bodies: Sequence[int], nisba: Callable[[str], object], form: str = ""
) -> tuple[int, int] | None:
    """Where the name is in the words of a phrase; ``form``: the phrase's, whose first word has no clitics."""
    first = form.split()[:1] or [tokens[0].form]
    definite = [token.surface.startswith(("ال", "وال", "بال", "لل", "كال")) for token in tokens]
    return name_in([*first, *(token.form for token in tokens[1:])], definite, bodies, nisba)


def _holds_title(form: str) -> bool:
    titles = load_function_words()["titles"]
    return is_titled(form) or any(words.without_article(word) in titles for word in form.split())
