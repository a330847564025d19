"""Crowds that take to the street or sign something, before the demand they do it for: تظاهر آلاف التجار للمطالبة بـ.

Takes the tokens of a sentence, its triggers and where phrases begin and end; gives runs of tokens. Who demands is the
subject of the clause's first verb there and stands right behind it, over an adverb (Ryding 2005, 3.1.1): a word for how
many of them with the people it counts (15.1), or an indefinite plural of people with its adjectives. From eleven on a
number counts a singular, here one of a person, also right behind the word of demanding: طالب نحو مئتي طبيب الوزير بـ.
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.naming.argument_places import behind_time
from ingest.naming.partitives import counted, human_plural
from ingest.naming.unnamed import Run, noun_phrase
from ingest.text.name_rules import adjectives, share_of
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words

_NISBA = "يا"  # the ending of a nisba in the accusative


def crowds(tokens: Sequence[Token], triggers: Sequence[Trigger], named: Mapping[int, int]) -> Iterator[Run]:
    """Every such crowd of a sentence that tells of a demand behind it; none for another sentence."""
    last = max((trigger.token for trigger in triggers if trigger.relation == "demands"), default=-1)
    known = load_function_words()["protesting"]
    for trigger in triggers if last >= 0 else ():
        run = _counted(tokens, trigger.until, named) if trigger.kind == "V" and trigger.relation == "demands" else None
        if run is not None:
            yield run
    for k in range(min(last, len(tokens) - 1)):
        if not {tokens[k].form, tokens[k].form[1:] if tokens[k].form[:1] in "وف" else ""}.isdisjoint(known):
            run = _crowd(tokens, k + 1, named) or _crowd(tokens, behind_time(tokens, k + 1), named)
            if run is not None:
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
    if k >= len(tokens) - 1 or k in named:
        return None
    end = k + 1 if tokens[k].form.isdecimal() else counted(tokens, k)
    if end is None or end >= len(tokens):
        return None
    person = {tokens[end].form, tokens[end].form.removesuffix("ا")}
    if person.isdisjoint(known["human_stems"] | known["counted_actors"]):
        return None
    end = adjectives(tokens, end + 1, definite=False)
    end += end < len(tokens) and tokens[end].form.endswith(_NISBA)  # أستاذا جامعيا
    whole = end + 1 < len(tokens) and tokens[end].form == "من" and tokens[end + 1].form.startswith("ال")
    return first, (adjectives(tokens, end + 2, definite=True) if whole else end), "group"
