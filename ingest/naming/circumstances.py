"""Words in a span of an outer tagger that stand in no name: حول، خلال، للقاء, and إلى before whom something goes to.

Takes the tokens of a sentence, the names that the inner tagger sees and a span, gives the tokens at which it is cut.
"""

from collections.abc import Container, Iterator, Sequence

from ingest.text import words
from ingest.text.sentences import Token
from ingest.text.word_classes import is_verb
from ontology.function_words import load_function_words

_MEETING, _AT = "لقاء", "في"
Named = tuple[int, int, str]  # first token, one behind the last, type


def circumstances(tokens: Sequence[Token], named: Sequence[Named], span: Named) -> Iterator[int]:
    """Words of the span that stand in no name.

    Nor stands in a person's a meeting (طلب الرئيس لقاء فلان), or إلى before another person: نقل السفير إلى فلان.
    """
    first, last, kind = span
    outside, persons = load_function_words()["circumstances"], {a for a, _, kind in named if kind == "person"}
    yield from _where(tokens, span, persons)
    for k in range(first, last):
        towards = tokens[k].form == "الي" and k + 1 in persons
        alien = kind == "person" and k > first and (towards or tokens[k].form == _MEETING)
        if alien or (tokens[k].form in outside and not _is_governed(tokens, first, k)):
            yield k


def _where(tokens: Sequence[Token], span: Named, persons: Container[int]) -> Iterator[int]:
    """The place between a head of state or government and whom he met: رئيس الجمهورية في بعبدا النائب فلان (16)."""
    first, last, kind = span
    classes = load_function_words()
    at = next((k for k in range(first + 2, min(last, first + 4)) if tokens[k].form == _AT), None)
    governs = tokens[first].form == "رئيس" and first + 1 < last and tokens[first + 1].form in classes["governed"]
    if at is None or kind != "person" or not governs:
        return
    titles = (k for k in range(at + 2, last - 1) if words.without_article(tokens[k].form) in classes["titles"])
    guest = next(titles, None)
    if guest is not None and any(k in persons for k in range(guest, last)):
        yield from range(at, guest)


def _is_governed(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether مع belongs to a participle, verb or word of relation in the phrase: المتحالفة مع، العلاقات مع."""
    if tokens[k].form != "مع" or k == first:
        return False
    between, before = load_function_words()["between_states"], [words.without_article(t.form) for t in tokens[first:k]]
    return before[-1][:1] == "م" or before[-1] in between or any(map(is_verb, before[1:]))
