"""The frames of an entry for a kind of word: passives, masdars and participles take theirs from the verb's.

Takes a lexicon entry and the kind of a trigger, gives frames; what the entry says itself of that kind comes first.
"""

from collections.abc import Iterator

from ingest.text.triggers import Trigger
from ontology.lexicon import Entry, Frame, load_lexicon

_AGENT = ("min-qibal", "min")  # who does it, behind a passive or its like
_SPELLED_ALIKE = {"M": "gen", "A": "noun"}  # kinds that may stand for a passive, and where that has its object


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
        return (own.get(kind) or entry.frames) + tuple(_of_agent(entry, kind))
    derived = [changed for frame in entry.frames for changed in _derived(frame, kind)]
    if kind == "M" and "threatens" in entry.relations:
        derived = [_of_harm(frame) for frame in derived]
    if kind == "M" and entry.only_future:  # told of who is resolved to do it, so that its genitive is the object
        derived = [frame for frame in derived if "gen" not in frame.get("source", ())] or derived
    if kind == "M" and entry.kind == "light" and entry.relations == ("supports",):  # منح كييف مدرعات, who gets them
        derived += [{"target": ("gen",)} for frame in entry.frames[:1] if "obj" in frame.get("target", ())]
    if kind == "M" and "meets" in entry.relations:
        derived += [{"source": ("bayna",)}, {"source": ("gen",)}]
    return tuple(derived) + tuple(_of_agent(entry, kind))


def summons(trigger: Trigger) -> bool:
    """Whether the word tells of somebody who is made to come to whom he meets: استُدعي السفير إلى مقر الوزارة."""
    return any("ila" in frame.get("source", ()) for frame in load_lexicon()[trigger.entry].passive_frames)


def slots_of(frame: Frame) -> frozenset[str]:
    """The slots of source and target, and "content" where there is one."""
    slots = (slot for role in ("source", "target") for slot in frame.get(role, ()))
    return frozenset(slots) | ({"content"} & frame.keys())


def _of_agent(entry: Entry, kind: str) -> Iterator[Frame]:
    """The frame of a word with who does it behind من قبل, as only passives have: مطالبة فلان، مهدد من قبل (Ryding 38).

    Without vowels an active participle is spelled like the passive one, and so are the verbs: استُقبل الوزير من طرف.
    """
    takes = any("obj" in frame.get("target", ()) and "subj" in frame.get("source", ()) for frame in entry.frames)
    if takes and kind in _SPELLED_ALIKE:
        yield {"source": _AGENT[:1], "target": (_SPELLED_ALIKE[kind],)}
    if takes and kind == "V" and entry.relations == ("meets",):
        yield {"source": _AGENT[:1], "target": ("subj",)}


def _derived(frame: Frame, kind: str) -> Iterator[Frame]:
    source, target = frame.get("source", ()), frame.get("target", ())
    indirect = tuple(slot for slot in target if slot != "obj")
    if "subj" not in source:
        if kind != "P" or "subj" not in target:  # not of ووجه, whose subject faces nothing, nor of what is paid
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
        behind: tuple[str, ...] = ("gen", "obj", "li") if "obj" in target else ()  # مهددا إياها
        if "obj" in frame.get("content", ()) and "obj" not in target:  # مشترطا انسحاب القوات
            rest = {"content": frame["content"]}
        yield {**rest, "source": ("noun",), **({"target": behind + indirect} if target else {})}
    elif kind == "M":
        behind = ("li", "obj") if "obj" in target else ()
        yield {**rest, "source": ("gen", *_AGENT), **({"target": indirect + behind} if target else {})}
        if "obj" in target:
            yield {**rest, "source": _AGENT, "target": ("gen",)}


def _of_harm(frame: Frame) -> Frame:
    """The frame without the preposition of its target for who does it: الانتقام من إسرائيل, who suffers it."""
    source, target = frame.get("source", ()), frame.get("target", ())
    return {**frame, "source": tuple(slot for slot in source if slot not in target)} if source else frame


def receives(frame: Frame) -> bool:
    """Whether the subject is who something is done to, by whom a preposition alone tells: تلقى دعما من."""
    return "subj" in frame.get("target", ()) and "source" in frame


def may_be_implied(frame: Frame) -> bool:
    """Whether the source may be carried on: not a subject, which was looked for, whose talks لـ tells, nor an agent."""
    return frame.get("source") != ("min-qibal",) and {"subj", "noun", "li"}.isdisjoint(frame.get("source", ()))
