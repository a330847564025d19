"""What the grammar claims of a trigger, and how sure that is.

Takes a context and a trigger, gives a ``Claim`` for each source and target that the trigger's fullest frame names. A
rule is a relation, a kind of word and the two slots with how they were filled (``supports S min.near noun.near``:
المدعومة من إيران). A claim's confidence is how often its rule was right among annotated articles, and how much better
or worse than others of its kind its entry was: counts in ``rules.tsv``, which ``python -m ingest.training`` takes
anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp, log
from pathlib import Path

from ingest.acts import frames, kinds
from ingest.acts.accused import SLOT as ACCUSED
from ingest.acts.attendance import chairing_together, is_attendant, joining, taking_part
from ingest.acts.attended import Attended
from ingest.acts.between import between
from ingest.acts.bystanders import is_bystander
from ingest.acts.callers import callers
from ingest.acts.consequences import CONDITIONS, Consequences
from ingest.acts.couriers import Couriers, is_handed
from ingest.acts.deed_doers import is_answered
from ingest.acts.filled import ATTENDED, Filled
from ingest.acts.gapped_demands import gapped_demands
from ingest.acts.headed_sides import headed_sides
from ingest.acts.resumed_guests import resumed_guests
from ingest.acts.two_sides import two_sides
from ingest.grammar.joined_deeds import owners, praises
from ingest.grammar.lists import Lists
from ingest.grammar.parted_objects import calls
from ingest.naming.roles import honoured
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

Pair = tuple[int, int]
Met = tuple[int, list[Pair]]  # where a sentence tells of a meeting, of whom
TABLE = Path(__file__).with_name("rules.tsv")
PRIOR = 8.0  # claims that a count is thought to add to, of the share that the wider rule has
_STATED = frozenset({"near", "far", "before"})  # how a source is found that stands by its word
_PURPOSE = "لل"
_OF_AGENT = Filled(None, None, "subj", "obj", "near", "near")
_OF_PASSIVE = frozenset({"subj", "gen", "noun", "min"})  # whom a passive's like is done to: طُلب من الوزير، المهدد
_GIVEN = frozenset({"min", "gen"})  # by whom, of words whose subject has it done: تلقى، حظي
_AGENT = frozenset({"min-qibal", "ila"})  # who does what a passive tells: طُلب من قبل، استُدعي إلى
_JOINED = "joined"  # how who is praised beside the first is found
_BESIDE, _BEHIND = frozenset({"janib", "ma3a", "khalfa", "waraa"}), frozenset({"near", "far"})
_TAKEN_UP = frozenset({"relative", "pronoun", _JOINED})
EVEN = 0.3  # share of right claims of a kind of word never seen


@dataclass(frozen=True, slots=True)
class Claim:
    """Two phrases that a trigger's frame relates."""

    trigger: Trigger
    source: int
    target: int
    frame: Filled
    sides: tuple[tuple[int, int], ...] = ()  # of who attends on a side that a word tells: who met, as told before

    @property
    def rules(self) -> tuple[str, str, str, str]:
        """The names of the rules behind it: relation and kind, with the slots, with the entry, with both."""
        frame, governs = self.frame, self._governs
        kind = f"{self.trigger.relation} {'V' if governs else self.trigger.kind}"
        frame = replace(frame, source_slot="subj") if governs else frame
        if self._is_by_agent:
            kind, frame = f"{self.trigger.relation} V", replace(_OF_AGENT, source=frame.source, target=frame.target)
        slots = f"{frame.source_slot}.{frame.source_how} {frame.target_slot}.{frame.target_how}"
        entry = f"{kind} :{self.trigger.entry}"
        return kind, f"{kind} {slots}", entry, f"{entry} {slots}"

    @property
    def is_express(self) -> bool:
        """Whether the slots leave no doubt about who does it to whom.

        Who stands behind من قبل does it to a passive's subject (Ryding 38), who gets a threat or enjoys backing has it
        from whose it is, and the subject behind a verb does it to the noun that the verb's pronoun takes up (14.2).
        """
        frame = self.frame
        if frame.source_slot in _GIVEN:
            return frame.target_slot == "subj" and frame.target_how in {"near", "pronoun"}
        told = self.trigger.kind == "V" and (frame.source_slot, frame.source_how) == ("subj", "near")
        if self.trigger.kind == "V" and frame.source_slot == "subj" and frame.target_slot in _BESIDE:
            return frame.source_how in _BEHIND and frame.target_how == "pronoun"  # ووقف إلى جانبه الوزير
        return self._is_by_agent or (told and frame.target_slot == "obj" and frame.target_how in _TAKEN_UP)

    @property
    def is_received(self) -> bool:
        """Whether a deed meets with backing, whose doer its pronoun tells: لقي موقفه تأييدا من فلان."""
        frame = self.frame
        return frame.source_slot in _GIVEN and (frame.target_slot, frame.target_how) == ("subj", "pronoun")

    @property
    def _is_by_agent(self) -> bool:
        """Whether من قبل, إلى behind a summons or a word of accusing names who does it, as surely as a verb (38)."""
        by_agent = self.frame.source_slot in _AGENT and self.frame.target_slot in _OF_PASSIVE
        return by_agent or self.frame.source_slot == ACCUSED

    @property
    def _governs(self) -> bool:
        """Whether a masdar of demanding is as its verb would be: with its object, or what the subject acts for.

        مطالبة مصر إسرائيل بـ، تظاهروا للمطالبة بـ (Ryding 2005, 5.1).
        """
        purpose = self.trigger.fused == _PURPOSE and self.frame.source_slot == "implied"
        return self.trigger.kind == "M" and calls(self.trigger) and (purpose or self.frame.target_slot == "obj")


def claims(context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger) -> Iterator[Claim]:
    """The claims of one trigger; none for a part of a construction or a word that is rather of another kind."""
    if trigger.part and not _is_left(context, phrases, trigger):
        return
    if not kinds.is_read(context, phrases, trigger) or _is_within(context, trigger) or is_handed(context, trigger):
        return
    if trigger.entry not in frames.VOWS and is_answered(context, phrases, trigger):  # not رد على تهديدات الرئيس
        return
    for frame in frames.filled(context, phrases, actors, trigger, load_lexicon())[:1]:
        of_one = trigger.pronoun == "3ms" and frame.source == frame.target  # وكان في استقباله: of nobody with another
        told = trigger.entry not in CONDITIONS and not (of_one and trigger.relation == "meets")
        named = list(between(context, phrases, actors, trigger))  # before what its frame makes of بين
        named = named or (list(frames.pairs(context, phrases, actors, frame)) if told else [])
        named = named or Consequences(context, phrases, actors, trigger, frame).pairs()
        named = named or list(chairing_together(context, phrases, actors, trigger))
        named = named or list(two_sides(context, phrases, actors, trigger))
        if not named and frame.source_how in _STATED:  # who attends with each other: of one side
            there = joining(context, phrases, actors, trigger, frame.source)
            yield from (Claim(trigger, source, target, frame) for source, target in there)
        if trigger.relation == "supports" and frame.target is not None and praises(trigger):
            further = owners(context, phrases, frame.target, frame.target_slot)
            joined = [(s, o) for s in dict.fromkeys(s for s, _ in named) for o in further if actors[s] != actors[o]]
            told_too = replace(frame, target_how=_JOINED) if frame.source_how == "near" else frame
            yield from (Claim(trigger, s, o, told_too) for s, o in joined)
        named += resumed_guests(context, phrases, actors, trigger, named)
        named += gapped_demands(context, phrases, actors, trigger, named)
        for source, target in [*named, *taking_part(context, phrases, actors, trigger, named)]:
            if trigger.part and phrases[source].place == phrases[target].place:
                continue  # عقد اجتماعات بين الجانبين: whichever these are, and of no day
            if is_bystander(context, phrases, trigger, source, target):
                continue
            if Lists.of(context, phrases).does_for_two(target):
                continue  # زار الوزير السفير وطلبا: the verb stands for those two, and nothing is done to it
            if trigger.relation == "demands" and _is_of_both(context, phrases, actors, (source, target)):
                continue  # دعا المبعوث الطرفين: neither of the two is who calls upon them
            attended = trigger.relation == "meets" and (source, target) not in named
            persons = any(phrases[i].type == "person" for _, i in named)  # who count rather than their delegation
            faced = attended and (phrases[target].type == "person" or not persons)
            sides = tuple(named) if faced and is_attendant(context, phrases, source) else ()
            yield Claim(trigger, source, target, frame, sides)


def _is_of_both(context: Context, phrases: Sequence[Phrase], actors: Sequence[int], pair: Pair) -> bool:
    """Whether the target is one of two for whom a word stands, of whom the source would be the other."""
    source, target = pair
    beside = (i for i in context.phrases if i != target and phrases[i].place == phrases[target].place)
    return any(actors[i] == actors[source] for i in beside)


def _is_within(context: Context, trigger: Trigger) -> bool:
    """Whether a construction of threatening begins within a larger one, which tells by what: سيواجه برد قاس."""
    larger = (t for t in context.triggers if t.relation == trigger.relation == "threatens")
    return any(t.start < trigger.start < t.until and trigger.until - trigger.start > 1 for t in larger)


def _is_left(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a meeting is told of by its masdar, though that is a word of a construction (Ryding 5.1).

    What holds it is no verb (تم عقد اجتماع بين), or it only stands between verb and noun: أعرب، خلال لقائه، عن شكره.
    So is a backing that ended, of which only the announcement is a threat: سحبت الكتلة دعمها للوزير. A clause on who is
    between verb and noun tells of another's: شن مقاتلون تدعمهم قطر هجوما (14.3).
    """
    if trigger.relation == "supports" and trigger.kind == "V" and trigger.pronoun:
        around = [t for t in context.triggers if t.start <= trigger.token < t.until and t.until - t.start > 1]
        return all(t.relation != "supports" and t.start < trigger.token < t.until - 1 for t in around)
    if trigger.relation == "supports" and trigger.kind == "M" and trigger.pronoun:
        around = [t for t in context.triggers if t.start <= trigger.token < t.until and t.until - t.start > 1]
        return all(t.relation == "threatens" and not kinds.is_read(context, phrases, t) for t in around)
    if trigger.relation != "meets" or trigger.kind != "M" or trigger.verb == kinds.HOLD:
        return False
    around = [t for t in context.triggers if t.start <= trigger.token < t.until and t.until - t.start > 1]
    between = trigger.pronoun and all(t.start < trigger.token < t.until - 1 for t in around)
    return bool(between) or not any(kinds.is_read(context, phrases, t) for t in around)


def all_claims(
    contexts: Sequence[Context], phrases: Sequence[Phrase], actors: Sequence[int]
) -> Iterator[tuple[Context, Claim]]:
    """The claims of every trigger, sentence by sentence; who attends a meeting meets the sides told before."""
    sides: list[Pair] = []
    hosts: dict[str, int] = {}  # by the verb of meeting, its last subject
    guest: int | None = None
    couriers = Couriers()
    for context in contexts:
        met: list[Met] = []
        for trigger in context.triggers:
            told = [_again(claim, phrases, actors, hosts) for claim in claims(context, phrases, actors, trigger)]
            yield from ((context, claim) for claim in told)
            if pairs := [(c.source, c.target) for c in told if trigger.relation == "meets" and c.frame.is_named]:
                first = [pair for pair in pairs if not any(is_attendant(context, phrases, i) for i in pair)]
                met.append((trigger.start, first or pairs))
        met = _oriented(sorted(met), sides, actors)  # constructions stand behind single words
        for trigger in context.triggers:
            attended = Attended(context, phrases, actors, trigger)
            here = [pairs for start, pairs in met if start < trigger.token]
            facing = here[-1] if here else sides
            for source, target in attended.pairs(facing):
                of = tuple(facing) if source in attended.sided else ()
                yield context, Claim(trigger, source, target, _ATTENDED, of)
            for source, target in headed_sides(context, phrases, actors, trigger):
                yield context, Claim(trigger, source, target, _ATTENDED)
            for source, target in callers(context, phrases, actors, trigger, guest):
                guest = source
                yield context, Claim(replace(trigger, kind="N"), source, target, _ATTENDED)
        for word, (source, target) in couriers.of(context, phrases):
            if actors[source] != actors[target]:
                yield context, Claim(word, source, target, _ATTENDED, ((source, target),))
        sides = met[-1][1] if met else sides


def _oriented(met: Sequence[Met], sides: list[Pair], actors: Sequence[int]) -> list[Met]:
    """The meetings, with hosts and guests as told before where both meet anew: استقبل الأمير الوزير الذي سلمه رسالة."""
    oriented = []
    for start, pairs in met:
        before = [{actors[i] for i in pair} for pair in sides]
        sides = sides if all({actors[i] for i in pair} in before for pair in pairs) else pairs
        oriented.append((start, sides))
    return oriented


def _again(claim: Claim, phrases: Sequence[Phrase], actors: Sequence[int], hosts: dict[str, int]) -> Claim:
    """The claim, with who received before for whoever is only addressed: استقبل الأمير الوزير، واستقبل سموه السفير."""
    trigger = claim.trigger
    if (trigger.relation, trigger.kind) != ("meets", "V") or claim.frame.source_slot != "subj":
        return claim
    host, source = hosts.get(trigger.entry), phrases[claim.source]
    if host is not None and source.length == 1 and honoured(source.form) and claim.frame.source_how == "near":
        return claim if actors[host] == actors[claim.target] else replace(claim, source=host)
    hosts[trigger.entry] = claim.source
    return claim


_ATTENDED = Filled(None, None, "subj", ATTENDED, "near", "inherited")


class Rules:
    """How often each rule and entry was right."""

    def __init__(self, counts: Mapping[str, tuple[float, float]]) -> None:
        """Keep right and wrong claims by rule."""
        self._counts = counts

    @classmethod
    def load(cls, path: Path) -> "Rules":
        """Read a table of tab-separated rule, right and wrong."""
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        return cls({rule: (float(right), float(wrong)) for rule, right, wrong in rows})

    def confidence(self, claim: Claim) -> float:
        """Between 0 and 1; slots and entry, each shrunk towards their kind, foretell both together."""
        kind, slots, entry, both = claim.rules
        base = self._share(kind, EVEN)
        score = _logit(self._share(slots, base)) + _logit(self._share(entry, base)) - _logit(base)
        return self._share(both, 1 / (1 + exp(-score)))

    def _share(self, rule: str, expected: float) -> float:
        right, wrong = self._counts.get(rule, (0.0, 0.0))
        return (right + PRIOR * expected) / (right + wrong + PRIOR)


@cache
def load_rules() -> Rules:
    """The counts that come with Shabaka."""
    return Rules.load(TABLE)


def _logit(share: float) -> float:
    return log(share / (1 - share))
