"""Where the name begins in a person's title phrase: وزير الخارجية الفلبيني ألبرتو ديلاروسا.

Takes the folded words of the phrase and where the bodies named in it end, gives the words of the name, or None. A
name begins behind a nisba, a body or an honorific, or with a known given name; it ends before the next title.
"""

from collections.abc import Callable, Iterator, Sequence

from ingest import words
from ontology.function_words import load_function_words

_LONGEST = 7  # words of a name with its fathers
_ENDING = ("titles", "honorifics", "prepositions", "role_frames", "times", "complementizers", "relatives", "speech")


def name_in(
    forms: Sequence[str], definite: Sequence[bool], bodies: Sequence[int], nisba: Callable[[str], object]
) -> tuple[int, int] | None:
    """The first run ``[start, stop)`` of words that can be the name; ``bodies``: the ends of bodies named before it."""
    for start in _starts(forms, bodies, nisba):
        stop = start
        while stop < len(forms) and stop - start < _LONGEST and (_in_name(forms[stop]) or _joins(forms, start, stop)):
            stop += 1
        if stop > start and not definite[start]:
            return start, stop
    return None


def _starts(forms: Sequence[str], bodies: Sequence[int], nisba: Callable[[str], object]) -> Iterator[int]:
    classes = load_function_words()
    if not classes["titles"] & {forms[0], words.without_article(forms[0])}:
        yield 0
    for k in range(1, len(forms)):
        before = forms[k - 1]
        behind_body = k in bodies or (not before.isalnum() and k - 1 in bodies)
        behind_nisba = k > 1 and nisba(before) is not None
        behind_honorific = words.without_article(before) in classes["honorifics"]
        given = forms[k] in classes["given"] and forms[k] not in classes["titles"]
        if behind_body or behind_nisba or behind_honorific or given:
            yield k


def _joins(forms: Sequence[str], start: int, stop: int) -> bool:
    """Whether the word belongs to the one before it in the name, title or not: عبد الملك, ولد الشيخ."""
    return start < stop and forms[stop].isalpha() and forms[stop - 1] in load_function_words()["name_links"]


def _in_name(form: str) -> bool:
    classes = load_function_words()
    if not form.isalpha():
        return False
    bare = words.without_article(form)
    return not any(form in classes[name] or bare in classes[name] for name in _ENDING) or form in classes["given"]
