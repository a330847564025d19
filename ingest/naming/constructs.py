"""Nouns in construct at the end of a span: what follows belongs to them, or, of a free plural, does not.

Takes tokens, gives yes or no. A noun without article nor free ending stands in construct with a definite word behind
it, and a body's kind with the body's name; with the ending of a free plural nothing does (Ryding 2005, 7.2.2, 8.1):
رابطة أمهات المختطفين، قيادات من حركتي «حماس»; but ناشطون الحكومة are two.
"""

from collections.abc import Sequence

from ingest.naming.partitives import human_plural
from ingest.text.sentences import Token
from ontology.function_words import load_function_words

_FREE = ("ون", "ين", "ان")


def is_in_construct(span: Sequence[Token], following: Token) -> bool:
    """Whether a span of indefinite words ends in one that stands in construct with what follows."""
    forms, classes = [token.form for token in span], load_function_words()
    last = forms[-1]
    if any(form.startswith("ال") for form in forms):
        return False
    if last in classes["naming_bodies"] or (last.endswith("تي") and last[:-2] + "ه" in classes["naming_bodies"]):
        return len(forms) > 1
    if is_of_kin(span[-1]):
        return True
    people = last in classes["human_plurals"] or human_plural(last)
    return following.form.startswith("ال") and people and not last.endswith(_FREE)


def is_of_kin(token: Token) -> bool:
    """Whether the word tells whose kin somebody is, who stands behind it: شقيقة زعيم البلاد, not شقيقه."""
    return token.form.removeprefix("و") in load_function_words()["kin"] and not token.surface.endswith("ه")


def after_free_plural(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where a definite word follows a free plural in a span, the two being no one phrase: ناشطون الحكومة."""
    for k in range(first + 1, last):
        before = tokens[k - 1].form
        if before.endswith("ون") and not before.startswith("ال") and tokens[k].form.startswith("ال"):
            return k
    return None
