"""Whose a clause within a sentence is that has a subject of its own: قال الوزير كذا، في حين رحب النائب بالقرار.

Takes a sentence's tokens with the article's phrases, gives for a verb the phrase that is the new subject. It stands
right behind its verb (VSO, Ryding 2005, 3.1), which a word of contrast opens (18.4), or which و joins behind a comma:
there it is a person only, and no verb of the lexicon unless its object follows at once, since it may be the object.
"""

from collections.abc import Container, Sequence

from ingest.grammar import agreement
from ingest.grammar.verbs import said_by
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.sentences import Token
from ingest.text.word_classes import word_class

_COMMAS = frozenset("،,")


class FreshSubjects:
    """The clauses of one sentence that have a new subject; ``bare``: its phrases that no preposition governs."""

    def __init__(
        self, tokens: Sequence[Token], phrases: Sequence[Phrase], bare: Sequence[int], lexical: Container[int]
    ) -> None:
        """``lexical``: the tokens of the lexicon's verbs."""
        self._tokens, self._phrases, self._lexical = tokens, phrases, lexical
        self._behind = {phrases[i].first - 1: i for i in bare}

    def at(self, k: int) -> int | None:
        """The new subject of the clause whose verb is token ``k``; None where none is told there."""
        phrase, token = self._behind.get(k), self._tokens[k]
        if phrase is None or not k or word_class(token.form, token.surface).removeprefix("&") != "V":
            return None
        if not agreement.agree(said_by(token.form), agreement.of_phrase(self._phrases[phrase])):
            return None
        return phrase if self._is_contrasted(k) or self._is_joined(k, phrase) else None

    def between(self, low: int, high: int) -> int | None:
        """The last new subject between the two tokens; None where the verb or participle at ``high`` disagrees."""
        form = self._tokens[high].form.removeprefix("و")
        accusative = form.startswith("م") and form[-1:] in {"ا", "ه"}
        gender = {"ا": "m", "ه": "f"}[form[-1]] if accusative else said_by(self._tokens[high].form)
        for k in range(high - 1, low, -1):
            phrase = self.at(k)
            if phrase is not None and self._phrases[phrase].last <= high:
                return phrase if agreement.agree(gender, agreement.of_phrase(self._phrases[phrase])) else None
        return None

    def _is_contrasted(self, k: int) -> bool:
        """Whether a word of contrast stands right before the verb: في حين رحب، في الوقت الذي أبدى فيه."""
        before = self._tokens[k - 1].form
        while_ = k > 1 and is_in(before, "relatives") and is_in(self._tokens[k - 2].form, "meanwhile")
        return while_ or is_in(before, "contrasting")

    def _is_joined(self, k: int, phrase: int) -> bool:
        """Whether و joins the verb behind a comma to a person who can be no object."""
        joined = self._tokens[k - 1].surface in _COMMAS and self._tokens[k].form[:1] == "و"
        free = k not in self._lexical or self._phrases[phrase].last - 1 in self._behind
        return joined and free and self._phrases[phrase].type == "person"
