"""Whose visit a clause goes on with: زيارة الوزير سالم الراوي إلى عمان، حيث التقى.

Takes a context with its clauses, gives for a verb behind حيث or before خلالها who travels or is sent (Ryding 2005,
14.2).
"""

from collections.abc import Sequence
from functools import cached_property

from ingest.grammar import agreement
from ingest.grammar.clauses import Clauses
from ingest.grammar.verbs import Verbs, said_by
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in

OVER_VISIT = 2  # tokens from a verb or its subject to the object over a visit: يلتقي خلال زيارته الرئيس
NEAR = 2  # tokens between a visit and who makes it, whom no preposition brings
MADE_REACH = 8  # the same, where one does: زيارة لم يعلن عنها من قبل للوزير
WHERE_REACH = 4  # tokens between حيث and the verb: حيث من المقرر أن يلتقي
_PEOPLE = frozenset({"person", "group"})
_OWN = ("ه", "ها", "هم", "هما")
_WHERE = "حيث"
_MADE = frozenset({"بها", "به"})  # زيارة يقوم بها الوزير


def is_over_visit(context: Context, verb: int, edge: int, phrase: Phrase) -> bool:
    """Whether the object stands behind the visit at which the verb says it: يلتقي الوزير خلال زيارته الرئيس.

    What has a pronoun is in construct with nothing behind it (Ryding 2005, 8.1). ``edge``: behind the verb or its
    subject, where a state is rather what is visited: استقبل الوزير خلال زيارته مصر.
    """
    people = edge == verb + 1 or phrase.type in _PEOPLE
    if phrase.first - edge != OVER_VISIT or not people or not is_in(context.tokens[edge].form, "during", "occasions"):
        return False
    visit = context.tokens[edge + 1]
    bare = next((visit.form.removesuffix(own) for own in _OWN if visit.surface.endswith(own)), "")
    return any(is_in(form, "journeys") for form in (bare, bare.removesuffix("ت") + "ه"))


class Travellers:
    """Who travels in one sentence."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], clauses: Clauses) -> None:
        self._context, self._phrases, self._clauses = context, phrases, clauses
        self._verbs = Verbs.of(context, phrases)

    def before(self, token: int, gender: str) -> int | None:
        """The last person before ``token`` whose visit the clause tells of, if his gender agrees."""
        if not self._is_of_visit(token):
            return None
        tokens, persons = self._context.tokens, [i for i in self._context.outer if self._phrases[i].type == "person"]
        for k in range(token - 1, -1, -1):
            if self._clauses.is_stop(k):
                return None
            if is_in(tokens[k].form, "sending") and (sent := self._sent(k, token, gender)) is not None:
                return sent
            if not is_in(words.split(tokens[k].form)[2], "journeys"):
                continue
            for i in persons:
                gap, by = self._phrases[i].first - k - 1, self._context.prepositions[i]
                done = any(token.form in _MADE for token in tokens[k + 1 : self._phrases[i].first])
                made = by == "ل" or (not by and (gap < NEAR or done))
                if (
                    0 <= gap < MADE_REACH
                    and made
                    and self._phrases[i].last <= token
                    and self._clauses.agrees(i, gender)
                ):
                    return i
        return None

    def _sent(self, k: int, token: int, gender: str) -> int | None:
        """Whom the verb at ``k`` sends, its object: أوفدت القاهرة وزيرها إلى دمشق حيث التقى."""
        behind = [i for i in self._context.outer if k < self._phrases[i].first < token and self._clauses.bare(i)]
        for n, i in reversed(list(enumerate(behind))):
            here = self._phrases[i]
            head = words.without_article(here.form.split()[0])
            owned = bool(agreement.owned(head, self._context.tokens[here.first].surface))
            object_ = n > 0 or owned or not self._clauses.agrees(i, said_by(self._context.tokens[k].form))
            if here.type == "person" and object_ and self._clauses.agrees(i, gender):
                return i
        return None

    def _is_of_visit(self, token: int) -> bool:
        """Whether the verb goes on with a visit: behind حيث, or before خلالها (Ryding 14.2): زيارة التقى خلالها."""
        tokens = self._context.tokens
        resumed = token + 1 < len(tokens) and is_in(tokens[token + 1].form, "during")
        where = max((k for k in self._wheres if token - 1 - WHERE_REACH < k < token), default=None)
        return resumed or (where is not None and not any(where < v < token for v in self._verbs.seen))

    @cached_property
    def _wheres(self) -> list[int]:
        return [k for k, token in enumerate(self._context.tokens) if token.form == _WHERE]
