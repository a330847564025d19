"""Who is in a delegation, as a clause behind it tells: زار وفد ضم النائبين فلانا وفلانا رئيس الحكومة.

Takes a context and a phrase, gives where the clause on its members does (Ryding 2005, 14.3), so that whom
the delegation meets is looked for behind them. An office in the plural goes before the names that are in apposition to
it (8.5).
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in

_EACH = frozenset({"كل", "كلا", "من"})


def members_end(context: Context, phrases: Sequence[Phrase], clauses: Clauses, phrase: int) -> int:
    """One behind the members told right behind the phrase; one behind its list where none are."""
    tokens, end = context.tokens, clauses.end_of_list(phrase)
    if end + 1 >= len(tokens) or not is_in(tokens[end].form, "composing"):
        return end
    k = end + 1
    while k < len(tokens) and tokens[k].form in _EACH:
        k += 1
    last = end
    for i in context.outer:
        if phrases[i].first == k and (last == end or _is_office(phrases[i - 1])):
            last = k = clauses.end_of_list(i)
    return last


def _is_office(phrase: Phrase) -> bool:
    """Whether the phrase is only an office in the plural or dual: النواب، الوزيرين."""
    return phrase.type == "group" and phrase.length == 1 and phrase.form.startswith("ال")
