"""Text taken apart for tests, with the models that come with Shabaka."""

from ingest.analysis import Analysis, analyse
from ingest.fitted.models import load_models
from ingest.naming.names import load_names
from ingest.text.context import Context
from ingest.text.lookup import load_lookup
from ingest.text.triggers import Trigger
from ontology.spelling import fold


def analysed(text: str) -> Analysis:
    return analyse(text, load_models().tag, load_names(), load_lookup())


def opened(analysis: Analysis, word: str, relation: str | None = None) -> list[tuple[Context, Trigger]]:
    """The triggers that stand at ``word``, of one relation or of any."""
    found = [(context, trigger) for context in analysis.contexts for trigger in context.triggers]
    return [
        (context, trigger)
        for context, trigger in found
        if context.tokens[trigger.token].surface == word and relation in {None, trigger.relation}
    ]


def named(analysis: Analysis, name: str) -> int:
    """The first phrase that is ``name``, else the first that holds it."""
    forms = [phrase.form for phrase in analysis.phrases]
    whole = fold(name)
    return forms.index(whole) if whole in forms else next(i for i, form in enumerate(forms) if whole in form)
