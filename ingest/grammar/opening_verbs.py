"""Whether a verb that opens the sentence governs a call, so that its subject calls: وانتهى إلى مطالبة إيران بكذا.

Takes a context, the article's phrases and a masdar of demanding or meeting, gives yes or no (Ryding 2005, 3.1 and 5.1).
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.fronted import drops_subject
from ingest.grammar.verbs import said_by
from ingest.text.context import PREPOSITIONS, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class


def is_of_opening_verb(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether only a preposition stands between it and the masdar, and the subject carried on agrees with it.

    Or a meeting is told of before a verb of saying that goes on with him.
    """
    tokens, k, inherited = context.tokens, trigger.start, context.inherited
    if trigger.relation != "demands" or inherited is None or not k:
        return drops_subject(context, phrases, trigger)
    stands = k > 1 and tokens[k - 1].form in PREPOSITIONS
    governed = k - stands == 1 and (stands or bool(preposition_of(tokens[k].form)))
    verb = word_class(tokens[0].form, tokens[0].surface)[-1] == "V"
    return governed and verb and Clauses.of(context, phrases).agrees(inherited, said_by(tokens[0].form))
