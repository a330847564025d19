"""What stands between two commas and belongs to no clause around it: a clause on a noun, where something was said.

Takes a context and the tokens of two commas that follow each other, gives yes or no (Ryding 2005, 14 and 16).
"""

from ingest.text.context import Context
from ingest.text.scope import is_in
from ingest.text.word_classes import word_class

ADVERBIAL = 8  # tokens of a plain adverbial
LENGTH = 14  # tokens between the commas around where something was said


def is_parenthesis(context: Context, start: int, end: int) -> bool:
    """Whether a clause on the noun before (الهند، التي دخلت الحرب، بجهود) or a place of speech stands between."""
    opened = is_in(context.tokens[start + 1].form, "relatives", "aside_openers")
    return opened or _tells_where(context, start, end) or _is_adverbial(context, start, end)


def _is_adverbial(context: Context, start: int, end: int) -> bool:
    """Whether a plain adverbial stands between: الحكومة، خلال مؤتمر صحافي في جنيف، طالبت (Ryding 16)."""
    between = context.tokens[start + 1 : end]
    opened = is_in(between[0].form, "prepositions", "temporals") if between else False
    plain = all(t.form.isalnum() and word_class(t.form, t.surface)[-1] not in "VCRJ" for t in between[1:])
    return opened and plain and len(between) <= ADVERBIAL


def _tells_where(context: Context, start: int, end: int) -> bool:
    """Whether it tells only where or when something was said: رحب الوزير، في كلمة ألقاها أمس، بالقرار.

    An indefinite noun stands behind a preposition, and a clause that takes it up by a pronoun (14.3).
    """
    tokens = context.tokens
    near = [token.surface for token in tokens[start + 3 : min(end, start + 6)]]
    if not near or end - start > LENGTH or not is_in(tokens[start + 1].form, "prepositions", "temporals"):
        return False
    return not tokens[start + 2].form.startswith("ال") and any(s.endswith(("ه", "ها")) for s in near)
