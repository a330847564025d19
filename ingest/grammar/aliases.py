"""What is in apposition to a name beside the office right behind it: a further name, a further office.

Takes a context, the article's phrases and two that follow each other; tells whether the latter is part of the former
rather than another of a list (Ryding 2005, 8.5 and 18).
"""

from collections.abc import Sequence

from ingest.naming.roles import is_title
from ingest.text.context import Context
from ingest.text.mentions import Phrase

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
