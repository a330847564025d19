"""What is in apposition to a name beside the office right behind it: a further name, a further office.

Takes a context, the article's phrases and two that follow each other; tells whether the latter is part of the former
rather than another of a list (Ryding 2005, 8.5 and 18).
"""

from collections.abc import Sequence

from ingest.naming.roles import is_title
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

FURTHER = 5  # tokens of the first of two offices behind a name
_COMMAS = frozenset("،,")
_ENDS = _COMMAS | frozenset(".؛!؟:…")


def is_alias(context: Context, phrases: Sequence[Phrase], phrase: int, before: int) -> bool:
    """Whether the phrase alone stands in parentheses, another name for what is before: محمد دقلو (حميدتي)."""
    here, tokens = phrases[phrase], context.tokens
    if here.first - phrases[before].last != 1:
        return False
    around = tokens[here.first - 1 : here.first] + tokens[here.last : here.last + 1]
    return [token.surface for token in around] == ["(", ")"]


def is_further_title(context: Context, phrases: Sequence[Phrase], phrase: int, before: int, whole: int) -> bool:
    """Whether و joins an office to one in apposition to a person: فلان، ولي العهد ورئيس الوزراء،.

    The first office stands within the phrase before or, as in بابا الإسكندرية وبطريرك الكرازة, in none.
    """
    here, there, tokens = phrases[phrase], phrases[before], context.tokens
    closed = here.last >= len(tokens) or tokens[here.last].surface in _ENDS
    if not (here.type == there.type == "person" and here.clitics == "و" and closed):
        return False
    if before != whole:
        return here.first == there.last
    title = tokens[there.first : here.first]
    comma = next((k for k in range(len(title) - 1, 0, -1) if title[k].surface in _COMMAS), len(title))
    return 1 < len(title) - comma <= FURTHER and is_title(title[comma + 1].form)


def begins(context: Context, phrases: Sequence[Phrase], phrase: int, before: int) -> bool:
    """Whether a comma closes the office of who stands ``before``, and none closes the phrase behind it.

    So another begins, the verb's object: طالب فلان، أمين الحزب، رئيس الحكومة بالرحيل; behind a verb that wants one also
    before a comma: انتقد فلان، أمين الحزب، رئيس الحكومة، متهما إياه.
    """
    here, there, tokens = phrases[phrase], phrases[before], context.tokens
    closed = here.last >= len(tokens) or tokens[here.last].surface in _ENDS
    if closed and not _lacks_object(context, phrases, here, there):
        return False
    inside = range(there.first + 1, there.last - 1)
    return any(tokens[k].surface in _COMMAS and is_title(tokens[k + 1].form) for k in inside)


def _lacks_object(context: Context, phrases: Sequence[Phrase], here: Phrase, there: Phrase) -> bool:
    """Whether a verb of blame or meeting before the one wants an object, and nobody behind the other can be it."""
    verb = there.first - 1
    wants = any(t.token == verb and (t.relation, t.kind) == ("meets", "V") and _takes(t) for t in context.triggers)
    wants |= verb >= 0 and is_in(context.tokens[verb].form, "reproving")
    behind = (i for i in context.outer if phrases[i].first >= here.last and phrases[i].type == "person")
    return wants and all(context.prepositions[i] or phrases[i].clitics for i in behind)


def _takes(trigger: Trigger) -> bool:
    return any("obj" in frame.get("target", ()) for frame in load_lexicon()[trigger.entry].frames)


def is_elsewhere(context: Context, phrases: Sequence[Phrase], before: int, phrase: int) -> bool:
    """Whether a comma parts a person from the place before, a state or a body's seat.

    استقبل الرئيس في تونس، وزير العدل ووزير الداخلية; استقبل الوزير، بمقر الحزب، السفير ونائبه (Ryding 16).
    """
    there = phrases[before]
    at = words.split(context.tokens[there.first - 1].form)[2] if there.first else ""
    state = there.type == "state" and context.prepositions[before] in {"في", "ب"}
    return (state or is_in(at, "houses")) and phrases[phrase].type == "person"


def is_surname(context: Context, phrases: Sequence[Phrase], k: int) -> bool:
    """Whether the word at token ``k``, spelled like a verb, ends a person's name behind a given one: فادي كرم."""
    ends = (phrases[i] for i in context.outer if phrases[i].last == k + 1 and phrases[i].length > 1)
    return k > 0 and is_in(context.tokens[k - 1].form, "given") and any(phrase.type == "person" for phrase in ends)
