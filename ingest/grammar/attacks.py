"""Whose a preposition behind a word of threatening is: of the threat, or of an attack that it answers.

Takes a context and a trigger, gives yes or no for the phrase at a token. Who threatens to answer an attack on somebody
threatens whoever attacks: سترد واشنطن على أي هجوم صيني على تايوان. And a masdar's own preposition governs nobody behind
it: رفضه لتهديدات الوزير (Ryding 2005, 8.1).
"""

from collections.abc import Sequence

from ingest.grammar import nisba
from ingest.naming.names import load_names
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

BACKED = 5  # tokens from who backs to whom, behind لـ
THANKS = 3  # tokens from thanks to the masdar of what they are for: تقديره العميق لدعم
ANSWER = 2  # words before an attack in which what is answered is said: على أي هجوم
_AGAINST = frozenset({"علي", "ضد"})


def is_of_attack(context: Context, phrases: Sequence[Phrase], trigger: Trigger, first: int) -> bool:
    """Whether an attack of its own, answered or told with who attacks, stands between the threat and the phrase."""
    if trigger.relation != "threatens":
        return False
    attacks = (t.token for t in context.triggers if t.relation == "threatens" and t.kind in "NM")
    near = [k for k in attacks if max(trigger.after, trigger.until - 1) < k < first]  # أقسم على الانتقام من
    if not near:
        return False
    k, tokens = near[-1], context.tokens
    if any(t.form in _AGAINST or is_in(t.form, "conditionals") for t in tokens[max(0, k - ANSWER) : k]):
        return True
    told = any(k < phrases[i].first < first for i in context.outer)
    return told or nisba.state_behind(context, phrases, k + 1) is not None


def is_own(context: Context, trigger: Trigger, by: str, first: int) -> bool:
    """Whether the preposition is the trigger's own, which stands in construct with the phrase."""
    k = trigger.token
    thanked = by == "ل" and any(t.relation == "supports" and 0 < k - t.token <= THANKS for t in context.triggers)
    thanked = thanked and _backs_another(context, k)
    backs = trigger.relation == "supports" and (by == "ب" or thanked)  # باعتراف فرنسا بها، تقديره لدعم الكويت للأردن
    answers = trigger.relation == "threatens" or backs
    if not answers or trigger.kind not in "MN" or trigger.after != k or first != k + 1:
        return False
    return by in {preposition_of(context.tokens[k].form), context.tokens[k - 1].form if k else ""}


def _backs_another(context: Context, k: int) -> bool:
    """Whether the next لـ behind a masdar and its genitive brings somebody or his deed: لدعم مصر لجهود اليمن."""
    split = (words.split(token.form)[1:] for token in context.tokens[k + 2 : k + 2 + BACKED])
    joined, rest = next((pair for pair in split if pair[0] in {"ل", "لل"}), ("", ""))
    deed = is_in(rest, "deeds", "aims") and not is_in(rest, "returns")
    return joined == "لل" or deed or load_names().state(rest) is not None


def goes_on(context: Context, trigger: Trigger, by: str, first: int) -> bool:
    """Whether the phrase is in what a threatener goes on with, his own doing: توعد باستمرار العمليات."""
    between = context.tokens[trigger.after + 1 : first]
    own = by == "ب" and any(is_in(words.split(token.form)[2], "continuing") for token in between)
    return own and trigger.relation == "threatens"
