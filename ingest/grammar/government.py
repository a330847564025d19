"""Which preposition governs a phrase (Ryding 2005, 8.1 and 16).

Takes a context and the article's phrases, gives the preposition, and whether a thing that the phrase owns stands
between: بقرار السعودية, by its decision; where none governs it, nothing. A list is governed by what stands before its
first.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.lists import Lists
from ingest.grammar.verbs import Verbs
from ingest.text import words
from ingest.text.context import PREPOSITIONS, Context, apposed_to, is_letter
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ontology.function_words import load_function_words

TITLE = 3  # words of a title between a preposition and the name
CHAIN = 2  # nouns in construct before an actor: بوقف هجمات إسرائيل
QUOTED = 3  # tokens of one word with its quotation marks
OPENING, _CLOSED = frozenset("«“‹‘\"'"), frozenset("»”›")
_JOINED = frozenset({"ب", "ل", "ك"})
_AGENT, _ADVERB = "من", "يا"


class Government:
    """The prepositions that govern the phrases of one sentence."""

    def __init__(self, context: Context, phrases: Sequence[Phrase]) -> None:
        self._context, self._phrases = context, phrases
        self._lists, self._verbs = Lists.of(context, phrases), Verbs.of(context, phrases)
        self._found: dict[int, tuple[str, bool]] = {}

    def of(self, phrase: int) -> tuple[str, bool]:
        """The preposition that governs the phrase or its list, and whether by a thing of its: بقرار السعودية (8.1).

        كل من, عدد من and their like count as no preposition (Ryding 10.4).
        """
        if self._phrases[phrase].sentence != self._context.number:
            return "", False
        found = self._found.get(head := self._lists.head(phrase))
        if found is None:
            found = (_AGENT, False) if self._is_backer(head) else None
        if found is None:
            found = ("الي", False) if self._is_destination(head) else self._of_head(head)
        return self._found.setdefault(head, found)

    def _is_backer(self, head: int) -> bool:
        """Whether a nationality that is an adverb tells who backs, as behind من: هدد المجلس المدعوم قطريا بكذا (11)."""
        here = self._phrases[head]
        adverb = here.type == "state" and here.length == 1 and here.form.endswith(_ADVERB)
        backed = (t for t in self._context.triggers if t.token == here.first - 1 and t.relation == "supports")
        return adverb and any(t.kind == "S" for t in backed)

    def _is_destination(self, head: int) -> bool:
        """Whether somebody's journey goes to the state right behind it: فور وصوله تونس التقى فلان (Ryding 5.1)."""
        first = self._phrases[head].first
        return self._phrases[head].type == "state" and first > 0 and is_in(self._form(first - 1), "own_journeys")

    def _of_head(self, head: int) -> tuple[str, bool]:
        tokens, first = self._context.tokens, self._phrases[head].first
        dual = apposed_to(tokens, first - 1, self._phrases[head].type) if first else None
        first = first if dual is None else dual  # قبر الرئيسين المصري فلان والسوري فلان
        by = "ضد" if self._is_faced(first) else self._context.prepositions[head] or self._of_capital(head)
        counted = tokens[first - 2].form if first > 1 else ""
        if by == "من" and (is_in(counted, "quantifiers") or is_in(words.split(counted)[2], "quantifiers")):
            by, first = self._joined_before(first - 2), first - 2  # بقرار كل من مصر وقطر
        if by or head not in self._context.outer:
            own = words.split(tokens[first].form)[1][:1]  # القوات المدعومة بالتحالف, all of it one phrase
            return by or (own if own in _JOINED else self._within(head)), False
        for token in tokens[max(0, first - 1) : first + 1]:
            if is_in(token.form, "accompanying"):  # استقبل الوزير رفقة نوابه السفير (Ryding 11.3)
                return token.form.removeprefix("و"), False
        if self._phrases[head].type == "person" and (by := self._before_title(first)):
            return by, False
        chain, long, free = first, 0, agreement.is_accusative(tokens[first].surface)
        while (
            chain
            and not free
            and not self._lists.begins_clause(head)
            and long < CHAIN
            and not is_in(self._form(self._before_quote(chain)), "emphatics")  # تدعم بقوة تونس
            and not self._is_said(chain)
            and self._verbs.is_thing(self._shared_from(self._before_quote(chain)))
        ):
            chain, long = self._shared_from(self._before_quote(chain)), long + 1
            joined = preposition_of(tokens[chain].form)
            if joined in _JOINED:  # not the ا of التزام, which only looks as if it had the article
                return joined, True
        if chain == first:
            return "", False
        k = self._before_quote(chain)
        before = tokens[k].form if k >= 0 else ""
        before = before if before in PREPOSITIONS else before.removeprefix("و")  # وراء has a radical
        letter = before in _JOINED and is_letter(tokens, k)
        return (before if before in PREPOSITIONS or letter else ""), True

    def _of_capital(self, phrase: int) -> str:
        """The preposition before a capital's city in apposition (Ryding 8.5): وسط العاصمة المصرية القاهرة."""
        first = self._phrases[phrase].first
        k = next((k for k in (first - 1, first - 2) if k >= 0 and is_in(self._form(k), "apposed")), None)
        if self._phrases[phrase].type != "state" or k is None:
            return ""
        joined, before = preposition_of(self._form(k)), self._form(k - 1) if k else ""
        return joined if joined in _JOINED else before if before in PREPOSITIONS else ""

    def _is_said(self, k: int) -> bool:
        """Whether a mark parts the token from a document or talk, and opens what that says: في بيان «الحزب يدعو."""
        return k > 1 and self._before_quote(k) == k - 2 and is_in(self._form(k - 2), "documents", "utterances")

    def _shared_from(self, k: int) -> int:
        """The first of several deeds that share their genitive, where ``k`` is the last: لأمن واستقرار البلاد (8.1)."""
        first = k
        while first > 0 and (form := self._form(first))[:1] == "و" and not form.startswith("وال"):
            if not is_in(form[1:], "deeds", "aims"):
                break
            first -= 1
        conjunction, joined, rest = words.split(self._form(first)) if first < k else ("و", "", "")
        shares = not conjunction and joined in {"", "ب", "ل"} and is_in(rest, "deeds", "aims")
        return first if shares else k

    def _is_faced(self, first: int) -> bool:
        """Whether something is in the face of the phrase, against it (Ryding 16): في وجه إيران، بوجه المتمردين."""
        before = self._before_quote(first)
        form = self._form(before) if before >= 0 else ""
        return form == "بوجه" or (form == "وجه" and before > 0 and self._form(before - 1) == "في")

    def _before_quote(self, k: int) -> int:
        """The token before ``k``, over a quotation mark: أثنى على «شجاعة الجنود»، «شجاعة» الجنود؛ -1 for none."""
        tokens = self._context.tokens
        if k > QUOTED and tokens[k - 1].surface in _CLOSED and tokens[k - QUOTED].surface in OPENING:
            return k - 2
        return k - 1 - (k > 1 and tokens[k - 1].surface in OPENING)

    def _within(self, phrase: int) -> str:
        """The preposition before the title of a name within a larger phrase: الموالية للرئيس السابق فلان."""
        first = self._phrases[phrase].first
        for k in range(first - 1, max(-1, first - 1 - TITLE), -1):
            form = self._context.tokens[k].form
            joined = preposition_of(form)
            if joined in _JOINED or form in PREPOSITIONS:
                return joined if joined in _JOINED else form
        return ""

    def _before_title(self, first: int) -> str:
        """The preposition joined to a title that is no part of the phrase of its holder: للرئيس السابق فلان."""
        for k in range(first - 1, max(-1, first - 1 - TITLE), -1):
            _, joined, rest = words.split(self._context.tokens[k].form)
            if joined[:1] in _JOINED:
                return joined[:1] if rest in load_function_words()["titles"] else ""
            if joined != "ال":
                break
        return ""

    def _joined_before(self, k: int) -> str:
        """The preposition that governs a quantifier: التقى مع عدد من الوزراء، اجتمع بكل من الوزيرين."""
        joined = words.split(self._context.tokens[k].form)[1]
        if joined in _JOINED and not is_in(self._context.tokens[k].form, "quantifiers"):
            return joined
        before = self._context.tokens[k - 1].form if k else ""
        return before if before in PREPOSITIONS else ""

    def _form(self, k: int) -> str:
        return self._context.tokens[k].form if k < len(self._context.tokens) else ""
