"""Two sides told of by a dual and two nationalities: عقد الجانبان السعودي والإيراني اجتماعا، محادثات بين الوفدين.

Takes a context and a trigger of meeting, gives the pair of states that the two nisbas stand for. The dual is subject,
right behind the verb or before it (Ryding 2005, 3.1, 7.2), or stands behind بين (16); only of a word by which two meet
each other, as a frame without target tells.
"""

from collections.abc import Iterator, Sequence

from ingest.acts.derived_frames import frames_of
from ingest.acts.filled import Filled
from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

DUAL = 3  # tokens of a dual with two nationalities, which is the phrase of either state
SUBJECT_REACH = 3  # tokens from a verb to the dual behind it: عقد أمس الجانبان
BEFORE_REACH = 4  # tokens from the nisbas to the verb they stand before: الجانبان السعودي والإيراني في بغداد سيعقدان
BETWEEN_REACH = 8  # tokens from talks to بين: محادثات مباشرة جرت أمس بين الجانبين
Pair = tuple[int, int]


def two_sides(context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger) -> Iterator[Pair]:
    """The two states whose sides the clause tells to meet; nothing for a word that two do not do with each other."""
    if trigger.relation != "meets" or trigger.pronoun:
        return
    duals = [k for k, token in enumerate(context.tokens) if _is_dual(token.form)]
    if not duals or not _is_mutual(trigger):
        return
    clauses = Clauses.of(context, phrases)
    states = [i for i in context.phrases if phrases[i].type == "state" and phrases[i].length == DUAL]
    for k in duals:
        one, other = ([i for i in states if phrases[i].first == k] + [None, None])[:2]
        if one is None or other is None or actors[one] == actors[other]:
            continue
        if _is_subject(context, clauses, trigger, k) or _is_between(context, clauses, trigger, k):
            yield one, other
            return


def _is_dual(form: str) -> bool:
    return form.startswith("ال") and is_in(words.without_article(form), "both_sides")


def _is_mutual(trigger: Trigger) -> bool:
    frames = frames_of(load_lexicon()[trigger.entry], trigger.kind)
    return any("target" not in frame and "content" not in frame for frame in frames)


def _is_subject(context: Context, clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """Whether the dual at token ``k`` is the verb's subject, by its place."""
    if trigger.kind != "V":
        return False
    low, high = (trigger.token, k) if k > trigger.token else (k + 2, trigger.token)
    near = high - low <= (SUBJECT_REACH if k > trigger.token else BEFORE_REACH)
    governed = is_in(context.tokens[k - 1].form, "prepositions") if k else False
    return near and not governed and not clauses.stopped(low, high)


def _is_between(context: Context, clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """Whether the dual at token ``k`` is governed by بين behind the talks."""
    near = 0 < k - trigger.until <= BETWEEN_REACH and context.tokens[k - 1].form == "بين"
    return near and not clauses.stopped(trigger.until, k)


def with_others(context: Context, phrases: Sequence[Phrase], frames: Sequence[Filled]) -> list[Filled]:
    """The frames without that of a list among themselves where مع brings whom they met: اجتمع أ وب مع ج (Ryding 16)."""
    told = [frame for frame in frames if (frame.source_slot, frame.target_slot) == ("subj", "ma3a")]
    faced = {frame.source for frame in told if _faces(context, phrases, frame)}
    return [frame for frame in frames if frame.source != frame.target or frame.source not in faced]


def _faces(context: Context, phrases: Sequence[Phrase], frame: Filled) -> bool:
    """Whether the target stands behind the whole list that the source is in, in its clause."""
    if frame.source is None or frame.target is None:
        return False
    clauses = Clauses.of(context, phrases)
    end, first = clauses.end_of_list(frame.source), phrases[frame.target].first
    return end < first and not clauses.parted(end - 1, first)
