"""Where the clauses of a sentence end.

Takes a context, gives the tokens that an argument cannot be fetched across (stops, complementizers, relative
pronouns, other verbs), and who is told of as a member of a group behind it.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from ingest.grammar import agreement
from ingest.grammar.apposed import is_body, is_of_people
from ingest.grammar.government import OPENING, Government
from ingest.grammar.groups import is_stray
from ingest.grammar.lists import Lists
from ingest.grammar.parentheses import is_parenthesis
from ingest.grammar.verbs import Verbs
from ingest.text import words
from ingest.text.context import PREPOSITIONS, Context
from ingest.text.mentions import STAND_IN, Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.word_classes import ends_title
from ontology.function_words import united

MEMBERS_REACH = 4  # tokens between a group and the word that opens its members: عدة دول عربية، من بينها
COLON_REACH = 20  # the same, where a colon stands behind it: عددا من السفراء المعينين حديثا، وهم:
_EACH = frozenset({"كلا", "كل", "من"})
MEMBERS_GAP = 2  # tokens from there to the first member: وعلى رأسها حركة
_INCLUDING = ("بما في ذلك", "بمن فيهم", "بما فيها", "بمن فيها")
_INCLUDED = frozenset(phrase.split()[-1] for phrase in _INCLUDING)
_STOPS = frozenset(".؛!؟:")


class Clauses:
    """The clauses of one sentence."""

    def __init__(self, context: Context, phrases: Sequence[Phrase]) -> None:
        """Every step of reading a sentence asks for them: see ``of``."""
        self._context, self._phrases = context, phrases
        self._lists, self._verbs = Lists.of(context, phrases), Verbs.of(context, phrases)
        self._government = Government(context, phrases)
        self._parting: dict[int, bool] = {}  # by token

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
        land = self._phrases[phrase].type == "state" and self._phrases[phrase].length == 1  # بفلسطين، وفي مقدمتها
        if land or self._phrases[phrase].type == "person" or self._phrases[phrase].sentence != self._context.number:
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
        aside = {j for start, end in self._asides if low < start and end < high for j in range(start, end)}
        return any(self._parts(j) for j in range(low + 1, high) if j not in aside)

    def _parts(self, token: int) -> bool:
        """Whether a clause begins or ends there, looked up once."""
        parts = self._parting.get(token)
        if parts is None:
            bounds = united("complementizers", "relatives", "clause_openers")
            opens = self._context.tokens[token].form.removeprefix("و") in bounds
            parts = self._parting[token] = self.is_stop(token) or opens or self._verbs.is_verb(token)
        return parts

    @cached_property
    def _asides(self) -> list[tuple[int, int]]:
        """The clauses on a noun between two commas, over which its own goes on: الهند، التي دخلت الحرب، بجهود (14)."""
        commas = [k for k, t in enumerate(self._context.tokens) if t.form in "،,"]
        here = self._context
        return [(a, b) for a, b in pairwise(commas) if is_parenthesis(here, a, b) and not self.stopped(a, b)]

    def before_aside(self, k: int) -> int:
        """Where the clause on a noun that a comma ends right before token ``k`` begins, else ``k`` (Ryding 14)."""
        return next((start for start, end in self._asides if end == k - 1), k)

    def tells_leader(self, k: int, token: int) -> bool:
        """Whether the verb at ``k`` only tells who leads the noun of a clause that ends before: الحركة، التي يرأسها."""
        around = (start for start, end in self._asides if start < k < end < token)
        return is_in(self._form(k), "leading") and any(is_in(self._form(start + 1), "relatives") for start in around)

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
        quoted = self._form(last) in OPENING and self._phrases[other].first == last + 1
        return quoted and head.length > 1 and not self._form(last - 1).startswith("ال") and head.type != "person"

    def has_pronoun(self, k: int) -> bool:
        """Whether the particle before the verb at ``k`` has its subject for a pronoun (Ryding 19): لكنها دعت مصر."""
        k -= 1
        while k >= 0 and is_in(self._context.tokens[k].form, "negatives", "auxiliaries", "verbal_particles"):
            k -= 1
        return k >= 0 and is_in(self._context.tokens[k].form, "with_subject")

    def stopped(self, low: int, high: int) -> bool:
        """Whether a stop stands between the two tokens."""
        return any(low < k < high for k in self._stops)

    @cached_property
    def _stops(self) -> list[int]:
        return [k for k in range(len(self._context.tokens)) if self.is_stop(k)]

    def is_stop(self, token: int) -> bool:
        """Whether the token ends a clause whatever follows; the one behind a title cut short does not: د. فلان."""
        return self._context.tokens[token].surface in _STOPS and not ends_title(self._context.tokens, token)

    def bare(self, phrase: int) -> bool:
        """Whether no preposition governs the phrase, the list it is in or the thing it owns."""
        return not self.government(phrase)[0]

    def government(self, phrase: int) -> tuple[str, bool]:
        """The preposition that governs the phrase or its list, and whether by a thing of its: see ``Government``."""
        return self._government.of(phrase)

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
        dual = agreement.of_dual(surface) if here.basis == STAND_IN else ""
        return agreement.agree(gender, dual or agreement.of_phrase(here, surface))
