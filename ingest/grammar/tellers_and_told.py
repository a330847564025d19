"""Who told what stands before a word, and whether a pronoun there means another whom he tells of, not himself.

Takes the article's phrases or the sentence's context, the speech of the sentence and a token in it. A pronoun means the
nearest who fits (Ryding 2005, 12); the subject of the sentence comes first where he is told of, but of himself a
speaker tells in the third person only where he tells of nobody else: قال باسيل إن الحريري التقى جعجع وطالبه, but قال
الوزير إن الرئيس استقبله.
"""

from collections.abc import Callable, Iterable, Sequence

from ingest.grammar.sayings import Speech
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_PERSON = "person"
_COMMAS = frozenset("،,")


def tells_of_another(
    context: Context,
    phrases: Sequence[Phrase],
    actors: Sequence[int],
    said: Iterable[Speech],
    trigger: Trigger,
    ends: tuple[int | None, int | None],
) -> bool:
    """Whether who speaks around the trigger has told there of another of his kind, and not of himself (أنه سيسافر).

    ``ends``: the phrase of the speaker, and the actor that the pronoun cannot mean, the subject of its verb.
    """
    (speaker, subject), k = ends, trigger.token
    speech = next((one for one in said if one.speaker == speaker and one.first <= k < one.last), None)
    if (
        speech is None
        or speaker is None
        or any(is_in(t.form, "with_subject") for t in context.tokens[speech.first : k])
    ):
        return False
    within = (i for i, p in enumerate(phrases) if p.sentence == phrases[speaker].sentence and p.first >= speech.first)
    others = (i for i in within if phrases[i].last <= k and actors[i] not in {actors[speaker], subject})
    person = phrases[speaker].type == _PERSON
    return any(phrases[i].type == _PERSON or not person for i in others)


def quoted_by(context: Context, said: Callable[[], Sequence[Speech]], k: int) -> int | None:
    """Whose words the quotation mark right before token ``k`` closes, be it who spoke before: «…»، داعيا."""
    tokens = context.tokens
    close = k - 1 - (k > 1 and tokens[k - 1].surface in _COMMAS)
    if close < 1 or tokens[close].surface not in QUOTES or context.quoted[close]:
        return None
    inside = [speech for speech in said() if speech.first < close <= speech.last]
    return max(inside, key=lambda speech: speech.first).speaker if inside else None
