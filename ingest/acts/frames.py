"""Source and target of a trigger by the frames of its lexicon entry.

Takes a context and a trigger, gives one ``Filled`` a frame, the fullest first: the phrases that fill source
and target, and the slots they fill. A demand whose addressee is not named takes as target the first actor
of its content (طالب بانسحاب القوات الأمريكية). Coordinated phrases share the slot of their first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.acts import two_sides
from ingest.acts.accused import of_accused
from ingest.acts.accused_by_pronoun import of_pronoun
from ingest.acts.admission import UNDERSTOOD, admitted
from ingest.acts.alluded import of_alluded
from ingest.acts.announcements import doer
from ingest.acts.answered import Answered
from ingest.acts.deed_doers import of_answer
from ingest.acts.derived_frames import frames_of, may_be_implied, receives, slots_of
from ingest.acts.filled import Filled
from ingest.acts.joined_owners import of_joined_owner
from ingest.acts.letters import Letter
from ingest.acts.refusals import first_to_act, refuser, whose_people
from ingest.acts.slots import Slots
from ingest.acts.undertaken import of_undertaking
from ingest.acts.vowed_content import is_vowed_content
from ingest.grammar import nisba
from ingest.grammar.backers import is_other_side
from ingest.grammar.carried import Filler
from ingest.grammar.clauses import Clauses
from ingest.grammar.harmed import harms_at
from ingest.grammar.joined_deeds import have_deeds
from ingest.grammar.lists import Lists
from ingest.grammar.parted_objects import calls, is_called_upon
from ingest.grammar.predicates import predicated
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger
from ontology.lexicon import Entry, Frame, load_lexicon

_WARN, _DANGER, _THREAT = "hadhdhara", "is-a-danger", "haddada"
_SENT = frozenset({"threats-that-go-out", "threats-from"})
VOWS = frozenset({"haddada", "tawa33ada", "lawwaha", "andhara", "aqsama", "ibtazza"})  # that take a harm behind بـ
_WHO = "الذي"  # of one alone, the nearest (Ryding 14.1)
HARM_REACH = 8  # tokens from a threat to the harm threatened


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
    if trigger.entry not in lexicon:
        return []
    frames = frames_of(lexicon[trigger.entry], trigger.kind)
    slots = Slots(context, phrases, actors, trigger)
    found = dict.fromkeys(_fill(slots.of(slots_of(frame)), frame, actors, trigger.relation) for frame in frames)
    found = dict.fromkeys(_answered(context, phrases, actors, trigger, frame) for frame in found)
    found = dict.fromkeys(_of_harm(context, phrases, actors, trigger, frame) for frame in found)
    found = dict.fromkeys(of_pronoun(context, phrases, trigger, frame) for frame in found)
    found = dict.fromkeys(of_accused(context, phrases, actors, trigger, frame) for frame in found)
    found = dict.fromkeys(of_answer(context, phrases, actors, trigger, frame) for frame in found)
    found = dict.fromkeys(_of_predicate(context, phrases, actors, trigger, frame) for frame in found)
    found = dict.fromkeys(of_alluded(context, phrases, actors, trigger, frame) for frame in found)
    found = dict.fromkeys(of_joined_owner(context, phrases, actors, trigger, frame) for frame in found)
    if trigger.relation == "demands" and trigger.kind == "M":
        found = dict.fromkeys(_of_object(context, phrases, trigger, frame) for frame in found)
        found = dict.fromkeys(of_undertaking(context, phrases, actors, trigger, frame) for frame in found)
    if trigger.relation == "demands" and trigger.kind in "VA":
        found = dict.fromkeys(_of_letter(context, phrases, actors, trigger, frame) for frame in found)
    if lexicon[trigger.entry].alone == "denied":
        found = dict.fromkeys(_of_refuser(context, phrases, actors, trigger, frame) for frame in found)
    if trigger.entry == _WARN:
        found = dict.fromkeys(_of_doer(context, phrases, actors, trigger, frame) for frame in found)
    left = admitted(context, phrases, trigger, lexicon[trigger.entry], list(found))
    left = two_sides.with_others(context, phrases, left)
    return sorted(left, key=lambda f: (-f.roles, f.doubts))


def _answered(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a demand or threat that is a noun, with who answers it for its target where nobody else is."""
    sent = trigger.entry in _SENT  # رفضت إيران التهديدات التي أطلقها الرئيس
    made = trigger.kind == "V" and trigger.start < trigger.token and trigger.relation == "demands"  # طلبا قدمته فرنسا
    named = frame.target is None and frame.source is not None and (sent or made or frame.source_slot in {"gen", "min"})
    uttered = sent or made or (trigger.kind in "MN" and (trigger.relation == "demands" or trigger.entry in VOWS))
    if not named or not uttered:
        return frame
    by = Answered(context, phrases, trigger).by()
    if by is None or frame.source is None or actors[by] == actors[frame.source]:
        return frame
    return replace(frame, target=by, target_slot="answered", target_how="carried")


def _of_harm(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a threat, with whom the harm behind بـ is done to by its own frame: هددت بتقديم استجواب للوزير."""
    vows = not VOWS.isdisjoint({trigger.entry, load_lexicon()[trigger.entry].noun})  # جددت تهديدها بشن
    active = trigger.relation == "threatens" and trigger.kind in "VAM" and vows
    if not active or frame.target is not None or frame.source is None:
        return frame
    clauses = Clauses.of(context, phrases)
    at, reach = harms_at(context), range(trigger.after + 1, trigger.after + HARM_REACH + 1)
    for harm in (harm for k in reach for harm in at.get(k, ())):
        behind = is_vowed_content(context, harm.token)
        if not behind or clauses.parted(trigger.after, harm.token):
            continue
        own = filled(context, phrases, actors, harm, load_lexicon())[:1]
        target, how = _sufferer(harm, own[0]) if own else (None, "")
        if target is not None and actors[target] != actors[frame.source]:
            return replace(frame, target=target, target_slot="content", target_how=how)
    return frame


def _sufferer(harm: Trigger, frame: Filled) -> tuple[int | None, str]:
    """Whom a harm is done to that its subject threatens with, whose masdar has its object for genitive (Ryding 5.1)."""
    takes = any("obj" in own.get("target", ()) for own in load_lexicon()[harm.entry].frames)
    own = frame.target is None and frame.source_slot == "gen" and takes and harm.kind == "M"
    return (frame.source, frame.source_how) if own else (frame.target, frame.target_how)


def _of_predicate(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a danger that is said of somebody, with him for its source: الحركة خطر على البلاد."""
    threat = trigger.entry == _THREAT and trigger.kind == "M" and frame.source_slot == "implied"  # تهديد لأوروبا
    if trigger.entry != _DANGER and not threat:
        return frame
    by = predicated(context, phrases, trigger)
    if threat and by is None:
        return frame
    if by is None or frame.target is None or actors[by] == actors[frame.target]:
        return replace(frame, source=None, source_slot="", source_how="")
    return replace(frame, source=by, source_slot="subj", source_how="before")


def _of_object(context: Context, phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> Filled:
    """The frame of a masdar whose genitive is its object, as what is called for right behind it tells (Ryding 5.1)."""
    if frame.target is None or frame.target_slot != "gen" or not calls(trigger):
        return frame
    asked = is_called_upon(context, phrases, trigger, frame.target)
    return replace(frame, target_slot="obj") if asked else frame


def _of_letter(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a demand on nobody named, with who gets the message that makes it: كتابا إلى الوزير طلب فيه."""
    if frame.source is None or frame.source_slot not in {"subj", "noun"} or frame.target_slot not in {"", "content"}:
        return frame
    to = Letter(context, phrases, trigger).recipient()
    if to is None or actors[to] == actors[frame.source]:
        return frame
    return replace(frame, target=to, target_slot="addressed", target_how="far")


def _of_refuser(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a condition, with who will do nothing before for its source: مصر لن توقع ما لم تتعهد إثيوبيا."""
    by = refuser(context, phrases, trigger)
    source = frame.source if by is None else by
    if frame.target is None and source is not None and (first := first_to_act(context, phrases, trigger)) is not None:
        frame = replace(frame, target=first, target_slot="content", target_how="of")
    if frame.target is not None:
        frame = replace(frame, target=whose_people(context, phrases, trigger, frame.target))
    if frame.target is None or source is None or actors[source] == actors[frame.target]:
        return frame
    return replace(frame, source=source)


def _of_doer(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a warning, with who will do the harm for its source: حذر الوزير إيران من أن بلاده سترد."""
    by = doer(context, phrases, trigger) if frame.full and trigger.kind in "VA" else None
    if by is None or frame.target is None or actors[by] in {actors[frame.target], actors[frame.source or 0]}:
        return frame
    return replace(frame, source=by, source_how="of")


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

    A participle describes the nearest conjunct alone, and so does the relative pronoun of one.
    """
    if frame.source is None or frame.target is None:
        return
    clauses, own = Clauses.of(context, phrases), Lists.of(context, phrases).listed(frame.source)
    targets = _with_members(clauses, frame.target, frame.target_slot if frame.target_how == "near" else "")
    sources = _with_members(clauses, frame.source, "" if have_deeds(context, phrases, own) else frame.source_slot)
    sources = nisba.row(context, phrases, frame.source) if frame.source_how == "nisba" else sources
    one = frame.source_how == "relative" and frame.target not in own
    if one and _WHO in (t.form for t in context.tokens[phrases[frame.source].last :][:2]):
        sources = [frame.source]  # الوزيرة والرئيس الضيف، الذي شكر
    if frame.source != frame.target:  # who is named behind both groups is of the second
        sources = [i for i in sources if i in own or i not in targets]
        targets = [i for i in targets if i not in own] if frame.target not in own else targets
    if frame.target_slot == "noun":  # المدعومة من إيران وأنصارها, who are the group's own
        sources = [i for i in sources if i == frame.source or not is_other_side(context, phrases[i])]
    groups = {member: i for i in own for member in (i, *clauses.members(i))} if frame.source == frame.target else {}
    for source in sources:
        for target in targets:
            together = source in groups and groups[source] == groups.get(target)  # المحادثات بين أ ووفد يضم ب وج
            if actors[source] != actors[target] and not together:
                yield source, target


def _with_members(clauses: Clauses, phrase: int, slot: str) -> list[int]:
    """The list that the phrase is in, each group with those of it that are named; for what is described, itself."""
    return [phrase] if slot == "noun" else clauses.with_members(phrase)


def _fill(slots: Slots, frame: Frame, actors: Sequence[int], relation: str) -> Filled:
    """Fill both roles; a frame without source means whoever speaks, one without target and content a single list."""
    source_slot, source = _first(slots, "source", frame.get("source", ()))
    if "target" not in frame and "content" not in frame:
        return _list(slots, source_slot, source, actors)
    sided = slots.is_masdar and frame.get("source") == ("bayna",)
    if source is None and not sided and may_be_implied(frame) and not (slots.is_active and receives(frame)):
        told = "source" in frame or slots.is_masdar
        source_slot, source = "implied", slots.implied() if told else slots.carried.speaker()
    taken = None if source is None else actors[source.phrase]
    sides = source is not None and source_slot == "bayna" and slots.lists(source.phrase)  # بين أ وب, who are both told
    target_slot, target = ("", None) if sides else _first(slots, "target", frame.get("target", ()), taken, actors)
    if source is not None and target is not None and (person := slots.meeting.peer(source, target)) is not None:
        source = person
    understood = source_slot == "implied" or (source_slot == "subj" and not slots.is_active)
    if target is None and source is not None and understood and "content" not in frame:
        target = slots.meeting.addressed(source.phrase)
        target = None if target is not None and actors[target.phrase] == taken else target
        target_slot = "addressed" if target is not None else ""
    elif target is None and "content" in frame and not (relation == "meets" and "target" in frame):  # اتفقا على دعوة أ
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


def _list(slots: Slots, slot: str, source: Filler | None, actors: Sequence[int]) -> Filled:
    """Both roles by one list of two or more (Ryding 18): اجتمع أ وب; a lone phrase fills only the first."""
    if source is None:
        return Filled(None, None, "", "")
    host = slots.host()
    if host is not None:
        return Filled(host.phrase, source.phrase, "subj", slot, host.how, source.how)
    going_on = slots.is_alone and (source.how in UNDERSTOOD or slots.meeting.goes_on(slots.carried))
    going_on |= slots.meeting.wanting is not None  # رفض الوزير لقاء فلان وفلان
    both = slots.lists(source.phrase) and not going_on
    other = None if both else slots.meeting.other_of_two(source, actors)
    if other is not None:
        return Filled(source.phrase, other.phrase, slot, slot, source.how, other.how)
    return Filled(source.phrase, source.phrase if both else None, slot, slot if both else "", source.how, source.how)


def _first(
    slots: Slots, role: str, names: Sequence[str], taken: int | None = None, actors: Sequence[int] = ()
) -> tuple[str, Filler | None]:
    """The first of the slots that somebody fills, with him; of whoever backs one told of, who stands nearest."""
    filled = ((name, found) for name in names if (found := slots.fill(name, role)) is not None)
    told = (one for one in filled if taken is None or actors[one[1].phrase] != taken)
    if role == "source" and slots.is_passive:  # المدعومة بقوات مصر وبين الميليشيات المدعومة من إيران
        return min(told, key=lambda one: one[1].how == "far", default=("", None))
    return next(told, ("", None))
