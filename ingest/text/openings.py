"""Whether the state or body right behind the verb that opens a sentence is its object: واتهم روسيا بقصف المدن.

Takes a word and a phrase, gives yes or no. A verb agrees in gender with the subject right behind it (Ryding 2005,
3.1.2), states are feminine but for some (7.1), bodies by their first word; so whoever was told of before goes on.
So he does over who is accused, be that a person: واتهم الحاكم بالكذب.
"""

from collections.abc import Sequence

from ingest.text import words
from ingest.text.imperfects import is_imperfect
from ingest.text.mentions import Phrase
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

_BODIES = frozenset({"organization", "armed_group"})


def is_of_us(form: str) -> bool:
    """Whether the word can only be an imperfect in the first person plural, behind which no subject stands: نذكر."""
    return form[:1] == "ن" and len(form) > 3 and is_imperfect(f"ي{form[1:]}")


def is_called(tokens: Sequence[Token], start: int, phrase: Phrase) -> bool:
    """Whether the phrase right behind the verb at token ``start`` is its object by gender, or accused of something."""
    return _disagrees(tokens[start], phrase) or is_accused(tokens, start, phrase)


def _disagrees(verb: Token, phrase: Phrase) -> bool:
    """Whether the verb is one that wants an object, and disagrees with the phrase behind it."""
    form = verb.form.removeprefix("و")
    if {form, verb.form}.isdisjoint(united("reproving", "informing", "addressing_verbs")):
        return False
    gender = _gender(phrase)
    feminine = form.endswith("ت") or (form.startswith("ت") and not form.startswith("توعد"))
    return bool(gender) and feminine != (gender == "f")


def is_accused(tokens: Sequence[Token], start: int, phrase: Phrase) -> bool:
    """Whether whoever stands right behind a verb of accusing is its object, بـ following: واتهم الحاكم بالكذب."""
    if tokens[start].form.removeprefix("و") not in load_function_words()["accusing_verbs"]:
        return False
    behind = tokens[phrase.last].form if phrase.last < len(tokens) else ""
    return words.split(behind)[1] in {"ب", "بال"}


def _gender(phrase: Phrase) -> str:
    """The gender of a state or body by its first word; nothing where that leaves it open."""
    head = phrase.form.split()[0]
    bare, classes = head.removeprefix("ال"), load_function_words()
    if bare in classes["directions"] or bare.endswith(("ون", "ين")):
        return ""
    if bare in classes["masculine_heads"]:
        return "m" if phrase.type in _BODIES | {"state"} else ""
    named = phrase.type == "state" or (phrase.type in _BODIES and bare.endswith("ه"))
    return "f" if named else ""
