"""Whether what somebody brandishes is only waved: لوح المتظاهرون بالأعلام، يلوح بيده للحشد.

Takes a context and a trigger, gives yes or no. Behind بـ (Ryding 2005, 16.2) stands what is in the hand, no harm.
"""

from ingest.text import words
from ingest.text.context import Context
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

BRANDISH = "lawwaha"
REACH = 9  # tokens from the verb to what is waved, its subject between
_CARDS = frozenset({"ورقه", "اوراق"})
_PRONOUNS = ("هم", "ها", "ه")


def is_waved(context: Context, trigger: Trigger) -> bool:
    """Whether a flag, a picture or a hand is what the verb of brandishing takes."""
    if trigger.verb != BRANDISH:
        return False
    for k in range(trigger.token + 1, min(len(context.tokens), trigger.token + 1 + REACH)):
        _, joined, rest = words.split(context.tokens[k].form)
        following = context.tokens[k + 1].form if k + 1 < len(context.tokens) else ""
        behind = words.without_article(following)
        if is_in(behind, "harms") or (rest in _CARDS and behind != following):
            continue  # بورقة العقوبات، بورقة اللاجئين, and no ballot
        if joined in {"ب", "بال"}:
            stem = next((rest.removesuffix(p) for p in _PRONOUNS if rest.endswith(p)), rest)
            return is_in(rest, "waved") or is_in(stem, "waved")
    return False
