"""What speaks for two phrases being source and target of a trigger, as names of binary features.

Takes a context, a trigger and two phrases; gives three groups, so that a score is a sum of parts that
are computed once: features of the trigger alone, of one phrase in a role of the trigger, and of the two
phrases together. Each is stated bare (shared by all relations, so that rare ones learn from frequent
ones), for the relation, and the telling ones for the lexicon entry and the kind of word.
"""

from collections.abc import Mapping, Sequence

from ingest.context import Context
from ingest.mentions import Phrase
from ingest.paths import Path
from ingest.triggers import Trigger

_COMMAS = frozenset("،,:")
_THAT = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها"})
_RELATIVE = frozenset({"التي", "الذي", "الذين", "اللذين", "اللتين"})
_NEGATIVE = frozenset("لم لن لا ليس ليست رفض رفضت يرفض نفي نفت ينفي دون عدم غير بدون".split())
EDGE = "\u2400"
SHORT = 5  # classes of a path that is told for the lexicon entry too
Slotted = Mapping[tuple[int, str], str]  # phrase and role to the slot of the frame that it fills


def distance(tokens: int) -> int:
    """Tokens between, in steps that grow: 0 1 2 3 4-5 6-8 9-13 14-22 and more."""
    return next((step for step, most in enumerate((0, 1, 2, 3, 5, 8, 13, 22)) if tokens <= most), 8)


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
    if trigger.pronoun:
        found += [f"{r} +{trigger.pronoun}", f"{r} {trigger.kind}+"]
    return found


def of_slot(trigger: Trigger, slots: Slotted, number: int, role: str) -> list[str]:
    """Features of the slot that phrase ``number`` fills in that role: "taken" where only another phrase does."""
    r, kind, told = trigger.relation, trigger.kind, _slot(slots, number, role)
    found = []
    for name in dict.fromkeys((told.partition(".")[0], told)):
        found += [f"{role}={name}", f"{r} {role}={name}", f"{kind} {role}={name}", f"{r} {kind} {role}={name}"]
    return [*found, f"{trigger.entry} {kind} {role}={told.partition('.')[0]}"]


def of_slots(trigger: Trigger, slots: Slotted, source: int, target: int) -> list[str]:
    """Features of the two slots together."""
    told = [_slot(slots, source, "S"), _slot(slots, target, "T")]
    r, kind, both = trigger.relation, trigger.kind, "=" + "=".join(name.partition(".")[0] for name in told)
    how = "=" + "=".join(told)
    return [both, f"{r} {both}", f"{r} {kind}{both}", f"{trigger.entry} {both}", f"{kind}{how}", f"{r} {kind}{how}"]


def _slot(slots: Slotted, number: int, role: str) -> str:
    return slots.get((number, role)) or ("taken" if any(r == role for _, r in slots) else "open")


def of_path(trigger: Trigger, path: Path | None, role: str) -> list[str]:
    """Features of the way from the trigger to a phrase in that role; nothing where it stands in another sentence."""
    if path is None:
        return []
    r, kind, side, run = trigger.relation, trigger.kind, path.side, path.classes
    whole, nested = path.text, "w" if path.nested else ""
    found = [
        f"{role}P{whole}",
        f"{r} {role}P{whole}",
        f"{kind} {role}P{whole}",
        f"{r}{kind} {role}P{whole}",
        f"{role}V{side}{path.verbs}",
        f"{kind} {role}V{side}{path.verbs}{path.actors}",
        f"{r} {role}V{side}{path.verbs}{path.clauses}",
        f"{kind} {role}W{side}{path.verbs}{path.clauses}{path.commas}",
        f"{kind} {role}W{side}{path.actors}{path.clauses}{path.verbs}{nested}",
        f"{kind}{bool(trigger.pronoun)} {role}1{side}{''.join(run[:2])}",
        f"{kind} {role}9{side}{''.join(run[-2:])}",
        f"{r} {role}9{side}{''.join(run[-2:])}",
    ]
    if len(run) <= SHORT:
        found.append(f"{trigger.entry}{kind} {role}P{whole}")
    return found


def of_paths(trigger: Trigger, source: Path | None, target: Path | None) -> list[str]:
    """Features of both ways together."""
    if source is None or target is None:
        return []
    r, kind = trigger.relation, trigger.kind
    sides = [f"{p.side}{'w' if p.nested else ''}" for p in (source, target)]
    clauses = "|".join(f"{s}{p.verbs}{p.clauses}" for s, p in zip(sides, (source, target), strict=True))
    actors = "|".join(f"{s}{p.actors}" for s, p in zip(sides, (source, target), strict=True))
    whole = f"{source.text}|{target.text}"
    return [
        f"{kind} Z{clauses}",
        f"{r}{kind} Z{clauses}",
        f"{kind} N{actors}",
        f"{r}{kind} N{actors}",
        f"{trigger.entry}{kind} N{actors}",
        f"{kind} P{whole}",
        f"{r} P{whole}",
    ]


def of_role(context: Context, phrases: Sequence[Phrase], trigger: Trigger, number: int, role: str) -> list[str]:
    """Features of phrase ``number`` as ``role`` ("S" source, "T" target) of the trigger."""
    bare = _inherited(context, phrases, number) if _elsewhere(context, phrases, number) else None
    if bare is None:
        bare = _placed(context, phrases, trigger, number)
    r, entry, kind = trigger.relation, trigger.entry, trigger.kind
    found = []
    for feature in bare:
        found += [f"{role}{feature}", f"{r} {role}{feature}"]
        if feature[0] in "dnpX":
            found += [f"{entry} {role}{feature}", f"{kind} {role}{feature}"]
    if _elsewhere(context, phrases, number):
        own = context.subject is None
        found += [f"{r} {role}X{kind}{own}{bool(trigger.pronoun)}", f"{r} {entry} X", f"{r} X{min(trigger.token, 6)}"]
        found.append(f"{r} Xn{min(3, sum(phrases[i].first < trigger.token for i in context.outer))}")
    return found


def of_pair(context: Context, phrases: Sequence[Phrase], trigger: Trigger, source: int, target: int) -> list[str]:
    """Features of the two phrases together: order, sides of the trigger, governors, what stands between."""
    p, q, r = phrases[source], phrases[target], trigger.relation
    elsewhere = _elsewhere(context, phrases, source)
    order = "x" if elsewhere else "st" if p.first < q.first else "ts"
    sides = ("x" if elsewhere else side(p, trigger)) + side(q, trigger) + order
    by_source = "" if elsewhere else context.prepositions.get(context.head(source), "")
    by_target = context.prepositions.get(context.head(target), "")
    found = [
        f"O{sides}",
        f"{r} O{sides}",
        f"{r} O{sides}{by_source}|{by_target}",
        f"{r} O{sides}{trigger.kind}{by_source}|{by_target}",
        f"{trigger.entry} O{sides}",
        f"{trigger.entry} O{sides}{trigger.kind}{by_target}",
        f"{r} Y{p.type[:3]}{q.type[:3]}",
    ]
    if not elsewhere:
        found += _between(context, phrases, trigger, source, target, order)
    return found


def side(phrase: Phrase, trigger: Trigger) -> str:
    """Where ``phrase`` stands: b before the trigger, a after it, i around it."""
    if phrase.last <= trigger.token:
        return "b"
    return "a" if phrase.first > trigger.token else "i"


def _elsewhere(context: Context, phrases: Sequence[Phrase], number: int) -> bool:
    return phrases[number].sentence != context.number


def _inherited(context: Context, phrases: Sequence[Phrase], number: int) -> list[str]:
    phrase = phrases[number]
    return [
        "X",
        f"Xt{phrase.type[:3]}",
        f"Xgap{min(3, context.number - phrase.sentence)}",
        f"Xhead{phrase.sentence == 0}",
    ]


def _placed(context: Context, phrases: Sequence[Phrase], trigger: Trigger, number: int) -> list[str]:
    phrase, k, tokens, stems = phrases[number], trigger.token, context.tokens, context.stems
    head = phrases[context.head(number)]
    where = side(phrase, trigger)
    start = head.first if head.first > k else phrase.first
    low, high = {"b": (phrase.last, k), "a": (k + 1, start), "i": (k, k)}[where]
    between = [phrases[i] for i in context.outer if low <= phrases[i].first and phrases[i].last <= high]
    far, count = distance(high - low), min(len(between), 4)
    by = context.prepositions.get(context.head(number), "")
    middle = [t.form for t in tokens[low:high]]
    found = [
        f"d{where}{far}",
        f"n{where}{count}",
        f"p{where}{by}",
        f"pn{where}{min(count, 2)}{by}{far // 2}",
        f"t{where}{phrase.type[:3]}",
        f"b{where}{phrase.basis}",
        f"<{where}{stems[phrase.first - 1] if phrase.first else EDGE}",
        f">{where}{stems[phrase.last] if phrase.last < len(stems) else EDGE}",
    ]
    flags = {
        "co": context.head(number) != number,
        "w": phrase.within is not None,
        "cm": any(m in _COMMAS for m in middle),
        "an": any(m in _THAT for m in middle),
        "rel": any(m in _RELATIVE for m in middle),
        "q": context.quoted[phrase.first] != context.quoted[k],
        "0": phrase.first == 0,
        "subj": context.subject == number,
        "other": context.subject not in {None, number},
    }
    found += [name + where for name, holds in flags.items() if holds]
    if where == "a" and high - low <= 1:
        found.append("m" + "_".join(stems[low:high]))
    return found


def _between(
    context: Context, phrases: Sequence[Phrase], trigger: Trigger, source: int, target: int, order: str
) -> list[str]:
    p, q, r = phrases[source], phrases[target], trigger.relation
    first, second = (p, q) if p.first < q.first else (q, p)
    low, high = first.last, max(first.last, second.first)
    inside = [i for i in context.outer if low <= phrases[i].first and phrases[i].last <= high]
    found = [f"{r} D{order}{distance(high - low)}", f"{r} N{order}{min(len(inside), 4)}"]
    found += [f"{r} B{order}{stem}" for stem in dict.fromkeys(context.stems[low:high][:12])]
    if context.head(source) == context.head(target):
        found.append(f"{r} samelist")
    if target == p.within or source == q.within:
        found.append(f"{r} nested{p.within == target}")
    return found
