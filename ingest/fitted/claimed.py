"""What the grammar claims of an article as a whole, in numbers for the judge.

Takes the contexts of an article and the rules with their counts; gives for a relation and pair of actors how sure the
grammar is of it, of others at the same word, of the pair turned round or otherwise related, and of its actors with
others; how the pair that shows it best fills the word's frame; and whether the relation is denied there or left open.
"""

from collections import defaultdict
from collections.abc import Sequence
from math import prod

from ingest.acts import frames, kinds
from ingest.acts.bystanders import is_bystander
from ingest.acts.claims import Claim, Rules, all_claims
from ingest.acts.consequences import UNLESS
from ingest.acts.courtesies import is_greeting
from ingest.acts.deed_doers import victims
from ingest.acts.filled import ATTENDED, DOUBTFUL
from ingest.acts.provokers import WHOEVER
from ingest.fitted.ranker import Candidate
from ingest.grammar.called_acts import is_decried
from ingest.reading import RELATIONS, Relation, Status
from ingest.status import status
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

Key = tuple[Relation, int, int]  # relation, source and target actor; ``meets`` has the smaller number first
Event = tuple[int, int, str]
_AT_PLACE = frozenset({"near", "before", "of"})
PROVOKER_REACH = 3  # tokens from من to a phrase that is a part of what whoever it is does
FRONTED = 0.6  # how sure the grammar must be of what is told before who does it, for no judge to be asked
_SAYS = 0.15  # probability from which a candidate is thought to say something


def event_of(candidate: Candidate) -> Event:
    """Sentence, word and relation that a candidate is of."""
    return candidate.context, candidate.trigger.token, candidate.trigger.relation


def key_of(relation: Relation, source: int, target: int) -> Key:
    """The key of a relation between two actors."""
    if relation == "meets" and source > target:
        source, target = target, source
    return relation, source, target


class Claimed:
    """All claims of an article."""

    def __init__(
        self, contexts: Sequence[Context], phrases: Sequence[Phrase], actors: Sequence[int], rules: Rules
    ) -> None:
        """Claim all that the frames of its words claim."""
        self._contexts, self._phrases, self._actors = contexts, phrases, actors
        self._of_pair: dict[Key, list[float]] = defaultdict(list)
        self._of_event: dict[Event, list[tuple[int, int, float]]] = defaultdict(list)
        self._of_end: dict[tuple[str, Relation, int], float] = defaultdict(float)
        self._statuses: dict[Event, Status] = {}
        self._words: dict[tuple[int, Trigger], set[Key]] = defaultdict(set)
        self.victims = {(c.number, actors[i]) for c in contexts for i in victims(c, phrases)}
        self.express: dict[Key, float] = {}  # how sure, by key, where no doubt is left
        self._attending: set[tuple[int, int]] = set()  # by sentence, who attends with those of the other side
        self.received: dict[Key, Candidate] = {}  # of each backing got, who may be of a sentence before
        self.sided: list[tuple[Candidate, float, list[Key]]] = []  # who attends on a told side, how surely
        for context, claim in all_claims(contexts, phrases, actors):
            trigger = claim.trigger
            source, target, sure = actors[claim.source], actors[claim.target], rules.confidence(claim)
            key = key_of(trigger.relation, source, target)
            self._of_pair[key].append(sure)
            self._words[context.number, trigger].add(key)
            if claim.is_express or (sure >= FRONTED and self._is_fronted(context, claim)):
                self.express[key] = max(sure, self.express.get(key, 0.0))
                if claim.is_received:
                    shown = Candidate(context.number, trigger, claim.source, claim.target)
                    self.received.setdefault(key, shown)
            if claim.sides:
                met = [key_of("meets", actors[a], actors[b]) for a, b in claim.sides]
                self.sided.append((Candidate(context.number, trigger, claim.source, claim.target), sure, met))
            if claim.sides or (claim.frame.target_slot == ATTENDED and trigger.kind == "V"):
                self._attending.add((context.number, source))
            self._of_event[context.number, trigger.token, trigger.relation].append((claim.source, claim.target, sure))
            for end in (("source", trigger.relation, source), ("target", trigger.relation, target)):
                self._of_end[end] = max(self._of_end[end], sure)

    def _is_fronted(self, context: Context, claim: Claim) -> bool:
        """Whether an act is told before who does it, whom the main verb behind names: بعد لقائه الوزير، قال السفير."""
        source, met = self._phrases[claim.source], self._phrases[claim.target]
        here = source.sentence == met.sentence == context.number
        return here and claim.frame.source_how == "carried" and claim.trigger.token < met.first < source.first

    def by_word(self, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """The candidates of a pair, first the best of those in its sentence whose very word the grammar claims it of.

        Whether it is so is asked of the word that relates the two: أنهى الوزير زيارته بلقاء مع نظيره.
        """
        near = (c for c in found if c.context == found[0].context)
        best = next((c for c in near if self.claims(c)), found[0])
        return (best, *(c for c in found if c is not best))

    def claims(self, one: Candidate) -> bool:
        """Whether the grammar claims a candidate's pair of its very word."""
        key = key_of(one.trigger.relation, self._actors[one.source], self._actors[one.target])
        return key in self._words.get((one.context, one.trigger), ())

    def decries(self, one: Candidate) -> bool:
        """Whether a candidate's word is of a backing that somebody blames or warns of, who so does not back."""
        context = self._contexts[one.context]
        masdars = (t for t in context.triggers if t.token == one.trigger.token and t.kind == "M")
        return any(is_decried(context, self._phrases, t, None) for t in masdars)

    def greets(self, one: Candidate) -> bool:
        """Whether a candidate's target is only welcomed as a guest or handed a paper."""
        return is_greeting(self._contexts[one.context], one.trigger, self._phrases[one.target])

    def lacks_part(self, one: Candidate) -> bool:
        """Whether one of a candidate's pair has no part in its word, or the word is a condition of nobody's threat.

        Whoever provokes is told of by a phrase that holds the word or stands behind it: من يطلق النار.
        """
        target, trigger = self._phrases[one.target], one.trigger
        elsewhere = trigger.entry == WHOEVER and not -target.length < target.first - trigger.token <= PROVOKER_REACH
        if (trigger.entry == UNLESS or elsewhere) and not self.claims(one):
            return True
        return is_bystander(self._contexts[one.context], self._phrases, trigger, one.source, one.target)

    def is_for_another(self, one: Candidate) -> bool:
        """Whether the grammar claims of a candidate's very word that its source does it, and to others alone."""
        found = self.at(event_of(one))
        mine = [target for source, target, _ in found if self._actors[source] == self._actors[one.source]]
        return bool(mine) and all(self._actors[target] != self._actors[one.target] for target in mine)

    def attends_with_others(self, one: Candidate) -> bool:
        """Whether a meeting is of somebody who only attends one there, as the grammar claims, and with others."""
        if one.trigger.relation != "meets":
            return False
        ends = [self._actors[i] for i in (one.source, one.target)]
        there = any((one.context, actor) in self._attending for actor in ends)
        return there and not self.certainty(key_of("meets", ends[0], ends[1]))

    def certainty(self, key: Key) -> float:
        """How sure the grammar is of a pair; of what it does not claim, nothing."""
        return max(self._of_pair.get(key, ()), default=0.0)

    def at(self, event: Event) -> Sequence[tuple[int, int, float]]:
        """What is claimed of one word: source and target phrases, and how sure that is."""
        return self._of_event.get(event, ())

    def numbers(self, key: Key, found: Sequence[Candidate]) -> dict[str, float]:
        """The named numbers of a pair with its candidates, best first."""
        relation, source, target = key
        sure, shown = self._of_pair.get(key, []), self._status(found[0])
        return {
            "grammar": max(sure, default=0.0),
            "grammar claims": len(sure),
            "grammar any": 1 - prod(1 - one for one in sure),
            "grammar reverse": 0.0 if relation == "meets" else self.certainty((relation, target, source)),
            "grammar other relation": max(self._other(one, source, target) for one in RELATIONS if one != relation),
            **{
                f"grammar {of} as {end}": self._of_end.get((end, relation, actor), 0.0)
                for of, actor in (("source", source), ("target", target))
                for end in ("source", "target")
            },
            "denied": float(shown == "negated"),
            "open": float(shown == "hypothetical"),
            "any": 1 - prod(1 - candidate.probability for candidate in found[:10]),
            "headline": float(any(c.context == 0 and c.probability > _SAYS for c in found)),
            **self._event(found[0]),
            **self._frame(found[0]),
        }

    def _other(self, relation: Relation, source: int, target: int) -> float:
        return max(self.certainty(key_of(relation, *ends)) for ends in ((source, target), (target, source)))

    def _status(self, top: Candidate) -> Status:
        """Status of the word that the best candidate is of; many pairs are shown by one word."""
        event = event_of(top)
        if event not in self._statuses:
            self._statuses[event] = status(self._contexts[top.context], self._phrases, top.trigger)
        return self._statuses[event]

    def _event(self, top: Candidate) -> dict[str, float]:
        """The claims of the word that the best candidate is of."""
        source, target = self._actors[top.source], self._actors[top.target]
        both = [(source, target), (target, source)] if top.trigger.relation == "meets" else [(source, target)]
        told = [(self._actors[a], self._actors[b], sure) for a, b, sure in self.at(event_of(top))]
        return {
            "claims": len(told),
            "claimed": max((sure for *_, sure in told), default=0.0),
            "claimed same": max((sure for a, b, sure in told if (a, b) in both), default=0.0),
            "claimed other": max((sure for a, b, sure in told if (a, b) not in both), default=0.0),
            "claimed source": max((sure for a, _, sure in told if a == source), default=0.0),
            "claimed target": max((sure for _, b, sure in told if b == target), default=0.0),
            "claimed crossed": max((sure for a, b, sure in told if a == target or b == source), default=0.0),
        }

    def _frame(self, top: Candidate) -> dict[str, float]:
        """How the best candidate fills the frame of its word."""
        context, phrases, trigger = self._contexts[top.context], self._phrases, top.trigger
        filled = frames.filled(context, phrases, self._actors, trigger, load_lexicon())
        slots = frames.roles(context, phrases, filled)
        row = {
            "read": float(kinds.is_read(context, phrases, trigger)),
            "part": float(bool(trigger.part)),
            "full": float(bool(filled) and filled[0].full),
        }
        for role, number, mark, turned in (("source", top.source, "S", "T"), ("target", top.target, "T", "S")):
            slot = slots.get((number, mark), "")
            how = slot.rpartition(".")[2]
            row[f"{role} in slot"] = float(bool(slot))
            row[f"{role} at place"] = float(how in _AT_PLACE)
            row[f"{role} in doubt"] = float(how in DOUBTFUL)
            row[f"{role} crossed"] = float((number, turned) in slots)
        return row
