"""Whose document it is in which something stands: جاء في بيان الحركة أن، ورد في رسالة لوزارة الخارجية.

Takes the tokens of a sentence, the phrases and a token; gives the phrase or None. The document's owner stands behind it
in construct (Ryding 2005, 8.1), behind لـ, or behind a participle or verb of issuing: في بيان صادر عن الحركة.
"""

from collections.abc import Sequence

from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.sentences import Token

ISSUED_REACH = 2  # tokens between a document and who issued it: بيان صادر عن، بيان أصدرته
_CAME = frozenset({"جاء", "وجاء", "ورد", "وورد"})


def drawn_up_by(tokens: Sequence[Token], phrases: Sequence[Phrase], outer: Sequence[int], k: int) -> int | None:
    """The phrase whose document holds what the verb at token ``k`` tells; None for another verb and for nobody's."""
    if tokens[k].form not in _CAME or k + 3 >= len(tokens) or tokens[k + 1].form != "في":
        return None
    if not is_in(tokens[k + 2].form, "documents", "utterances"):
        return None
    issued = is_in(tokens[k + 3].form, "drawn_up")
    first = range(k + 3, k + 4 + (ISSUED_REACH if issued else 0))
    return next((i for i in outer if phrases[i].first in first), None)
