"""Who says something in a letter or call that another gets: تلقى الوزير اتصالا من نظيره، أعرب له فيه عن شكره.

Takes a context, the article's phrases and a verb, gives the sender. A clause on an indefinite noun takes it up by a
pronoun (Ryding 2005, 14.3), and who writes or calls is who has something to say in it.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in

RECEIVED, WITHIN, FROM = 24, 3, "من"  # tokens from who gets it to the clause; from its verb to فيه


def sender(context: Context, phrases: Sequence[Phrase], token: int, gender: str) -> int | None:
    """Who sent what the clause of the verb at ``token`` is on; None where it is on no such thing."""
    tokens = context.tokens
    if not any(is_in(t.form, "within_it") for t in tokens[token + 1 : token + 1 + WITHIN]):
        return None
    places = range(token - 1, max(-1, token - 1 - RECEIVED), -1)
    got = next((k for k in places if is_in(tokens[k].form, "getting_letters")), None)
    if got is None:
        return None
    clauses = Clauses.of(context, phrases)
    for i in context.outer:
        if got < phrases[i].first and phrases[i].last <= token and context.prepositions[i] == FROM:
            return i if clauses.agrees(i, gender) and not clauses.stopped(phrases[i].last - 1, token) else None
    return None
