"""Who said what stands before the verb of saying: على إسرائيل أن تنسحب، قال الوزير في بيان.

Takes the tokens of a sentence and its phrases; gives the tokens that were said and the phrase that said them. Behind a
comma or a closing quotation mark the verb stands right before its subject (Ryding 2005, 3.1), and nothing that it opens
follows: no complementizer, no colon and no quotation.
"""

from collections.abc import Iterator, Sequence

from ingest.text.context import QUOTES
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.sentences import Token

_COMMAS = frozenset("،,")
_BEFORE = _COMMAS | QUOTES
_THUS = "هكذا"


def postponed(
    tokens: Sequence[Token], phrases: Sequence[Phrase], bare: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """First token, one behind the last, and speaker; ``bare``: the phrases that no preposition governs."""
    for k in range(2, len(tokens) - 1):
        if not is_in(tokens[k].form, "plain_sayings"):
            continue
        end = k - (tokens[k - 1].form == _THUS)
        subject = next((i for i in bare if phrases[i].first == k + 1), None)
        if subject is None or tokens[end - 1].surface not in _BEFORE:
            continue
        rest = tokens[phrases[subject].last :]
        if not any(t.form == ":" or t.surface in QUOTES or is_in(t.form, "complementizers") for t in rest):
            yield 0, end, subject
            return
