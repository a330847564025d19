"""Where a sentence names the source of what it tells: بحسب فلان، كما قال فلان، على ما قاله فلان.

Takes the tokens of a sentence and one of them, gives the token behind what opens the source (Ryding 2005, 16 and 18).
By whose mouth a body speaks (على لسان المتحدث) is no source: the words are the body's.
"""

from collections.abc import Sequence

from ingest.text.scope import is_in
from ingest.text.sentences import Token

_COMMAS = frozenset("،,-–")
_WORDS_OF = frozenset({"قول", "تعبير", "وصف", "زعم"})  # على حد قول فلان


def cited(tokens: Sequence[Token], k: int) -> int | None:
    """Where the source is named that token ``k`` opens; None where it opens none."""
    form = tokens[k].form
    if is_in(form, "sources"):
        return k + 1
    if form not in {"كما", "علي"} or len(tokens) < k + 3:
        return None
    second, third = tokens[k + 1].form, tokens[k + 2].form
    if form == "كما":
        aside = k > 0 and tokens[k - 1].surface in _COMMAS
        return k + 2 if aside and is_in(second, "speech", "reporting") else None
    if second == "حد":
        return k + 3 if third in _WORDS_OF else None
    conveyed = second == "ما" and is_in(third, "speech", "reporting", "source_links", "writing")
    return k + 3 if conveyed else None
