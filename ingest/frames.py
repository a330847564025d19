"""Source and target of a trigger by the frames of its lexicon entry.

Takes a context and a trigger, gives one ``Filled`` a frame, the fullest first: the phrases that fill source
and target, and the slots they fill. A demand whose addressee is not named takes as target the first actor
of its content (طالب بانسحاب القوات الأمريكية). Coordinated phrases share the slot of their first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest import words
from ingest.carried import Filler
from ingest.clauses import Clauses, preposition_of, pronominal
from ingest.contents import Content
from ingest.context import Context
from ingest.meeting import Meeting
from ingest.mentions import Phrase
from ingest.morphology import embedded
from ingest.scope import Scope, is_future, is_in
from ingest.slots import Slots
from ingest.triggers import Trigger
from ontology.function_words import load_function_words
from ontology.lexicon import Entry, Frame, load_lexicon

DOUBTFUL = frozenset({"far", "carried", "inherited", "pronoun"})
HOLD, SHELTER = "3aqada", "awa"
HOSTED = 12  # tokens behind a verb of sheltering in which refugees stand
LOOSE = 8  # tokens from a meeting to whom it is with, where nothing else stands by its word
_PEOPLE = frozenset({"person", "group"})
_NAMED = frozenset({"person", "organization", "state", "armed_group"})
_DEFINITE = frozenset({"ال", "بال", "لل"})
_AGENT = ("min-qibal", "min")  # who does it, behind a passive or its like


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with its fillers; an empty slot name for a role that nothing fills."""

    source: int | None
    target: int | None
    source_slot: str
    target_slot: str
    source_how: str = ""  # how it was found there; see ``carried.How``
    target_how: str = ""

    @property
    def roles(self) -> int:
        """How many roles are filled; a target counts for two."""
        return (self.source is not None) + 2 * (self.target is not None)

    @property
    def doubts(self) -> int:
        """How many roles are filled by what does not stand at its place."""
        return (self.source_how in DOUBTFUL) + (self.target_how in DOUBTFUL)

    @property
    def is_loose(self) -> bool:
        """Whether neither end stands by its word, so that far off مع is of another: العلاقات مع إيران."""
        return self.source_slot == "implied" and (self.target_slot, self.target_how) == ("ma3a", "far")

    @property
    def full(self) -> bool:
        """Whether both roles are filled."""
        return self.source is not None and self.target is not None


def is_read(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the word is of the trigger's kind, where its spelling allows more than one.

    Verb or masdar (دعم) goes by what stands before it (Ryding 5.1); a participle that is no circumstance gives way to
    a noun (مطالب, demands) and, behind what governs a noun, to a masdar (مطالبة).
    """
    unread = (
        _is_past_duty(context, trigger)
        or _is_blessing(context, trigger)
        or _is_named(context, phrases, trigger)
        or _is_split(context, trigger)
        or _is_impersonal(context, trigger)
        or _is_hospitality(context, trigger)
    )
    if unread or _invites(context, phrases, trigger) or not _shows_alone(context, phrases, trigger):
        return False
    kinds = {t.kind for t in context.triggers if t.token == trigger.token and t.verb == trigger.verb}
    others = {t.kind for t in context.triggers if t.token == trigger.token} - {trigger.kind}
    if trigger.kind in "VM" and ({"V", "M"} <= kinds or _may_end(context, trigger)):
        if trigger.start < trigger.token or _holds(context, phrases, trigger):  # لقاء جمع كيري بنظيره
            return trigger.kind == "V"
        return Clauses.of(context, phrases).is_verbal(trigger.token) == (trigger.kind == "V")
    if trigger.kind == "A" and ("N" in others or _is_plain_noun(context, trigger)):
        return _is_circumstance(context, trigger)
    if trigger.kind in "AM" and {"A", "M"} <= kinds:
        return Clauses.of(context, phrases).is_governed(trigger.token) == (trigger.kind == "M")
    return True


def _is_deadline(trigger: Trigger) -> bool:
    """Whether the entry tells a demand and, with what follows if it is not met, a threat: أمهل، مهلة."""
    relations = load_lexicon()[trigger.entry].relations
    return {"demands", "threatens"} <= set(relations)


def _threatens(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a deadline is a threat too; in a headline, which is short, only where what comes else is said.

    That stands behind it (وإلا، فسوف), is a verb of the future or a threat of its own.
    """
    if not Scope(context, phrases, trigger).is_headline:
        return True
    behind = (token.form for token in context.tokens[trigger.token + 1 :])
    other = any(
        t.relation == "threatens" and t.token != trigger.token and not _is_deadline(t) and not t.part
        for t in context.triggers
    )
    return other or any(is_in(form, "consequences") or is_future(form) for form in behind)


def _is_plain_noun(context: Context, trigger: Trigger) -> bool:
    """Whether the participle is also a noun of no relation, as طالب, a student."""
    lexicon, form = load_lexicon(), context.tokens[trigger.token].surface
    return any(a.deriv == "base" and not lexicon[a.entry].relations for a in embedded().analyse(form))


def _is_circumstance(context: Context, trigger: Trigger) -> bool:
    """Whether the participle is one of circumstance by its ending; of women or several, behind a comma (Ryding 11)."""
    form = context.tokens[trigger.token].form
    aside = trigger.token > 0 and context.tokens[trigger.token - 1].surface in {"،", ","}
    return form.endswith("ا") or (aside and form.endswith(("ه", "ين")) and "ال" not in form[:3])


def _holds(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a word of meeting is the verb: behind a pronoun that is its subject (أنه تحدث), or عقد before no meeting.

    The masdar of عقد stands in construct with the meeting: عقد اجتماع.
    """
    behind = {t.kind for t in context.triggers if t.token == trigger.token + 1 and t.relation == trigger.relation}
    governed = Clauses.of(context, phrases).is_governed(trigger.token)
    before = context.tokens[trigger.token - 1].form.removeprefix("و") if trigger.token else ""
    if trigger.relation == "meets" and is_in(before, "with_subject"):
        return True
    return trigger.verb == HOLD and not behind and not governed


def _shows_alone(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the frame of the entry tells a relation, not only a deed done (قصف) or a word that may go with one."""
    entry = load_lexicon().get(trigger.entry)
    if trigger.relation == "threatens" and entry is not None and _is_deadline(trigger):
        return _threatens(context, phrases, trigger)
    if entry is None or not entry.alone:
        return True
    scope = Scope(context, phrases, trigger)
    return entry.alone == "future" and (scope.is_future or scope.is_resolved)


def _is_past_duty(context: Context, trigger: Trigger) -> bool:
    """Whether the words of duty only tell of one that was: كان عليه أن."""
    first = context.tokens[trigger.start - 1].form if trigger.start else ""
    return trigger.relation == "demands" and trigger.kind == "N" and is_in(first, "past")


def _is_blessing(context: Context, trigger: Trigger) -> bool:
    """Whether God is the subject: أيده الله."""
    behind = context.tokens[trigger.token + 1 : trigger.token + 2]
    return bool(trigger.pronoun and behind and behind[0].form == "الله")


def _invites(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the call is an invitation, which is no demand."""
    calls = trigger.relation == "demands" and trigger.verb == "da3a"
    return calls and Content(context, phrases, trigger, Clauses.of(context, phrases)).invites()


def _is_split(context: Context, trigger: Trigger) -> bool:
    """Whether a letter that the reading takes for a preposition is the root's in another: بحث is no urging (حث)."""
    first = context.tokens[trigger.token].form.removeprefix("و")[:1]
    roots = {t.entry: load_lexicon()[t.entry].root[:1] for t in context.triggers if t.token == trigger.token}
    return trigger.kind == "M" and first in {"ب", "ل"} and roots[trigger.entry] != first and first in roots.values()


def _may_end(context: Context, trigger: Trigger) -> bool:
    """Whether the verb is spelled like a noun of ending: وقف, end, or he stood."""
    form, ends = context.tokens[trigger.token].form, load_function_words()["cessations"]
    return trigger.kind == "V" and (form in ends or (form[:1] == "و" and form[1:] in ends))


def _is_impersonal(context: Context, trigger: Trigger) -> bool:
    """Whether a definite participle is a passive one with a pronoun behind بـ (Ryding 38): الحكومة المعترف بها."""
    behind = context.tokens[trigger.token + 1 : trigger.token + 2]
    definite = words.split(context.tokens[trigger.token].form)[1] in _DEFINITE
    return trigger.kind == "A" and definite and bool(behind) and pronominal(behind[0].form) == "ب"


def _is_hospitality(context: Context, trigger: Trigger) -> bool:
    """Whether who is sheltered is a refugee or the like, which is no support: آوت موريتانيا مئة ألف لاجئ."""
    behind = context.tokens[trigger.until : trigger.until + HOSTED]
    return trigger.verb == SHELTER and any(is_in(token.form, "displaced") for token in behind)


def _is_named(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the word is part of a name: وزير الدفاع، سامح شكري، التحالف."""
    form = words.split(context.tokens[trigger.token].form)
    if trigger.kind == "M" and form[1] in _DEFINITE and is_in(form[2], "naming_bodies"):
        return True
    around = (phrases[i] for i in context.outer if phrases[i].first <= trigger.token < phrases[i].last)
    return trigger.kind in "MVP" and any(p.type in _NAMED and (trigger.kind == "M" or p.length > 1) for p in around)


def frames_of(entry: Entry, kind: str) -> tuple[Frame, ...]:
    """The frames for a kind of word: the entry's own, else those that follow from the verb's.

    A passive's subject is the target (Ryding 38); a masdar's genitive is the subject, or the object where the
    subject is carried on (Ryding 5.1); an active participle describes the source, a passive one the target.
    """
    own = {
        "P": entry.passive_frames,
        "M": entry.masdar_frames,
        "A": entry.participle_frames,
        "S": entry.participle_frames,
    }
    if kind not in own or own[kind]:
        return own.get(kind) or entry.frames
    derived = [changed for frame in entry.frames for changed in _derived(frame, kind)]
    if kind == "M" and "meets" in entry.relations:
        derived += [{"source": ("bayna",)}, {"source": ("gen",)}]
    return tuple(derived)


def _derived(frame: Frame, kind: str) -> Iterator[Frame]:
    source, target = frame.get("source", ()), frame.get("target", ())
    indirect = tuple(slot for slot in target if slot != "obj")
    if "subj" not in source:
        yield frame
        return
    if not target and "content" not in frame and kind != "M":
        return
    rest = {role: slots for role, slots in frame.items() if role == "content" and slots != ("obj",)}
    if kind == "P":
        yield {**rest, "source": _AGENT, "target": indirect or ("subj",)}
    elif kind == "S":
        yield {"source": (*_AGENT, "bi"), "target": ("noun",)}
    elif kind == "A":
        behind = ("gen", "li") if "obj" in target else ()
        yield {**rest, "source": ("noun",), **({"target": behind + indirect} if target else {})}
    elif kind == "M":
        behind = ("li", "obj") if "obj" in target else ()
        yield {**rest, "source": ("gen", *_AGENT), **({"target": indirect + behind} if target else {})}
        if "obj" in target:
            yield {**rest, "source": _AGENT, "target": ("gen",)}


def filled(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, lexicon: Mapping[str, Entry]
) -> list[Filled]:
    """The trigger's frames, filled, the fullest first; none for an entry without frames. Worked out once."""
    if trigger not in context.once:
        context.once[trigger] = _filled(context, phrases, actors, trigger, lexicon)
    found: list[Filled] = context.once[trigger]
    return found


def _filled(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, lexicon: Mapping[str, Entry]
) -> list[Filled]:
    frames = frames_of(lexicon[trigger.entry], trigger.kind) if trigger.entry in lexicon else ()
    persons = trigger.entry in lexicon and lexicon[trigger.entry].only_persons
    found = dict.fromkeys(
        _fill(Slots(context, phrases, actors, trigger, _slots_of(frame)), frame, actors) for frame in frames
    )
    fitting = (f for f in found if not persons or f.target is None or phrases[f.target].type in _PEOPLE)
    if trigger.relation == "meets" and trigger.kind == "M":
        purpose = Meeting(context, phrases, trigger, Clauses.of(context, phrases)).is_purpose
        mutual = bool(lexicon[trigger.entry].masdar_frames) and not purpose
        fitting = (f for f in fitting if not (mutual and (f.source_slot, f.target_slot) == ("implied", "gen")))
        fitting = (f for f in fitting if not f.is_loose or phrases[f.target or 0].first - trigger.token <= LOOSE)
    fitting = (f for f in fitting if trigger.kind != "M" or f.target_slot != "noun" or _is_means(context, trigger, f))
    return sorted(fitting, key=lambda f: (-f.roles, f.doubts))


def _is_means(context: Context, trigger: Trigger, frame: Filled) -> bool:
    """Whether the masdar tells by whose backing somebody acts: تقدمت القوات بدعم جوي من روسيا."""
    return frame.source_how == "near" and preposition_of(context.tokens[trigger.token].form) == "ب"


def roles(context: Context, phrases: Sequence[Phrase], frames: Sequence[Filled]) -> dict[tuple[int, str], str]:
    """By phrase and role ("S" source, "T" target), the slot it fills in the fullest frame and how: ``subj.near``.

    A conjunct of what fills the slot has "&" before it.
    """
    found: dict[tuple[int, str], str] = {}
    clauses = Clauses.of(context, phrases)
    for frame in frames:
        source = frame.source, f"{frame.source_slot}.{frame.source_how}", "S"
        target = frame.target, f"{frame.target_slot}.{frame.target_how}", "T"
        for phrase, slot, role in (source, target):
            if phrase is not None:
                for other in clauses.listed(phrase):
                    found.setdefault((other, role), slot if other == phrase else f"&{slot}")
    return found


def pairs(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], frame: Filled
) -> Iterator[tuple[int, int]]:
    """Source and target phrases of a full frame, with every conjunct; both ends in one list: each with the others.

    A participle describes the nearest conjunct alone.
    """
    if frame.source is None or frame.target is None:
        return
    clauses = Clauses.of(context, phrases)
    targets = _with_members(clauses, frame.target, frame.target_slot)
    sources = _with_members(clauses, frame.source, frame.source_slot)
    if frame.source != frame.target:  # who is named behind both groups is of the second
        own = clauses.listed(frame.source)
        sources = [i for i in sources if i in own or i not in targets]
    for source in sources:
        for target in targets:
            if actors[source] != actors[target]:
                yield source, target


def _with_members(clauses: Clauses, phrase: int, slot: str) -> list[int]:
    """The list that the phrase is in, each group with those of it that are named; for what is described, itself."""
    return [phrase] if slot == "noun" else [j for i in clauses.listed(phrase) for j in (i, *clauses.members(i))]


def _slots_of(frame: Frame) -> frozenset[str]:
    """The slots of source and target, and "content" where there is one."""
    slots = (slot for role in ("source", "target") for slot in frame.get(role, ()))
    return frozenset(slots) | ({"content"} & frame.keys())


def _fill(slots: Slots, frame: Frame, actors: Sequence[int]) -> Filled:
    """Fill both roles; a frame without source means whoever speaks, one without target and content a single list."""
    source_slot, source = _first(slots, "source", frame.get("source", ()))
    if "target" not in frame and "content" not in frame:
        return _list(slots, source_slot, source)
    if source is None and _may_be_implied(frame):
        told = "source" in frame or slots.is_masdar
        source_slot, source = "implied", slots.implied() if told else slots.carried.speaker()
    taken = None if source is None else actors[source.phrase]
    target_slot, target = _first(slots, "target", frame.get("target", ()), taken, actors)
    if target is None and source is not None and source_slot == "implied" and "content" not in frame:
        target = slots.addressed(source.phrase)
        target = None if target is not None and actors[target.phrase] == taken else target
        target_slot = "addressed" if target is not None else ""
    elif target is None and "content" in frame:
        target = slots.content(frame["content"])
        target = None if target is not None and actors[target.phrase] == taken else target
        target_slot = "content" if target is not None else ""
    return Filled(
        None if source is None else source.phrase,
        None if target is None else target.phrase,
        source_slot,
        target_slot,
        "" if source is None else source.how,
        "" if target is None else target.how,
    )


def _may_be_implied(frame: Frame) -> bool:
    """Whether the source may be carried on: not a subject, which was looked for there."""
    return "subj" not in frame.get("source", ()) and "noun" not in frame.get("source", ())


def _list(slots: Slots, slot: str, source: Filler | None) -> Filled:
    """Both roles by one list of two or more (Ryding 18): اجتمع أ وب; a lone phrase fills only the first."""
    if source is None:
        return Filled(None, None, "", "")
    both = slots.lists(source.phrase)
    return Filled(source.phrase, source.phrase if both else None, slot, slot if both else "", source.how, source.how)


def _first(
    slots: Slots, role: str, names: Sequence[str], taken: int | None = None, actors: Sequence[int] = ()
) -> tuple[str, Filler | None]:
    for name in names:
        found = slots.fill(name, role)
        if found is not None and (taken is None or actors[found.phrase] != taken):
            return name, found
    return "", None
