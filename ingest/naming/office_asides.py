"""Where a verb's object begins behind the subject's office between commas: استقبل فلان، رئيس الحكومة، | وزير الدفاع.

Takes the tokens of a sentence, its triggers and the names that the inner tagger sees; changes the outer labels. An
office in apposition to a name ends with its second comma (Ryding 2005, 8.5). Another office behind that may be his
too, but a verb that takes an object wants one (3.1): where nobody else stands behind who could be it, it is the object.
So is an office right behind the name of who already has a title: طالب النائب فلان الفلاني | رئيس الحكومة بـ. Of a
demand it is one of the government's, which no deputy holds, and what is asked for stands right behind it.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.naming import receptions
from ingest.naming.name_ends import is_surname
from ingest.naming.roles import is_title
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united
from ontology.lexicon import load_lexicon

Named = tuple[int, int, str]  # first token, one behind the last, type
_COMMAS, _DEFINITE = frozenset("،,"), ("ال", "لل")
_BODIES = frozenset({"organization", "armed_group", "group"})


def part(tokens: Sequence[Token], labels: list[str], triggers: Sequence[Trigger], inner: Sequence[Named]) -> None:
    """Cut every such object from the offices before it, and an office from a body that a definite word ends (8.1).

    طالبت اللجنة التنفيذية للاتحاد | رئيس الوزراء.
    """
    for first, last, kind in list(spans(labels)):
        for k in range(first + 2, last - 1) if kind in _BODIES else ():
            bare = _is_guest(tokens, k) and not words.split(tokens[k].form)[1]
            if bare and tokens[k - 1].form.startswith(_DEFINITE):
                labels[k:last] = ["B-person", *["I-person"] * (last - k - 1)]
                break
    persons = [(a, b) for a, b, kind in spans(labels) if kind == "person"]
    for k, (first, last) in enumerate(persons):
        before = persons[k - 1] if k and persons[k - 1][1] == first - 1 else None
        joined = before is not None and tokens[first - 1].surface in _COMMAS
        begin = before[0] if before is not None and joined else first
        commas = [j for j in range(begin + 1, last - 1) if tokens[j].surface in _COMMAS]
        closed = tokens[last].surface in _COMMAS if last < len(tokens) else True
        if len(commas) < 2 or commas[-1] < first or not wants_object(tokens, triggers, begin, closed=closed):
            continue
        untitled = not any(is_title(token.form) for token in tokens[begin : commas[0]])  # a name alone
        apposed = untitled or _is_named(tokens, inner, begin, commas[0])
        apposed = apposed and _are_offices(tokens, inner, commas) and _is_guest(tokens, commas[-1] + 1)
        if apposed and not receptions.has_object(tokens, labels, last):
            labels[commas[-1]] = "O"
            labels[commas[-1] + 1] = "B-person"
    for first, last in persons:
        office = _lone_office(tokens, triggers, inner, (first, last))
        if office is not None and not receptions.has_object(tokens, labels, last):
            labels[office] = "B-person"


def _lone_office(
    tokens: Sequence[Token], triggers: Sequence[Trigger], inner: Sequence[Named], span: tuple[int, int]
) -> int | None:
    """Where an office without a name begins right behind the name of a verb's subject and up to the end of the span."""
    first, last = span
    verbs = (t for t in triggers if t.until == first and t.kind == "V" and not t.pronoun)
    relations = {t.relation for t in verbs if takes_object(t)}
    classes = load_function_words()
    offices = [j for j in range(first + 3, last - 1) if tokens[j].form in classes["office_holders"]]
    named = (j for j in offices if is_surname(tokens, first, j) or receptions.is_full_name(tokens, first, j))
    k = next(named, None) if relations else None
    rank = words.without_article(tokens[first].form)  # استقبل الأمير فلان أمير المنطقة الوفد: his own
    own = k is not None and rank == tokens[k].form and rank in classes["honorifics"]
    if k is None or own or not is_title(tokens[first].form) or any(a > k for a, _, kind in inner if kind == "person"):
        return None
    if tokens[last - 1].form in classes["former"] or offices[-1] > k:
        return None
    behind = tokens[last].form if last < len(tokens) else ""
    if relations == {"meets"}:
        return None if behind == "مع" or words.split(behind)[1] in {"ب", "بال"} else k
    governs = tokens[k].form in classes["ministers"] or tokens[k + 1].form in united("governed", "parliaments")
    asked = words.split(behind)[1] in {"ب", "بال"} or behind in {"الي", "علي", "ان", "بان"}
    return k if "demands" in relations and governs and asked else None


def wants_object(tokens: Sequence[Token], triggers: Sequence[Trigger], first: int, *, closed: bool) -> bool:
    """Whether a verb that takes an object stands right before the span, one that wants it where a comma closes that.

    Whoever calls or threatens may do so without object: دعا فلان، رئيس الدولة، القائد الأعلى، إلى اليقظة.
    """
    if first and tokens[first - 1].form in load_function_words()["reproving"]:
        return True
    verbs = (t for t in triggers if t.until == first and t.kind == "V" and not t.pronoun)
    return any(takes_object(t) and (t.relation == "meets" or not closed) for t in verbs)


def takes_object(trigger: Trigger) -> bool:
    """Whether a frame of the trigger has its target for object."""
    return any("obj" in frame.get("target", ()) for frame in load_lexicon()[trigger.entry].frames)


def _is_named(tokens: Sequence[Token], inner: Sequence[Named], first: int, last: int) -> bool:
    """Whether a person's name stands between the tokens."""
    return any(k == "person" and first <= a and b <= last and not is_title(tokens[a].form) for a, b, k in inner)


def _are_offices(tokens: Sequence[Token], inner: Sequence[Named], commas: Sequence[int]) -> bool:
    """Whether an office without a name stands between every two of the commas."""
    between = list(pairwise(commas))
    return all(is_title(tokens[a + 1].form) and not _is_named(tokens, inner, a + 1, b) for a, b in between)


def _is_guest(tokens: Sequence[Token], k: int) -> bool:
    """Whether an office, or the title of one, begins at the token."""
    return not words.split(tokens[k].form)[0] and receptions.titles_one(tokens[k].form)
