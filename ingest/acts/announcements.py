"""Whether what somebody is told or warned of is a harm: حذر الحركة من أن الجيش سيرد، أبلغ السفير بأن بلاده ستطرده.

Takes a context and a trigger of informing or warning, gives yes or no. Behind أن (Ryding 2005, 19) stands a harm in the
future, or anything in the future that comes unless something is done (39): أبلغه أن الدعم سيتوقف ما لم يتراجع.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.grammar.clauses import Clauses
from ingest.text.context import Context
from ingest.text.futures import is_to_come
from ingest.text.imperfects import opens_apodosis
from ingest.text.mentions import Phrase
from ingest.text.scope import is_future, is_in
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words
from ontology.lexicon import load_lexicon

THAT_REACH = 30  # tokens from a word of telling to what is told, the one told between
TOLD_REACH = 30  # tokens of what is told
ELSE_REACH = 15  # tokens from a word of warning to or else
OWN_REACH = 4  # tokens from the speaker's own side to what it will do: أن قواته المسلحة سترسل
_OR_ELSE = "wa-illa"
_SIDES = frozenset({"state", "organization", "group"})  # not his own fighters, through whom he acts
_UNLESS = frozenset({("ما", "لم"), ("ان", "لم"), ("اذا", "لم"), ("حال", "لم"), ("حال", "عدم")})


def announces_harm(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a harm to come is told behind the trigger, or what comes unless something is done, or else (39)."""
    tokens, clauses = context.tokens, Clauses.of(context, phrases)
    if _says_or_else(context, clauses, trigger.until):
        return True
    that = _that(context, clauses, trigger.until)
    if that is None:
        return False
    end = _end(context, clauses, that + 1)
    harms = [t for t in context.triggers if that < t.token < end and t.relation == "threatens"]
    told = [t for t in harms if t.kind in "VP"]
    if any(t.kind == "N" and _is_suffered(t) for t in harms):  # من أن قواعدها أهداف مشروعة، في مرمى صواريخه
        return True
    if any(is_future(tokens[t.token].form) or is_to_come(tokens, t.token) for t in told):
        return True
    forms = [token.form for token in tokens[that + 1 : end]]
    coming = any(is_future(form) or form == "لن" for form in forms)
    own = any(is_in(form, "own_forces") for form in forms[:1]) and _is_of_speaker(forms)
    return own or (coming and not _UNLESS.isdisjoint(pairwise(forms)))


def _is_suffered(trigger: Trigger) -> bool:
    """Whether the phrase tells what will become of its subject."""
    entry = load_lexicon()[trigger.entry]
    return entry.kind == "phrase" and all("subj" in frame.get("target", ()) for frame in entry.frames)


def _says_or_else(context: Context, clauses: Clauses, k: int) -> bool:
    """Whether or else stands behind token ``k`` in its clause: حذره من المماطلة وإلا فسيعزل، والا تعرض للعقاب."""
    tokens = context.tokens
    for t in context.triggers:
        if t.entry == _OR_ELSE and k <= t.start <= k + ELSE_REACH and not clauses.stopped(k, t.start):
            behind = tokens[t.until].form if t.until < len(tokens) else ""
            return tokens[t.token].surface.startswith("وإلا") or opens_apodosis(behind)
    return False


def _is_of_speaker(forms: Sequence[str]) -> bool:
    """Whether what will be, or will not, stands close behind the speaker's own side: أن بلاده لن تسمح."""
    return any(is_future(form) or form == "لن" for form in forms[1:OWN_REACH])


def doer(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """The side, no person, who will do what is told or warned of, its subject before it: حذر إيران من أن بلاده سترد."""
    that = _that(context, Clauses.of(context, phrases), trigger.until)
    if that is None:
        return None
    for i in context.outer:
        here = phrases[i]
        if 0 < here.first - that <= 2 and here.last < len(context.tokens) and here.type in _SIDES:
            behind = context.tokens[here.last].form
            return i if is_future(behind) or behind == "لن" else None
    return None


def _that(context: Context, clauses: Clauses, k: int) -> int | None:
    """The token of أن behind token ``k``, before any stop."""
    ends = range(k, min(len(context.tokens), k + THAT_REACH))
    that = next((j for j in ends if is_in(context.tokens[j].form, "complementizers") or clauses.is_stop(j)), None)
    return None if that is None or clauses.is_stop(that) else that


def _end(context: Context, clauses: Clauses, k: int) -> int:
    """The token behind what is told: a stop, or where the speaker is told of anew (مضيفا، وقال)."""
    known = load_function_words()["saying_participles"]
    for j in range(k, min(len(context.tokens), k + TOLD_REACH)):
        form = context.tokens[j].form
        if clauses.is_stop(j) or form in known or is_in(form, "speech", "reporting"):
            return j
    return min(len(context.tokens), k + TOLD_REACH)
