"""Where the second of two persons begins in one span behind a verb, each with title and name, or the second without.

Takes the tokens of a span, gives the token at which the second title begins, or None. A title behind a name may be in
apposition to it (Ryding 2005, 8.5); with a name of its own behind it is another's, the verb's object (3.1): استقبل
البطريرك الراعي | حاكم المصرف رياض سلامة. So is somebody without name or article: شكر النائب فلان | مصدر أمني.
"""

from collections.abc import Sequence

from ingest.naming import enumerations, indefinites, receptions
from ingest.naming.names import load_names
from ingest.naming.roles import is_title
from ingest.naming.titled_names import name_in
from ingest.text import name_rules, words
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

_DEFINITE = "ال"


def second_named(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The first token of the second person."""
    if enumerations.is_chief(tokens, first, last):
        return next((k for k in range(first + 2, last) if enumerations.is_chief(tokens, k, last)), None)
    if not is_title(tokens[first].form):
        return None
    for k in dict.fromkeys((_behind_surname(tokens, first), _behind_name(tokens, first, last))):
        if k is None or not first + 1 < k < last - 1 or receptions.is_same(tokens, first, k):
            continue
        if indefinites.is_described(tokens, k, last):
            return k
        if _is_office(tokens[k].form) and _named(tokens, k, last):
            return k
    return None


def _behind_name(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The token behind the first name in the span."""
    found = _name(tokens, first, last)
    return None if found is None else first + found[1]


def _behind_surname(tokens: Sequence[Token], first: int) -> int | None:
    """The token behind a definite title with a surname that has the article too: البطريرك الراعي."""
    if first + 1 >= len(tokens):
        return None
    form, surname = tokens[first].form, tokens[first + 1].form
    both = form.startswith(_DEFINITE) and surname.startswith(_DEFINITE)
    plain = both and load_names().nisba(surname) is None and name_rules.may_name(surname)
    return first + 2 if plain and not is_title(surname) and surname[2:] not in load_function_words()["ranks"] else None


def _named(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether the title at ``k`` has a name of its own behind it."""
    found = _name(tokens, k, last)
    return found is not None and found[0] > 0 and found[1] - found[0] > 1


def _name(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    definite = [token.form.startswith(_DEFINITE) for token in tokens[first:last]]
    return name_in([token.form for token in tokens[first:last]], definite, (), load_names().nisba)


def _is_office(form: str) -> bool:
    """Whether the word is an office or a definite title, no honour that goes on with a name."""
    bare = words.without_article(form)
    return bare in load_function_words()["titles"] - united("honorifics", "military_ranks", "addresses")


def are_given(tokens: Sequence[Token], first: int, k: int, last: int) -> bool:
    """Whether one given name stands before token ``k`` in a span and another behind the words there."""
    given = load_function_words()["given"]
    return k == first + 1 and tokens[first].form in given and any(token.form in given for token in tokens[k + 2 : last])
