"""Where a sentence names the source of what it tells: بحسب فلان، كما قال فلان، على ما قاله فلان.

Takes the tokens of a sentence and one of them, gives the token behind what opens the source (Ryding 2005, 16 and 18).
By whose mouth a body speaks (على لسان المتحدث) is no source: the words are the body's.
"""

from collections.abc import Sequence

from ingest.text.scope import is_in
from ingest.text.sentences import Token

_COMMAS = frozenset("،,-–")


def cited(tokens: Sequence[Token], k: int) -> int | None:
    """Where the source is named that token ``k`` opens; None where it opens none."""
    forms = [token.form for token in tokens[k : k + 3]]
    if is_in(forms[0], "sources"):
        return k + 1
    if len(forms) < 3:
        return None
    if forms[0] == "كما" and k and tokens[k - 1].surface in _COMMAS and is_in(forms[1], "speech", "reporting"):
        return k + 2
    conveyed = is_in(forms[2], "speech", "reporting", "source_links", "writing")
    return k + 3 if forms[:2] == ["علي", "ما"] and conveyed else None
