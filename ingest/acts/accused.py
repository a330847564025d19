"""Who is accused of a threat, and so utters it: اتهم الوزير الحركة بترهيب القضاة وتهديد الموظفين.

Takes a context, the article's phrases and actors, a masdar of threatening and a ``Filled`` frame with whom it is for;
gives the frame with the accused for its source. Who stands right before the بـ that a word of accusing governs is
accused, be he the object of the verb, the subject of its passive or behind لـ (Ryding 2005, 16 and 38); و joins further
masdars to the first (18.1). Where no phrase tells the accused (اتهمت واشنطن الرجل بدعم الحزب), the deed is not the
accuser's either.
"""

from collections.abc import Sequence

from ingest.acts.filled import Filled
from ingest.grammar.carried import Carried
from ingest.grammar.clauses import Clauses
from ingest.naming.bounds import is_unknown
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

SLOT = "accused"
_REACH = 25  # tokens from a word of accusing to a masdar that it governs
_GAP = 3  # tokens between the accused and بـ: اتهم الحركة علنا بتهديد
_DIRECT = frozenset({"", "ل"})
_GENITIVE = "gen"
_OBJECT = frozenset({_GENITIVE, "obj"})


def of_accused(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame with who is accused for its source; the same where nobody is, or where its masdar names the source."""
    if trigger.relation != "threatens" or trigger.kind != "M":
        return frame
    if trigger.pronoun:
        return _of_accuser(context, phrases, actors, trigger, frame)
    of_masdar = frame.source_slot == _GENITIVE  # ترهيب القضاة, of whom the accused is the doer
    target = frame.source if of_masdar else frame.target
    named = frame.source is not None and frame.source_slot != "implied" and not of_masdar
    if named or target is None or not (of_masdar or frame.target_slot in _OBJECT):
        return frame
    by = _accused(context, phrases, trigger.token)
    if by is None or actors[by] == actors[target]:
        return frame
    return Filled(by, target, SLOT, _GENITIVE, "near", frame.source_how if of_masdar else frame.target_how)


def _of_accuser(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of whom the accused threatens by his own word, mostly who accuses (12.3): اتهم الوزير الحزب بتهديده."""
    by = _accused(context, phrases, trigger.token)
    carried = Carried(context, phrases, actors, trigger, Clauses.of(context, phrases))
    meant = None if by is None else carried.antecedent(by)
    if by is None or meant is None or actors[meant.phrase] == actors[by]:
        return frame
    return Filled(by, meant.phrase, SLOT, _GENITIVE, "near", meant.how)


def _accused(context: Context, phrases: Sequence[Phrase], token: int) -> int | None:
    k = _accusing(context, phrases, token)
    return None if k is None else _before_bi(context, phrases, k, token)


def _accusing(context: Context, phrases: Sequence[Phrase], token: int) -> int | None:
    """The word of accusing in whose clause the token stands."""
    tokens, clauses = context.tokens, Clauses.of(context, phrases)
    for k in range(token - 1, max(-1, token - 1 - _REACH), -1):
        if clauses.is_stop(k) or is_in(tokens[k].form, "complementizers", "relatives"):
            return None
        if is_in(tokens[k].form.removeprefix("و").removeprefix("ال").removeprefix("س"), "accusing"):
            return k
    return None


def accuses(context: Context, phrases: Sequence[Phrase], trigger: Trigger, phrase: int) -> bool:
    """Whether the phrase accuses of the masdar's deed, which so is another's, be he named or not.

    Between who accuses and بـ then stands a word that no class knows; of a passive (اتهم الحزب بدعم) none does.
    """
    k = _accusing(context, phrases, trigger.token) if trigger.kind == "M" else None
    by = None if k is None else _before_bi(context, phrases, k, trigger.token)
    if k is None or by is None:
        return False
    here = phrases[phrase]
    if by != phrase:
        return here.first == k + 1 or here.last == k
    between = context.tokens[max(k + 1, here.last) : trigger.token]
    deed = next((j for j, token in enumerate(between) if preposition_of(token.form) == "ب"), len(between))
    return any(token.form.isalpha() and is_unknown(token.form) for token in between[:deed])


def _is_aim(context: Context, k: int, token: int) -> bool:
    """Whether the masdar is what the one behind بـ is for: بالتخطيط لاغتيال الوزير، بالسعي إلى اغتياله."""
    form = context.tokens[token].form
    return (token - k == 1 and preposition_of(form) == "ل") or (token - k == 2 and context.tokens[k + 1].form == "الي")


def _before_bi(context: Context, phrases: Sequence[Phrase], accusing: int, token: int) -> int | None:
    """The phrase right before the first بـ behind the word of accusing; None where the masdar does not belong to it."""
    tokens, clauses = context.tokens, Clauses.of(context, phrases)
    for k in range(accusing + 1, token + 1):
        if preposition_of(tokens[k].form) != "ب" and tokens[k].form != "ب":
            continue
        before = [i for i in context.outer if phrases[i].last <= k and phrases[i].first >= accusing - 1]
        if any(phrases[i].first <= k < phrases[i].last for i in context.outer) or not before:
            continue
        by, of_thing = clauses.government(before[-1])
        joined = k == token or tokens[token].form[:1] == "و" or _is_aim(context, k, token)
        near = k - phrases[before[-1]].last <= _GAP
        return before[-1] if joined and near and by in _DIRECT and not of_thing else None
    return None
