"""The words by a trigger that may be a preposition with a pronoun: المتحالفة معه، دعم مصر لها، يقدم لها المال.

Takes a context and a trigger, gives the folded words at the places where a pronoun resumes whom it has for an argument
(Ryding 2005, 12.5).
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from ingest.acts.beside import Beside
from ingest.grammar.clauses import Clauses
from ingest.grammar.masdars import past_measures
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.name_rules import adjectives
from ingest.text.prepositions import of_speaker, preposition_of, pronominal
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

NEAR_PRONOUN = 2  # tokens behind a trigger in which a preposition has a pronoun: المتحالفة معه


class Resuming:
    """Those of one trigger."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger, beside: Beside) -> None:
        self._context, self._phrases, self._trigger, self._beside = context, phrases, trigger, beside

    def among(self, prepositions: Sequence[str]) -> str:
        """The first of them that is one of these prepositions with a pronoun; empty for none."""
        return next((form for form in self._words if pronominal(form) in prepositions), "")

    def holds(self, prepositions: Sequence[str]) -> bool:
        """Whether there is one, of backing also with the pronoun of who speaks: على دعمه لنا."""
        backs = self._trigger.relation == "supports"
        return bool(self.among(prepositions)) or (
            backs and any(of_speaker(form) in prepositions for form in self._words)
        )

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """Right behind, or behind a genitive (دعم مصر لها); of backing also before its noun."""
        return tuple(self._places())

    def _places(self) -> Iterator[str]:
        k, tokens = self._trigger.after, self._context.tokens
        own = self._beside.at(self._trigger.until) if self._trigger.kind == "M" or k > self._trigger.token else None
        end = len(tokens) if own is None else Clauses.of(self._context, self._phrases).end_of_list(own)
        if self._trigger.kind == "N":  # فعليه، فعليها
            yield tokens[k].form.removeprefix("ف")
        if self._trigger.relation == "supports":  # يقدم لها المال
            for j in range(self._trigger.token + 1, k):  # not أعرب الوزير والوفد المرافق له عن
                named = any(self._phrases[i].first <= j < self._phrases[i].last for i in self._context.outer)
                anew = preposition_of(tokens[k + 1].form) if k + 1 < len(tokens) else ""
                named |= anew == "ل" == pronominal(tokens[j].form)  # أعرب له عن تقديره لمصر
                if not (named or is_in(tokens[j - 1].form, "documents", "utterances")):  # في بيان لها
                    yield tokens[j].form
        attributes = adjectives(tokens, k + 1, definite=True) if self._trigger.relation == "supports" else 0
        near = max(k + NEAR_PRONOUN, attributes)  # الدعم العسكري الإيراني له
        yield from (token.form for token in (*tokens[k + 1 : near + 1], *tokens[end : past_measures(tokens, end)]))
