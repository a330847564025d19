"""Definite masdars behind a body or people, which are what is asked of them and no part of their name.

Takes the tokens of a sentence, a span and where known names end in it, gives where such a word stands. A construct ends
with its definite word, and a masdar is no adjective (Ryding 2005, 5.1, 8.1, 10.1): طلب من الجيش | الاستعداد، من حركة
حماس | التخلي عن السلاح. Behind an indefinite word it is in construct with it: مجلس التعاون، هيئة التنسيق.
"""

import re
from collections.abc import Container, Sequence

from ingest.naming.names import load_names
from ingest.text import words
from ingest.text.sentences import Token
from ingest.text.word_classes import is_masdar
from ontology.function_words import load_function_words, united

# Derived masdars of measures VII, VIII and X, and those in تـ: الانسحاب، الالتزام، الاستعداد، التوقيع، التفاوض.
_MASDAR = re.compile(r"ال(?:است\w{2}ا\w|ان\w{2}ا\w|ا\wت\wا[مفءجبرعل]|ت\w{2}ي[عتفقم]|ت[فراع]ا[وج]\w)$")


def begins(tokens: Sequence[Token], first: int, last: int, ends: Container[int]) -> int:
    """The token of such a masdar in the span, or ``last``; ``ends``: where known names end."""
    asked = load_function_words()["asked_masdars"]
    for k in range(first + 1, last):
        form, before = tokens[k].form, tokens[k - 1].form
        behind = k in ends or (before.startswith("ال") and tokens[first].form.startswith("ال"))
        if behind and form.startswith("ال") and (form[2:] in asked or _MASDAR.match(form)) and not _acts(form):
            return k
    return last


def _acts(form: str) -> bool:
    """Whether the word is for a body or another name of a known actor: الائتلاف، الاحتلال."""
    bodies = united("facing_bodies", "definite_bodies", "bodies", "acting_bodies")
    return form[2:] in bodies or bool(load_names().so_called(form))


def is_asked_for(tokens: Sequence[Token], k: int) -> bool:
    """Whether بـ with a masdar is no part of a body's name: طالبت النقابة وزارة الصحة | بتوفير; not المكلفة بتطبيق."""
    _, joined, rest = words.split(tokens[k].form)
    specified = tokens[k - 1].form in load_function_words()["specifying"]
    return joined == "ب" and not specified and is_masdar(rest, tokens[k].surface[-len(rest) :])
