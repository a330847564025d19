"""Where the subject of a verb of calling ends and its object begins within one span: دعا فلان الفلاني المدير العام إلى.

Takes the tokens of a sentence, a span right behind the verb and the names in it. What the call is for stands right
behind the span (إلى، على، بـ), so that whom it is made on stands before it, in the span, or the verb has no object
(Ryding 2005, 3.1 and 16). The object begins behind a closed quotation mark, with a word of people or bodies that has a
pronoun (زميله), and behind a name or a definite word with an office, a body or a known name.
"""

from collections.abc import Container, Iterator, Sequence

from ingest.naming.partitives import human_plural
from ingest.text import name_rules, words
from ingest.text.context import QUOTES
from ingest.text.prepositions import preposition_of
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united
from ontology.lexicon import load_lexicon

Named = tuple[int, int, str]  # first token, one behind the last, type
TIMES = 3  # words of time between an object and what is demanded: السلطات يوم الأربعاء على
_CONTENT = {"ila": frozenset({"الي"}), "3ala": frozenset({"علي"}), "bi": frozenset({"ب"})}
_OWN = ("ه", "ها", "هم", "هما")


def is_called(tokens: Sequence[Token], verbs: Sequence[Trigger], last: int) -> bool:
    """Whether what a verb calls for stands right behind a span that ends before token ``last``."""
    return _precedes(tokens, last, {form for verb in verbs for form in _letters(verb)})


def parting(
    tokens: Sequence[Token], named: Sequence[Named], known: Sequence[Named], span: tuple[int, int]
) -> int | None:
    """Where the object begins in a span with what the verb calls for behind it; None where it holds none.

    ``named``: names that the inner tagger sees, ``known``: those of the gazetteer.
    """
    return next(_begins(tokens, named, known, span), None) if span[1] - span[0] > 1 else None


def open_quote(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """A quotation mark within the span that none closes there: طالب فلان "الحكومة بأن تعترف"."""
    marks = [k for k in range(first + 1, last - 1) if tokens[k].surface in QUOTES]
    return marks[0] if len(marks) == 1 and tokens[first].surface not in QUOTES else None


def _letters(verb: Trigger) -> Iterator[str]:
    """The prepositions of what the verb calls for, where it takes an object."""
    for frame in load_lexicon()[verb.entry].frames if verb.relation == "demands" else ():
        if "obj" in frame.get("target", ()):
            for slot in frame.get("content", ()):
                yield from _CONTENT.get(slot, ())


def _precedes(tokens: Sequence[Token], k: int, ends: Container[str]) -> bool:
    """Whether one of the prepositions stands at ``k``, over a mark or words of time."""
    k += k < len(tokens) and tokens[k].surface in QUOTES
    for j in range(k, min(len(tokens), k + TIMES)):
        form = tokens[j].form
        if form in ends or (preposition_of(form) in ends and form not in load_function_words()["unjoined"]):
            return True
        if not _is_one(words.without_article(form), "times", "adverbs", "spans_of_time"):
            return False
    return False


def _begins(
    tokens: Sequence[Token], named: Sequence[Named], known: Sequence[Named], span: tuple[int, int]
) -> Iterator[int]:
    first, last = span
    mister = tokens[first].form in load_function_words()["misters"]  # طالب السيد الوزير إسرائيل بـ
    for k in range(first + 1 + mister, last):
        quoted = sum(t.surface in QUOTES for t in tokens[first:k]) == 2 and tokens[k - 1].surface in QUOTES
        if quoted and tokens[first].surface in QUOTES and tokens[k].surface not in QUOTES:
            yield k
        elif tokens[k - 1].surface in QUOTES or words.split(tokens[k].form)[0]:
            continue
        elif _opens(tokens, [*named, *known], span, k) or any(
            begin == k and end == last and _may_follow(tokens, k, kind, last) for begin, end, kind in known
        ):
            yield k


def _may_follow(tokens: Sequence[Token], k: int, kind: str, last: int) -> bool:
    """Whether a known name at ``k`` is no apposition and in construct with nothing before it."""
    definite = tokens[k - 1].form.startswith("ال")
    return kind != "person" and definite and last - k > 1


def _opens(tokens: Sequence[Token], named: Sequence[Named], span: tuple[int, int], k: int) -> bool:
    """Whether another phrase begins at ``k``: what comes before is complete, and no apposition goes on with it."""
    first, last = span
    form, before, classes = tokens[k].form, tokens[k - 1].form, load_function_words()
    persons = {end for _, end, kind in named if kind == "person"}
    state = any(end == k and kind == "state" for _, end, kind in named)
    surname = _is_name(tokens, first, k)
    person = k in persons or surname
    if not (person or before.startswith("ال") or state):
        return False
    titled = words.without_article(tokens[first].form) in classes["titles"] or k - first == 1
    if _is_owned(form):
        return True
    if words.without_article(form) in united("both_sides", "both_states", "both_persons"):
        return form.startswith("ال")
    if state and k + 1 < last and form in united("bodies", "titles", "definite_bodies"):
        return True
    return form.startswith("ال") and _is_people(form[2:]) and (state or (person and titled))


def _is_name(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether the words before token ``k`` are a name's: two of them, or a surname at the head of the span."""
    before = [token.form for token in tokens[max(first, k - 2) : k]]
    if len(before) == 1:
        return not name_rules.share_of(before[0]) and name_rules.may_name(words.without_article(before[0]))
    return all(not form.startswith("ال") and name_rules.may_name(form) for form in before)


def _is_owned(form: str) -> bool:
    """Whether the word is one of people with a pronoun: زميله، مستشاره، رعاياها."""
    stems = {form.removesuffix(own) for own in _OWN if form.endswith(own) and len(form) > len(own) + 2}
    people = united("office_holders", "human_plurals", "human_stems")
    return bool(stems & people)


def _is_people(bare: str) -> bool:
    """Whether the definite word is one for an office, a body or people."""
    known = ("titles", "definite_bodies", "acting_bodies", "people", "sides_in_plural", "both_sides", "both_states")
    return _is_one(bare, *known, "both_persons") or human_plural(bare)


def _is_one(form: str, *names: str) -> bool:
    return any(form in load_function_words()[name] for name in names)
