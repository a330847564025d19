"""Where the clauses of a sentence end, and which preposition governs a phrase.

Takes a context, gives the tokens that an argument cannot be fetched across (stops, complementizers, relative
pronouns, other verbs).
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from ingest.grammar import agreement
from ingest.grammar.apposed import is_body, is_of_people
from ingest.grammar.groups import is_stray
from ingest.grammar.lists import Lists
from ingest.grammar.parentheses import is_parenthesis
from ingest.grammar.verbs import Verbs
from ingest.text import words
from ingest.text.context import PREPOSITIONS, Context, apposed_to, is_letter
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.word_classes import ends_title
from ontology.function_words import load_function_words, united

MEMBERS_REACH = 4  # tokens between a group and the word that opens its members: عدة دول عربية، من بينها
COLON_REACH = 20  # the same, where a colon stands behind it: عددا من السفراء المعينين حديثا، وهم:
_EACH = frozenset({"كلا", "كل", "من"})
MEMBERS_GAP = 2  # tokens from there to the first member: وعلى رأسها حركة
TITLE = 3  # words of a title between a preposition and the name
CHAIN = 2  # nouns in construct before an actor: بوقف هجمات إسرائيل
_INCLUDING = ("بما في ذلك", "بمن فيهم", "بما فيها", "بمن فيها")
_INCLUDED = frozenset(phrase.split()[-1] for phrase in _INCLUDING)
_OPENING, _CLOSED = frozenset("«“‹‘\"'"), frozenset("»”›")
QUOTED = 3  # tokens of one word with its quotation marks
_STOPS, _JOINED = frozenset(".؛!؟:"), frozenset({"ب", "ل", "ك"})


class Clauses:
    """The clauses of one sentence."""

    def __init__(self, context: Context, phrases: Sequence[Phrase]) -> None:
        """Every step of reading a sentence asks for them: see ``of``."""
        self._context, self._phrases = context, phrases
        self._lists, self._verbs = Lists.of(context, phrases), Verbs.of(context, phrases)
        self._governments: dict[int, tuple[str, bool]] = {}

    @classmethod
    def of(cls, context: Context, phrases: Sequence[Phrase]) -> "Clauses":
        """Those of the sentence, made once."""
        if cls not in context.once:
            context.once[cls] = cls(context, phrases)
        found: Clauses = context.once[cls]
        return found

    def members(self, phrase: int) -> list[int]:
        """Those of a group that are named behind it: مجموعات مسلحة، بينها كتائب النور وسرايا الفجر (Ryding 16).

        A group that is told of by its members acts through them, so that they take its relations. Lands have no armed
        group among them, nor armed groups a land: الدول الداعمة للتنظيمات، وفي مقدمتها قطر.
        """
        return [i for i in self._told_of(phrase) if not is_stray(self._phrases[phrase], self._phrases[i])]

    def strays(self, phrase: int) -> list[int]:
        """Those named behind a group that are none of it, but of another before it in the sentence."""
        return [i for i in self._told_of(phrase) if is_stray(self._phrases[phrase], self._phrases[i])]

    def _told_of(self, phrase: int) -> list[int]:
        """Those named behind a group by a word for its members."""
        last = self._phrases[phrase].last
        if self._phrases[phrase].type == "person" or self._phrases[phrase].sentence != self._context.number:
            return []
        if apposed := self._apposed(phrase):
            return apposed
        last -= 2 * (self._form(last - 1) == "من" and is_in(self._form(last - 2), "composed_of"))
        for k in range(last, min(len(self._context.tokens), last + COLON_REACH)):
            near = k - last < MEMBERS_REACH or self._form(k + 1) == ":"
            if (near or is_of_people(self._context, self._phrases, phrase, k)) and self._opens_members(k):
                gap = MEMBERS_GAP + sum(self._form(j) in _EACH for j in range(k + 1, k + 3))  # ضم كلا من فلان
                behind = [i for i in self._context.outer if k < self._phrases[i].first <= k + gap]
                listed = self._lists.listed(behind[0]) if behind else []
                one = is_in(self._form(k), "fellows")  # it does not act through those whom it unites: الرباعية، وتضم
                return [i for i in listed if not (one and is_body(self._phrases[i]))]
            if self.is_stop(k) or k in self._verbs.seen:
                return []
        return []

    def _apposed(self, phrase: int) -> list[int]:
        """Several named persons in apposition to people (Ryding 8.5): مستشاريه فلانا وفلانا، السفراء: فلان وفلان."""
        last = self._phrases[phrase].last
        start = last + (self._form(last) == ":")
        behind = next((i for i in self._context.outer if self._phrases[i].first == start), None)
        group = self._phrases[phrase]
        one = is_in(words.without_article(group.form.split()[0]), "delegations")  # يلتقي الوفد المصري فلانا وفلانا
        if behind is None or group.type != "group" or one or self._phrases[behind].type != "person":
            return []
        listed = [i for i in self._lists.listed(behind) if self._phrases[i].type == "person"]
        named = len({self._phrases[i].place for i in listed}) > 1  # not الزعيمين, who stand for two at one place
        return listed if named and behind == self._lists.head(behind) else []

    def _form(self, k: int) -> str:
        return self._context.tokens[k].form if k < len(self._context.tokens) else ""

    def _opens_members(self, k: int) -> bool:
        """Whether the token opens the members of a group: منها، بينها، أبرزها، مؤلف من، بما في ذلك، بمن فيهم."""
        form = self._form(k)
        if is_in(form, "listing") and not self._form(k + 1).startswith("وبين"):  # بينها وبين الدول, of two sides
            return True
        if self._form(k + 1) == "من" and is_in(form, "composed_of"):
            return True
        return form in _INCLUDED and " ".join(self._form(j) for j in range(max(0, k - 2), k + 1)).endswith(_INCLUDING)

    def end_of_list(self, phrase: int) -> int:
        """The token behind the list that ``phrase`` is in and the members of its groups."""
        own = self._lists.end(phrase) if phrase in self._context.outer else self._phrases[phrase].last
        return max(own, *(self._phrases[i].last for i in self.with_members(phrase)))

    def with_members(self, phrase: int) -> list[int]:
        """The list that the phrase is in, each group with those of it that are named."""
        return [j for i in self._lists.listed(phrase) for j in (i, *self.members(i))]

    def parted(self, low: int, high: int) -> bool:
        """Whether a clause begins or ends between the two tokens."""
        bounds = united("complementizers", "relatives", "clause_openers")
        aside = {j for start, end in self._asides if low < start and end < high for j in range(start, end)}
        return any(
            self.is_stop(j) or self._context.tokens[j].form.removeprefix("و") in bounds or self._verbs.is_verb(j)
            for j in range(low + 1, high)
            if j not in aside
        )

    @cached_property
    def _asides(self) -> list[tuple[int, int]]:
        """The clauses on a noun between two commas, over which its own goes on: الهند، التي دخلت الحرب، بجهود (14)."""
        commas = [k for k, t in enumerate(self._context.tokens) if t.form in "،,"]
        here = self._context
        return [(a, b) for a, b in pairwise(commas) if is_parenthesis(here, a, b) and not self.stopped(a, b)]

    def before_aside(self, k: int) -> int:
        """Where the clause on a noun that a comma ends right before token ``k`` begins, else ``k`` (Ryding 14)."""
        return next((start for start, end in self._asides if end == k - 1), k)

    def is_aside(self, token: int, edge: int) -> bool:
        """Whether the token is in a clause between commas, behind ``edge``, that وهو opens: الكتيبة، وهي فصيل.

        Or in a parenthesis that opens right there: دول الخليج (السعودية وقطر) إيران.
        """
        if self._form(edge) == "(":
            return not any(self._form(j) == ")" for j in range(edge, token))
        around = (start for start, end in self._asides if edge <= start < token < end)
        return any(is_in(self._form(start + 1), "aside_openers") for start in around)

    def owns_quoted(self, phrase: int, other: int) -> bool:
        """Whether an indefinite phrase is in construct with one in quotation marks: وزراء خارجية «المجموعة» (8.1)."""
        head, last = self._phrases[phrase], self._phrases[phrase].last
        quoted = self._form(last) in _OPENING and self._phrases[other].first == last + 1
        return quoted and head.length > 1 and not self._form(last - 1).startswith("ال") and head.type != "person"

    def has_pronoun(self, k: int) -> bool:
        """Whether the particle before the verb at ``k`` has its subject for a pronoun (Ryding 19): لكنها دعت مصر."""
        k -= 1
        while k >= 0 and is_in(self._context.tokens[k].form, "negatives", "auxiliaries", "verbal_particles"):
            k -= 1
        return k >= 0 and is_in(self._context.tokens[k].form, "with_subject")

    def stopped(self, low: int, high: int) -> bool:
        """Whether a stop stands between the two tokens."""
        return any(self.is_stop(j) for j in range(low + 1, high))

    def is_stop(self, token: int) -> bool:
        """Whether the token ends a clause whatever follows; the one behind a title cut short does not: د. فلان."""
        return self._context.tokens[token].surface in _STOPS and not ends_title(self._context.tokens, token)

    def bare(self, phrase: int) -> bool:
        """Whether no preposition governs the phrase, the list it is in or the thing it owns."""
        return not self.government(phrase)[0]

    def government(self, phrase: int) -> tuple[str, bool]:
        """The preposition that governs the phrase or its list, and whether by a thing of its: بقرار السعودية (8.1).

        كل من, عدد من and their like count as no preposition (Ryding 10.4).
        """
        if self._phrases[phrase].sentence != self._context.number:
            return "", False
        found = self._governments.get(head := self._lists.head(phrase))
        if found is None:
            found = ("الي", False) if self._is_destination(head) else self._government(head)
        return self._governments.setdefault(head, found)

    def _is_destination(self, head: int) -> bool:
        """Whether somebody's journey goes to the state right behind it: فور وصوله تونس التقى فلان (Ryding 5.1)."""
        first = self._phrases[head].first
        return self._phrases[head].type == "state" and first > 0 and is_in(self._form(first - 1), "own_journeys")

    def _government(self, head: int) -> tuple[str, bool]:
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
        """The first of two deeds that share their genitive, where ``k`` is the second: لأمن واستقرار البلاد (8.1)."""
        form = self._form(k)
        second = k > 0 and form[:1] == "و" and not form.startswith("وال") and is_in(form[1:], "deeds", "aims")
        conjunction, joined, rest = words.split(self._form(k - 1)) if second else ("و", "", "")
        shares = not conjunction and joined in {"", "ب", "ل"} and is_in(rest, "deeds", "aims")
        return k - 1 if shares else k

    def _is_faced(self, first: int) -> bool:
        """Whether something is in the face of the phrase, against it (Ryding 16): في وجه إيران، بوجه المتمردين."""
        before = self._before_quote(first)
        form = self._form(before) if before >= 0 else ""
        return form == "بوجه" or (form == "وجه" and before > 0 and self._form(before - 1) == "في")

    def _before_quote(self, k: int) -> int:
        """The token before ``k``, over a quotation mark: أثنى على «شجاعة الجنود»، «شجاعة» الجنود؛ -1 for none."""
        tokens = self._context.tokens
        if k > QUOTED and tokens[k - 1].surface in _CLOSED and tokens[k - QUOTED].surface in _OPENING:
            return k - 2
        return k - 1 - (k > 1 and tokens[k - 1].surface in _OPENING)

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

    def bare_behind(self, phrase: int, act: int) -> bool:
        """Whether no preposition stands between the act and the phrase whose act it is."""
        head = self._lists.head(phrase)
        between = {t.form for t in self._context.tokens[act + 1 : self._phrases[head].first]}
        joined = any(preposition_of(form) in {"ب", "ل"} for form in between)  # يجب أن تتم برعاية المنظمة
        return not (self._context.prepositions[head] or joined) and PREPOSITIONS.isdisjoint(between)

    def agrees(self, phrase: int, gender: str) -> bool:
        """Whether the phrase can be the subject of a verb of that gender."""
        here = self._phrases[phrase]
        surface = self._context.tokens[here.first].surface if here.sentence == self._context.number else ""
        return agreement.agree(gender, agreement.of_phrase(here, surface))
