"""Persons whom nobody knows, told behind بـ of a meeting by who they are: اتصل بسيمون كارتر وزيرة خزانة أستراليا.

Takes the tokens of a sentence, the labels of its outer spans, which it changes, and its triggers. Close behind a word
of meeting بـ governs whom one met or spoke to (Ryding 2005, 16); two or three words that no class of the language knows
and an office in apposition behind them, over a comma or none (8.5), are a person's name. Within the span of the verb's
subject a given name behind بـ begins the other one, also over a place: اجتمع الوزير في باريس | بباتريك لوفران.
"""

from collections.abc import Sequence

from ingest.naming.roles import is_title
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.name_rules import may_be_of_name
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words
from ontology.lexicon import load_lexicon

LEAST, MOST = 2, 3  # words of such a name
REACH = 3  # tokens from a word of meeting to it: التقى اليوم في مكتبه بفلان
PLACE = 3  # tokens of a place between the two: في مقر السفارة
_BY, _IN, _DEFINITE, _COMMAS = "ب", "في", "ال", frozenset("،,")


def tell(tokens: Sequence[Token], labels: list[str], triggers: Sequence[Trigger]) -> None:
    """Label every such person."""
    meets = [t for t in triggers if t.relation == "meets" and not t.pronoun]
    for trigger in meets:
        for k in range(trigger.until, min(len(tokens) - LEAST, trigger.until + REACH)):
            form = tokens[k].form
            if labels[k] == "O" and form[0] == _BY and (end := name_end(tokens, labels, k, form[1:])):
                labels[k:end] = ["B-person", *["I-person"] * (end - k - 1)]
                break
    verbs = {t.token for t in meets if t.kind == "V" and _is_by(t)}
    for first, last, kind in list(spans(labels)) if verbs else ():
        second = _second(tokens, first, last) if kind == "person" and first - 1 in verbs else None
        if second is not None:
            place = next((j for j in range(max(first + 1, second - PLACE), second) if tokens[j].form == _IN), second)
            labels[place : second + 1] = [*["O"] * (second - place), "B-person"]


def name_end(tokens: Sequence[Token], labels: Sequence[str], k: int, head: str) -> int:
    """Where a name ends that begins at token ``k`` with the word ``head`` and has an office behind it; 0 for none."""
    forms = [head, *(token.form for token in tokens[k + 1 : k + MOST])]
    plain = [may_be_of_name(form) and len(form) > LEAST and form[:2] != _DEFINITE for form in forms]
    for length in range(LEAST, MOST + 1):
        end = k + length
        if not all(plain[:length]) or end >= len(tokens) or set(labels[k:end]) != {"O"}:
            return 0
        office = end + (tokens[end].surface in _COMMAS)
        if office < len(tokens) and is_title(tokens[office].form):
            return end
    return 0


def _second(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where the second person begins in the span, a given name behind بـ with another word of a name."""
    given = load_function_words()["given"]
    for k in range(first + 1, last - 1):
        form = tokens[k].form
        named = form not in given and form[0] == _BY and form[1:] in given and may_be_of_name(tokens[k + 1].form)
        if named and words.split(tokens[k - 1].form)[1] in {"", _DEFINITE}:
            return k
    return None


def _is_by(trigger: Trigger) -> bool:
    """Whether بـ brings whom one meets."""
    return any("bi" in frame.get("target", ()) for frame in load_lexicon()[trigger.entry].frames)
