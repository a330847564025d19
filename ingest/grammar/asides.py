"""Parentheses between a verb's subject and its object (Ryding 2005, 14, 16).

Takes a context and a trigger, gives the phrase behind the parentheses that is the object.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.text import words
from ingest.text.context import PREPOSITIONS, QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

REACH = 40  # tokens between a subject and its object where parentheses stand between them
_COMMAS = frozenset("،,")


class Asides:
    """The parentheses behind one trigger; ``has_content``: whether its frame has a content."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger, *, has_content: bool) -> None:
        self._context, self._phrases, self._trigger, self._has_content = context, phrases, trigger, has_content
        self._clauses, self._lists = Clauses.of(context, phrases), Lists.of(context, phrases)

    def object(self, edge: int) -> int | None:
        """The object behind parentheses: حث الوزير، في بيان أصدره أمس، الحكومة على; each stands between two commas.

        One opens with a preposition, a relative pronoun, a definite adjective, وهو or who is with the subject (يرافقه
        السفير، ومعه السفير; Ryding 14, 16); what else stands behind a comma is the object or ends the search.
        """
        tokens = self._context.tokens
        if (over := self._behind_company(edge)) is not None:
            return over
        k = edge + (edge < len(tokens) and tokens[edge].surface in QUOTES)
        while k < len(tokens) and self._trigger.relation == "threatens" and self._is_time(k):
            k += 1  # توعد الزعيم أمس الأربعاء، في تسجيل بثته القناة، إيران
        if k < len(tokens) and self._trigger.relation == "demands" and self._opens(k):
            k -= 1  # دعا الوزير خلال لقائه السفير، الحكومة إلى: without a comma before it
        elif k >= len(tokens) or tokens[k].form not in _COMMAS:
            return None
        passed = False
        while (opening := k + 1) < len(tokens):
            behind = opening + (tokens[opening].surface in QUOTES)
            phrase = next((i for i in self._context.outer if self._phrases[i].first == behind), None)
            if passed and phrase is not None and self._lists.head(phrase) == phrase and self._clauses.bare(phrase):
                return phrase
            wished = self._is_wish(opening)
            if not wished and not self._opens(opening):
                return None
            commas = (j for j in range(opening, min(len(tokens), edge + REACH)) if tokens[j].form in _COMMAS)
            k = next(commas, len(tokens))
            if not wished and self._clauses.stopped(opening, min(k, len(tokens))):
                return None
            passed = True
        return None

    def _behind_company(self, edge: int) -> int | None:
        """Whom somebody meets behind who is with him, no comma between: التقى الوزير يرافقه السفير فلان نظيره."""
        tokens = self._context.tokens
        if self._trigger.relation != "meets" or edge >= len(tokens) or not is_in(tokens[edge].form, "accompanying"):
            return None
        company = next((i for i in self._context.outer if self._phrases[i].first == edge + 1), None)
        end = edge if company is None else self._clauses.end_of_list(company)
        return next((i for i in self._context.outer if self._phrases[i].first == end and self._clauses.bare(i)), None)

    def _is_time(self, k: int) -> bool:
        form = words.without_article(self._context.tokens[k].form)
        return is_in(form, "adverbs", "times", "spans_of_time")

    def _is_wish(self, k: int) -> bool:
        """Whether a wish for who is named before stands behind the comma: الأمير فلان، حفظه الله، السفير."""
        tokens = self._context.tokens
        return is_in(tokens[k].form, "blessings") and k + 1 < len(tokens) and is_in(tokens[k + 1].form, "god")

    def _opens(self, k: int) -> bool:
        """Whether the token behind a comma opens a parenthesis, and not what is demanded or threatened."""
        form = self._context.tokens[k].form
        bare = form.removeprefix("و")
        joined = preposition_of(form)
        if self._has_content and (form == "الي" or (joined == "ب" and not is_in(bare, "prepositions"))):
            return False
        return (
            bare in PREPOSITIONS
            or is_in(bare, "prepositions", "relatives", "temporals", "times", "adverbs")
            or is_in(form, "aside_openers", "listing", "accompanying")
            or joined in {"ب", "ل"}
            or form.startswith("ال")
        )
