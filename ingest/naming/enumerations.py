"""Where an office or body begins in a span that it can be no part of, by its form; where what is asked for begins.

Takes the tokens of a span, gives tokens. A construct ends with its definite word (Ryding 2005, 8.1), so that an office
in construct behind it is no part of a body's name, nor of people's (الرابطة الإسلامية | كبير المفاوضين); ف brings who
comes next in a row (رئيس المجلس | فقائد الجيش; 18). A masdar with بـ behind a verb of calling is what is called for
(طالب فلان شركة توتال | بالانسحاب; 5.1).
"""

from collections.abc import Iterator, Sequence

from ingest.naming import indefinites
from ingest.naming.bounds import is_unknown
from ingest.naming.partitives import human_plural
from ingest.naming.runs import Known
from ingest.text import words
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ingest.text.word_classes import is_masdar
from ontology.function_words import load_function_words, united

Named = tuple[int, int, str]  # first token, one behind the last, type
_NEXT, _DEFINITE = "ف", "ال"
SUBJECT = 6  # words of a subject between the verb and its object
_UPON, _THATS = "علي", frozenset({"ان", "انه", "بان", "وان"})
CHIEF = frozenset({"كبير", "كبيره"})


def offices(tokens: Sequence[Token], span: Named, named: Sequence[Named]) -> Iterator[int]:
    """Where an office begins behind a definite word or a name in a body's span, or the bare kind of a body ends it."""
    first, last, kind = span
    ends = {b for _, b, _ in named}
    for k in range(first + 1, last) if kind != "person" else ():
        form, definite = tokens[k].form, tokens[k - 1].form.startswith(_DEFINITE)
        bare = k == last - 1 and form in load_function_words()["construct_bodies"] and (definite or k in ends)
        office = definite and k + 1 < last and form in load_function_words()["office_holders"]
        foreign = k == first + 2 and is_unknown(tokens[k - 1].form)  # شركة توتال | المتحدث
        titled = (
            (foreign or k in ends) and form.startswith(_DEFINITE) and form[2:] in load_function_words()["spokesmen"]
        )
        if bare or office or titled or (definite and is_chief(tokens, k, last)):
            yield k
            return


def is_chief(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether the chief of some people begins at the token: كبير المفاوضين."""
    behind = tokens[k + 1].form if k + 1 < last else ""
    return tokens[k].form in CHIEF and behind.startswith(_DEFINITE) and _are_people(behind[2:])


def _are_people(bare: str) -> bool:
    return human_plural(bare) or bare.endswith("ين")


def next_ones(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """Where ف brings the next office of a row."""
    titles = load_function_words()["titles"]
    for k in range(first + 1, last):
        form = tokens[k].form
        if form.startswith(_NEXT) and form not in titles and words.without_article(form[1:]) in titles:
            yield k


def part(
    tokens: Sequence[Token],
    labels: list[str],
    triggers: Sequence[Trigger],
    span: Named,
    named: tuple[Sequence[Named], Known],
) -> int:
    """Cut the span at all of these, give where it ends then; ``named``: the names in it, and those of the gazetteer."""
    first, last, kind = span
    if (k := indefinites.definite_behind(tokens, first, last, named[1])) is not None:
        own = next((type_ for begin, _, type_ in named[0] if begin == k), None)
        relabel(labels, k, last, own or indefinites.kind_of(tokens[k].form, kind))
    for k in offices(tokens, span, named[0]):
        relabel(labels, k, last, indefinites.kind_of(tokens[k].form, kind))
    for k in next_ones(tokens, first, last):
        relabel(labels, k, last, "person")
    if (k := asked(tokens, triggers, first, last)) is not None:
        labels[k:last] = ["O"] * (last - k)
        last = k
    return last


def relabel(labels: list[str], first: int, last: int, kind: str) -> None:
    """Make one span of the labels."""
    if first < last:
        labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]


def asked(tokens: Sequence[Token], triggers: Sequence[Trigger], first: int, last: int) -> int | None:
    """Where what a verb of calling right before the span calls for begins in it."""
    calls = any(t.until == first and t.kind == "V" and t.relation == "demands" for t in triggers)
    calls |= first > 0 and tokens[first - 1].form in load_function_words()["reproving"]  # اتهم فلان المخزن بدعم
    if first > 1 and tokens[first - 1].form == _UPON and tokens[first - 2].form in _THATS:
        return next(_due(tokens, first, last), None)
    least = first + 2 - tokens[first].form.startswith(_DEFINITE)
    for k in range(least, last) if calls or _is_second(triggers, first) else ():
        conjunction, joined, rest = words.split(tokens[k].form)
        if not conjunction and joined in {"ب", "بال"} and _is_asked(tokens[k], rest):
            return k
        if not joined and tokens[k].surface.startswith("إ") and is_masdar(rest, tokens[k].surface):  # ناشد الملك إصدار
            return k
        if joined == _DEFINITE and rest in load_function_words()["leavings"]:  # طلبت الشركة الانسحاب
            return k
    return None


def _due(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """Where the duty begins behind on whom it is: أن على رئيس الحكومة | الاستقالة (Ryding 2005, 16)."""
    for k in range(first + 1, last):
        form = tokens[k].form
        if form.startswith(_DEFINITE) and form[2:] in load_function_words()["leavings"]:
            yield k


def _is_asked(token: Token, rest: str) -> bool:
    """Whether the word behind its preposition is what may be called for."""
    return rest in united("acts", "own_doings", "deeds", "leavings") or is_masdar(rest, token.surface[-len(rest) :])


def _is_second(triggers: Sequence[Trigger], first: int) -> bool:
    """Whether a verb of calling stands before the subject that stands before the span."""
    return any(t.relation == "demands" and t.kind == "V" and 0 < first - t.until <= SUBJECT for t in triggers)
