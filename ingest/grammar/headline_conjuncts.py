"""Clauses that و joins, their subject before the verb, as in a headline: باريس تحذر وموسكو ترد (Ryding 2005, 18).

Takes a context and a phrase that و joins, gives whether a clause of its own begins there rather than an item of a list.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.text.context import QUOTES, Context
from ingest.text.imperfects import is_imperfect
from ingest.text.mentions import Phrase
from ingest.text.sentences import Token
from ingest.text.verb_persons import is_plural_imperfect
from ingest.text.word_classes import word_class

_GENDERS = {"ي": "m", "ت": "f"}  # that the prefix of an imperfect shows
_AND_UPON = "وعلي"
_STOPS = frozenset(".؛!؟:…")
_AND = "و"


def begins_clause(context: Context, here: Phrase) -> bool:
    """Whether و joins a clause to the one before in the sentence, its subject before the verb.

    Only headlines, whose verbs are in the imperfect and carry no stop, leave out the comma. But a nominative plural
    before a verb of several opens one anywhere: تهدد لبنان والمسؤولون يرفضون التعليق (3.1.2); so does a duty: خطر على
    إسرائيل، وعلى الوزير أن.
    """
    tokens, within = context.tokens, here.sentence == context.number  # not whom the sentence goes on with
    duties = {t.start for t in context.triggers if t.relation == "demands" and tokens[t.start].form == _AND_UPON}
    if not within or here.first - 1 in duties:
        return within
    plural = here.clitics == _AND and tokens[here.first].form.endswith("ون")
    if plural and here.last < len(tokens) and is_plural_imperfect(tokens[here.last].form):
        return True
    joined = here.clitics == _AND or (here.first > 1 and _joins_quoted(tokens, here.first))
    if context.number or not joined or here.last >= len(tokens) or tokens[-1].form in _STOPS:
        return False
    behind = here.last + (tokens[here.last].surface in QUOTES and here.last + 1 < len(tokens))
    verb = tokens[behind]
    imperfect = verb.form.removeprefix("س")[:1]
    told = word_class(verb.form, verb.surface) == "V" or is_imperfect(verb.form)
    told |= any(t.token == behind and t.kind == "V" for t in context.triggers)  # وإيكواس تمهله
    if imperfect not in _GENDERS or not told or verb.form.endswith("ان"):
        return False
    earlier = any(
        token.surface == ":" or word_class(token.form, token.surface)[-1] == "V" or is_imperfect(token.form)
        for token in tokens[: here.first]
    )
    return earlier and agreement.agree(agreement.of_phrase(here, ""), _GENDERS[imperfect])


def _joins_quoted(tokens: Sequence[Token], k: int) -> bool:
    """Whether و stands before the quotation mark that opens right before token ``k``: و«التغيير» تتوعد."""
    return tokens[k - 1].surface in QUOTES and tokens[k - 2].form == _AND
