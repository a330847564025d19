"""Which proposals exclude each other: of two readings of the same words, the surer one stays.

Takes proposals with their probabilities, gives those that stay, the surest first. A phrase and the phrase that
holds it (الخارجية الروسية in المتحدثة باسم الخارجية الروسية) are not both the source of one and the same relation
to somebody; and a trigger has one source and one target, with what is coordinated to them, so that another pair of
the same trigger is another reading of it, unless the grammar claims both (شكر فنلندا على كذا، وتشيكيا على كذا). Of a
meeting, where the ends are alike, one end must be shared, and a state behind بـ is where somebody is and meets nobody.
Nor does a government threaten its own state or its people back it, a body act on who leads it, anybody meet whom he has
with him, back whom the trial or dismissal is of that he backs, or demand of whom he asks to a place.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ingest.acts.accused import accuses
from ingest.acts.couriers import is_sender
from ingest.acts.undemanded import invites, is_answerers
from ingest.analysis import Analysis
from ingest.fitted.claimed import Claimed
from ingest.fitted.own_side import backs_own_state, is_companion, is_led_by_target, threatens_own_state
from ingest.fitted.proposals import Proposal
from ingest.fitted.ranker import Candidate
from ingest.fitted.whole_ends import whole_ends
from ingest.grammar.backed_harms import is_undone
from ingest.reading import Relation
from ingest.text.mentions import Phrase

Judged = tuple[Proposal, float]


def surest(analysis: Analysis, judged: Iterable[Judged], claimed: Claimed | None = None) -> Iterator[Judged]:
    """What no surer proposal excludes, the surest first; without ``claimed`` the grammar is not asked."""
    judged = judged if claimed is None else whole_ends(analysis, judged, claimed)
    kept: dict[tuple[str, int], list[Candidate]] = defaultdict(list)
    for proposal, probability in sorted(judged, key=lambda j: (-j[1], j[0].relation, j[0].source, j[0].target)):
        shown = proposal.candidates[0]
        if _is_misread(analysis, proposal, claimed):
            continue
        rivals = kept[proposal.relation, shown.context]
        if not any(_exclude(analysis, other, shown, claimed) for other in rivals):
            rivals.append(shown)
            yield proposal, probability


def _is_misread(analysis: Analysis, proposal: Proposal, claimed: Claimed | None) -> bool:
    """Whether no candidate of the proposal can be meant by its words."""
    relation, shown = proposal.relation, proposal.candidates
    own = {"threatens": threatens_own_state, "supports": backs_own_state}.get(relation)
    if own is not None and own(analysis, shown[0]):
        return True
    if claimed is not None and all(claimed.attends_with_others(c) for c in shown):
        return True
    return any(all(check(analysis, c) for c in shown) for check in _CHECKS[relation])


def _is_at_post(analysis: Analysis, shown: Candidate) -> bool:
    """Whether an end is the state where somebody has his office or is: وزير الداخلية بدولة الكويت (Ryding 16)."""
    ends = ((analysis.phrases[i], analysis.known[i]) for i in (shown.source, shown.target))
    return any(p.type == "state" and p.clitics[-1:] == "ب" and known is not None for p, known in ends)


def _is_undone(analysis: Analysis, shown: Candidate) -> bool:
    """Whether what is backed is done to the target: أيد محاكمة الوزير."""
    context = analysis.contexts[analysis.phrases[shown.target].sentence]
    return is_undone(context, analysis.phrases, shown.trigger, shown.target)


def _accuses(analysis: Analysis, shown: Candidate) -> bool:
    """Whether the source accuses another of the deed: اتهمت واشنطن فلانا بدعم الحزب."""
    return accuses(analysis.contexts[shown.context], analysis.phrases, shown.trigger, shown.source)


def _is_invited(analysis: Analysis, shown: Candidate) -> bool:
    """Whether the target is only asked to a place: دعا المعارضة إلى لندن."""
    context = analysis.contexts[analysis.phrases[shown.target].sentence]
    return invites(context, analysis.phrases, shown.trigger, shown.target)


def _answers(analysis: Analysis, shown: Candidate) -> bool:
    """Whether the source only answers the call of another: رفض فلان دعوة الحزب إلى اللقاء."""
    return is_answerers(analysis.contexts[shown.context], analysis.phrases, shown.trigger, shown.source)


def _is_sender(analysis: Analysis, shown: Candidate) -> bool:
    """Whether an end is only told to have sent a letter: تسلم الأمير رسالة من الرئيس."""
    context = analysis.contexts[shown.context]
    return any(is_sender(context, analysis.phrases, i) for i in (shown.source, shown.target))


def _exclude(analysis: Analysis, one: Candidate, other: Candidate, claimed: Claimed | None) -> bool:
    turned = [(other.source, other.target)]
    if one.trigger.relation == "meets":
        turned.append((other.target, other.source))
    if any(_nested(analysis, (one.source, one.target), ends) for ends in turned):
        return True
    both = claimed is not None and claimed.claims(one) and claimed.claims(other)
    if both or one.trigger.token != other.trigger.token:
        return False
    alike = [(_alike(analysis, one.source, a), _alike(analysis, one.target, b)) for a, b in turned]
    if one.trigger.relation == "meets":
        return not any(source or target for source, target in alike)
    return alike != [(True, True)]


def _nested(analysis: Analysis, ends: Sequence[int], others: Sequence[int]) -> bool:
    """Whether the pairs share one end, and the other end of one lies within that of the other."""
    phrases, actors = analysis.phrases, analysis.actors
    shared = [actors[a] == actors[b] for a, b in zip(ends, others, strict=True)]
    within = [_one_in_other(phrases[a], phrases[b]) for a, b in zip(ends, others, strict=True)]
    return (shared[0] and within[1]) or (shared[1] and within[0])


def _one_in_other(one: Phrase, other: Phrase) -> bool:
    return one.holds(other) or other.holds(one)


def _alike(analysis: Analysis, one: int, other: int) -> bool:
    """Whether two phrases are one actor, stand in one list or behind one dual: دعا الطرفين إلى."""
    if analysis.actors[one] == analysis.actors[other] or analysis.phrases[one].place == analysis.phrases[other].place:
        return True
    here = analysis.contexts[analysis.phrases[one].sentence]
    same = analysis.phrases[one].sentence == analysis.phrases[other].sentence
    return same and here.head(_whole(analysis, one)) == here.head(_whole(analysis, other))


def _whole(analysis: Analysis, phrase: int) -> int:
    """The longest phrase of the same actor around the phrase, which is what a list joins: حركة in حركة النور."""
    around = analysis.phrases[phrase].within
    while around is not None and around < phrase and analysis.actors[around] == analysis.actors[phrase]:
        phrase, around = around, analysis.phrases[around].within
    return phrase


_CHECKS: Mapping[Relation, Sequence[Callable[[Analysis, Candidate], bool]]] = {
    "threatens": (is_led_by_target, _accuses),
    "meets": (_is_at_post, is_companion, _is_sender),
    "demands": (is_led_by_target, _accuses, _is_invited, _answers),
    "supports": (is_led_by_target, _accuses, _is_undone),
}
