"""Whom a pronoun means that nobody in its sentence can be: اتهم الوزير النائب بالكذب. وهدد بمقاضاته.

Takes a context, the article's phrases and actors, the subject of the pronoun's verb and whom the pronoun fits, gives a
phrase or None. The sentence goes on with the subject of the one before (Ryding 2005, 3.1), and the pronoun with the
other one told of there, who stands free of prepositions or is the only one (12.3).
"""

from collections.abc import Callable, Sequence

from ingest.grammar import agreement
from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context, document_calls
from ingest.text.mentions import Phrase
from ingest.text.openings import is_called
from ingest.text.scope import is_future, is_in
from ingest.text.triggers import Trigger

_AND_HE, _DATELINES = frozenset({"وانه", "وانها"}), frozenset("-–—(")


def told_before(context: Context, actors: Sequence[int], subject: int, fits: Callable[[int], bool]) -> int | None:
    """The only other one that ``fits`` in the sentence before; None where there are several, or another goes on."""
    inherited = context.inherited
    if inherited is None or actors[inherited] != actors[subject]:
        return None
    others = {actors[i]: i for i in context.earlier if actors[i] != actors[subject] and fits(i)}
    free = {actors[i]: i for i in others.values() if not context.earlier[i]}
    only = free if len(free) == 1 else others
    return next(iter(only.values())) if len(only) == 1 else None


def reproved(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> list[int]:
    """Whom a verb of reproving before blames, and the sentence goes on with: اتهمت فتح حماس بالتنسيق مع ج ودعتها إلى.

    Behind its subject, or right behind it where that stands before (Ryding 3.1); nobody where another is free since.
    """
    k = next((j for j in range(trigger.token - 1, -1, -1) if is_in(context.tokens[j].form, "reproving")), None)
    if k is None or trigger.kind != "V" or not trigger.pronoun or trigger.relation == "meets":
        return []
    free = [i for i in context.outer if k < phrases[i].first and phrases[i].last <= trigger.token]
    free = [i for i in free if not (context.prepositions[i] or phrases[i].clitics)]
    led = any(phrases[i].last == k for i in context.outer)
    object_ = free[1:] if not led and free and phrases[free[0]].first == k + 1 else free[:1]
    return object_ if len(object_) == 1 and len(free) + led == 2 else []


def opens_with_object(context: Context, phrases: Sequence[Phrase]) -> bool:
    """Whether whoever was told of before goes on over the object of the sentence's first verb: واتهم روسيا بالقصف."""
    k = next((k for k, token in enumerate(context.tokens) if token.form.isalnum()), 0)
    first = phrases[context.outer[0]] if context.outer and context.subject is None else None
    if first is None or first.first != k + 1:
        return False
    return is_called(context.tokens, k, first)


def goes_on(context: Context, clauses: Clauses, trigger: Trigger, speaker: Callable[[], int | None]) -> bool:
    """Whether the speaker goes on with what he will do to whom he spoke of: قال أ إن ب كذب، وإنه سيقاضيه (19)."""
    k = trigger.token
    joined = k > 0 and context.tokens[k - 1].form in _AND_HE
    if not (joined and trigger.pronoun and trigger.relation == "threatens" and is_future(context.tokens[k].form)):
        return False
    by, gender = speaker(), agreement.of_verb(context.tokens[k].surface, trigger.verb)
    return by is not None and clauses.agrees(by, gender)


def is_collective(trigger: Trigger, phrase: Phrase) -> bool:
    """Whether it is of people that a singular takes up (Ryding 12.5): المجتمع الدولي وطالبه."""
    return trigger.relation == "demands" and is_in(words.without_article(phrase.form.split()[0]), "collectives")


def is_dateline(context: Context, phrases: Sequence[Phrase]) -> bool:
    """Whether what opens the sentence only tells where the report was written: لندن (رويترز) - دعا."""
    if context.subject is None:
        return False
    behind = context.tokens[phrases[context.subject].last :][:1]
    return bool(behind) and behind[0].surface in _DATELINES


def is_of_document(context: Context, phrases: Sequence[Phrase]) -> bool:
    """Whether a document calls upon somebody in the sentence, whose words are those of who was told of before."""
    return document_calls(context.tokens, phrases, context.outer, 0)
