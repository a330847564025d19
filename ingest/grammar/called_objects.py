"""Who stands right behind a verb that calls upon somebody: طالبت الرابطة، الأمم المتحدة ومجلس الأمن بـ.

Takes a context and a phrase, gives yes or no.
"""

from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ontology.lexicon import load_lexicon


def calls_behind(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase is the subject right behind such a verb, which a comma sets off from whom it calls upon.

    Of several callers و joins each (Ryding 2005, 3.1).
    """
    return any(
        t.until == phrase.first and t.kind == "V" and t.relation == "demands" and "obj" in frame.get("target", ())
        for t in context.triggers
        for frame in load_lexicon()[t.entry].frames
    )
