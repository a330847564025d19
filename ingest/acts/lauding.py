"""Whom words of praise describe: وصف الوزير دور قطر بالريادي is of Qatar, whose role it is.

Takes a verb or participle of describing with the frame filled for it, gives whether its target is who is described.
"""

from collections.abc import Sequence

from ingest.acts.filled import Filled
from ingest.grammar import agreement
from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_WHAT = "ما"
_UNDERSTOOD = frozenset({"carried", "inherited", "speaker"})


def is_meant(context: Context, phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> bool:
    """Whether who is described is told: a phrase beside the subject, a deed's owner, the head of a relative clause.

    A lone phrase behind the verb that agrees with it is rather the subject: وصف الوزير إقرار القانون بالتاريخي.
    """
    if frame.target is None or frame.source is None:
        return True
    if frame.target_how in {"near", "far"}:
        gender = agreement.of_verb(context.tokens[trigger.token].surface, trigger.verb)
        clauses = Clauses.of(context, phrases)
        behind = trigger.kind == "V" and frame.source_how in _UNDERSTOOD and phrases[frame.target].first > trigger.token
        return not (behind and clauses.agrees(frame.target, gender))
    if frame.target_how == "of":
        before = context.tokens[phrases[Lists.of(context, phrases).head(frame.target)].first - 1].form
        what = any(token.form == _WHAT for token in context.tokens[trigger.until : phrases[frame.target].first])
        return what or is_in(words.split(before)[2], "deeds")
    return frame.target_how in {"relative", "nisba", "before"}
