"""Which phrases of a sentence are coordinated: الوزير ونظيره، مع فلان ثم مع فلان (Ryding 2005, 18).

Takes a context, gives each phrase the first of its list.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from ingest.grammar import agreement, aliases
from ingest.grammar.called_objects import calls_behind
from ingest.grammar.headline_conjuncts import begins_clause
from ingest.naming.names import load_names
from ingest.naming.overruns import blesses
from ingest.naming.roles import is_title
from ingest.text import words
from ingest.text.context import QUOTES, Context, is_at_risk
from ingest.text.mentions import STAND_IN, Phrase
from ingest.text.scope import is_in
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words, united
from ontology.lexicon import load_lexicon

_COMMAS = frozenset("،,")
_GENDERS = {"ي": "m", "ت": "f"}  # that the prefix of an imperfect shows
_STOPS, _DASHES = frozenset(".؛!؟:…"), frozenset("-–—ـ/")
_BESIDES = {("فضلا", "عن"), ("اضافه", "الي"), ("بالاضافه", "الي"), ("علاوه", "علي"), ("ناهيك", "عن")}
_ALSO = frozenset({"كما", "ثم"})
FOLLOWED = 20  # tokens from a title to who is met behind it, over place and time


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
        earlier: list[int] = []  # the list that a place behind it has ended
        for i in self._context.outer:
            if chain and self._phrases[i].place == self._phrases[chain[-1]].place:  # الجانبان stands for two
                heads[i] = chain[0]
                continue
            if self.begins_clause(i) or self.does_for_two(i):
                chain = [i]
                continue
            if chain and i in self.parts:
                heads[i] = heads.get(chain[-1], chain[-1])
                continue
            if earlier and self._is_resumed(earlier[-1], chain[-1], i):
                chain = [*earlier, i]
                heads.update(dict.fromkeys(chain[1:], chain[0]))
                continue
            if chain and self._goes_on(chain, i):
                chain.append(i)
                heads.update(dict.fromkeys(chain[1:], chain[0]))
                continue
            if chain and self._is_faced(chain[0], chain[-1], i):
                chain.append(i)
                heads.update(dict.fromkeys(chain[1:], chain[0]))
                continue
            joined = self._has_and(i) or self._comes_next(i)
            parted = (
                not joined
                and bool(chain)
                and (
                    aliases.is_elsewhere(self._context, self._phrases, chain[-1], i)
                    or calls_behind(self._context, self._phrases[chain[-1]])
                )
            )
            if i not in self._context.conjunct or parted or not (joined or self._before(i) in {"،", ","}):
                earlier, chain = (chain if chain and self._is_place(i) else []), [i]
                continue
            if chain and self._is_set_apart(chain[-1], i):
                chain = [i]
                continue
            if not joined and (self._is_subject(chain) or is_in(self._phrases[i].form.split()[0], "counterparts")):
                chain = [i]
                continue
            chain.append(i)
            if joined:
                heads.update(dict.fromkeys(chain[1:], chain[0]))
        return heads

    def does_for_two(self, phrase: int) -> bool:
        """Whether it stands at the verb of two who call upon somebody: التقى أ ب، وحثا ج (Ryding 21.1)."""
        if (here := self._phrases[phrase]).length != 1 or here.sentence != self._context.number:
            return False
        calls = (t.verb for t in self._context.triggers if t.token == here.first and t.relation == "demands")
        return agreement.is_of_two_men(self._context.tokens[here.first].surface, calls)

    def _is_set_apart(self, before: int, phrase: int) -> bool:
        """Whether a state behind fighters without a name begins a clause: بإيواء انفصاليين وأوتاوا تنفي (Ryding 18)."""
        return is_in(self._phrases[before].form, "fighters") and self._phrases[phrase].type == "state"

    def _is_subject(self, chain: Sequence[int]) -> bool:
        """Whether a comma parts the one phrase from its object: it stands behind a verb of meeting that takes one.

        استقبل الرئيس فلان، الوزير فلانا، والسفير فلانا (Ryding 3.1).
        """
        first = self._phrases[chain[0]].first
        verbs = (t for t in self._context.triggers if t.token == first - 1 and (t.relation, t.kind) == ("meets", "V"))
        return len(chain) == 1 and any(
            "obj" in frame.get("target", ()) for t in verbs for frame in load_lexicon()[t.entry].frames
        )

    def _is_resumed(self, before: int, place: int, phrase: int) -> bool:
        """Whether a list of persons goes on behind the place of the one before: التقى فلانا في تل أبيب، وفلانا (18)."""
        here, there = self._phrases[phrase], self._phrases[before]
        near = self._phrases[place].first - there.last == 1 and here.first - self._phrases[place].last <= 1
        persons = here.type == there.type == "person" and not self._context.prepositions[phrase]
        return near and persons and "و" in {here.clitics[:1], self._before(phrase)}

    def _is_place(self, phrase: int) -> bool:
        return self._phrases[phrase].type == "state" and self._context.prepositions[phrase] in {"في", "ب"}

    def _is_faced(self, head: int, before: int, phrase: int) -> bool:
        """Whether the phrase faces the one before at a meeting, behind a dash or its own nisba.

        لقاء عون - بري; نظيريه الأردني أيمن الصفدي والعراقي فؤاد حسين (Ryding 10.2).
        """
        first, tokens = self._phrases[head].first, self._context.tokens
        between = [t.form for t in tokens[self._phrases[before].last : self._phrases[phrase].first]]
        between = between[between[0] in _COMMAS :] if between else between
        if len(between) != 1:
            return False
        if between[0] in _DASHES:
            return first > 0 and is_in(words.without_article(tokens[first - 1].form), "gatherings")
        persons = self._phrases[before].type == self._phrases[phrase].type == "person"
        return persons and between[0][:1] == "و" and load_names().nisba(between[0][1:]) is not None

    def _comes_next(self, phrase: int) -> bool:
        """Whether ف behind a comma tells who came next in a row (Ryding 18): استقبل السفير، فالوزير، فوفدا."""
        here, tokens = self._phrases[phrase], self._context.tokens
        ends = here.last >= len(tokens) or tokens[here.last].surface in _COMMAS | _STOPS
        ends |= any(self._phrases[i].last == here.first for i in self._context.outer)  # رئيس المجلس فقائد الجيش
        return here.clitics == "ف" and here.type in {"person", "group"} and ends

    @cached_property
    def parts(self) -> frozenset[int]:
        """Phrases that are no item of their own: the title behind a name, a state more in construct with a plural.

        سامح شكري، وزير الخارجية، ونظيره (Ryding 8.5); وزراء خارجية فرنسا وألمانيا (8.1).
        """
        parts: dict[int, int] = {}
        for before, i in pairwise(self._context.outer):
            whole = parts.get(before, before)
            further = self.names_nobody(i) and (before != whole or not self.names_nobody(before))
            alias = aliases.is_alias(self._context, self._phrases, i, before)
            alias |= further and aliases.is_further_title(self._context, self._phrases, i, before, whole)
            if alias or self._is_title_of(i, before) or self._shares_construct(i, before, whole):
                parts[i] = whole
        return frozenset(parts)

    def _is_title_of(self, phrase: int, before: int) -> bool:
        """Whether the phrase is an office, nobody's name, between marks or set off by one behind a named person."""
        here, there, tokens = self._phrases[phrase], self._phrases[before], self._context.tokens
        gap = {t.surface for t in tokens[there.last : here.first] if t.surface not in QUOTES}
        closed = here.last < len(tokens) and (tokens[here.last].surface in _COMMAS or blesses(tokens, here.last))
        marked = gap and gap <= _COMMAS and not aliases.begins(self._context, self._phrases, phrase, before)
        if {here.type, there.type} != {"person"} or there.basis == STAND_IN or (gap and not marked):  # نطالب وزير النفط
            return False
        followed = not gap and self._is_followed(phrase)
        guest = not gap and not followed and self._is_subject([before]) and self._opens_with(before)
        if guest or not (marked or closed or followed):
            return False
        taken_up = here.form.startswith("ال") and (here.length == 1 or not (gap or followed))  # السفير, whom one knows
        if taken_up or self._has_and(phrase) or is_in(here.form.split()[0], "counterparts"):
            return False
        return self.names_nobody(phrase) and not self.names_nobody(before)

    def _opens_with(self, phrase: int) -> bool:
        """Whether the verb before the phrase goes on with nobody: not واستقبل، كما استقبل فلانا رئيس الجمعية،."""
        verb = self._phrases[phrase].first - 1
        return self._context.tokens[verb].form[:1] != "و" and self._context.tokens[verb - 1].form not in _ALSO

    def _is_followed(self, phrase: int) -> bool:
        """Whether a person is met behind the phrase, so that it is no object but in apposition (Ryding 8.5).

        استقبل الأمير فلان ولي العهد في مكتبه السفير فلانا; التقى فلان الأمين العام للجامعة بالوزير فلان.
        """
        last, tokens = self._phrases[phrase].last, self._context.tokens
        for i in self._context.outer:
            here, first = self._phrases[i], self._phrases[i].first
            person = here.type == "person" and here.basis != STAND_IN
            if first < last or not (person or is_in(here.form.split()[0], "delegations")):
                continue
            between = tokens[last:first]
            told = any(t.form in _ALSO or is_in(t.form, "attending", "attended_by") for t in between)  # في حضور فلان
            told |= any(word_class(t.form, t.surface)[-1] == "V" or t.surface in _STOPS for t in between)
            near = (here.type == "person") <= first - last <= FOLLOWED  # رئيس المجلس وفدا
            return near and not told and not self._has_and(i) and self._is_met(i)
        return False

    def _is_met(self, phrase: int) -> bool:
        """Whether the phrase stands bare or behind a preposition of meeting."""
        return self._context.prepositions[phrase] in {"", "ب", "مع"} and not self.names_nobody(phrase)

    def names_nobody(self, phrase: int) -> bool:
        """Whether the phrase is only a title: no name of a person ends it, only of a district or another title."""
        here = self._phrases[phrase]
        named = any(
            self._phrases[i].type == "person"
            and here.first < self._phrases[i].first
            and self._phrases[i].last == here.last
            and not is_title(self._phrases[i].form.split()[0])
            and not is_in(self._context.tokens[self._phrases[i].first - 1].form, "districts")
            and not is_in(self._phrases[i].form, "cities")  # حاكم دبي
            for i in self._context.phrases
            if self._phrases[i].within == phrase
        )
        return is_title(here.form.split()[0]) and not named and load_names().identify(here) is None

    def _shares_construct(self, phrase: int, before: int, whole: int) -> bool:
        """Whether the phrase is a state joined by و to the one in which a plural of people ends."""
        here, there = self._phrases[phrase], self._phrases[before]
        between = [t.form for t in self._context.tokens[there.last : here.first]]
        if here.type != "state" or between not in ([], ["و"]) or not self._has_and(phrase):
            return False
        head = self._phrases[whole].form.split()[0]
        if words.without_article(head) != head or head not in load_function_words()["sharers"]:
            return False
        ends = any(
            self._phrases[i].type == "state"
            and self._phrases[i].last == there.last
            and self._phrases[i].within == whole
            for i in self._context.phrases
        )
        return before != whole or ends

    def begins_clause(self, phrase: int) -> bool:
        """Whether و joins a clause to the one before in a headline: باريس تحذر وموسكو ترد."""
        return begins_clause(self._context, self._phrases[phrase])

    def _goes_on(self, chain: Sequence[int], phrase: int) -> bool:
        """Whether the list goes on over its preposition said anew or a word like ثم (Ryding 18): مع فلان ومع فلان."""
        low, high, by = self._phrases[chain[-1]].last, self._phrases[phrase].first, self._context.prepositions
        tokens = [t for t in self._context.tokens[low:high] if t.surface not in QUOTES]
        between = [t.form for t in tokens if t.form not in {"،", ","}]
        if tuple(between) in _BESIDES:  # دعا الصين، فضلا عن فيتنام، إلى
            return self._phrases[phrase].type == self._phrases[chain[0]].type
        then = bool(between) and is_in(between[0], "resumed")
        if then and not (between[0].startswith(("و", "ثم")) or tokens[0].form in {"،", ","}):
            return False  # دعا الوزير أيضا المواطنين: also, not and
        rest, again = between[then:], by[chain[0]]
        if by[phrase] != again:
            return False
        if not rest:
            return then or bool(again and self._phrases[phrase].clitics[:1] == "و")
        anew = then or rest[0].startswith("و")
        return bool(again) and len(rest) == 1 and anew and rest[0].removeprefix("و") == again

    def _has_and(self, phrase: int) -> bool:
        """Whether و joins the phrase to what stands before it: not in واشنطن, وفد, وزراء."""
        here, before = self._phrases[phrase], self._before(phrase)
        if "و" in {here.clitics[:1], before} or is_at_risk(before):
            return True
        if here.form[:1] != "و":
            return False
        radical = here.form.split()[0] in united("people", "bodies", "titles", "unjoined")
        return not radical and load_names().identify(here) is None

    def head(self, phrase: int) -> int:
        """The first conjunct of the list that ``phrase`` is in, or itself."""
        return self.heads.get(phrase, phrase)

    def listed(self, phrase: int) -> list[int]:
        """All conjuncts of the list that ``phrase`` is in."""
        if phrase not in self._context.outer:
            return [phrase]
        return [i for i in self._of_head[self.head(phrase)] if i not in self.parts]

    def end(self, phrase: int) -> int:
        """The token behind the list that ``phrase`` is in, the parts of its last item included."""
        return max(self._phrases[i].last for i in self._of_head[self.head(phrase)])

    @cached_property
    def _of_head(self) -> dict[int, list[int]]:
        """The outer phrases of every list, by its first conjunct."""
        outer = self._context.outer
        return {head: [i for i in outer if self.head(i) == head] for head in {self.head(i) for i in outer}}

    def _before(self, phrase: int) -> str:
        first = self._phrases[phrase].first
        while first and self._context.tokens[first - 1].surface in QUOTES | {"("}:
            first -= 1
        return self._context.tokens[first - 1].form if first else ""
