"""The relative clause of a verb: the noun that it describes, and what in it takes that noun up.

Takes a context, the article's phrases and the trigger. A definite noun has a relative pronoun before its clause, an
indefinite one has none; a pronoun in the clause takes the noun up where it is not the subject (Ryding 2005, 14).
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import pronominal
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words


class RelativeClause:
    """The clause that one verb opens, if it describes a noun."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._phrases, self._trigger = context, phrases, trigger

    def described(self) -> int | None:
        """The noun before the relative pronoun that opens the verb's clause (Ryding 14)."""
        k = self._trigger.token
        if self._is_of_what():
            return None
        if not self.is_relative():
            return self._asyndetic()
        before = [i for i in self._context.outer if 0 <= k - 1 - self._phrases[i].last <= 1]
        told = k > 1 and is_in(words.without_article(self._context.tokens[k - 2].form), "reports")
        return before[-1] if before and not told else None  # نفى الوزير الأنباء التي تحدثت عن

    def _asyndetic(self) -> int | None:
        """The indefinite noun right before the verb, whose relative clause has no pronoun (Ryding 14.3).

        What و joins to the clause goes on with it and describes nobody (18): خطفوا ثلاثة عمال وطالبوا بفدية.
        """
        if self._is_joined():
            return None
        before = [i for i in self._context.outer if self._phrases[i].last == self._trigger.token]
        kinds = {"group", "armed_group"}
        if not before or self._phrases[before[0]].type not in kinds or before[0] == self._context.subject:
            return None
        return None if self._phrases[before[0]].form.startswith("ال") else before[0]

    def _is_joined(self) -> bool:
        """Whether the verb can only be one with و before it."""
        found = agreement.verbs(self._context.tokens[self._trigger.token].surface, self._trigger.verb)
        return bool(found) and all(a.prc2[:1] == "w" for a in found)

    def is_resumed(self) -> bool:
        """Whether a preposition with a pronoun takes the noun of the clause up: الذي اجتمع فيه فلان (Ryding 14.2)."""
        behind = self._context.tokens[self._trigger.token + 1 : self._trigger.token + 2]
        return bool(behind) and is_in(behind[0].form, "resuming")

    def takes_up(self) -> bool:
        """Whether a preposition right behind has the pronoun of the noun described: الذي اجتمع معه فلان (14.2)."""
        behind = self._context.tokens[self._trigger.token + 1 : self._trigger.token + 2]
        return self.is_relative() and bool(behind and pronominal(behind[0].form))

    def is_relative(self) -> bool:
        """Whether a relative pronoun, or ما that the verb takes up, stands right before the verb."""
        k = self._trigger.token
        relative = k > 0 and self._context.tokens[k - 1].form in load_function_words()["relatives"]
        return relative or self._is_of_what()

    def _is_of_what(self) -> bool:
        """Whether the verb's pronoun takes up ما right before it (Ryding 14.6): ثمن ما قدمته قطر لفلسطين."""
        k = self._trigger.token
        own = self._trigger.relation == "supports" and self._trigger.pronoun
        return bool(own) and k > 0 and is_in(self._context.tokens[k - 1].form, "what")
