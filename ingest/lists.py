"""Which phrases of a sentence are coordinated: الوزير ونظيره، مع فلان ثم مع فلان (Ryding 2005, 18).

Takes a context, gives each phrase the first of its list.
"""

from collections.abc import Sequence
from functools import cached_property

from ingest.context import QUOTES, Context
from ingest.mentions import Phrase
from ingest.names import load_names
from ingest.scope import is_in
from ontology.function_words import load_function_words


class Lists:
    """The lists of coordinated phrases of one sentence."""

    def __init__(self, context: Context, phrases: Sequence[Phrase]) -> None:
        self._context, self._phrases = context, phrases

    @classmethod
    def of(cls, context: Context, phrases: Sequence[Phrase]) -> "Lists":
        """Those of the sentence, made once."""
        if cls not in context.once:
            context.once[cls] = cls(context, phrases)
        found: Lists = context.once[cls]
        return found

    @cached_property
    def heads(self) -> dict[int, int]:
        """A coordinated phrase to the first of its list; mere commas set off an apposition or an object."""
        heads: dict[int, int] = {}
        chain: list[int] = []
        for i in self._context.outer:
            if chain and self._phrases[i].place == self._phrases[chain[-1]].place:  # الجانبان stands for two
                heads[i] = chain[0]
                continue
            if chain and self._goes_on(chain, i):
                chain.append(i)
                heads.update(dict.fromkeys(chain[1:], chain[0]))
                continue
            if i not in self._context.conjunct or not (self._has_and(i) or self._before(i) in {"،", ","}):
                chain = [i]
                continue
            chain.append(i)
            if self._has_and(i):
                heads.update(dict.fromkeys(chain[1:], chain[0]))
        return heads

    def _goes_on(self, chain: Sequence[int], phrase: int) -> bool:
        """Whether the list goes on over its preposition said anew or a word like ثم (Ryding 18): مع فلان ومع فلان."""
        low, high, by = self._phrases[chain[-1]].last, self._phrases[phrase].first, self._context.prepositions
        tokens = [t for t in self._context.tokens[low:high] if t.surface not in QUOTES]
        between = [t.form for t in tokens if t.form not in {"،", ","}]
        then = bool(between) and is_in(between[0], "resumed")
        rest, again = between[then:], by[chain[0]]
        if by[phrase] != again:
            return False
        if not rest:
            return then or bool(again and self._phrases[phrase].clitics[:1] == "و")
        anew = then or rest[0].startswith("و")
        return bool(again) and len(rest) == 1 and anew and rest[0].removeprefix("و") == again

    def _has_and(self, phrase: int) -> bool:
        """Whether و joins the phrase to what stands before it: not in واشنطن, وفد, وزراء."""
        here = self._phrases[phrase]
        head, classes = here.form.split()[0], load_function_words()
        word = head in classes["people"] | classes["bodies"] | classes["titles"]
        radical = here.form[:1] == "و" and (word or load_names().identify(here) is not None)
        return "و" in {here.clitics[:1], self._before(phrase)} or (here.form[:1] == "و" and not radical)

    def head(self, phrase: int) -> int:
        """The first conjunct of the list that ``phrase`` is in, or itself."""
        return self.heads.get(phrase, phrase)

    def listed(self, phrase: int) -> list[int]:
        """All conjuncts of the list that ``phrase`` is in."""
        if phrase not in self._context.outer:
            return [phrase]
        return [i for i in self._context.outer if self.head(i) == self.head(phrase)]

    def _before(self, phrase: int) -> str:
        first = self._phrases[phrase].first
        while first and self._context.tokens[first - 1].surface in QUOTES:
            first -= 1
        return self._context.tokens[first - 1].form if first else ""
