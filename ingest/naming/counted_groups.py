"""Groups told by their number, with the number and what it counts: خمسة نواب، سبع منظمات حقوقية.

What a number counts is indefinite and in construct with nothing but the number (Ryding 2005, 15.1), so the group ends
behind its indefinite adjectives, and a definite word or an office behind it is another's: طالب خمسة نواب رئيس الحكومة.
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.naming import seams
from ingest.naming.partitives import counted, human_plural
from ingest.reading import ActorType
from ingest.text import words
from ingest.text.name_rules import adjectives
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united

_ACCUSATIVE = "ا"  # of one, behind eleven and more: عشرون نائبا


def counted_arguments(
    tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]
) -> Iterator[tuple[int, int, ActorType]]:
    """Such groups right behind a verb, of a meeting behind its subject too; ``named``: where phrases begin and end."""
    if trigger.kind != "V" or (trigger.relation == "supports" and not trigger.pronoun):  # وأيده عشرة نواب
        return
    for k in {trigger.until, named.get(trigger.until, trigger.until) if trigger.relation == "meets" else trigger.until}:
        noun = counted(tokens, k) if k < len(tokens) else None
        if noun is not None and is_counted(tokens, noun):
            yield k, adjectives(tokens, noun + 1, definite=False), "group"


def counted_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a group from its noun on ends: before a definite word or an office where a number counts it."""
    if with_number(tokens, first) == first:
        return last
    end = adjectives(tokens, first + 1, definite=False)
    return min(last, end) if end < len(tokens) and _begins_another(tokens[end].form) else last


def with_number(tokens: Sequence[Token], first: int) -> int:
    """Where a group begins whose noun is at ``first``: its number, where one stands right before it."""
    begin = first
    while begin and is_counted(tokens, first) and counted(tokens, begin - 1) == first:
        begin -= 1
    return begin


def _begins_another(form: str) -> bool:
    return form.startswith("ال") or form in united("office_holders", "titles") or seams.is_head(form)


def is_counted(tokens: Sequence[Token], k: int) -> bool:
    """Whether a number can count the word: people or sides without the article, or one of such behind a high number."""
    if k >= len(tokens) or words.without_article(form := tokens[k].form) != form:
        return False
    classes = load_function_words()
    one = form.endswith(_ACCUSATIVE) and form.removesuffix(_ACCUSATIVE) in classes["titles"]
    return (human_plural(form) or form in classes["sides_in_plural"] or one) and form not in classes["numerals"]
