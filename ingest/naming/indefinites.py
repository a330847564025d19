"""Where a phrase without article ends and a definite one begins within a span: مصدر حكومي | النقابات.

Takes the tokens of a span, gives the token at which the second phrase begins, or None. An adjective agrees with its
noun in definiteness (Ryding 2005, 10.1): behind somebody without a name and an indefinite adjective of his, a definite
word or a noun in construct is no part of his phrase, whatever the verb before it.
"""

from collections.abc import Container, Sequence

from ingest.naming import receptions, seams
from ingest.naming.counted_groups import is_counted, with_number
from ingest.naming.names import load_names
from ingest.naming.partitives import counted, human_plural
from ingest.reading import ActorType
from ingest.text import words
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

_ADJECTIVE = ("ي", "يه", "يا", "يين", "يون", "يان")
_SOUND = frozenset({"ون", "ين"})  # of several, in which an adjective agrees too
_LEVEL = "المستوي"
_FEMININE, _ACCUSATIVE = "ه", "ا"
_LEAST = 4  # letters of such an adjective: عربي


def definite_behind(tokens: Sequence[Token], first: int, last: int, states: Container[str]) -> int | None:
    """Where something definite begins behind an indefinite head with adjectives; ``states``: words that begin names."""
    if tokens[first].form.isdigit() and last - first > 2 and not tokens[first + 1].form.startswith("ال"):
        k = _described(tokens, first + 1, last, states)  # طالبت 36 منظمة حقوقية | الحكومة (Ryding 15.1)
        return k if k < last and _opens(tokens, k, last) else None
    noun = first + (is_counted(tokens, first + 1) and counted(tokens, first) == first + 1)
    if noun > first or with_number(tokens, first) < first:  # خمسة نواب | رئيس الحكومة (15.1)
        k = _described(tokens, noun, last, states)
        return k if k < last and _opens(tokens, k, last) else None
    head = words.split(tokens[first].form)[2]
    if tokens[first].form.startswith("ال") or not (_is_nobody(head) or human_plural(head)):
        return None
    k = _described(tokens, first, last, states)
    return k if first + 1 < k < last and _opens(tokens, k, last) else None


def described(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """One behind somebody without name or article, told by adjectives alone: مصدر أمني رفيع; None for others."""
    end = _described(tokens, first, last, load_names().index)
    person = words.split(tokens[first].form)[2] in united("vague_roles", "telling_persons")
    return end if person and end > first + 1 else None


def somebody(tokens: Sequence[Token], k: int) -> tuple[int, int, ActorType] | None:
    """The run and type of such a phrase at token ``k``."""
    end = described(tokens, k, len(tokens))
    return None if end is None else (k, end, "person")


def is_described(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether such a phrase fills the span from ``first`` on."""
    return described(tokens, first, last) == last


def _described(tokens: Sequence[Token], first: int, last: int, states: Container[str]) -> int:
    """One behind the indefinite adjectives of the head at ``first``."""
    head, k = words.split(tokens[first].form)[2], first + 1
    while k < last and _describes(tokens[k].form, head, states):
        k += 1
    return k + (k < last and tokens[k].form == _LEVEL and tokens[k - 1].form in load_function_words()["high"])


def _is_nobody(head: str) -> bool:
    """Whether the word is one for somebody without a name, a delegation or a kind of body."""
    return head in united("vague_roles", "telling_persons", "delegations", "naming_bodies", "unnamed_tellers", "laymen")


def _describes(form: str, head: str, states: Container[str]) -> bool:
    """Whether the word is an indefinite adjective that agrees with the head: حكومي of a source, رفيع."""
    classes = load_function_words()
    if form in classes["high"]:
        return True
    if head[-2:] == form[-2:] and form[-2:] in _SOUND and not form.startswith("ال"):  # مسلحون مجهولون
        return form not in classes["titles"]
    accusative = form.endswith(_ACCUSATIVE) and head.endswith(_ACCUSATIVE)  # وفدا روسيا
    if form.startswith("ال") or (form in states and not accusative) or form in classes["titles"] or len(form) < _LEAST:
        return False
    agrees = form.endswith(_FEMININE) or not head.endswith(_FEMININE)
    bare = form.removesuffix(_ACCUSATIVE) if accusative else form
    whole = form[0] not in "وبل" or form in united("human_stems", "heading_persons") or load_names().nisba(bare)
    outside = united("masdars_in_ya", "state_organs", "lone_ministries")  # وزراء خارجية دول الخليج
    return agrees and bool(whole) and bare.endswith(_ADJECTIVE) and bare not in outside


def _opens(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether a definite phrase begins at the token: with the article, or an office, a body or people in construct."""
    form = tokens[k].form
    construct = k + 1 < last and (form in united("office_holders", "titles") or seams.is_head(form))
    construct = construct and tokens[k + 1].form not in load_function_words()["prepositions"]  # دول أعضاء على الأقل
    return form.startswith("ال") or construct


def kind_of(form: str, other: str) -> str:
    """The type of actor that such a definite phrase tells of by its first word, else the span's."""
    if receptions.titles_one(form):
        return "person"
    bare = words.without_article(form)
    if bare in load_function_words()["state_heads"]:
        return "state"
    if human_plural(bare) or bare in united("people", "sides_in_plural"):
        return "group"
    return "organization" if seams.is_head(bare) or bare in load_function_words()["definite_bodies"] else other
