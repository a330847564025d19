"""Whose words a sentence or a clause is by a phrase that names its source: بحسب فلان، كما قال فلان.

Takes the tokens of a sentence and its phrases; gives from which token on they are the words of which phrase. A source
that opens or ends the sentence is that of all of it; one that stands in the middle, between commas, is that of the
clause whose verb stands before it (زار فلان القصر وطلب، وفق بيان للديوان، مهلة; Ryding 2005, 16 and 18), and so is one
that a clause with كما names.
"""

from collections.abc import Container, Iterator, Sequence

from ingest.text.citations import cited
from ingest.text.context import QUOTES
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.sentences import Token
from ingest.text.word_classes import word_class

NEAR = 6  # tokens from the verb of a clause to the source in its middle
REACH = 6  # tokens between وفق ما أعلن and who did
_COMMAS = frozenset("،,-–")


def informants(
    tokens: Sequence[Token], phrases: Sequence[Phrase], outer: Sequence[int], held: Container[int]
) -> Iterator[tuple[int, int]]:
    """From which token on the sentence is whose words; ``held``: the tokens of phrases, ``outer``: the phrases."""
    for k in range(len(tokens)):
        if k in held or (behind := cited(tokens, k)) is None:
            continue
        exact = behind > k + 1
        reach = behind if exact else k + REACH
        near = next((i for i in outer if k < phrases[i].first <= reach), None)
        if near is None:
            continue
        between = [token.form for token in tokens[behind : phrases[near].first]]
        closed = not exact or (_closes(tokens, phrases[near].last) and not phrases[near].clitics)
        if closed and all(is_in(form, "source_links", "speech", "reporting") for form in between):
            yield _clause(tokens, k) if exact else _first(tokens, k, phrases[near].last), near


def _closes(tokens: Sequence[Token], k: int) -> bool:
    """Whether the aside ends at token ``k``."""
    return k >= len(tokens) or not tokens[k].form.isalnum() or is_in(tokens[k].form, "complementizers")


def _clause(tokens: Sequence[Token], k: int) -> int:
    """Where the last clause before token ``k`` begins that و or a word of contrast joins to others; else the first."""
    for j in range(k - 1, 0, -1):
        if word_class(tokens[j].form, tokens[j].surface) == "&V" or is_in(tokens[j].form, "breaks", "contrasting"):
            return j
    return 0


def _first(tokens: Sequence[Token], k: int, last: int) -> int:
    """The verb or relative pronoun of the clause in whose middle the source stands at ``k``; else the first token."""
    goes_on = last + 1 < len(tokens) and tokens[last].surface in _COMMAS
    if not k or tokens[k - 1].surface not in _COMMAS or not goes_on:
        return 0
    for j in range(k - 1, max(0, k - NEAR), -1):
        if tokens[j].surface in QUOTES:
            break
        if word_class(tokens[j].form, tokens[j].surface)[-1] in {"V", "R"}:
            return j
    return 0
