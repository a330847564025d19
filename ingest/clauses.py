"""Where the clauses of a sentence end, what is coordinated in them, and which preposition governs a phrase.

Takes a context, gives the tokens that an argument cannot be fetched across (stops, complementizers, relative
pronouns, other verbs). Of verbs only those that the lexicon and the closed class of speech know are seen.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from ingest import agreement, words
from ingest.context import PREPOSITIONS, QUOTES, Context
from ingest.mentions import Phrase
from ingest.names import load_names
from ingest.scope import is_in
from ingest.triggers import Trigger
from ontology.function_words import load_function_words
from ontology.lexicon import load_lexicon

MEMBERS_REACH = 4  # tokens between a group and the word that opens its members: عدة دول عربية، من بينها
COLON_REACH = 20  # the same, where a colon stands behind it: عددا من السفراء المعينين حديثا، وهم:
MEMBERS_GAP = 2  # tokens from there to the first member: وعلى رأسها حركة
TITLE = 3  # words of a title between a preposition and the name
CHAIN = 2  # nouns in construct before an actor: بوقف هجمات إسرائيل
_WITH_PRONOUN = frozenset("ل ب مع من الي علي عن ضد جانب خلف وراء".split())
_STOPS = frozenset(".؛!؟:")


class Clauses:
    """The clauses of one sentence."""

    def __init__(self, context: Context, phrases: Sequence[Phrase]) -> None:
        """Every step of reading a sentence asks for them: see ``of``."""
        self._context, self._phrases = context, phrases
        self._governments: dict[int, tuple[str, bool]] = {}

    @classmethod
    def of(cls, context: Context, phrases: Sequence[Phrase]) -> "Clauses":
        """Those of the sentence, made once."""
        if cls not in context.once:
            context.once[cls] = cls(context, phrases)
        found: Clauses = context.once[cls]
        return found

    @cached_property
    def verbs(self) -> dict[int, str]:
        """Every verb seen: its token and the gender it shows."""
        said, tokens = load_function_words()["speech"], self._context.tokens
        found = {
            k: said_by(token.form)
            for k, token in enumerate(tokens)
            if token.form in said or (token.form[:1] == "و" and token.form[1:] in said)
        }
        for trigger in self._context.triggers:
            if trigger.kind in "VP":
                found[trigger.token] = agreement.of_verb(tokens[trigger.token].surface, trigger.entry)
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

    def members(self, phrase: int) -> list[int]:
        """Those of a group that are named behind it: مجموعات مسلحة، بينها كتائب النور وسرايا الفجر (Ryding 16).

        A group that is told of by its members acts through them, so that they take its relations.
        """
        last = self._phrases[phrase].last
        if self._phrases[phrase].type == "person":
            return []
        for k in range(last, min(len(self._context.tokens), last + COLON_REACH)):
            if self._opens_members(k) and (k - last < MEMBERS_REACH or self._form(k + 1) == ":"):
                behind = [i for i in self._context.outer if k < self._phrases[i].first <= k + MEMBERS_GAP]
                return self.listed(behind[0]) if behind else []
            if self.is_stop(k) or k in self.verbs:
                return []
        return []

    def _form(self, k: int) -> str:
        return self._context.tokens[k].form if k < len(self._context.tokens) else ""

    def _opens_members(self, k: int) -> bool:
        """Whether the token opens the members of a group: منها، بينها، أبرزها."""
        return k < len(self._context.tokens) and is_in(self._context.tokens[k].form, "listing")

    def end_of_list(self, phrase: int) -> int:
        """The token behind the list that ``phrase`` is in and the members of its groups."""
        return max(self._phrases[j].last for i in self.listed(phrase) for j in (i, *self.members(i)))

    def _before(self, phrase: int) -> str:
        first = self._phrases[phrase].first
        while first and self._context.tokens[first - 1].surface in QUOTES:
            first -= 1
        return self._context.tokens[first - 1].form if first else ""

    def parted(self, low: int, high: int) -> bool:
        """Whether a clause begins or ends between the two tokens."""
        classes = load_function_words()
        bounds = classes["complementizers"] | classes["relatives"] | classes["clause_openers"]
        aside = {j for start, end in self._asides if low < start and end < high for j in range(start, end)}
        return any(
            self.is_stop(j) or self._context.tokens[j].form.removeprefix("و") in bounds or j in self.verbs
            for j in range(low + 1, high)
            if j not in aside
        )

    @cached_property
    def _asides(self) -> list[tuple[int, int]]:
        """The clauses on a noun between two commas, over which its own goes on: الهند، التي دخلت الحرب، بجهود (14)."""
        tokens, classes = self._context.tokens, load_function_words()
        openers, commas = (
            classes["relatives"] | classes["aside_openers"],
            [k for k, t in enumerate(tokens) if t.form in "،,"],
        )
        return [
            (start, end)
            for start, end in pairwise(commas)
            if tokens[start + 1].form in openers and not self.stopped(start, end)
        ]

    def before_aside(self, k: int) -> int:
        """Where the clause on a noun that a comma ends right before token ``k`` begins, else ``k`` (Ryding 14)."""
        return next((start for start, end in self._asides if end == k - 1), k)

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
        """Whether the token ends a clause whatever follows."""
        return self._context.tokens[token].surface in _STOPS

    def bare(self, phrase: int) -> bool:
        """Whether no preposition governs the phrase, the list it is in or the thing it owns."""
        return not self.government(phrase)[0]

    def government(self, phrase: int) -> tuple[str, bool]:
        """The preposition that governs the phrase or its list, and whether by a thing of its: بقرار السعودية (8.1).

        كل من, عدد من and their like count as no preposition (Ryding 10.4).
        """
        found = self._governments.get(head := self.head(phrase))
        if found is None:
            found = self._governments[head] = self._government(head)
        return found

    def _government(self, head: int) -> tuple[str, bool]:
        tokens, first = self._context.tokens, self._phrases[head].first
        by = self._context.prepositions[head]
        if by == "من" and first > 1 and is_in(tokens[first - 2].form, "quantifiers"):
            by = self._joined_before(first - 2)
        if by or head not in self._context.outer:
            return by or self._within(head), False
        chain = first
        while chain and first - chain < CHAIN and self._is_thing(chain - 1):
            chain -= 1
            joined = preposition_of(tokens[chain].form)
            if joined:
                return joined, True
        if chain == first:
            return "", False
        before = tokens[chain - 1].form.removeprefix("و") if chain else ""
        return (before if before in PREPOSITIONS else ""), True

    def _within(self, phrase: int) -> str:
        """The preposition before the title of a name within a larger phrase: الموالية للرئيس السابق فلان."""
        first = self._phrases[phrase].first
        for k in range(first - 1, max(-1, first - 1 - TITLE), -1):
            form = self._context.tokens[k].form
            if preposition_of(form) or form in PREPOSITIONS:
                return preposition_of(form) or form
        return ""

    def _joined_before(self, k: int) -> str:
        """The preposition that governs a quantifier: التقى بعدد من الوزراء."""
        before = self._context.tokens[k - 1].form if k else ""
        return before if before in PREPOSITIONS else ""

    def _is_thing(self, k: int) -> bool:
        """Whether the word can stand in construct: no name, adverb, accusative, definite or particle.

        Nor is an actor what a count of days or hours stands in construct with: أمر قبل ثلاثة أيام جماعة (Ryding 15).
        """
        form, classes = self._context.tokens[k].form, load_function_words()
        named = any(self._phrases[i].first <= k < self._phrases[i].last for i in self._context.phrases)
        if not form.isalpha() or named or (k in self.verbs and not self._is_masdar(k)):
            return False
        bare, joined = form.removeprefix("و"), form[:1] == "و" and form not in classes["unjoined"]
        light = classes["prepositions"] | classes["quantifiers"] | classes["adverbs"] | classes["complementizers"]
        light |= classes["spans_of_time"] | classes["demonstratives"]
        definite = bare.startswith(("ال", "بال", "لل", "كال")) or (
            len(bare) < 3 and bare not in classes["short_things"]
        )
        owned = bare.endswith(("ا", "ها", "هم")) or bare in classes["own_places"]
        return not (definite or joined or bare in light | classes["relatives"] or owned)

    def _is_masdar(self, k: int) -> bool:
        """Whether the word, spelled like a verb, is a masdar at token ``k``: تدعم طلب فنلندا."""
        kinds = {t.kind for t in self._context.triggers if t.token == k}
        return kinds >= {"M", "V"} and not self.is_verbal(k)

    def bare_behind(self, phrase: int, act: int) -> bool:
        """Whether no preposition stands between the act and the phrase whose act it is."""
        head = self.head(phrase)
        between = {t.form for t in self._context.tokens[act + 1 : self._phrases[head].first]}
        return not self._context.prepositions[head] and PREPOSITIONS.isdisjoint(between)

    def is_verbal(self, k: int) -> bool:
        """Whether a word that can be verb or masdar (دعم) is a verb at token ``k``, from what stands before it.

        At the start, behind a relative pronoun or a particle of verbs, or behind a phrase that opens the sentence.
        """
        tokens = self._context.tokens
        j = k - 1
        while j >= 0 and not tokens[j].form.isalnum():
            j -= 1
        before = self._phrases_end(k)
        if self._opens_conjunct(k) or self._tells(k):
            return True
        if j < 0 or before is not None:
            start = -1 if before is None else self._opened_by(self.head(before))
            return start is not None and not any(start < v < k for v in self.verbs)
        return is_in(tokens[j].form, "before_verbs")

    def _tells(self, k: int) -> bool:
        """Whether a word of calling upon or threatening is the verb that goes on with what somebody said or did.

        Its masdar is governed or in construct (بطلب، تلبية طلب), or goes with an indefinite noun (أمر ضروري). The verb
        is joined by ف or, behind a comma, by و (Ryding 18), or stands behind a particle, a mark or the noun of its
        relative clause without pronoun (14.3: بيان حث فيه), and has a definite word or a preposition behind it.
        """
        tokens, token = self._context.tokens, self._context.tokens[k]
        mine = [t for t in self._context.triggers if t.token == k and t.kind == "V" and self._is_call(t)]
        if not mine or (k and (is_in(tokens[k - 1].form, "prepositions") or preposition_of(token.form))):
            return False
        behind = self._form(k + 1)
        if mine[0].pronoun:
            licensed = any("obj" in frame.get("target", ()) for frame in load_lexicon()[mine[0].entry].frames)
        else:
            licensed = self._is_definite_at(k + 1) or self._is_prepositional(behind)
        if not licensed:
            return False
        joined = {a.prc2[:1] for a in agreement.verbs(token.surface, mine[0].entry)} & {"w", "f"}
        marked = k > 0 and not tokens[k - 1].form.isalnum()
        if joined:
            return "f" in joined or marked or self._is_prepositional(behind)
        if marked or is_in(self._form(k - 1), "before_clauses", "times") or is_in(behind, "resuming"):
            return True
        return behind in {"من", "الي"} and (k == 0 or not self._is_thing(k - 1))

    def _is_call(self, trigger: Trigger) -> bool:
        """Whether the trigger's entry tells by itself of a call or a threat that its subject utters."""
        entry = load_lexicon()[trigger.entry]
        uttered = any("subj" in frame.get("source", ()) for frame in entry.frames)
        return trigger.relation in {"demands", "threatens"} and uttered and not entry.alone

    def _is_definite_at(self, k: int) -> bool:
        """Whether a definite word or the name of an actor stands at token ``k``."""
        k += k < len(self._context.tokens) and self._context.tokens[k].surface in QUOTES
        named = any(self._phrases[i].first <= k < self._phrases[i].last for i in self._context.phrases)
        return named or self._form(k).startswith("ال") or self._form(k).endswith(("ه", "ها", "هم"))

    def _is_prepositional(self, form: str) -> bool:
        return form in PREPOSITIONS or is_in(form, "resuming") or preposition_of(form) == "ب" or form == "فيما"

    def _opens_conjunct(self, k: int) -> bool:
        """Whether the word goes on behind a comma with a person for its subject: ، وتوعد الوزير."""
        token = self._context.tokens[k]
        behind = k > 0 and self._context.tokens[k - 1].surface in {"،", ","} and token.form.startswith("و")
        subject = next((i for i in self._context.outer if self._phrases[i].first == k + 1), None)
        if not behind or subject is None or self._phrases[subject].type != "person":
            return False
        return not self._context.prepositions[subject]

    def is_governed(self, k: int) -> bool:
        """Whether a preposition, a verb or a noun in construct stands right before token ``k`` or is joined to it."""
        before = self._context.tokens[k - 1].form.removeprefix("و") if k else ""
        joined = preposition_of(self._context.tokens[k].form)
        return bool(joined) or before in PREPOSITIONS or k - 1 in self.verbs or (k > 0 and self._is_thing(k - 1))

    def _opened_by(self, phrase: int) -> int | None:
        """The token before a phrase that opens a clause: a complementizer or mark; -1 at the start."""
        k = self._phrases[phrase].first - 1
        if phrase == self._context.subject or k < 0:
            return k
        form = self._context.tokens[k].form
        return k if is_in(form, "complementizers") or not form.isalnum() else None

    def _phrases_end(self, k: int) -> int | None:
        return next((i for i in self._context.outer if self._phrases[i].last == k), None)

    def agrees(self, phrase: int, gender: str) -> bool:
        """Whether the phrase can be the subject of a verb of that gender."""
        here = self._phrases[phrase]
        surface = self._context.tokens[here.first].surface if here.sentence == self._context.number else ""
        return agreement.agree(gender, agreement.of_phrase(here, surface))


def said_by(form: str) -> str:
    """The gender of the subject that a verb of no entry agrees with, by its letters."""
    bare = form.removeprefix("و")
    return "f" if bare.endswith("ت") else "m" if bare.startswith("ي") else ""


def preposition_of(form: str) -> str:
    """The preposition joined to a word, by its letters; none where they are the word's own (برنامج)."""
    conjunction, joined, rest = words.split(form)
    own = form.removeprefix(conjunction) in load_function_words()["unjoined"]
    return "" if own or (len(rest) < 3 and rest not in load_function_words()["short_things"]) else joined[:1]


def pronominal(form: str) -> str:
    """The preposition of a word that is preposition and pronoun (Ryding 12.5), else nothing."""
    for bare in (form, form.removeprefix("و")):
        for ending in ("ها", "هم", "هما", "ه"):
            if bare.endswith(ending) and bare.removesuffix(ending) in _WITH_PRONOUN:
                return bare.removesuffix(ending)
    return ""
