"""Sentences that go on with who spoke before and tell at once what he says: وشدد على أن الاتحاد باق.

Takes the tokens of a sentence, gives whether the phrase behind أن is only told of (Ryding 2005, 3.1 and 19).
"""

from collections.abc import Sequence

from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united


def tells_that(tokens: Sequence[Token], start: int, first: int) -> bool:
    """Whether the sentence opens at ``start`` with a verb of saying, and أن stands right before token ``first``."""
    speaks = tokens[start].form.removeprefix("و") in united("speech", "reporting", "affirming")
    return speaks and tokens[first - 1].form in load_function_words()["complementizers"]
