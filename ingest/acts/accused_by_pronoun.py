"""Who is accused where a pronoun alone tells him: اتهمته بغداد بإيواء الفصائل، متهماً إياها بدعم المتمردين.

Takes a context, the article's phrases, a masdar and a ``Filled`` frame whose source is to be understood; gives the
frame with whom the pronoun of the word of accusing means for its source, or with none. The deed that بـ brings is of
the accused, never of the accuser (Ryding 2005, 5.1, 12.3 and 12.4).
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.acts.filled import Filled
from ingest.grammar.clauses import Clauses
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_IMPLIED, _PRONOUN = "implied", "pronoun"
_ENDINGS = {"ها": "f", "ه": "m"}  # the gender that a pronoun shows
_GAP = 3  # tokens from the accuser or the pronoun to بـ: اتهمته الحكومة العراقية بإيواء


def of_pronoun(context: Context, phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> Filled:
    """The frame with who is accused, where a pronoun tells him; the same frame where none does."""
    if (
        trigger.kind != "M"
        or frame.source_slot != _IMPLIED
        or preposition_of(context.tokens[trigger.start].form) != "ب"
    ):
        return frame
    found = _accusing(context, phrases, trigger.start)
    if found is None:
        return frame
    k, gender = found
    by = _meant(context, phrases, k, gender)
    if by is None:
        return replace(frame, source=None, source_slot="", source_how="")
    return replace(frame, source=by, source_how=_PRONOUN)


def _accusing(context: Context, phrases: Sequence[Phrase], at: int) -> tuple[int, str] | None:
    """The word of accusing with an object's pronoun, joined or by itself, before بـ, and the pronoun's gender."""
    tokens = context.tokens
    behind = next((phrases[i].first for i in reversed(context.outer) if phrases[i].last == at), at)
    for k in range(at - 1, max(-1, at - 1 - _GAP), -1):
        strong = is_in(tokens[k].form, "strong_pronouns") and k > 0 and is_in(tokens[k - 1].form, "accusing")
        ending = next((e for e in _ENDINGS if tokens[k].form.endswith(e)), "")
        stem = tokens[k].form.removeprefix("و").removesuffix(ending)
        joined = bool(ending) and stem.startswith(("ا", "ي", "ت")) and is_in(stem, "accusing")
        if strong or (joined and not is_in(tokens[k].form, "accusing")):
            return (k - strong, _ENDINGS.get(ending, "")) if k + 1 in {at, behind} else None
    return None


def _meant(context: Context, phrases: Sequence[Phrase], k: int, gender: str) -> int | None:
    """The nearest phrase before the word of accusing that agrees with the pronoun and is not who accuses.

    The noun of a relative clause accuses, but where a subject of its own stands behind the verb (Ryding 14.2).
    """
    clauses, tokens = Clauses.of(context, phrases), context.tokens
    told = any(phrases[i].first == k + 1 for i in context.outer)
    relative = k - 1 if k and not told and is_in(tokens[k - 1].form, "relatives") else None
    accuser = context.subject if relative is None and tokens[k].form.endswith("ا") else None
    for i in reversed(context.outer):
        here = phrases[i]
        if here.last <= k and relative != here.last and i != accuser and clauses.agrees(i, gender):
            return i
    return None
