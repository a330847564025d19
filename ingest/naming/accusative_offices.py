"""Somebody told by an office without a name in the accusative, where the taggers are silent: التقى مسؤولاً كبيراً.

Takes the tokens of a sentence, a trigger and where phrases begin and end; gives runs of tokens with their type. An
indefinite object, or a subject behind إن and its sisters, ends in alef (Ryding 2005, 7.5 and 19.1). Adjectives that
agree with it stand behind it (10.1), then whose office it is behind a preposition (16): سفيراً جديداً لفرنسا. A second
object tells what somebody is thought of or named as, so nobody else: دعمه رئيساً للحكومة.
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.naming.argument_places import places
from ingest.naming.roles import inflected_titles
from ingest.reading import ActorType
from ingest.text import words
from ingest.text.prepositions import preposition_of
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united

_BUT = "لكن"
_ENDING, _TANWIN, _PRONOUNS = "ا", "\u064b", ("ه", "ها", "هم", "هما")
_OF = frozenset({"في", "من", "عن", "باسم", "لدي"})  # before whose office it is
_RELATIONS = frozenset({"meets", "demands", "threatens"})
_BEFORE = 6  # tokens of such a subject before its verb
_LEAST = 4  # letters of an adjective with its ending


def offices(
    tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]
) -> Iterator[tuple[int, int, ActorType]]:
    """Such objects of a verb, and such a subject before it."""
    if trigger.kind != "V":
        return
    for k in places(tokens, trigger, named) if trigger.relation in _RELATIONS and not trigger.pronoun else ():
        end = _end(tokens, k, named)
        if end is not None:
            yield k, end, "person"
    for k in range(max(1, trigger.start - _BEFORE), trigger.start):
        opened = tokens[k - 1].form.removeprefix("و") in {*load_function_words()["complementizers"], _BUT}
        if opened and _end(tokens, k, named) == trigger.start:
            yield k, trigger.start, "person"


def _end(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> int | None:
    """One behind the office at token ``k`` with its adjectives and whose it is; None for another word."""
    if k >= len(tokens) or not _is_office(tokens, k):
        return None
    end = k + 1
    while end < len(tokens) and _describes(tokens[end].form):
        end += 1
    behind = end + 1 if end < len(tokens) and tokens[end].form in _OF else end
    joined = behind > end or (end < len(tokens) and preposition_of(tokens[end].form) == "ل")
    placed = behind > end and tokens[behind].form in load_function_words()["cities"]  # وزيرا في كابل
    if joined and behind in named and not placed:
        return named[behind]
    marked = _TANWIN in tokens[k].surface
    return end if end > k + 1 or joined or marked else None


def _is_office(tokens: Sequence[Token], k: int) -> bool:
    rest = words.split(tokens[k].form)[2]
    second = k > 0 and tokens[k - 1].surface.endswith(_PRONOUNS)
    known = rest in inflected_titles() or rest.removesuffix(_ENDING) in load_function_words()["vague_roles"]
    return rest.endswith(_ENDING) and known and not second


def _describes(form: str) -> bool:
    """Whether the word is an indefinite adjective in the accusative: سابقا, امريكيا."""
    if not form.endswith(_ENDING) or len(form) < _LEAST or form.startswith("ال"):
        return False
    formerly = form.removesuffix(_ENDING) in load_function_words()["role_frames"]  # سابقا, which is an adverb too
    return formerly or form not in united("adverbs", "times", "phrase_ends")
