"""Source and target of a trigger by the frames of its lexicon entry.

Takes a context and a trigger, gives one ``Filled`` a frame, the fullest first: the phrases that fill source
and target, and the slots they fill. A demand whose addressee is not named takes as target the first actor
of its content (طالب بانسحاب القوات الأمريكية). Coordinated phrases share the slot of their first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.context import Context
from ingest.mentions import Phrase
from ingest.slots import Slots
from ingest.triggers import Trigger
from ontology.lexicon import Entry, Frame

_AGENT = ("min-qibal", "min")  # who does it, behind a passive or its like


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with its fillers; an empty slot name for a role that nothing fills."""

    source: int | None
    target: int | None
    source_slot: str
    target_slot: str

    @property
    def full(self) -> bool:
        """Whether both roles are filled."""
        return self.source is not None and self.target is not None


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
    derived = (changed for frame in entry.frames for changed in _derived(frame, kind))
    return tuple(derived)


def _derived(frame: Frame, kind: str) -> Iterator[Frame]:
    source, target = frame.get("source", ()), frame.get("target", ())
    indirect = tuple(slot for slot in target if slot != "obj")
    rest = {role: slots for role, slots in frame.items() if role == "content" and slots != ("obj",)}
    if kind == "P":
        yield {**rest, "source": _AGENT, "target": indirect or ("subj",)}
    elif kind == "S":
        yield {"source": _AGENT, "target": ("noun",)}
    elif kind == "A":
        behind = ("gen", "li") if "obj" in target else ()
        yield {**rest, "source": ("noun",), **({"target": behind + indirect} if target else {})}
    elif "subj" in source:
        behind = ("li", "obj") if "obj" in target else ()
        yield {**rest, "source": ("gen", *_AGENT), **({"target": indirect + behind} if target else {})}
        if "obj" in target:
            yield {**rest, "source": _AGENT, "target": ("gen",)}
    else:
        yield frame


def filled(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, lexicon: Mapping[str, Entry]
) -> list[Filled]:
    """The trigger's frames, filled, the fullest first; none for an entry without frames."""
    slots = Slots(context, phrases, actors, trigger)
    frames = frames_of(lexicon[trigger.entry], trigger.kind) if trigger.entry in lexicon else ()
    found = dict.fromkeys(_fill(slots, frame, actors) for frame in frames)
    return sorted(found, key=lambda f: -((f.source is not None) + 2 * (f.target is not None)))


def roles(context: Context, frames: Sequence[Filled]) -> dict[tuple[int, str], str]:
    """By phrase and role ("S" source, "T" target), the slot it fills in the fullest frame, "&" for a conjunct."""
    found: dict[tuple[int, str], str] = {}
    for frame in frames:
        for phrase, slot, role in ((frame.source, frame.source_slot, "S"), (frame.target, frame.target_slot, "T")):
            if phrase is not None:
                for other in _listed(context, phrase):
                    found.setdefault((other, role), slot if other == phrase else f"&{slot}")
    return found


def pairs(context: Context, actors: Sequence[int], frame: Filled) -> Iterator[tuple[int, int]]:
    """Source and target phrases of a full frame, with every conjunct; both ends in one list: each with the others."""
    if frame.source is None or frame.target is None:
        return
    sources, targets = _listed(context, frame.source), _listed(context, frame.target)
    for source in sources:
        for target in targets:
            if actors[source] != actors[target]:
                yield source, target


def _listed(context: Context, phrase: int) -> list[int]:
    if phrase not in context.outer:
        return [phrase]
    return [i for i in context.outer if context.head(i) == context.head(phrase)]


def _fill(slots: Slots, frame: Frame, actors: Sequence[int]) -> Filled:
    """Fill both roles; a frame without source means whoever speaks, one without target and content a single list."""
    source_slot, source = _first(slots, frame.get("source", ()))
    if source is None and frame.get("source", _AGENT) in {_AGENT, ("gen", *_AGENT)}:
        source_slot, source = "implied", slots.implied()
    if "target" not in frame and "content" not in frame:
        return Filled(source, source, source_slot, source_slot)
    taken = None if source is None else actors[source]
    target_slot, target = _first(slots, frame.get("target", ()), taken, actors)
    if target is None and "content" in frame:
        target = next((i for i in slots.content() if actors[i] != taken), None)
        target_slot = "content" if target is not None else ""
    return Filled(source, target, source_slot, target_slot)


def _first(
    slots: Slots, names: Sequence[str], taken: int | None = None, actors: Sequence[int] = ()
) -> tuple[str, int | None]:
    for name in names:
        phrase = slots.fill(name)
        if phrase is not None and (taken is None or actors[phrase] != taken):
            return name, phrase
    return "", None
