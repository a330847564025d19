"""Of whom something is demanded with a threat: على الحكومة أن تتراجع، وإلا؛ طالب الحزب الحكومة بالرحيل، مهددا بالإضراب.

Who is accused or attacked in words is threatened in the same way: اتهمت سوريا إسرائيل بقصف مطارها، متوعدة بالرد.

Takes a context and a trigger of threatening, gives pairs of phrases or one phrase. The demand is the nearest before the
threat within its clause; a participle of circumstance (Ryding 2005, 11.3) has the subject of the verb it goes with, so
that whoever asks is who threatens, while what و adds may be meant for another.
"""

from collections.abc import Sequence

from ingest.acts import frames, kinds
from ingest.grammar.clauses import Clauses
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

REPROOF_REACH = 30  # tokens from a word of accusing over what for to the threat that goes with it
OBJECT_REACH = 14  # tokens from the verb over its subject, with titles, to its object
_CIRCUMSTANCES = ("ا", "ه", "ين")  # مهددا، مهددة، مهددين


def demanded(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger
) -> list[tuple[int, int]]:
    """Who asks something of whom in the nearest demand before the trigger."""
    clauses = Clauses.of(context, phrases)
    before = [t for t in context.triggers if t.relation == "demands" and t.token < trigger.token]
    for demand in sorted(before, key=lambda t: -t.token):
        if demand.part or not kinds.is_read(context, phrases, demand):
            continue
        filled = frames.filled(context, phrases, actors, demand, load_lexicon())[:1]
        if filled and filled[0].full and not clauses.stopped(demand.token, trigger.token):
            return list(frames.pairs(context, phrases, actors, filled[0]))
    return []


def asked_as_well(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, source: int
) -> int | None:
    """Of whom the source demands something in the clause that a participle of threatening goes with; else None."""
    form = context.tokens[trigger.token].form
    if trigger.kind != "A" or trigger.entry not in frames.VOWS or not form.endswith(_CIRCUMSTANCES):
        return None
    tokens, k = context.tokens, trigger.token
    before = tokens[k - 1].form if k else ""
    behind = tokens[k + 1].form if k + 1 < len(tokens) else ""
    if form.removeprefix("و").startswith("ال") or is_in(before, "prepositions"):  # الحزب المهدد، عن ملوحة المياه
        return None
    if is_in(behind.removeprefix("ب"), "complementizers"):  # بأن, told of by itself
        return None
    asked = demanded(context, phrases, actors, trigger)
    target = next((target for by, target in asked if actors[by] == actors[source]), None)
    return _reproved(context, phrases, actors, trigger, source) if target is None else target


def _reproved(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, source: int
) -> int | None:
    """Whom the source accuses or attacks in words in the clause, the object of its verb: اتهم أ ب بالقصف، متوعدا."""
    clauses, tokens = Clauses.of(context, phrases), context.tokens
    for k in range(trigger.token - 1, max(-1, trigger.token - 1 - REPROOF_REACH), -1):
        if clauses.is_stop(k):
            return None
        if is_in(tokens[k].form.removeprefix("و"), "reproving"):
            behind = (i for i in context.outer if k < phrases[i].first < min(trigger.token, k + OBJECT_REACH))
            found = (i for i in behind if clauses.bare(i) and not clauses.government(i)[1])
            return next((i for i in found if actors[i] != actors[source]), None)
    return None
