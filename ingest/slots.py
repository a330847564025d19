"""Which phrase fills a slot of a trigger's frame: subject, object, genitive, noun described, preposition.

Takes a context and a trigger, gives a phrase or None for each slot by a shallow grammar (Ryding 2005): a verb's
subject stands behind it without preposition (VSO, 3.1), else before it (SVO), is the noun before a relative
pronoun (14), or is carried on (pro-drop); the object is the next such phrase behind the subject or an
enclitic pronoun; a masdar's genitive follows it at once (5.1) or is a pronoun; a participle describes the
noun before it or the phrase that holds it. An argument behind a preposition is the first such in the clause.
"""

from collections.abc import Callable, Iterator, Sequence

from ingest.context import Context
from ingest.mentions import Phrase
from ingest.triggers import Trigger
from ontology.function_words import load_function_words

SUBJECT_GAP = 5  # tokens between a verb and its subject: وقال في تغريدة له أمس فلان
OBJECT_GAP = 6
CLAUSE = 40  # tokens in which an argument behind a preposition is looked for
_STOPS = frozenset(".؛!؟")
_LETTER = {
    "bi": ("ب",),
    "li": ("ل",),
    "ila": ("الي",),
    "ma3a": ("مع",),
    "3ala": ("علي",),
    "3an": ("عن",),
    "min": ("من",),
    "min-qibal": ("قبل",),
    "min-khilal": ("خلال",),
    "didda": ("ضد",),
    "bayna": ("بين",),
    "fi": ("في",),
    "tijah": ("تجاه",),
    "amam": ("امام",),
    "hawla": ("حول",),
}
_PERSONS = {"3ms": {"person", "organization", "armed_group", "state"}, "3mp": {"group", "armed_group", "person"}}


class Slots:
    """The slots of one trigger; every method gives the index of a phrase or None."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger) -> None:
        self._context, self._phrases, self._actors, self._trigger = context, phrases, actors, trigger
        self._around = [i for i in context.phrases if phrases[i].first <= trigger.token < phrases[i].last]
        self._inside = [i for i in context.phrases if any(phrases[j].holds(phrases[i]) for j in self._around)]
        self._by_name: dict[str, Callable[[], int | None]] = {
            "subj": self.subject,
            "obj": self.object,
            "gen": self.genitive,
            "noun": self.noun,
        }

    def fill(self, slot: str) -> int | None:
        """The phrase in the slot of that name."""
        return self._by_name[slot]() if slot in self._by_name else self.behind(*_LETTER[slot])

    def subject(self) -> int | None:
        """Behind the verb, before it, or carried on."""
        behind = self._next(self._trigger.token, SUBJECT_GAP)
        if behind is not None and self._adjacent() is None:
            return behind
        return self._before() if self._trigger.kind != "M" else self.implied()

    def object(self) -> int | None:
        """The enclitic's antecedent, or the phrase behind the subject, or behind the verb where the subject is not."""
        if self._trigger.pronoun:
            return self.antecedent()
        subject = self._next(self._trigger.token, SUBJECT_GAP)
        if subject is None:
            return None
        after = [i for i in self._context.outer if self._phrases[i].first >= self._phrases[subject].last]
        for i in after:
            if self._context.head(i) == self._context.head(subject):
                continue
            gap = self._phrases[i].first - self._end_of_list(subject)
            return i if gap <= OBJECT_GAP and self._bare(i) else (subject if self._before() is not None else None)
        return subject if self._before() is not None else None

    def genitive(self) -> int | None:
        """What a masdar stands in construct with, or the antecedent of its possessive."""
        if self._trigger.pronoun:
            return self.implied()
        k = self._trigger.token
        near = [i for i in self._candidates() if 0 < self._phrases[i].first - k <= 1 and self._bare(i)]
        return near[0] if near else None

    def noun(self) -> int | None:
        """What a participle describes: the phrase that holds it, or the one right before it."""
        if self._around:
            return min(self._around, key=lambda i: self._phrases[i].length)
        k = self._trigger.token
        before = [i for i in self._context.outer if 0 <= k - self._phrases[i].last <= 1]
        return before[-1] if before else self.implied()

    def behind(self, *prepositions: str) -> int | None:
        """The first phrase of the clause that one of these prepositions governs."""
        k = self._trigger.token
        for i in self._candidates():
            first = self._phrases[i].first
            if k < first <= k + CLAUSE and self._context.prepositions[i] in prepositions:
                return None if self._crosses(k, first) else i
        return None

    def content(self) -> Iterator[int]:
        """The phrases behind the trigger, nearest first, whatever governs them."""
        k = self._trigger.token
        for i in self._context.outer:
            if self._phrases[i].first > k and not self._crosses(k, self._phrases[i].first):
                yield i

    def implied(self) -> int | None:
        """The subject of the sentence where it stands before the trigger, else the one carried on."""
        subject, k = self._context.subject, self._trigger.token
        if subject is not None and self._phrases[subject].last <= k:
            return subject
        return self._context.inherited

    def antecedent(self) -> int | None:
        """Whom an object pronoun means: the nearest fitting phrase before, that is not the subject."""
        subject = self.subject()
        taken = None if subject is None else self._actors[subject]
        kinds = _PERSONS.get(self._trigger.pronoun)
        earlier = [i for i in self._context.outer if self._phrases[i].last <= self._trigger.token]
        inherited = [] if self._context.inherited is None else [self._context.inherited]
        for i in [*reversed(earlier), *inherited]:
            if self._actors[i] != taken and (kinds is None or self._phrases[i].type in kinds):
                return i
        return None

    def _candidates(self) -> Sequence[int]:
        """Outer phrases, and those beside the trigger within a phrase that holds it."""
        return sorted({*self._context.outer, *self._inside}, key=lambda i: self._phrases[i].first)

    def _next(self, k: int, gap: int) -> int | None:
        """The first phrase behind token ``k`` without a preposition, no more than ``gap`` tokens away."""
        for i in self._context.outer:
            first = self._phrases[i].first
            if k < first and self._bare(i):
                return i if first - k - 1 <= gap and not self._crosses(k, first) else None
        return None

    def _adjacent(self) -> int | None:
        """The subject right before the verb (SVO): واشنطن تهدد طهران."""
        k = self._trigger.token
        before = [i for i in self._context.outer if self._phrases[i].last == k and self._bare(i)]
        return before[-1] if before else None

    def _before(self) -> int | None:
        """The subject before: the noun of a relative clause, the nearest bare phrase, or the one carried on."""
        k, classes = self._trigger.token, load_function_words()
        before = [i for i in self._context.outer if self._phrases[i].last <= k]
        if before:
            between = [t.form for t in self._context.tokens[self._phrases[before[-1]].last : k]]
            if between and between[-1] in classes["relatives"] and len(between) <= 2:
                return before[-1]
        bare = [i for i in before if self._bare(i) and not self._crosses(self._phrases[i].last - 1, k)]
        if bare and k - self._phrases[bare[-1]].last <= SUBJECT_GAP:
            return bare[-1]
        return self.implied()

    def _bare(self, i: int) -> bool:
        return not self._context.prepositions[self._context.head(i)]

    def _end_of_list(self, head: int) -> int:
        listed = [i for i in self._context.outer if self._context.head(i) == self._context.head(head)]
        return max(self._phrases[i].last for i in listed)

    def _crosses(self, low: int, high: int) -> bool:
        return any(token.surface in _STOPS for token in self._context.tokens[low + 1 : high])
