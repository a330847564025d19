"""Which verbs lie in the future by what stands before them: سوف يضرب، هدد بأن يضرب.

Takes the tokens of a sentence and the place of an imperfect, gives yes or no. سوف is the particle of the future (Ryding
2005, 21.3); behind أن the subjunctive tells what who threatens or vows means to do (34): أقسم أن ينتقم.
"""

from collections.abc import Sequence

from ingest.text.sentences import Token
from ontology.function_words import load_function_words

VOW_REACH = 14  # tokens from a verb of vowing to أن: هدد زعيم الحركة في خطاب بثته القناة بأن
_WILL = frozenset({"سوف", "وسوف", "فسوف", "لسوف"})
_THATS = frozenset({"ان", "بان"})
_STOPS = frozenset(".؛:!؟")
_IMPERFECT = frozenset("يتنا")


def is_to_come(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word at token ``k`` is in the imperfect and سوف or a vow with أن stands before it."""
    if k == 0 or tokens[k].form[:1] not in _IMPERFECT:
        return False
    before = tokens[k - 1].form
    return before in _WILL or (before in _THATS and _is_vowed(tokens, k - 1))


def _is_vowed(tokens: Sequence[Token], k: int) -> bool:
    """Whether أن at token ``k`` opens what somebody threatens or vows to do."""
    vows = load_function_words()["vowing"]
    for j in range(k - 1, max(-1, k - 1 - VOW_REACH), -1):
        form = tokens[j].form
        if tokens[j].surface in _STOPS:
            return False
        if form in vows or (form[:1] in "وف" and form[1:] in vows):
            return True
    return False
