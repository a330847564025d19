"""Whose act is demanded, where no construct tells: بتحرك سريع للمجتمع الدولي، بتدخل من مجلس الأمن، بانسحاب إسرائيلي.

Takes the content of a demand, gives a ``Filler``: an indefinite masdar has its agent behind لـ or من جانب (Ryding 2005,
5.1 and 38), a thing that somebody gives behind من (16), and the nisba of a state stands for it (10.2).
"""

from collections.abc import Container, Iterator, Sequence

from ingest.grammar import nisba
from ingest.grammar.carried import Filler
from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class

REACH = 10  # tokens between a call, its subject behind it, and the act that it is for
ADJECTIVES = 3  # of the act that is asked for: بدعم مالي أكبر من، بانسحاب فوري وكامل للقوات
_FROM, _BY, _FOR = "من", "قبل", "ل"


class ActAgent:
    """Whose act one trigger's content is."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._phrases, self._trigger = context, phrases, trigger
        self._clauses = Clauses.of(context, phrases)

    def found(self, letters: Container[str]) -> Filler | None:
        """The phrase of who is to act; ``letters``: the prepositions that the act stands behind."""
        for k in self._acts(letters):
            if (state := self._of_nisba(k)) is not None:
                return Filler(state, "nisba")
            end = self._behind_adjectives(k)
            if (agent := self._agent(k, end)) is not None:
                return Filler(agent, "of")
        return self._giver(letters)

    def _acts(self, letters: Container[str]) -> Iterator[int]:
        """The tokens of the act right behind the preposition of the content, the first one alone."""
        tokens, start = self._context.tokens, self._trigger.after + 1
        for k in range(start, min(len(tokens), start + REACH + self._subject_length())):
            if self._clauses.parted(self._trigger.after, k):
                return
            _, joined, rest = words.split(tokens[k].form)
            opened = joined[:1] in letters and joined[:1] in {"ب", "ل"}
            if is_in(rest if opened else self._word(k), "acts", "cessations") and (opened or self._stands(k, letters)):
                yield k
                return

    def _stands(self, k: int, letters: Container[str]) -> bool:
        return self._context.tokens[k - 1].form in letters

    def _word(self, k: int) -> str:
        """The word at token ``k`` without article, whose و may be a radical: وقف."""
        joined, rest = words.split(self._context.tokens[k].form)[1:]
        return rest if joined else words.without_article(self._context.tokens[k].form)

    def _subject_length(self) -> int:
        """How many tokens the phrase right behind the trigger has."""
        k = self._trigger.after + 1
        return next((self._phrases[i].length for i in self._context.outer if self._phrases[i].first == k), 0)

    def _of_nisba(self, k: int) -> int | None:
        """The state whose nisba describes the act at token ``k`` or what it is to end: بوقف القصف التركي."""
        tokens = self._context.tokens
        end = self._behind_adjectives(k)  # بوقف فوري للعدوان
        if is_in(self._word(k), "cessations") and end + 1 < len(tokens):
            _, joined, rest = words.split(tokens[end].form)
            if joined == ("لل" if end > k + 1 else "ال") and is_in(rest, "harmful_acts"):
                return nisba.state_behind(self._context, self._phrases, end + 1)
        return nisba.state_behind(self._context, self._phrases, k + 1) if self._is_own(k) else None

    def _is_own(self, k: int) -> bool:
        """Whether the act is one that its nisba's state does, and none that is done to somebody or agreed on."""
        return is_in(self._word(k), "own_doings")

    def _behind_adjectives(self, k: int) -> int:
        """The token behind the indefinite adjectives of the word at token ``k``."""
        tokens, end = self._context.tokens, k + 1
        while end < min(len(tokens), k + 1 + ADJECTIVES) and self._is_adjective(end):
            end += 1
        return end

    def _is_adjective(self, k: int) -> bool:
        token = self._context.tokens[k]
        plain = word_class(token.form, token.surface) in {"n", "&n"} and not preposition_of(token.form)
        return plain and not any(self._phrases[i].first == k for i in self._context.outer)

    def _agent(self, k: int, end: int) -> int | None:
        """Who stands at token ``end`` behind لـ, where an adjective is before it, or behind من قبل and its like."""
        tokens = self._context.tokens
        if words.split(tokens[k].form)[1].endswith("ال") or end >= len(tokens):
            return None
        by = tokens[end].form == _FROM and end + 2 < len(tokens)
        by = by and (tokens[end + 1].form == _BY or is_in(tokens[end + 1].form, "agent_words"))
        place = end + 2 if by else end
        named = next((i for i in self._context.outer if self._phrases[i].first == place), None)
        if named is None or by:
            return named
        kind = any(is_in(tokens[j].form.removeprefix("و"), "fair") for j in range(k + 1, end))
        of_whom = end > k + 1 and self._clauses.government(named) == (_FOR, False)
        return named if of_whom and not kind else None

    def _giver(self, letters: Container[str]) -> Filler | None:
        """From whom it is to come, behind من: طلبت العون من الصين، طالب بدعم أكبر من شركائه; whose it is (8.1)."""
        k, tokens = self._trigger.after, self._context.tokens
        behind = {self._phrases[i].last for i in self._context.outer if self._phrases[i].first in {k + 1, k + 2}}
        for j in sorted({k + 1, *behind}):
            thing = j + (j + 1 < len(tokens) and tokens[j].form in letters)  # دعا إلى تدخل عاجل من
            joined, rest = words.split(tokens[thing].form)[1:] if thing < len(tokens) else ("", "")
            if joined not in {"", "ال", "ب", "بال"} or not is_in(rest, "asked_things"):
                continue
            end = self._behind_adjectives(thing)
            named = [i for i in self._context.outer if self._phrases[i].first == end + 1]
            if end < len(tokens) - 1 and tokens[end].form == _FROM and named:
                return Filler(named[0], "of")
        return None
