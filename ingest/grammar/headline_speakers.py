"""Who speaks in a headline, before a colon: الوزير: لن نقبل، عون من بعبدا: نطالب، جعجع لـ«السياسة»: لن نسمح.

Takes a context and the article's outer phrases, gives who opens the sentence and where his words begin. The name stands
right before the colon, or a prepositional phrase or a participle of addressing tells where, when or to whom he speaks
(Ryding 2005, 11 and 16), no finite verb among its words. A state that says no we, threatens nobody and tells nobody's
duty is only what the headline is on.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_future, is_in
from ingest.text.word_classes import word_class
from ontology.lexicon import load_lexicon

REACH = 10  # tokens between the name and the colon: باسيل بعد لقائه البطريرك الراعي في بكركي:
_COLON, _TO = ":", "ل"
_QUOTES, _STOPS = frozenset('«»“”"‹›‘’'), frozenset(".؛!؟-–")


class HeadlineSpeaker:
    """Who opens one sentence before a colon, if anybody does."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], outer: Sequence[int]) -> None:
        """Take the sentence's tokens; ``outer``: its phrases that may speak."""
        self._context, self._phrases, self._outer = context, phrases, outer
        self._tokens = context.tokens

    def found(self) -> tuple[int, int] | None:
        """The phrase and the token behind the colon; None where nobody speaks so."""
        first = self._outer[0] if self._outer else None
        if first is None or self._phrases[first].first > 1:
            return None
        colon = self._colon(first)
        if colon is None:
            return None
        seat = is_in(words.without_article(self._form(self._phrases[first].first)), "speaking_seats")
        speaks = self._phrases[first].type != "state" or seat or self._form(colon + 1) in _QUOTES
        speaks = speaks or any(map(self._says_we, range(colon, len(self._tokens))))
        speaks = speaks or self._threatens(colon + 1) or self._obliges(colon + 1)
        return (first, colon + 1) if speaks else None

    def _colon(self, first: int) -> int | None:
        """The colon behind the phrase, whom it speaks to or an adverbial between."""
        end = self._phrases[first].last
        if self._form(end) == _COLON:
            return end
        to = next((i for i in self._outer if self._phrases[i].first == end), None)
        if to is not None and self._context.prepositions[to] == _TO and self._form(self._phrases[to].last) == _COLON:
            return self._phrases[to].last  # ترامب لإيران: سنرد
        if not self._opens_adverbial(end):
            return None
        for k in range(end, min(len(self._tokens), end + REACH + 1)):
            if self._form(k) == _COLON:
                said = any(map(self._says_we, range(k, len(self._tokens)))) or self._form(k + 1) in _QUOTES
                return k if said or self._says_i(k + 1) else None
            governed = is_in(self._form(k - 1), "prepositions")  # من عين التينة
            verb = word_class(self._form(k), self._tokens[k].surface) in {"V", "&V"} and not self._is_held(k)
            verb = verb and not governed
            if self._tokens[k].surface in _STOPS or verb or is_in(self._form(k), "relatives", "complementizers"):
                return None
        return None

    def _opens_adverbial(self, k: int) -> bool:
        """Whether a prepositional phrase or a participle of who addresses somebody begins at token ``k``."""
        form = self._form(k)
        joined = words.split(form)[1]
        told = form == _TO or is_in(form, "prepositions", "temporals", "addressing", "expressing")
        return told or joined[:1] == _TO or self._is_accusative(k)

    def _is_accusative(self, k: int) -> bool:
        """Whether the word is a circumstance, how he speaks: معلقا على، مهددا."""
        return k < len(self._tokens) and word_class(self._form(k), self._tokens[k].surface) == "A"

    def _is_held(self, k: int) -> bool:
        """Whether the token stands within an actor's phrase."""
        return any(self._phrases[i].first <= k < self._phrases[i].last for i in self._outer)

    def _threatens(self, k: int) -> bool:
        """Whether words begin at token ``k`` on what another will suffer: دمشق: إسرائيل ستدفع الثمن."""
        ends = {self._phrases[i].last for i in self._outer if self._phrases[i].first == k}
        futures = (t for t in self._context.triggers if t.token in ends and is_future(self._form(t.token)))
        frames = (frame for t in futures if t.relation == "threatens" for frame in load_lexicon()[t.entry].frames)
        return any("subj" in frame.get("target", ()) for frame in frames)

    def _obliges(self, k: int) -> bool:
        """Whether words begin at token ``k``, or with their colon, that tell a duty: موسكو: على كييف أن (16)."""
        duties = (t for t in self._context.triggers if t.relation == "demands" and t.start in {k - 1, k} and not t.part)
        frames = (frame for t in duties for frame in load_lexicon()[t.entry].frames)
        upon = ({*frame.get("target", ())} for frame in frames if "source" not in frame)
        return any(not slots.isdisjoint({"3ala", "spoken"}) for slots in upon)  # إيران للمتظاهرين: أوقفوا

    def _says_we(self, k: int) -> bool:
        """Whether somebody speaks as we: نحن، سنرد، لن نقبل (Ryding 2005, 12 and 21)."""
        form = self._form(k)
        denied = is_in(self._form(k - 1), "negatives") and form.startswith("ن")
        return denied or is_in(form, "we") or agreement.is_we(form)

    def _says_i(self, k: int) -> bool:
        """Whether the words that begin at token ``k`` are one's own: جنبلاط من المختارة: أدعو الجميع."""
        said = (t for t in self._context.triggers if t.kind == "V" and t.token == k)
        return any(agreement.speaks(self._tokens[k].surface, t.verb) for t in said)

    def _form(self, k: int) -> str:
        return self._tokens[k].form if 0 <= k < len(self._tokens) else ""
