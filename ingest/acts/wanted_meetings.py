"""By what verb somebody wants or refuses a meeting: رفض الرئيس لقاء الوزير، يعتذر عن لقاء الوزير.

Takes a context, its phrases and clauses and a masdar of meeting, gives the token of the verb or None. Between stand the
verb's subject, words of time and a preposition (Ryding 2005, 11 and 16), nothing else.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_COMMAS = frozenset("،,")
_AT = frozenset({"في", "ب"})


def wanting(context: Context, phrases: Sequence[Phrase], clauses: Clauses, trigger: Trigger) -> int | None:
    """The verb's token; none for a masdar with the article, a pronoun or a preposition of its own."""
    k, tokens = trigger.token, context.tokens
    if trigger.pronoun or preposition_of(tokens[k].form) or tokens[k].form.startswith("ال"):
        return None
    held = k > 0 and is_in(tokens[k - 1].form, "holding")  # رفض عقد لقاء
    j = k - 1 - held
    j -= j >= 0 and is_in(tokens[j].form, "prepositions")
    j = _before_adverbials(context, phrases, clauses, j)
    for i in reversed(context.outer):
        if phrases[i].last == j + 1 and clauses.bare(i):
            j = _before_adverbials(context, phrases, clauses, phrases[i].first - 1)
    form = tokens[j].form if j >= 0 else ""
    wants = any(is_in(f, "wanting_to_meet") for f in (form, form.removeprefix("و")))
    return j if wants else None


def _before_adverbials(context: Context, phrases: Sequence[Phrase], clauses: Clauses, j: int) -> int:
    """The token before the words of time and place that end at token ``j``: رفض أمس، رفض الخميس الماضي، رفض في جنيف."""
    tokens = context.tokens
    while j > 0:
        bare = words.without_article(tokens[j].form)
        time = is_in(bare, "times", "spans_of_time", "adverbs", "past_and_coming") or tokens[j].surface in _COMMAS
        place = next((i for i in context.outer if phrases[i].last == j + 1 and phrases[i].type == "state"), None)
        if place is not None and clauses.government(place)[0] in _AT:
            j = phrases[place].first - 1 - (tokens[phrases[place].first - 1].form == "في")
        elif time:
            j -= 1
        elif tokens[j - 1].form == "في" or (j > 1 and tokens[j - 2].form == "في"):  # في جنيف، في القصر الجمهوري
            j -= 2 + (tokens[j - 1].form != "في")
        else:
            break
    return j
