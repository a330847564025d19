"""A verb's own subject behind it, where who speaks stands before it, or within a set phrase (Ryding 2005, 3.1).

الوزير: ستندم إسرائيل، لن تكون إسرائيل بمأمن. Takes a context, the article's phrases and a trigger; gives whether the
phrase behind the verb is its subject, or the phrase in the gap of a construction that begins with a verb.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.carried import Filler
from ingest.grammar.clauses import Clauses
from ingest.grammar.relayed import of_office
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

_THAT_IT = frozenset({"انه", "بانه"})
GAP_BEGINS = 2  # tokens from the beginning of a set phrase to its subject: لن تكون إسرائيل


def has_own_subject(
    context: Context, phrases: Sequence[Phrase], trigger: Trigger, speaker: int, first: Filler | None
) -> bool:
    """Whether a stop parts the verb from ``speaker``, and right behind it stands a subject that it agrees with.

    So it is with the speaker's own state behind أن: تعهد الوزير بأن تظل بلاده. So does أنه, whose pronoun stands for no
    one, before what somebody will suffer: قال الوزير إنه سيعاقب كل من يخالف.
    """
    if of_office(context, phrases, trigger.token) not in {None, speaker}:  # أعلن مكتب الرئيس أنه التقى
        return True
    if first is None or first.how != "near":
        return False
    clauses, surface = Clauses.of(context, phrases), context.tokens[trigger.token].surface
    agrees = clauses.agrees(first.phrase, agreement.of_verb(surface, trigger.verb))
    suffers = trigger.kind == "P" or all("subj" in f.get("target", ()) for f in load_lexicon()[trigger.entry].frames)
    of_none = suffers and context.tokens[trigger.token - 1].form in _THAT_IT
    that = is_in(context.tokens[trigger.token - 1].form, "complementizers")  # تعهد بأن تظل بلاده إلى جانب
    own = that and is_in(context.tokens[phrases[first.phrase].first].form, "own_states", "own_bodies")
    own |= that and not clauses.agrees(speaker, agreement.of_verb(surface, trigger.verb))  # بأن تظل كندا
    return agrees and (of_none or own or clauses.stopped(phrases[speaker].last - 1, trigger.token))


def within(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> Filler | None:
    """Who stands without a preposition in the gap of a set phrase, right behind its verb; None where nobody does."""
    edges = range(trigger.start + 1, trigger.start + GAP_BEGINS + 1)
    here = (i for i in context.outer if phrases[i].first in edges and phrases[i].last < trigger.until)
    found = next(here, None) if trigger.kind == "N" else None
    if found is None or phrases[found].clitics or is_in(context.tokens[phrases[found].first - 1].form, "prepositions"):
        return None  # ليتحسس الوزير رأسه: the letter is of the jussive, no preposition (Ryding 35)
    return Filler(found, "near")
