"""Whether the state or body right behind the verb that opens a sentence is its object: واتهم روسيا بقصف المدن.

Takes a word and a phrase, gives yes or no. A verb agrees in gender with the subject right behind it (Ryding 2005,
3.1.2), states are feminine but for some (7.1), bodies by their first word; so whoever was told of before goes on.
"""

from ingest.text.mentions import Phrase
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

_BODIES = frozenset({"organization", "armed_group"})


def is_its_object(verb: Token, phrase: Phrase) -> bool:
    """Whether the verb is one that wants an object, and disagrees with the phrase behind it."""
    form = verb.form.removeprefix("و")
    if {form, verb.form}.isdisjoint(united("reproving", "informing", "addressing_verbs")):
        return False
    gender = _gender(phrase)
    feminine = form.endswith("ت") or (form.startswith("ت") and not form.startswith("توعد"))
    return bool(gender) and feminine != (gender == "f")


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
