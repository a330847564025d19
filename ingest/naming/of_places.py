"""The people of a place at the head of a span, and where what the place's name does not take in begins.

Takes the tokens of a span and where known names begin, gives the token at which another actor begins, or None. A
plural of people in construct with a place ends with its name, or with those that و joins to it (Ryding 2005, 8.1 and
18.1): طالب أهالي درنة الحكومة، دعا مشايخ شبوة وأبين الأمم المتحدة.
"""

from collections.abc import Container, Sequence

from ingest.naming.bounds import is_unknown
from ingest.naming.seams import is_head
from ingest.text import words
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united


def behind_places(tokens: Sequence[Token], first: int, last: int, starts: Container[int]) -> int | None:
    """Where the first of ``starts`` or a body stands behind such people and cities or words that no class knows."""
    people, place = load_function_words()["of_places"], first
    place += last - first > 2 and is_head(tokens[first].form) and tokens[first].form not in people  # مجلس أعيان سبها
    begin = place
    while place < last and _is_of(tokens[place].form, people, joined="و" if place > begin else ""):
        place += 1
    if place == begin:
        return None
    heads = load_function_words()["state_heads"]
    behind = range(place + 1, last)
    found = next((k for k in behind if k in starts or tokens[k].form in heads or _is_body(tokens[k].form, heads)), None)
    return found if found is not None and all(map(_is_place, tokens[place:found])) else None


def _is_body(form: str, heads: Container[str]) -> bool:
    """Whether a body or people begin with the word, or authorities with the article: قبائل مراد | السلطة المحلية."""
    bare = words.without_article(form)
    return is_head(form) or (bare != form and (bare in heads or is_head(bare)))


def _is_place(token: Token) -> bool:
    form = token.form.removeprefix("و")
    return form in united("cities", "given") or is_unknown(form)


def _is_of(form: str, people: frozenset[str], *, joined: str) -> bool:
    """Whether the word is one of ``people``, also with و where several share the place: مشايخ وأعيان."""
    return form in people or bool(joined and form[:1] == joined and form[1:] in people)
