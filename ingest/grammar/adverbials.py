"""Adverbials between a subject and its verb: إن الأردن بقيادته الهاشمية يساند، إن الإمارات وحدها تدعم.

Takes a context, the article's phrases and a token, gives where the subject ends.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in

LONGEST = 4  # tokens of an adverbial


def before_adverbial(context: Context, phrases: Sequence[Phrase], clauses: Clauses, k: int) -> int:
    """Where the subject behind أن ends that an adverbial parts from the verb at ``k``; ``k`` where none does.

    The adverbial is of one preposition or a word like وحده, without a verb or sign (Ryding 2005, 11, 16).
    """
    tokens = context.tokens
    for i in context.outer:
        first, last = phrases[i].first, phrases[i].last
        if not 0 < k - last <= LONGEST or not first or not is_in(tokens[first - 1].form, "complementizers"):
            continue
        opening = tokens[last].form
        adverbial = is_in(opening, "prepositions", "adverbs", "alone_words") or preposition_of(opening) in {"ب", "ل"}
        plain = all(token.form.isalnum() for token in tokens[last:k])
        if adverbial and plain and not clauses.parted(last - 1, k):
            return last
    return k
