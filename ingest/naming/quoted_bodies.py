"""A body with its name in quotation marks behind the word for its kind: تكتل «لبنان القوي»، حزب «جبهة القوى».

Takes the tokens of a sentence and the labels of its outer spans, which it changes. The word without article stands in
construct with the name (Ryding 2005, 8.1), so that both are one phrase, whatever the taggers see in the marks, with the
adjective behind them that agrees with the word (كتلة «المستقبل» النيابية; 10.1). Behind an office in construct they are
part of its phrase (رئيس حزب «القوات»), behind a name or a definite word they begin another.
"""

from collections.abc import Sequence

from ingest.naming.names import load_names
from ingest.naming.roles import is_title
from ingest.text import name_rules, words
from ingest.text.context import QUOTES
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

LONGEST = 5  # words of a name in marks
_NOT, _PARTICIPLE = "غير", "الم"
_OPENING = frozenset('«“"‹')


def join(tokens: Sequence[Token], labels: list[str]) -> None:
    """Make every such body one span."""
    for k in range(1, len(tokens) - 2):
        end = _closing(tokens, k) if tokens[k].surface in _OPENING else None
        if end is not None and (_names_kind(tokens[k - 1]) or _is_known(tokens, k - 1, end)):
            _relabel(tokens, labels, k - 1, end + 1)


def _is_known(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether the word with what stands in the marks is a known name: لقاء «سيدة الجبل»."""
    kind, inside = words.split(tokens[head].form)[2], (token.form for token in tokens[head + 2 : end])
    return (kind, *inside) in load_names().index.get(kind, ())


def _closing(tokens: Sequence[Token], k: int) -> int | None:
    """The mark that closes what is opened at ``k``, if what stands between can be a name."""
    behind = range(k + 2, min(len(tokens), k + 2 + LONGEST))
    end = next((j for j in behind if not tokens[j].form.isalnum()), None)
    if end is None or tokens[end].surface not in QUOTES or name_rules.opens_clause(tokens[k + 1].form):
        return None
    return None if tokens[k + 1].form in load_function_words()["prepositions"] else end


def _names_kind(token: Token) -> bool:
    """Whether the word is one for a kind of body, without article."""
    _, joined, rest = words.split(token.form)
    return joined in {"", "ب", "ل"} and not rest.startswith("ال") and rest in load_function_words()["quoted_kinds"]


def _relabel(tokens: Sequence[Token], labels: list[str], first: int, last: int) -> None:
    """Label the span from the word to behind the mark, with the adjective behind it, in the phrase it belongs to."""
    inside = next((label[2:] for label in labels[first:last] if label != "O"), "organization")
    if labels[first][0] == "I" and (words.split(tokens[first].form)[1] or _governs(tokens[first - 1])):
        labels[first:last] = [f"I-{labels[first][2:]}"] * (last - first)
        return
    end = last
    if end + 1 < len(tokens) and tokens[end].form == _NOT and tokens[end + 1].form.startswith("ال"):
        end += 2  # غير الحكومية
    while end < len(tokens) and _describes(tokens, first, end):
        end += 1
    kind = inside if inside not in {"person", "state", "group"} else "organization"
    rest = next((k for k in range(end, len(labels)) if labels[k][0] != "I"), len(labels))
    if end < rest:
        described = tokens[end].form.startswith(_PARTICIPLE) and not is_title(tokens[end].form)  # المشغلة لحقل النفط
        labels[end:rest] = ["O"] * (rest - end) if described else [f"B{labels[end][1:]}", *labels[end + 1 : rest]]
    labels[first:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - first - 1)]


def _governs(before: Token) -> bool:
    """Whether the word before is an office in construct, or of one in a body: رئيس حزب، القيادي في حركة."""
    offices = united("titles", "office_holders", "people", "prepositions", "within_bodies")
    return before.form in offices or words.split(before.form)[2] in offices or before.form == "باسم"


def _describes(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether the word at ``k`` is a definite adjective that agrees with the word for the kind at ``first``."""
    agrees = tokens[k].form.endswith("ه") == tokens[first].form.endswith("ه")
    return agrees and name_rules.adjectives(tokens, k, definite=True) > k
