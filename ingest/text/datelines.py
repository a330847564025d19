"""Where a report was written and who sent it: what stands before a dash, a colon or in parentheses and is no subject.

Takes a sentence's tokens with the article's phrases; tells where a dateline that opens the sentence ends, and whether
a phrase is one or a paper that got the text that it quotes. A dateline is a place, its agency or reporter behind it,
before a verb or preposition (رام الله - معا - حذر فلان), or who wrote the report (كتب - فلان: التقى): nobody in it acts
or speaks.
"""

from collections.abc import Sequence

from ingest.text.mentions import Phrase
from ingest.text.sentences import Token
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words

_DASHES = frozenset("-–—ـ:/")  # between the place of a report and its text
_ENDS = _DASHES | {")"}
_COLON, _UPON = ":", "علي"
_LINE = 5  # tokens of a place, or of an agency, a date or a reporter behind it
_DAY = 3  # tokens that a day takes before the agency
_COPY = 4  # tokens behind a paper to the copy that it got: الجريدة» أمس على نسخة
_BEHIND = frozenset({"V", "p", "b", "N"})  # what a report begins with


def dateline_end(tokens: Sequence[Token], phrases: Sequence[Phrase], outer: Sequence[int]) -> int:
    """The token behind the dateline that opens the sentence; 0 for none. ``outer``: the sentence's phrases."""
    first = next((k for k, token in enumerate(tokens) if token.form.isalnum()), len(tokens))
    k = _mark(tokens, first)
    if k is None or (not _is_byline(tokens, first) and not _is_place(phrases, outer, k)):
        return 0
    end, again = _over_dashes(tokens, k + 1), False
    agencies = {phrases[i].first for i in outer}  # يونهاب looks like a verb
    while (later := _mark(tokens, end)) is not None and (end in agencies or not _is_verb(tokens, end)):
        end, again = _over_dashes(tokens, later + 1), True
    written = {phrases[i].type for i in outer if k < phrases[i].first < end}
    duty = tokens[k].surface == _COLON and _obliges(tokens, phrases, outer, end)
    told = _begins(tokens, end) or (again and written == {"organization"})  # بيروت - رويترز - استهل, a verb unknown
    return end if told and "state" not in written and not duty else 0


def is_dateline(tokens: Sequence[Token], phrases: Sequence[Phrase], phrase: int) -> bool:
    """Whether the phrase only tells that: أنقرة: زار الوزير، (رويترز) طلب الوزير."""
    first, last = phrases[phrase].first, phrases[phrase].last
    behind = tokens[last].surface if last < len(tokens) else ""
    enclosed = first > 0 and tokens[first - 1].surface == "(" and behind == ")"
    return enclosed or (first == 0 and behind in _DASHES)


def gets_copy(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is only the paper that got what it quotes: في بيان حصلت «الجريدة» على نسخة منه."""
    behind = tokens[phrase.last : phrase.last + _COPY]
    return any(token.form in load_function_words()["copies"] for token in behind)


def _mark(tokens: Sequence[Token], start: int) -> int | None:
    """The sign that ends what begins at ``start``, if it is near: a dash, a colon, a closing parenthesis.

    A day with its agency is longer: الجزائر - 9 ماي 2005 (واج) -.
    """
    reach = _LINE + (_DAY if start < len(tokens) and tokens[start].form.isdigit() else 0)
    return next((k for k in range(start + 1, min(len(tokens), start + reach)) if tokens[k].surface in _ENDS), None)


def _over_dashes(tokens: Sequence[Token], k: int) -> int:
    """The first token from ``k`` on that is no dash: (رويترز) - قال."""
    return next((j for j in range(k, len(tokens)) if tokens[j].surface not in _DASHES), len(tokens))


def _is_place(phrases: Sequence[Phrase], outer: Sequence[int], end: int) -> bool:
    """Whether what opens the sentence before the sign is a place: of a state, or no phrase of an actor."""
    before = [phrases[i].type for i in outer if phrases[i].first < end]
    return not before or before == ["state"]


def _is_byline(tokens: Sequence[Token], first: int) -> bool:
    """Whether the sentence begins with who wrote it: كتب - فلان، كتبت فلانة."""
    return tokens[first].form in load_function_words()["bylines"]


def _is_verb(tokens: Sequence[Token], k: int) -> bool:
    return word_class(tokens[k].form, tokens[k].surface) == "V"


def _obliges(tokens: Sequence[Token], phrases: Sequence[Phrase], outer: Sequence[int], k: int) -> bool:
    """Whether words on somebody's duty begin at token ``k``, which the state before says: موسكو: على كييف أن (16)."""
    return k < len(tokens) and tokens[k].form == _UPON and any(phrases[i].first == k + 1 for i in outer)


def _begins(tokens: Sequence[Token], k: int) -> bool:
    """Whether a report begins at the token; a negative behind a colon is rather what a state says: إيران: لن نقبل."""
    kind = word_class(tokens[k].form, tokens[k].surface) if k < len(tokens) else ""
    return kind in _BEHIND and not (kind == "N" and tokens[k - 1].surface == ":")
