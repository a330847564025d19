"""Crowds that take to the street or sign something, before the demand they do it for: تظاهر آلاف التجار للمطالبة بـ.

Takes the tokens of a sentence, its triggers and where phrases begin and end; gives runs of tokens. Who demands is the
subject of the clause's first verb there and stands right behind it, over an adverb (Ryding 2005, 3.1.1): a word for how
many of them with the people it counts (15.1), or an indefinite plural of people with its adjectives. From eleven on a
number counts a singular, here one of a person or body, also right behind a verb of demanding, threatening or backing:
طالب نحو مئتي طبيب الوزير بـ، الذي اعترفت به خمسون دولة، يؤيد 48 في المئة من الناخبين فلانا.
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.naming.argument_places import behind_time
from ingest.naming.names import load_names
from ingest.naming.partitives import counted, human_plural
from ingest.naming.roles import is_title
from ingest.naming.unnamed import Run, noun_phrase
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.name_rules import adjectives, share_of
from ingest.text.prepositions import pronominal
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words

_NISBA = "يا"  # the ending of a nisba in the accusative
_COUNTED = frozenset({"demands", "threatens", "supports"})
_OF, _IN = "من", "في"
_PERCENT = (("%",), ("٪",), ("بالمئه",), ("بالمائه",), ("بالمءه",), (_IN, "المئه"), (_IN, "المائه"))


def crowds(tokens: Sequence[Token], triggers: Sequence[Trigger], named: Mapping[int, int]) -> Iterator[Run]:
    """Every such crowd of a sentence that tells of a demand behind it, and whom a number counts behind a verb."""
    yield from _subjects(tokens, triggers, named)
    last = max((trigger.token for trigger in triggers if trigger.relation == "demands"), default=-1)
    known = load_function_words()["protesting"]
    for k in range(min(last, len(tokens) - 1)):
        if not {tokens[k].form, tokens[k].form[1:] if tokens[k].form[:1] in "وف" else ""}.isdisjoint(known):
            run = _crowd(tokens, k + 1, named) or _crowd(tokens, behind_time(tokens, k + 1), named)
            if run is not None:
                yield run


def part(
    tokens: Sequence[Token], labels: list[str], triggers: Sequence[Trigger], inner: Sequence[tuple[int, int, str]]
) -> None:
    """Cut a span that takes in what stands behind those whom a number counts: طالبت أربعون دولة | روسيا."""
    kinds = {begin: kind for begin, _, kind in inner}
    for first, end, _ in _subjects(tokens, triggers, {begin: last for begin, last, _ in inner}):
        here = next(((a, b, kind) for a, b, kind in spans(labels) if a < end < b), None)
        form = tokens[end].form if here is not None else ""
        if here is not None and (end in kinds or form.startswith("ال") or is_title(form) or load_names().state(form)):
            last = here[1]
            labels[first:end] = ["B-group", *["I-group"] * (end - first - 1)]
            kind = kinds.get(end, "person" if is_title(form) else here[2])
            labels[end:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - end - 1)]


def _subjects(tokens: Sequence[Token], triggers: Sequence[Trigger], named: Mapping[int, int]) -> Iterator[Run]:
    """Whom a number counts right behind a verb, or behind a preposition with its pronoun there: اعترفت به."""
    for trigger in triggers:
        if trigger.kind == "V" and trigger.relation in _COUNTED and trigger.until == trigger.start + 1:
            k = trigger.until
            k += k < len(tokens) and pronominal(tokens[k].form) == "ب"
            run = _counted(tokens, k, named)
            if run is not None and not (trigger.relation == "threatens" and _rate(tokens, k + 1)):  # يهدد 60% من السكان
                yield run


def _crowd(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> Run | None:
    """The crowd that begins with token ``k``."""
    if k >= len(tokens) - 1 or k in named:
        return None
    if share_of(tokens[k].form):
        return noun_phrase(tokens, k, named)
    run = _counted(tokens, k, named)
    if run is not None:
        return run
    plural = human_plural(tokens[k].form) and not tokens[k].form.endswith("ين")
    return (k, adjectives(tokens, k + 1, definite=False), "group") if plural else None


def _counted(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> Run | None:
    """The people whose number begins at token ``k``, also behind about or more than: أكثر من مئة طبيب."""
    first, known = k, load_function_words()
    while k < len(tokens) and tokens[k].form in known["approximations"]:
        k += 1 + (k + 1 < len(tokens) and tokens[k + 1].form == "من")
    if k >= len(tokens) - 1:
        return None
    digits = tokens[k].form.isdecimal()
    end = counted(tokens, k + digits) or (k + digits if digits else None)  # 20 ألف متظاهر
    if end is None or end >= len(tokens):
        return None
    if rate := _rate(tokens, end):
        whole = _whole(tokens, end + rate, named)
        return None if whole is None else (first, whole, "group")
    person = {tokens[end].form, tokens[end].form.removesuffix("ا")}
    if person.isdisjoint(known["human_stems"] | known["counted_actors"] | known["counted_plurals"]):
        return None
    end += end + 1 < len(tokens) and tokens[end + 1].form == "اعضاء"  # سبع دول أعضاء
    end += 1
    if end < len(tokens) and load_names().state(tokens[end].form) is None:  # روسيا is no nisba
        end = adjectives(tokens, end, definite=False)
        end += end < len(tokens) and tokens[end].form.endswith(_NISBA)  # أستاذا جامعيا
    return first, _whole(tokens, end, named) or end, "group"


def _rate(tokens: Sequence[Token], k: int) -> int:
    """How many tokens from ``k`` on say that the number before is one of a hundred."""
    return next((len(r) for r in _PERCENT if tuple(t.form for t in tokens[k : k + len(r)]) == r), 0)


def _whole(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> int | None:
    """One behind those of whom they are, behind من at token ``k``; None where it tells of none."""
    if k + 1 >= len(tokens) or tokens[k].form != _OF:
        return None
    form = tokens[k + 1].form
    if k + 1 in named and not human_plural(words.without_article(form)):
        return named[k + 1]
    return adjectives(tokens, k + 2, definite=True) if form.startswith("ال") else None
