"""What stands between two commas and belongs to no clause around it: a clause on a noun, where something was said.

Takes a context and the tokens of two commas that follow each other, gives yes or no (Ryding 2005, 14 and 16).
"""

from ingest.text.context import Context
from ingest.text.scope import is_in

LENGTH = 14  # tokens between the commas around where something was said


def is_parenthesis(context: Context, start: int, end: int) -> bool:
    """Whether a clause on the noun before (الهند، التي دخلت الحرب، بجهود) or a place of speech stands between."""
    return is_in(context.tokens[start + 1].form, "relatives", "aside_openers") or _tells_where(context, start, end)


def _tells_where(context: Context, start: int, end: int) -> bool:
    """Whether it tells only where or when something was said: رحب الوزير، في كلمة ألقاها أمس، بالقرار.

    An indefinite noun stands behind a preposition, and a clause that takes it up by a pronoun (14.3).
    """
    tokens = context.tokens
    near = [token.surface for token in tokens[start + 3 : min(end, start + 6)]]
    if not near or end - start > LENGTH or not is_in(tokens[start + 1].form, "prepositions", "temporals"):
        return False
    return not tokens[start + 2].form.startswith("ال") and any(s.endswith(("ه", "ها")) for s in near)
