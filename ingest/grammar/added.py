"""Whose act it is that كما adds to a sentence: أمر الوزير بكذا، كما توعد.

Takes a context, the article's phrases and a verb right behind كما, gives the subject of the sentence's main clause
where it agrees (Ryding 2005, 18). A meeting is rather added to what is told behind أن, whose subject another rule
finds: أوضح بقائي أن عراقجي هاتف لافروف، كما التقى.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in

_ALSO = "كما"


def adding(context: Context, phrases: Sequence[Phrase], token: int, gender: str) -> int | None:
    """The subject of the sentence for the verb at ``token``; None behind no كما, and where it is of what is told."""
    subject = context.subject
    if subject is None or not token or context.tokens[token - 1].form != _ALSO or _is_told(context, subject, token):
        return None
    return subject if phrases[subject].last <= token and Clauses.of(context, phrases).agrees(subject, gender) else None


def _is_told(context: Context, subject: int, token: int) -> bool:
    """Whether the verb tells of a meeting, and somebody else's acts are told behind أن before it."""
    told = {t.relation for t in context.triggers if t.token == token}
    thats = [k for k in range(token) if is_in(context.tokens[k].form, "complementizers")]
    others = [i for i in context.outer if i != subject and not context.prepositions[i]]
    return "meets" in told and "demands" not in told and bool(thats) and bool(others)
