"""Whether a harm is what somebody threatens with, behind بـ: هدد بمهاجمة المدينة.

Takes a context and the token of the harm, gives yes or no.
"""

from ingest.text import words
from ingest.text.context import Context
from ingest.text.prepositions import preposition_of

_OWN = frozenset({"الي", "في", "علي"})  # of a masdar, before its harm: بالعودة إلى، بالمضي في


def is_vowed_content(context: Context, k: int) -> bool:
    """Whether the word at token ``k`` is what بـ governs, itself, by its construct or over a masdar's own preposition.

    هدد بمهاجمة، بتكثيف قصف، بالعودة إلى قصف (Ryding 2005, 8.1 and 16).
    """
    forms = [context.tokens[j].form for j in range(max(0, k - 2), k + 1)]
    if forms[-2:-1] == ["ب"] or preposition_of(forms[-1]) == "ب":
        return True
    construct = len(forms) > 1 and preposition_of(forms[-2]) == "ب" and not words.split(forms[-2])[1].endswith("ال")
    return construct or (len(forms) > 2 and forms[-2] in _OWN and preposition_of(forms[-3]) == "ب")
