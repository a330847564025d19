"""Noun phrases without a name at the place of a trigger's argument, where the taggers are silent: حث الناخبين على.

Takes the tokens of a sentence, its triggers and where phrases begin and end; gives runs of tokens with their type. An
argument stands right behind the trigger, behind the phrase that stands there (the subject), or behind a preposition at
one of these places (Ryding 2005, 3.1 and 16). Its head is a plural of people, a role or a word for a body, made
definite by the article, a pronoun or what it stands in construct with (8.1): النازحين، ناخبيه، سكان المخيم، الوالي.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from ingest import words
from ingest.name_rules import adjectives
from ingest.reading import ActorType
from ingest.sentences import Token
from ingest.triggers import Trigger
from ontology.function_words import load_function_words

Run = tuple[int, int, ActorType]
_BEFORE = frozenset({"من", "الي", "علي", "مع", "عن"})
_SOUND = ("ون", "ين", "و", "ي")  # the endings of a sound plural, free and in construct (Ryding 7.2.2)
_PRONOUNS = ("هما", "هم", "ها", "ه", "نا")


def unnamed(
    tokens: Sequence[Token], triggers: Sequence[Trigger], named: Mapping[int, int], taken: Container[int]
) -> Iterator[Run]:
    """Every such phrase once, in no order; ``named``: where phrases begin and end, ``taken``: tokens within one."""
    seen = set[int]()
    opening = [t for t in triggers if t.kind == "V" or t.relation != "supports"]  # مساعدة المتضررين backs no side
    for k in {place for trigger in opening for place in _places(tokens, trigger, named)}:
        if k < len(tokens) and k not in taken and k not in seen and (run := _phrase(tokens, k, named)) is not None:
            seen.add(k)
            if not any(i in taken for i in range(k + 1, run[1])) or run[1] in named.values():
                yield run


def _places(tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]) -> Iterator[int]:
    """The tokens at which an argument can begin."""
    for k in (trigger.until, named.get(trigger.until, trigger.until)):
        yield k + (k < len(tokens) and tokens[k].form in _BEFORE)


def _phrase(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> Run | None:
    _, joined, rest = words.split(tokens[k].form)
    kind = _kind(rest)
    definite, marked = joined.endswith(("ال", "لل")), tokens[k].surface.endswith("ة")  # محافظة is not محافظ with ه
    bare = kind is not None or definite or marked
    own = None if bare else next((rest.removesuffix(p) for p in _PRONOUNS if rest.endswith(p)), None)
    if own is not None:
        kind = next(filter(None, (_kind(form) for form in (own, own + "ن", own[:-1] + "ء"))), None)
    if kind is None or (own is not None and kind == "organization"):  # حزبه stands for the body of whoever is spoken of
        return None
    if definite or own is not None:
        return k, adjectives(tokens, k + 1, definite=True), kind
    behind = tokens[k + 1].form if k + 1 < len(tokens) else ""
    if k + 1 in named and behind[:1] not in "ولب":
        return k, named[k + 1], kind
    if behind.startswith("ال") and len(behind) > len("الم"):
        return k, adjectives(tokens, k + 2, definite=True), kind
    return None


def _kind(form: str) -> ActorType | None:
    """The type of actor that the noun is the head of; None for another word."""
    classes = load_function_words()
    stems = {form.removesuffix(ending) for ending in _SOUND if form.endswith(ending)}
    if form in classes["sides_in_plural"] or form in classes["human_plurals"] or stems & classes["human_stems"]:
        return "group"
    if form in classes["office_holders"]:
        return "person"
    return "organization" if form in classes["acting_bodies"] else None
