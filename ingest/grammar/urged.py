"""Whether the pronoun behind a masdar is its object, who is urged to do something: لحثه على (Ryding 5.1, 12.3).

Takes a context and a trigger, gives yes or no. Who urges is then the subject of the clause, and nobody nearer.
"""

from ingest.text.context import Context
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

_UPON = "علي"


def takes_object(context: Context, trigger: Trigger) -> bool:
    """Whether the pronoun of the masdar is who is urged or forced, since على follows: لحثه على، إجبارها على."""
    behind = context.tokens[trigger.until : trigger.until + 1]
    if trigger.kind != "M" or trigger.pronoun[:1] != "3" or not behind or behind[0].form != _UPON:
        return False
    frames = load_lexicon()[trigger.entry].frames
    return any("obj" in frame.get("target", ()) and "3ala" in frame.get("content", ()) for frame in frames)
