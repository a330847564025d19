"""What speaks for two phrases being source and target of a trigger, as names of binary features.

Takes a context, a trigger and two phrases; gives three groups, so that a score is a sum of parts that
are computed once: features of the trigger alone, of one phrase in a role of the trigger, and of the two
phrases together. Each is stated bare (shared by all relations, so that rare ones learn from frequent
ones), for the relation, and the telling ones for the lexicon entry and the kind of word. A ``Part`` is what
several features begin with and how each of them ends, so that the endings are made once for all beginnings.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ingest.fitted.paths import Path
from ingest.fitted.placing import EDGE, End, distance, is_elsewhere, order
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger

_NEGATIVE = frozenset("لم لن لا ليس ليست رفض رفضت يرفض نفي نفت ينفي دون عدم غير بدون".split())
SHORT = 5  # classes of a path that is told for the lexicon entry too
Part = tuple[str, Sequence[str]]  # a beginning that ends with the first letter behind a space, and endings


class Sense(NamedTuple):
    """What a trigger is, wherever it stands."""

    relation: str
    entry: str
    kind: str


def of_trigger(context: Context, trigger: Trigger, *, read: bool) -> list[str]:
    """Features of the trigger alone: its entry, form, kind and neighbours, and whether the grammar reads it so."""
    k, r, stems = trigger.token, trigger.relation, context.stems
    before, after = stems[k - 1] if k else EDGE, stems[k + 1] if k + 1 < len(stems) else EDGE
    found = [
        f"{r} L{trigger.entry}",
        f"{r} L{trigger.entry}{trigger.kind}",
        f"{r} K{context.tokens[k].form}",
        f"{r}",
        f"{r} U{trigger.kind}",
        f"{r} F{trigger.fused}",
        f"{r} <{before}",
        f"{r} >{after}",
        f"{r} {trigger.entry}>{after}",
        f"{r} q{context.quoted[k]}",
        f"part{trigger.part} {read}",
        f"{r} part{trigger.part} {read}",
        f"{trigger.kind} part{trigger.part} {read}",
        f"{trigger.entry} part{trigger.part} {read}",
    ]
    found += [f"{r} neg{t.form}" for t in context.tokens[max(0, k - 3) : k] if t.form in _NEGATIVE]
    near = stems[max(0, k - 6) : k], stems[k + 1 : k + 7]
    found += [f"{r} ~{where}{stem}" for where, side_ in zip("ba", near, strict=True) for stem in dict.fromkeys(side_)]
    if trigger.pronoun:
        found += [f"{r} +{trigger.pronoun}", f"{r} {trigger.kind}+"]
    return found


def names(parts: Iterable[Part]) -> list[str]:
    """The features of parts, whole."""
    return [first + last for first, endings in parts for last in endings]


def of_slot(sense: Sense, told: str, role: str) -> list[str]:
    """Features of the slot ``told`` that a phrase fills in that role."""
    (r, entry, kind), short = sense, told.partition(".")[0]
    found = []
    for name in dict.fromkeys((short, told)):
        found += [f"{role}={name}", f"{r} {role}={name}", f"{kind} {role}={name}", f"{r} {kind} {role}={name}"]
    return [*found, f"{entry} {kind} {role}={short}"]


def of_slots(sense: Sense, source: str, target: str) -> list[str]:
    """Features of the two slots together."""
    (r, entry, kind), both = sense, f"={source.partition('.')[0]}={target.partition('.')[0]}"
    how = f"={source}={target}"
    return [both, f"{r} {both}", f"{r} {kind}{both}", f"{entry} {both}", f"{kind}{how}", f"{r} {kind}{how}"]


def slot_of(slots: Mapping[tuple[int, str], str]) -> Callable[[int, str], str]:
    """The slot that a phrase fills in a role ("taken" where only another does); ``slots`` from ``frames.roles``."""
    taken = {role for _, role in slots}
    return lambda number, role: slots.get((number, role)) or ("taken" if role in taken else "open")


def beginnings(sense: Sense, role: str) -> tuple[str, str, str]:
    """What features of a phrase in that role begin with: whatever the trigger, by its relation, by its kind."""
    return role, f"{sense.relation} {role}", f"{sense.kind} {role}"


def of_path(sense: Sense, pronoun: bool, path: Path | None, role: str) -> list[Part]:
    """Features of the way from the trigger to a phrase in that role; nothing where it stands in another sentence."""
    if path is None:
        return []
    ways = path.endings
    shared = zip(beginnings(sense, role), (ways.bare, ways.of_relation, ways.of_kind), strict=True)
    return [*shared, *of_path_alone(sense, pronoun, path, role)]


def of_path_alone(sense: Sense, pronoun: bool, path: Path, role: str) -> list[Part]:
    """Those of them that only triggers of one relation and kind, with a pronoun or without, or of one entry have."""
    (r, entry, kind), ways = sense, path.endings
    found: list[Part] = [
        (f"{r}{kind} {role}", ways.whole),
        (f"{kind}{pronoun} {role}", ways.opening),
    ]
    if len(path.classes) <= SHORT:
        found.append((f"{entry}{kind} {role}", ways.whole))
    return found


def of_ways(relation: str, kind: str, source: tuple[str, str], target: tuple[str, str]) -> list[str]:
    """Features of both ways together, by what they are counted to hold (``Path.counted``)."""
    clauses, actors = f"Z{source[0]}|{target[0]}", f"N{source[1]}|{target[1]}"
    return [f"{kind} {clauses}", f"{relation}{kind} {clauses}", f"{kind} {actors}", f"{relation}{kind} {actors}"]


def of_entrys_ways(entry: str, kind: str, source: str, target: str) -> list[str]:
    """The feature of both ways for one entry, by the phrases on them alone."""
    return [f"{entry}{kind} N{source}|{target}"]


def of_whole_ways(relation: str, kind: str, source: Path) -> list[str]:
    """What the features of both whole ways begin with; the text of the way to the target ends them."""
    return [f"{kind} P{source.text}|", f"{relation} P{source.text}|"]


def of_role(
    context: Context, phrases: Sequence[Phrase], trigger: Trigger, number: int, role: str, bare: Sequence[str]
) -> list[Part]:
    """Features of phrase ``number`` as ``role`` ("S" source, "T" target) of the trigger; ``bare`` from ``placed``."""
    sense, tells = Sense(trigger.relation, trigger.entry, trigger.kind), telling(bare)
    shared = zip(beginnings(sense, role), (bare, bare, tells), strict=True)
    inherited = of_inherited(context, phrases, trigger, role) if is_elsewhere(context, phrases, number) else []
    return [*shared, (f"{sense.entry} {role}", tells), *inherited]


def telling(bare: Sequence[str]) -> list[str]:
    """Those of the features from ``placed`` that are stated for the lexicon entry and the kind of word too."""
    return [feature for feature in bare if feature[0] in "dnpXh<>"]


def of_inherited(context: Context, phrases: Sequence[Phrase], trigger: Trigger, role: str) -> list[Part]:
    """Features of a trigger whose phrase in that role stands in another sentence."""
    r, own, before = (
        trigger.relation,
        context.subject is None,
        sum(phrases[i].first < trigger.token for i in context.outer),
    )
    return [
        (f"{r} {role}", [f"X{trigger.kind}{own}{bool(trigger.pronoun)}"]),
        (f"{r} X", [trigger.entry, f"{min(trigger.token, 6)}", f"n{min(3, before)}"]),
    ]


def of_ends(relation: str, kind: str, source: End, target: End, comes: str) -> list[str]:
    """Features of the order, sides of the trigger and governors of both phrases."""
    r, sides = relation, _sides(source.side, target.side, comes)
    return [
        f"O{sides}",
        f"{r} O{sides}",
        f"{r} O{sides}{source.by}|{target.by}",
        f"{r} O{sides}{kind}{source.by}|{target.by}",
        f"{r} Y{source.type}{target.type}",
    ]


def of_entrys_ends(entry: str, kind: str, source: str, target: str, comes: str, by: str) -> list[str]:
    """Those of them that are told for one entry, by the two sides and what governs the target."""
    sides = _sides(source, target, comes)
    return [f"{entry} O{sides}", f"{entry} O{sides}{kind}{by}"]


def _sides(source: str, target: str, comes: str) -> str:
    return f"{source}{target}{'x' if source == 'x' else comes}"


def between(context: Context, phrases: Sequence[Phrase], relation: str, source: int, target: int) -> list[Part]:
    """Features of what stands between the two phrases, whatever the trigger; none for one in another sentence."""
    return [(f"{relation} {first}", endings) for first, endings in apart(context, phrases, source, target)]


def apart(context: Context, phrases: Sequence[Phrase], source: int, target: int) -> list[Part]:
    """The same features whatever the relation, with the one letter behind it for a beginning."""
    if is_elsewhere(context, phrases, source):
        return []
    p, q = phrases[source], phrases[target]
    comes, (first, second) = order(p, q), (p, q) if p.first < q.first else (q, p)
    low, high = first.last, max(first.last, second.first)
    inside = len([i for i in context.outer if low <= phrases[i].first and phrases[i].last <= high])
    stems = dict.fromkeys(context.stems[low:high][:12])
    found: list[Part] = [
        ("D", [f"{comes}{distance(high - low)}"]),
        ("N", [f"{comes}{min(inside, 4)}"]),
        ("B", [comes + stem for stem in stems]),
    ]
    if context.head(source) == context.head(target):
        found.append(("s", ["amelist"]))
    if target == p.within or source == q.within:
        found.append(("n", [f"ested{p.within == target}"]))
    return found
