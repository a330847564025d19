"""Whether the pronoun behind a masdar is its object: لحثه على، تعهد بدعمها (Ryding 5.1, 12.3).

Takes a context and a trigger, gives yes or no. Who urges or backs is then the subject of the clause, nobody nearer: of
what somebody means to do he is the doer.
"""

from ingest.text import words
from ingest.text.context import Context
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

_UPON = "علي"


def takes_object(context: Context, trigger: Trigger) -> bool:
    """Whether the pronoun of the masdar is who is urged, since على follows, or who is to be backed: لحثه على."""
    if _is_pledged(context, trigger):
        return True
    behind = context.tokens[trigger.until : trigger.until + 1]
    if trigger.kind != "M" or trigger.pronoun[:1] != "3" or not behind or behind[0].form != _UPON:
        return False
    frames = load_lexicon()[trigger.entry].frames
    return any("obj" in frame.get("target", ()) and "3ala" in frame.get("content", ()) for frame in frames)


def _is_pledged(context: Context, trigger: Trigger) -> bool:
    """Whether somebody means to back whom the pronoun stands for: تعهد بمواصلة دعمها; not تعهد بدعمه للحكومة."""
    tokens, k = context.tokens, trigger.start
    if (trigger.relation, trigger.kind) != ("supports", "M") or trigger.pronoun[:1] != "3" or not k:
        return False
    behind = tokens[trigger.until].form if trigger.until < len(tokens) else ""
    means = is_in(tokens[k - 1].form.removeprefix("و"), "intending", "promises") or is_in(
        tokens[k - 1].form, "intending"
    )
    return means and words.split(behind)[1] not in {"ل", "لل"} and words.split(tokens[k].form)[1] in {"", "ب"}
