"""Whose deed meets with backing: لقي كلامه تأييدا من فلان، لقيت المبادرة الكويتية ترحيبا من قطر.

Takes a context, the article's phrases and a light verb of getting backing, gives whose the deed is that is its subject,
by the pronoun (Ryding 2005, 12.3) or the nisba (10.2) behind it.
"""

from collections.abc import Sequence

from ingest.grammar import nisba
from ingest.grammar.carried import Carried, Filler
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_PRONOUNS = {"هم": "3mp", "ها": "3fs", "ه": "3ms"}


def owner_of_subject(context: Context, phrases: Sequence[Phrase], trigger: Trigger, carried: Carried) -> Filler | None:
    """Whose deed stands right behind the light verb; None for another trigger or another subject."""
    k = trigger.token + 1
    light = trigger.kind in "VP" and trigger.relation == "supports" and trigger.after > trigger.token
    if not light or k >= trigger.after:
        return None
    surface, form = context.tokens[k].surface, context.tokens[k].form
    ending = next((e for e in _PRONOUNS if surface.endswith(e)), "")
    if not ending or form.startswith("ال"):
        return _of_nisba(context, phrases, k)
    stem = form.removesuffix(ending)
    deed = f"{stem[:-1]}ه" if stem.endswith("ت") and not is_in(stem, "deeds") else stem
    deed = f"{stem[:-1]}ا" if stem.endswith(("و", "ؤ", "ئ")) and not is_in(deed, "deeds") else deed  # نداؤه
    return carried.antecedent(None, _PRONOUNS[ending]) if is_in(deed, "deeds") else None


def _of_nisba(context: Context, phrases: Sequence[Phrase], k: int) -> Filler | None:
    """The state whose nisba describes the definite deed at token ``k``."""
    _, joined, rest = words.split(context.tokens[k].form)
    if joined != "ال" or not is_in(rest, "deeds"):
        return None
    state = nisba.state_behind(context, phrases, k + 1)
    return None if state is None else Filler(state, "nisba")
