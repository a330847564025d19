"""What the gazetteer, closed classes of words and the rest of the article say of a word, as tagger features.

Takes the folded words of all sentences of an article, gives a list of features a word. Order: the word's own
classes (known name, title, body, people, nationality, day); those of its neighbours; the row of classes around
it as one feature, since a title, a nisba and an unknown word in this order introduce a person; the same of the
parts of speech that forms tell (``word_classes``), since a name ends before a verb; each two words together; how the
same word stands elsewhere in the article, where it may be introduced in full. A table that does not know a feature
passes over it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ingest.naming.names import Names
from ingest.naming.runs import NONE
from ingest.text import words
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words

_OWN = ("titles", "state_heads", "state_organs", "speech")  # named in the features of the first tables too
_FURTHER = ("bodies", "people", "times", "honorifics", "prepositions", "relatives", "complementizers", "given")
EDGE = "^"  # what is before the first and behind the last word
# One letter a class for the row around a word; the first that holds.
_LETTERS = (
    ("class=titles", "T"),
    ("class=people", "L"),
    ("class=bodies", "B"),
    ("class=state_heads", "H"),
    ("nisba", "N"),
    ("class=times", "D"),
    ("class=speech", "S"),
    ("class=prepositions", "p"),
    ("class=relatives", "r"),
    ("class=complementizers", "t"),
    ("class=given", "G"),
)
Rows = list[list[str]]
# A kind of cue and what is seen: ("1", "nisba"), ("row", "T", "N", "x", "$", "$"). A word has a few, which come again
# and again, so that a tagger sums their weights but once; ``told`` gives the features that they stand for.
Cue = tuple[str, ...]


def cues(names: Names, article: Sequence[Sequence[str]]) -> list[list[list[Cue]]]:
    """Cues by sentence and word, as many a word; an article without sentences gives none."""
    own = [_classes(names, forms) for forms in article]
    elsewhere = _Elsewhere(article, own)
    return [
        _of_sentence(forms, [tuple(row) for row in classes], letters, elsewhere)
        for forms, classes, letters in zip(article, own, _rows_of_letters(article, own), strict=True)
    ]


def _of_sentence(
    forms: Sequence[str], classes: Sequence[tuple[str, ...]], letters: Sequence[str], elsewhere: "_Elsewhere"
) -> list[list[Cue]]:
    own = ((), (), *classes, (), ())
    row = ("^", "^", *letters, "$", "$")
    parts = (EDGE, EDGE, *(word_class(form, form) for form in forms), EDGE)
    near = (EDGE, *forms, EDGE)
    return [
        [
            ("own", *own[i + 2]),
            ("-2", *own[i]),
            ("-1", *own[i + 1]),
            ("1", *own[i + 3]),
            ("2", *own[i + 4]),
            ("row", *row[i : i + 5]),
            ("part", *parts[i : i + 4]),
            ("two-", near[i], near[i + 1]),
            ("two+", near[i + 1], near[i + 2]),
            ("else", *elsewhere.of(forms[i], classes, i)),
        ]
        for i in range(len(forms))
    ]


def told(cue: Cue) -> list[str]:
    """The features of a cue."""
    kind, *seen = cue
    if kind == "row":
        a, b, c, d, e = seen
        return [f"row={b}|{c}|{d}", f"row-={a}|{b}|{c}", f"row+={c}|{d}|{e}", f"pair-={b}|{c}", f"pair+={c}|{d}"]
    if kind == "part":
        a, b, c, d = seen
        return [f"part={c}", f"part-={b}", f"part+={d}", f"parts={b}|{c}|{d}", f"parts-={a}|{b}|{c}"]
    if kind in {"two-", "two+"}:
        return [f"{kind}={'|'.join(seen)}"]
    if kind == "outer":
        return [f"{side}outer={label}" for side, label in zip(("-", "", "+"), seen, strict=True)]
    return seen if kind in {"own", "else"} else [f"{kind}:{one}" for one in seen]


def _classes(names: Names, forms: Sequence[str]) -> Rows:
    """The classes of every word of a sentence and the known names that it begins or goes on."""
    found = [list(_of_word(names, form)) for form in forms]
    for i, form in enumerate(forms):
        _, joined, rest = words.by_shape(form)
        for head in {form, rest, joined + rest, words.without_article(form)}:
            for length, kind in names.index.get(head, NONE).at(head, forms, i):
                found[i].append(f"gaz=B{kind}")
                for j in range(i + 1, i + length):
                    found[j].append(f"gaz=I{kind}")
    return [sorted(set(row)) for row in found]


def _of_word(names: Names, form: str) -> Iterator[str]:
    yield from _closed(form)
    if names.nisba(form) is not None:
        yield "nisba"
    if words.without_article(form) != form:
        yield "definite"
    if _joined(form):
        yield "joined"


def _joined(form: str) -> bool:
    """Whether the word begins with a conjunction: seen by the article or a known word behind it."""
    if form[:1] not in {"و", "ف"} or len(form) < 4:
        return False
    return form[1:3] in {"ال", "لل"} or (form[1:] in _table() and form not in _table())


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in (*_OWN, *_FURTHER):
        for word in load_function_words()[name]:
            found[word].append(f"class={name}")
    return {word: tuple(classes) for word, classes in found.items()}


@lru_cache(words.MEMO)
def _closed(form: str) -> tuple[str, ...]:
    """The closed classes of a word, without its article, else without the conjunction or preposition before it."""
    table = _table()
    for word in (words.without_article(form), form[1:] if form[:1] in {"و", "ف", "ل", "ب"} else form):
        if word in table:
            return table[word]
    return ()


def _rows_of_letters(article: Sequence[Sequence[str]], own: Sequence[Rows]) -> list[list[str]]:
    return [
        [_letter(form, row) for form, row in zip(forms, classes, strict=True)]
        for forms, classes in zip(article, own, strict=True)
    ]


def _letter(form: str, row: Sequence[str]) -> str:
    conjunction = "و" if "joined" in row else ""
    known = next((c[5:8] for c in row if c.startswith("gaz=")), None)
    if known is not None:
        return conjunction + known
    found = next((letter for name, letter in _LETTERS if name in row), None)
    if found is not None:
        return conjunction + found
    shape = words.shape(form)
    return shape if shape != "ع" else conjunction + ("d" if "definite" in row else "x")


class _Elsewhere:
    """How each word stands in the article: behind a title, behind a verb of saying, in a known name, how often."""

    def __init__(self, article: Sequence[Sequence[str]], own: Sequence[Rows]) -> None:
        self._counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for forms, classes in zip(article, own, strict=True):
            for i, form in enumerate(forms):
                counts = self._counts[words.by_shape(form)[2]]
                for name in _stands(classes, i):
                    counts[name] = counts.get(name, 0) + 1

    def of(self, form: str, classes: Sequence[Sequence[str]], i: int) -> list[str]:
        """Features of what the word's other places in the article say."""
        if not form.isalpha():
            return []
        counts = self._counts[words.by_shape(form)[2]]
        if len(counts) == 1:  # "any" alone: nothing told of the word here or elsewhere
            return [f"times={min(counts['any'], 4)}"]
        here = _stands(classes, i)
        found = [f"else={name}" for name in counts if counts[name] > here.count(name) and name != "any"]
        return [*found, f"times={min(counts['any'], 4)}"]


def _stands(classes: Sequence[Sequence[str]], i: int) -> list[str]:
    before = classes[i - 1] if i else []
    earlier = classes[i - 2] if i > 1 else []
    found = ["any"]
    if "class=titles" in before or ("nisba" in before and any("class=" in c for c in earlier)):
        found.append("titled")
    if "class=speech" in before:
        found.append("said")
    if "class=bodies" in before or "class=people" in before:
        found.append("body")
    found += [c for c in classes[i] if c.startswith("gaz=")]
    return found
