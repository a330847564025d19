"""Which filled frames a word really tells of: what its kind, its article and who fills the roles rule out.

Takes a context, the article's phrases, a trigger and its ``Filled`` frames, gives those that stand.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.acts.accused import accuses
from ingest.acts.filled import Filled
from ingest.acts.lauding import is_meant
from ingest.acts.meeting import Meeting
from ingest.acts.opened import is_opened
from ingest.acts.stray_targets import is_stray
from ingest.acts.undemanded import is_no_demand
from ingest.grammar.backed_harms import is_undone
from ingest.grammar.backers import is_got, is_means, is_needed
from ingest.grammar.called_acts import is_obliged, is_to_meet
from ingest.grammar.clauses import Clauses
from ingest.grammar.shown_backing import is_of_backer
from ingest.grammar.thanked import thanked
from ingest.naming.names import load_names
from ingest.naming.press import only_tells
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import Entry, load_lexicon

SPOKEN_OF = 8  # tokens from a word of fear to the threats feared
ASKED = 12  # tokens from a demand to what is to be done
_NOT = frozenset({"الا", "بالا"})
_TO = (["الي", "ان"], ["علي", "ان"])
LOOSE = 8  # tokens from a meeting to whom it is with, where nothing else stands by its word
UNDERSTOOD = frozenset({"carried", "inherited", "speaker"})  # how a source is found that the clause does not name
_PEOPLE = frozenset({"person", "group"})
_OWN = frozenset({"gen", "li"})  # behind a visit, of whom it is: زيارة الوزير، زيارة للوزير
_THREATEN = "haddada"
_SUMMON, _ALLY, _ASK, _HOST = "istad3a", "halif", "taalaba", "istadafa"


def admitted(
    context: Context, phrases: Sequence[Phrase], trigger: Trigger, entry: Entry, frames: Sequence[Filled]
) -> list[Filled]:
    """The frames that the trigger can tell of, in their order; none of none. ``entry``: the trigger's."""
    backs = trigger.relation == "supports" and trigger.kind == "V"
    if backs and (_is_asked(context, trigger) or is_obliged(context, phrases, trigger)):
        return []
    if trigger.relation == "meets" and trigger.kind == "V" and is_to_meet(context, phrases, trigger):
        return []
    left = [f for f in frames if not entry.only_persons or f.target is None or _is_visited(phrases[f.target], f)]
    if trigger.relation == "supports":
        left = [f for f in left if f.target is None or not is_undone(context, phrases, trigger, f.target)]
        left = [f for f in left if not is_stray(context, phrases, trigger, f)]
    if trigger.relation == "meets":
        left = [f for f in left if _may_meet(phrases, trigger, f)]
    if trigger.relation == "meets" and trigger.kind == "M":
        left = _of_meeting(context, phrases, trigger, entry, left)
    left = [_of_means(context, phrases, trigger, f) for f in left if not _is_misread(context, phrases, trigger, f)]
    left = [f for f in left if not is_no_demand(context, phrases, trigger, f)]
    if entry.alone == "lauding":
        left = [f for f in left if is_meant(context, phrases, trigger, f)]
    told = any(f.full and f.source_slot == "gen" and f.target_slot != "gen" for f in left)  # دعم مصر الكامل للسودان
    return [f for f in left if not (told and f.full and f.target_slot == "gen")]


def _may_meet(phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> bool:
    """Whether who is said to meet and to be met can be meant, each where there is one."""
    source = None if frame.source is None else phrases[frame.source]
    target = None if frame.target is None else phrases[frame.target]
    if target is not None and not _is_met(target, trigger):
        return False
    shelters = trigger.verb == _HOST and source is not None and source.type == "state"  # تستضيف تركيا آلاف اللاجئين
    if shelters or (source is not None and load_names().is_outlet(source)):
        return False
    return source is None or frame.source_how not in UNDERSTOOD or not only_tells(source)


def _of_meeting(
    context: Context, phrases: Sequence[Phrase], trigger: Trigger, entry: Entry, frames: Sequence[Filled]
) -> list[Filled]:
    """The frames of a masdar of meeting: of an errand, a visit, what people hold with each other, a summons."""
    meeting = Meeting(context, phrases, trigger, Clauses.of(context, phrases))
    opened = is_opened(context, phrases, trigger)
    mutual = bool(entry.masdar_frames) and trigger.verb != _SUMMON and not (meeting.is_purpose or opened)
    left = _visiting(phrases, frames) if meeting.is_errand else list(frames)
    if entry.only_persons:
        left = [f for f in left if f.source_slot != "implied" or f.target_slot not in _OWN]
    if opened:
        left = [f for f in left if f.source_slot != "gen"]
    if mutual:
        left = [f for f in left if (f.source_slot, f.target_slot) != ("implied", "gen")]
    if trigger.verb == _SUMMON and not _is_announced(context, phrases, trigger):  # طالب باستدعاء السفير: by others
        left = [f for f in left if f.source_slot != "implied"]
    return [f for f in left if not f.is_loose or phrases[f.target or 0].first - trigger.token <= LOOSE]


def _is_announced(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether who tells of a summons makes it, the object of his verb (Ryding 5.1): أعلنت الوزارة استدعاء السفير."""
    before = next((i for i in context.outer if phrases[i].last == trigger.start), None)
    verb = 0 if before is None else phrases[before].first - 1
    body = before is not None and phrases[before].type != "person"  # not أكدت المتحدثة استدعاء السفير
    return body and verb >= 0 and is_in(context.tokens[verb].form, "own_steps")


def _is_misread(context: Context, phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> bool:
    """Whether the roles that the frame fills cannot be meant by a word of the trigger's relation and kind."""
    relation, kind, ends = trigger.relation, trigger.kind, (frame.source_slot, frame.target_slot)
    implied = frame.source_slot == "implied"
    if implied and relation == "demands" and kind == "M" and _is_definite(context, trigger):
        return not _is_purpose(context, phrases, trigger, frame)  # الدعوة إلى, which tells nobody who calls
    own = kind == "M" and implied and (relation == "threatens" or (relation == "supports" and ends[1] in _OWN))
    light = kind == "V" and ends == ("subj", "gen") and load_lexicon()[trigger.entry].kind == "light"
    owned = (own or light) and _is_own(context, phrases, frame.target)
    given = owned or (ends[1] == "gen" and is_of_backer(context, phrases, trigger, frame.target))
    others = implied and kind == "M" and trigger.entry == _THREATEN and _is_definite(context, trigger)
    accuser = implied and frame.source is not None and accuses(context, phrases, trigger, frame.source)
    if accuser or (others and _is_of_nobody(context, trigger)):
        return True  # اتهم الرجل بدعم الحزب; قلقه من التهديدات ضد مصر, which others make
    if given and thanked(context, phrases, trigger) is None:
        return True  # رأى تهديدا لبلاده, who sees it is threatened; جدد الوزير دعم بلاده لجهود السلام, which she gives
    backs, definite = implied and relation == "supports", _is_definite(context, trigger)
    if backs and (kind == "S" or (kind == "N" and ends[1] == "ma3a" and definite)):
        return True  # مدعوم, whoever backs is another; الحلف, NATO
    got = ends == ("implied", "gen") and relation == "supports" and is_got(context, trigger)
    needed = kind == "M" and relation == "supports" and ends[0] == "gen" and is_needed(context, trigger)
    if got or needed or _is_unnamed_ally(phrases, trigger, frame):  # تشاورت مع حلفائها
        return True
    return kind == "M" and frame.target_slot == "noun" and not _is_means(context, trigger, frame)


def _is_of_nobody(context: Context, trigger: Trigger) -> bool:
    """Whether who speaks of the threats only fears, decries or meets them: ندد بالتهديدات ضد مصر."""
    before = context.tokens[max(0, trigger.start - SPOKEN_OF) : trigger.start]
    return any(is_in(token.form, "warnings", "decrying", "refusals") for token in before)


def _is_asked(context: Context, trigger: Trigger) -> bool:
    """Whether somebody is only called upon to back: طالب الحكومة بأن تدعم، طلب منها ألا تتخلى عن (guidelines)."""
    forms = [token.form for token in context.tokens[max(0, trigger.start - 2) : trigger.start]]
    asked = forms[-1:] == ["بان"] or forms in _TO or context.tokens[trigger.start].form in _NOT
    return asked and any(
        t.relation == "demands" and t.kind in "VAM" and 0 < trigger.start - t.token <= ASKED for t in context.triggers
    )


def _is_unnamed_ally(phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> bool:
    """Whether one's own allies are told of by that word, which names nobody: حلفاؤها في الحلف, but not وحلفاؤها."""
    source = None if frame.source is None else phrases[frame.source]
    own = trigger.entry == _ALLY and bool(trigger.pronoun) and source is not None and source.first == trigger.token
    joined = source is not None and "و" in {source.clitics[:1], source.form[:1]}
    second = "" if source is None else "".join(source.form.split()[1:2])
    parted = bool(second) and is_in(second, "prepositions")
    return own and source is not None and (source.length == 1 or (parted and not joined))


def _visiting(phrases: Sequence[Phrase], frames: Sequence[Filled]) -> list[Filled]:
    """The frames of a meeting that a person goes for: who goes meets all who are named, not they each other."""
    goes = any(f.full and f.source_slot == "implied" and phrases[f.source or 0].type == "person" for f in frames)
    return [f for f in frames if not (goes and f.source == f.target and f.source_slot == f.target_slot == "gen")]


def _is_met(target: Phrase, trigger: Trigger) -> bool:
    """Whether the target is no paper, which interviews (حوار مع صحيفة), nor the public: تحدث إلى الصحافيين.

    Nor an envoy called home (استدعت سفيرها) or one's own government.
    """
    head = words.without_article(target.form.split()[0])
    recalled = trigger.verb == _SUMMON and is_in(target.form.split()[0], "own_envoys")
    own = is_in(head, "own_states", "own_bodies", "reporters")
    return not (recalled or own or load_names().is_outlet(target))


def _is_visited(target: Phrase, frame: Filled) -> bool:
    """Whether the target is people, and not whose place is visited: زار مقر الحزب، زار بيت الرئيس (Ryding 8.1)."""
    return target.type in _PEOPLE and frame.target_how != "of"


def _is_definite(context: Context, trigger: Trigger) -> bool:
    """Whether the article is joined to the trigger (Ryding 8.1), and its ال is not the masdar's own: بإلزام."""
    form = context.tokens[trigger.token].form
    own = is_in(form.removeprefix("و").removeprefix("ب"), "like_definite")
    return not own and words.split(form)[1] in {"ال", "بال", "لل", "كال"}


def _is_purpose(context: Context, phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> bool:
    """Whether the masdar is what the subject acts for: تظاهر الطلبة للمطالبة بكذا; not of an answer: تلبية للدعوة."""
    before = context.tokens[trigger.token - 1].form if trigger.token else ""
    joined = words.split(context.tokens[trigger.token].form)[1]
    purpose = joined == "لل" and trigger.verb == _ASK and not is_in(before, "answering_masdars", "prepositions")
    here = frame.source is not None and frame.source in context.outer
    governed = here and bool(Clauses.of(context, phrases).government(frame.source or 0)[0])
    return purpose and not governed and frame.target_slot != "li"  # احتشدوا بالعاصمة للمطالبة بـ، بكذا للعمال


def _of_means(context: Context, phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> Filled:
    """The frame of a masdar that tells by whose backing somebody acts, with him for its source: سيطرت بمساندة تركيا."""
    ends = frame.source_slot, frame.target_slot, frame.target_how
    if trigger.relation != "supports" or ends != ("implied", "gen", "near") or not is_means(context, phrases, trigger):
        return frame
    return replace(
        frame,
        source=frame.target,
        target=frame.source,
        source_slot="gen",
        target_slot="noun",
        target_how="carried",
        source_how="near",
    )


def _is_own(context: Context, phrases: Sequence[Phrase], phrase: int | None) -> bool:
    """Whether the phrase is the state or party of whoever is spoken of, with لـ before it or not: لبلاده، حزبه."""
    if phrase is None or phrases[phrase].sentence != context.number:  # carried on, so named before
        return False
    form = context.tokens[phrases[phrase].first].form
    rests = (form, *(rest for _, rest in words.splits(form)))
    return any(is_in(rest, "own_states", "own_bodies") for rest in rests)


def _is_means(context: Context, trigger: Trigger, frame: Filled) -> bool:
    """Whether the masdar tells by whose backing somebody acts: تقدمت القوات بدعم جوي من روسيا."""
    return frame.source_how in {"near", "nisba"} and preposition_of(context.tokens[trigger.token].form) == "ب"
