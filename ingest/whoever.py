"""Whoever does something, as a phrase without a name: من يفعل، كل من يفعل، الذين يفعلون، أي معتد على البلاد.

Takes the tokens of a sentence, a place and where phrases begin and end; gives where the phrase ends that begins there,
or None. A relative clause without a head (Ryding 2005, 14.6), or every one of a kind of people (10.4).
"""

from collections.abc import Mapping, Sequence

from ingest.context import QUOTES
from ingest.name_rules import adjectives
from ingest.sentences import Token
from ingest.word_classes import is_verb, word_class
from ontology.function_words import load_function_words

LONGEST_CLAUSE = 8  # words of من يفعل that are taken
_THOSE = frozenset({"الذين", "للذين", "بالذين"})  # those who, without a noun before
_JOINED = frozenset({"ومن", "فمن", "وكل", "فكل", "واي", "فاي"})


def whoever(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> int | None:
    """One behind a relative clause without a head that begins at ``k``: من يفعل، كل من يفعل (Ryding 14.6)."""
    classes = load_function_words()
    if (end := _each(tokens, k)) is not None:
        return end
    headless = 0 < k < len(tokens) - 1 and tokens[k].form in _THOSE and is_verb(tokens[k + 1].form)
    if headless and tokens[k - 1].form.isalnum() and k not in named.values():
        return _clause_end(tokens, k + 2, k, named)
    whole = k < len(tokens) and _unjoined(tokens[k].form) in classes["whole"]
    first = k + whole
    if first + 1 >= len(tokens) or first + 1 in named or not is_verb(tokens[first + 1].form):
        return None
    if _is_one(tokens[first + 1].form, "complementizers", "listing"):  # حذرها من أنها, spelled like أنهى; من بينها
        return None
    noun = whole and word_class(tokens[first].form, "") == "n" and not tokens[first].form.startswith("ال")
    if _unjoined(tokens[first].form) != "من" and not noun:
        return None
    return _clause_end(tokens, first + 2, first, named)


def _unjoined(form: str) -> str:
    """The word without the conjunction before من or كل: ومن يعتد، فمن، وكل من (Ryding 18)."""
    return form[1:] if form in _JOINED else form


def _each(tokens: Sequence[Token], k: int) -> int | None:
    """One behind every or any one of a kind of people at token ``k``, with what tells of it: أي معتد على البلاد."""
    classes = load_function_words()
    if k + 2 >= len(tokens) or _unjoined(tokens[k].form) not in classes["whole"]:
        return None
    if tokens[k + 1].form not in classes["human_stems"]:
        return None
    end = adjectives(tokens, k + 2, definite=False)
    governs = end < len(tokens) - 1 and _is_one(tokens[end].form, "prepositions")
    return adjectives(tokens, end + 2, definite=True) if governs and tokens[end + 1].form.startswith("ال") else end


def _clause_end(tokens: Sequence[Token], end: int, first: int, named: Mapping[int, int]) -> int:
    """One behind the clause that begins at ``first``, whose verb ends before ``end``."""
    styled = _is_one(tokens[end - 1].form, "styling")
    while end < len(tokens) and end < first + LONGEST_CLAUSE and _goes_on(tokens[end]):
        end = named.get(end, end + 1)
    return _closed(tokens, end) if styled and end < len(tokens) and tokens[end].surface in QUOTES else end


def _closed(tokens: Sequence[Token], k: int) -> int:
    """One behind the quotation that begins at token ``k``, what somebody calls them: من وصفهم بـ«الخونة»."""
    ends = range(k + 1, min(len(tokens), k + LONGEST_CLAUSE))
    return next((j + 1 for j in ends if tokens[j].surface in QUOTES), k)


def _goes_on(token: Token) -> bool:
    """Whether a word can belong to the clause: no sign, no joined conjunction, nothing that opens another clause."""
    kind = "" if token.form in load_function_words()["what"] else word_class(token.form, token.surface)
    return kind not in 'V.,C"()' and kind[0] not in "&J" if kind else False


def _is_one(form: str, *names: str) -> bool:
    """Whether the folded word is of one of these classes."""
    classes = load_function_words()
    return any(form in classes[name] for name in names)
