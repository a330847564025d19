"""Whom participles of backing tie to whom, where the taggers are silent: نشطاء مؤيدون للحكومة، جنود دربهم الحلف.

Takes the tokens of a sentence, its triggers and where phrases begin and end; gives runs of tokens with their type.
The complement stands right behind the participle or an adverb in -an, behind لـ for who backs and من for who is
backed (Ryding 2005, 11), also within a phrase over both: القوات الموالية للحكومة. Before it stands the plural of
people that it describes; so does one before a verb whose pronoun takes it up (14.3).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from ingest.naming.nobody import is_law
from ingest.naming.partitives import human_plural
from ingest.naming.unnamed import Run, noun_phrase
from ingest.reading import ActorType
from ingest.text import words
from ingest.text.name_rules import adjectives
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united

NAME_REACH = 3  # tokens from a title to the name that says who is meant: للرئيس السابق فلان
ADJECTIVES = 2  # between a noun and its participle: جهات سياسية محلية مدعومة من
_STATE: ActorType = "state"
_DEFINITE = ("ال", "لل")


def complements(
    tokens: Sequence[Token], triggers: Sequence[Trigger], spans: Collection[tuple[int, int]]
) -> Iterator[Run]:
    """Every complement without a phrase of its own, in no order; ``spans``: first and last of the phrases."""
    named = dict(sorted(spans, key=lambda span: span[0] - span[1]))
    for trigger in triggers:
        participle = trigger.kind in "AS"
        taking_up = trigger.kind == "V" and bool(trigger.pronoun)
        if trigger.relation != "supports" or not (taking_up or (participle and not trigger.pronoun)):
            continue
        k = _begin(tokens, trigger) if participle else None
        run = None if k is None or k >= len(tokens) else _run(tokens, k, named)
        lone = None if run is None or run[2] != _STATE else (run[0], run[0] + 1, _STATE)  # spans end before its nisba
        run = next((r for r in (run, lone) if r is not None and all(_nests(r, span) for span in spans)), None)
        if run is not None:
            yield run
        head = None if participle and k is None else _described(tokens, trigger)
        if head is not None and not any(first <= head < last for first, last in spans):
            yield head, trigger.token, "group"
        one = _candidate(tokens, trigger.token) if participle else None
        if one is not None and not any(first <= one < last for first, last in spans):
            yield one, trigger.token, "person"


def _begin(tokens: Sequence[Token], trigger: Trigger) -> int | None:
    """The token at which the complement begins, if the preposition of its kind is there."""
    k = trigger.until
    if k < len(tokens) and tokens[k].surface.endswith(("ا", "اً")) and len(tokens[k].form) > len("على") + 1:
        k += 1  # المدعومة عسكريا من
    form = tokens[k].form if k < len(tokens) else ""
    if trigger.kind == "S":
        by = k + 1 < len(tokens) and tokens[k + 1].form == "قبل"
        return k + 1 + by if form == "من" else None
    return k if words.split(form)[1] in {"ل", "لل"} else None


def _described(tokens: Sequence[Token], trigger: Trigger) -> int | None:
    """The plural of people right before the trigger or its adjectives, definite as the participle is."""
    k = trigger.token - 1
    definite = trigger.kind in "AS" and words.split(tokens[trigger.token].form)[1] == "ال"
    while k > 0 and adjectives(tokens, k, definite=definite) == k + 1 and not human_plural(tokens[k].form):
        k -= 1
    if k < 0 or trigger.token - k > ADJECTIVES + 1:
        return None
    form = tokens[k].form
    if not definite:
        return k if human_plural(form) or form in united("sides_in_plural", "people") else None
    run = noun_phrase(tokens, k, {}) if form.startswith("ال") else None
    return k if run is not None and run[2] == "group" else None


def _candidate(tokens: Sequence[Token], k: int) -> int | None:
    """The definite singular of a candidate right before the participle at token ``k``: المرشح المدعوم من."""
    return k - 1 if k and tokens[k - 1].form in load_function_words()["candidates"] else None


def _run(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> Run | None:
    """The noun phrase at ``k``; a word that alone means a state may stand for it: الحكومة، الشرعية."""
    _, joined, rest = words.split(tokens[k].form)
    definite = joined.endswith(_DEFINITE)
    if k in named or is_law(tokens, k):
        return None
    if definite and rest in load_function_words()["lone_states"]:
        return k, adjectives(tokens, k + 1, definite=True), _STATE
    return None if definite and _is_named(tokens, k, named) else noun_phrase(tokens, k, named)


def _is_named(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> bool:
    """Whether a name stands behind the title at token ``k`` or its attributes: للرئيس السابق فلان."""
    for j in range(k + 1, min(len(tokens), k + NAME_REACH + 1)):
        if j in named:
            return True
        if tokens[j].form.isalnum() and not tokens[j].form.startswith("ال"):  # للرئيس المخلوع مع الجيش
            return False
    return False


def _nests(run: Run, span: tuple[int, int]) -> bool:
    """Whether the run lies within the span or apart from it."""
    return (span[0] <= run[0] and run[1] <= span[1]) or run[1] <= span[0] or span[1] <= run[0]
