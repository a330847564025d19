"""How a masdar stands in its clause: with the article, or for a passive.

Takes a context and a trigger, gives yes or no.
"""

from ingest import words
from ingest.context import Context
from ingest.scope import is_in
from ingest.triggers import Trigger
from ontology.function_words import load_function_words


def is_definite(context: Context, trigger: Trigger) -> bool:
    """Whether the masdar has the article, and so nobody in construct (Ryding 8.1): حضر الاستقبال الوزير."""
    form = context.tokens[trigger.token].form
    conjunction, joined, _ = words.split(form)
    own = form.removeprefix(conjunction)[1:] in load_function_words()["unjoined"]  # the second ل of للقاء
    return trigger.kind == "M" and joined in {"ال", "بال", "لل"} and not own


def is_done(context: Context, trigger: Trigger) -> bool:
    """Whether the masdar stands for a passive, its genitive for the object (Ryding 38): ستتم ملاحقتهم."""
    before = context.tokens[trigger.token - 1].form if trigger.token else ""
    return trigger.kind == "M" and is_in(before, "done")
