"""Source and target of a trigger by the frames of its lexicon entry.

Takes a context and a trigger, gives one ``Filled`` a frame, the fullest first: the phrases that fill source
and target, and the slots they fill. A demand whose addressee is not named takes as target the first actor
of its content (طالب بانسحاب القوات الأمريكية). Coordinated phrases share the slot of their first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest import words
from ingest.announcements import doer
from ingest.answered import Answered
from ingest.backers import is_got
from ingest.carried import Filler
from ingest.clauses import Clauses
from ingest.context import Context
from ingest.derived_frames import frames_of
from ingest.harmed import harms_at
from ingest.lists import Lists
from ingest.meeting import Meeting
from ingest.mentions import Phrase
from ingest.names import load_names
from ingest.prepositions import preposition_of
from ingest.scope import is_in
from ingest.slots import Slots
from ingest.triggers import Trigger
from ontology.lexicon import Entry, Frame, load_lexicon

DOUBTFUL = frozenset({"far", "carried", "inherited", "pronoun"})
LOOSE = 8  # tokens from a meeting to whom it is with, where nothing else stands by its word
_PEOPLE = frozenset({"person", "group"})
_OWN = frozenset({"gen", "li"})  # behind a visit, of whom it is: زيارة الوزير، زيارة للوزير
_UNDERSTOOD = frozenset({"carried", "inherited", "speaker"})
_SUMMON, _WARN = "istad3a", "hadhdhara"
VOWS = frozenset({"haddada", "tawa33ada", "lawwaha", "andhara", "aqsama", "ibtazza"})  # that take a harm behind بـ
HARM_REACH = 8  # tokens from a threat to the harm threatened


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
        """How many roles are filled by what does not stand at its place; what is demanded tells less than an object."""
        content = self.target_slot == "content"
        return (self.source_how in DOUBTFUL) + (content or self.target_how in DOUBTFUL)

    @property
    def is_loose(self) -> bool:
        """Whether neither end stands by its word, so that far off مع is of another: العلاقات مع إيران."""
        return self.source_slot == "implied" and (self.target_slot, self.target_how) == ("ma3a", "far")

    @property
    def is_named(self) -> bool:
        """Whether both ends stand by the word, none to be understood."""
        return self.full and {self.source_how, self.target_how}.isdisjoint({"carried", "inherited", "pronoun"})

    @property
    def full(self) -> bool:
        """Whether both roles are filled."""
        return self.source is not None and self.target is not None


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
    found = dict.fromkeys(_answered(context, phrases, actors, trigger, frame) for frame in found)
    found = dict.fromkeys(_of_harm(context, phrases, actors, trigger, frame) for frame in found)
    if trigger.entry == _WARN:
        found = dict.fromkeys(_of_doer(context, phrases, actors, trigger, frame) for frame in found)
    fitting = (f for f in found if not persons or f.target is None or _is_visited(phrases[f.target], f))
    if trigger.relation == "meets":
        fitting = (f for f in fitting if f.target is None or _is_met(phrases[f.target], trigger))
        fitting = (f for f in fitting if f.source is None or not load_names().is_outlet(phrases[f.source]))
        fitting = (f for f in fitting if f.source_how not in _UNDERSTOOD or not _only_tells(phrases[f.source or 0]))
    if trigger.relation == "meets" and trigger.kind == "M":
        meeting = Meeting(context, phrases, trigger, Clauses.of(context, phrases))
        purpose = meeting.is_purpose
        errand = _visiting(phrases, list(fitting)) if meeting.is_errand else list(fitting)
        visit = lexicon[trigger.entry].only_persons
        errand = [f for f in errand if not (visit and f.source_slot == "implied" and f.target_slot in _OWN)]
        mutual = bool(lexicon[trigger.entry].masdar_frames) and not purpose
        fitting = (f for f in errand if not (mutual and (f.source_slot, f.target_slot) == ("implied", "gen")))
        called = trigger.verb == _SUMMON  # طالب باستدعاء السفير: by others
        fitting = (f for f in fitting if not (called and f.source_slot == "implied"))
        fitting = (f for f in fitting if not f.is_loose or phrases[f.target or 0].first - trigger.token <= LOOSE)
    if trigger.relation == "demands" and trigger.kind == "M" and _is_definite(context, trigger):
        fitting = (f for f in fitting if f.source_slot != "implied")  # الدعوة إلى, which tells nobody who calls
    if trigger.relation == "threatens" and trigger.kind == "M":  # رأى تهديدا لبلاده, who sees it is threatened
        fitting = (f for f in fitting if f.source_slot != "implied" or not _is_own_state(context, phrases, f.target))
    if trigger.relation == "supports" and trigger.kind == "S":
        fitting = (f for f in fitting if f.source_slot != "implied")  # مدعوم, whoever backs is another
    if trigger.relation == "supports" and trigger.kind == "N" and _is_definite(context, trigger):
        fitting = (f for f in fitting if (f.source_slot, f.target_slot) != ("implied", "ma3a"))  # الحلف, NATO
    if trigger.relation == "supports" and is_got(context, trigger):
        fitting = (f for f in fitting if (f.source_slot, f.target_slot) != ("implied", "gen"))
    fitting = (f for f in fitting if trigger.kind != "M" or f.target_slot != "noun" or _is_means(context, trigger, f))
    left = list(fitting)
    told = any(f.full and f.source_slot == "gen" and f.target_slot != "gen" for f in left)  # دعم مصر الكامل للسودان
    left = [f for f in left if not (told and f.full and f.target_slot == "gen")]
    return sorted(left, key=lambda f: (-f.roles, f.doubts))


def _visiting(phrases: Sequence[Phrase], frames: Sequence[Filled]) -> list[Filled]:
    """The frames of a meeting that a person goes for: who goes meets all who are named, not they each other."""
    goes = any(f.full and f.source_slot == "implied" and phrases[f.source or 0].type == "person" for f in frames)
    return [f for f in frames if not (goes and f.source == f.target and f.source_slot == f.target_slot == "gen")]


def _answered(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a demand or threat that is a noun, with who answers it for its target where nobody else is."""
    named = frame.target is None and frame.source is not None and frame.source_slot in {"gen", "min"}
    uttered = trigger.relation == "demands" or trigger.entry in VOWS
    if not named or not uttered or trigger.kind not in "MN":
        return frame
    by = Answered(context, phrases, trigger).by()
    if by is None or frame.source is None or actors[by] == actors[frame.source]:
        return frame
    return replace(frame, target=by, target_slot="answered", target_how="carried")


def _of_harm(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a threat, with whom the harm behind بـ is done to by its own frame: هددت بتقديم استجواب للوزير."""
    active = trigger.relation == "threatens" and trigger.kind in "VAM" and trigger.entry in VOWS
    if not active or frame.target is not None or frame.source is None:
        return frame
    clauses = Clauses.of(context, phrases)
    at, reach = harms_at(context), range(trigger.after + 1, trigger.after + HARM_REACH + 1)
    for harm in (harm for k in reach for harm in at.get(k, ())):
        behind = context.tokens[harm.token - 1].form == "ب" or preposition_of(context.tokens[harm.token].form) == "ب"
        if not behind or clauses.parted(trigger.after, harm.token):
            continue
        own = filled(context, phrases, actors, harm, load_lexicon())[:1]
        if own and own[0].target is not None and actors[own[0].target] != actors[frame.source]:
            return replace(frame, target=own[0].target, target_slot="content", target_how=own[0].target_how)
    return frame


def _of_doer(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a warning, with who will do the harm for its source: حذر الوزير إيران من أن بلاده سترد."""
    by = doer(context, phrases, trigger) if frame.full and trigger.kind in "VA" else None
    if by is None or frame.target is None or actors[by] in {actors[frame.target], actors[frame.source or 0]}:
        return frame
    return replace(frame, source=by, source_how="of")


def _is_met(target: Phrase, trigger: Trigger) -> bool:
    """Whether the target is no paper, which interviews (حوار مع صحيفة), nor the public: تحدث إلى الصحافيين.

    Nor an envoy called home (استدعت سفيرها) or one's own government.
    """
    head = words.without_article(target.form.split()[0])
    recalled = trigger.verb == _SUMMON and is_in(target.form.split()[0], "own_envoys")
    own = is_in(head, "own_states", "own_bodies", "reporters")
    return not (recalled or own or load_names().is_outlet(target))


def _only_tells(source: Phrase) -> bool:
    """Whether the source is unnamed or a paper, who tell of a meeting of others: قال مصدر إنه سيلتقي."""
    head = words.without_article(source.form.split()[0])
    return is_in(head, "unnamed_tellers") or load_names().is_outlet(source)


def _is_visited(target: Phrase, frame: Filled) -> bool:
    """Whether the target is people, and not whose place is visited: زار مقر الحزب، زار بيت الرئيس (Ryding 8.1)."""
    return target.type in _PEOPLE and frame.target_how != "of"


def _is_definite(context: Context, trigger: Trigger) -> bool:
    """Whether the article is joined to the trigger (Ryding 8.1)."""
    return words.split(context.tokens[trigger.token].form)[1] in {"ال", "بال", "لل", "كال"}


def _is_own_state(context: Context, phrases: Sequence[Phrase], phrase: int | None) -> bool:
    """Whether the phrase is the state of whoever is spoken of, with لـ before it or not: لبلاده، حكومته."""
    form = "" if phrase is None else context.tokens[phrases[phrase].first].form
    return any(is_in(rest, "own_states") for rest in (form, *(rest for _, rest in words.splits(form))))


def _is_means(context: Context, trigger: Trigger, frame: Filled) -> bool:
    """Whether the masdar tells by whose backing somebody acts: تقدمت القوات بدعم جوي من روسيا."""
    return frame.source_how == "near" and preposition_of(context.tokens[trigger.token].form) == "ب"


def roles(context: Context, phrases: Sequence[Phrase], frames: Sequence[Filled]) -> dict[tuple[int, str], str]:
    """By phrase and role ("S" source, "T" target), the slot it fills in the fullest frame and how: ``subj.near``.

    A conjunct of what fills the slot has "&" before it.
    """
    found: dict[tuple[int, str], str] = {}
    lists = Lists.of(context, phrases)
    for frame in frames:
        source = frame.source, f"{frame.source_slot}.{frame.source_how}", "S"
        target = frame.target, f"{frame.target_slot}.{frame.target_how}", "T"
        for phrase, slot, role in (source, target):
            if phrase is not None:
                for other in lists.listed(phrase):
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
    clauses, own = Clauses.of(context, phrases), Lists.of(context, phrases).listed(frame.source)
    targets = _with_members(clauses, frame.target, frame.target_slot)
    sources = _with_members(clauses, frame.source, frame.source_slot)
    if frame.source != frame.target:  # who is named behind both groups is of the second
        sources = [i for i in sources if i in own or i not in targets]
    groups = {member: i for i in own for member in (i, *clauses.members(i))} if frame.source == frame.target else {}
    for source in sources:
        for target in targets:
            together = source in groups and groups[source] == groups.get(target)  # المحادثات بين أ ووفد يضم ب وج
            if actors[source] != actors[target] and not together:
                yield source, target


def _with_members(clauses: Clauses, phrase: int, slot: str) -> list[int]:
    """The list that the phrase is in, each group with those of it that are named; for what is described, itself."""
    return [phrase] if slot == "noun" else clauses.with_members(phrase)


def _slots_of(frame: Frame) -> frozenset[str]:
    """The slots of source and target, and "content" where there is one."""
    slots = (slot for role in ("source", "target") for slot in frame.get(role, ()))
    return frozenset(slots) | ({"content"} & frame.keys())


def _fill(slots: Slots, frame: Frame, actors: Sequence[int]) -> Filled:
    """Fill both roles; a frame without source means whoever speaks, one without target and content a single list."""
    source_slot, source = _first(slots, "source", frame.get("source", ()))
    if "target" not in frame and "content" not in frame:
        return _list(slots, source_slot, source)
    if source is None and _may_be_implied(frame) and not (slots.is_active and _receives(frame)):
        told = "source" in frame or slots.is_masdar
        source_slot, source = "implied", slots.implied() if told else slots.carried.speaker()
    taken = None if source is None else actors[source.phrase]
    target_slot, target = _first(slots, "target", frame.get("target", ()), taken, actors)
    if source is not None and target is not None and (person := slots.meeting.peer(source, target)) is not None:
        source = person
    understood = source_slot == "implied" or (source_slot == "subj" and not slots.is_active)
    if target is None and source is not None and understood and "content" not in frame:
        target = slots.meeting.addressed(source.phrase)
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


def _receives(frame: Frame) -> bool:
    """Whether the subject is who something is done to, by whom a preposition alone tells: تلقى دعما من."""
    return "subj" in frame.get("target", ()) and "source" in frame


def _may_be_implied(frame: Frame) -> bool:
    """Whether the source may be carried on: not a subject, which was looked for there."""
    return "subj" not in frame.get("source", ()) and "noun" not in frame.get("source", ())


def _list(slots: Slots, slot: str, source: Filler | None) -> Filled:
    """Both roles by one list of two or more (Ryding 18): اجتمع أ وب; a lone phrase fills only the first."""
    if source is None:
        return Filled(None, None, "", "")
    host = slots.host()
    if host is not None:
        return Filled(host.phrase, source.phrase, "subj", slot, host.how, source.how)
    both = slots.lists(source.phrase) and not (slots.is_alone and source.how in _UNDERSTOOD)
    return Filled(source.phrase, source.phrase if both else None, slot, slot if both else "", source.how, source.how)


def _first(
    slots: Slots, role: str, names: Sequence[str], taken: int | None = None, actors: Sequence[int] = ()
) -> tuple[str, Filler | None]:
    for name in names:
        found = slots.fill(name, role)
        if found is not None and (taken is None or actors[found.phrase] != taken):
            return name, found
    return "", None
