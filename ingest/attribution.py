"""Whose words carry a relation: the speaker behind it, or nobody where the paper itself tells it.

Takes the contexts and phrases of an article, gives all ``Speech`` of it (``speeches``), and for a relation the
phrase that it is attributed to. The innermost speech counts; a speaker's own threat, demand or support is the
relation itself and no report of it, so then the speech around it. What only says when or of whom somebody
spoke is the paper's: a masdar of time (قال خلال لقائه), a participle that goes with the verb (قال مشيداً بـ) or
that describes a known noun (القوات الموالية للحكومة).
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.acts.frames import filled
from ingest.fitted.ranker import Candidate
from ingest.grammar.called_acts import who_asks_to_cease
from ingest.grammar.headline_conjuncts import begins_clause
from ingest.grammar.sayings import Sayings, Speech
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import Scope, is_in
from ontology.lexicon import load_lexicon


def speeches(contexts: Sequence[Context], phrases: Sequence[Phrase]) -> tuple[Speech, ...]:
    """All speech of an article in text order, none of it empty; quotations go on from sentence to sentence."""
    found: list[Speech] = []
    last: int | None = None
    heard = 0  # the sentence where somebody spoke last
    for context in contexts:
        speaker = context.inherited if _has_acted(context, phrases, heard) else last
        told = [speech for speech in Sayings(context, phrases, speaker).all() if speech.first < speech.last]
        found += told
        last = next((speech.speaker for speech in reversed(told) if speech.first), last)
        heard = context.number if any(speech.first for speech in told) else heard
    return tuple(found)


def _has_acted(context: Context, phrases: Sequence[Phrase], heard: int) -> bool:
    """Whether a person has done something since anybody spoke, who so goes on: رحب النائب بالقرار. وأكد أن."""
    opening = next((token.form for token in context.tokens if token.form.isalnum()), "")
    if context.inherited is None or context.quoted[:1] == (True,) or is_in(opening, "plain_sayings"):
        return False
    by = phrases[context.inherited]
    return by.type == "person" and by.sentence > heard


def attributed(
    found: Sequence[Speech], context: Context, phrases: Sequence[Phrase], actors: Sequence[int], shown: Candidate
) -> int | None:
    """The phrase whose words carry the relation that ``shown`` shows; None for the paper's own.

    A meeting is also attributed to one who takes part in it and tells of it (guidelines of the task).
    """
    told = _told(found, context, phrases, actors, shown)
    told = _announcer(context, phrases, actors, shown) if told is None else told
    return _owner(context, phrases, shown.source) if told is None else told


def _told(
    found: Sequence[Speech], context: Context, phrases: Sequence[Phrase], actors: Sequence[int], shown: Candidate
) -> int | None:
    """The phrase of whose speech the relation is told, as ``attributed``."""
    scope = Scope(context, phrases, shown.trigger)
    if scope.is_adjunct or scope.is_attribute or scope.is_circumstance or _is_timed(context, shown.trigger.token):
        return None
    told = _speakers(found, shown)
    if begins_clause(context, phrases[shown.source]):  # فلان يتهم كولومبيا وفلان يدعو الجيش
        told = [who for who in told if phrases[who].first >= phrases[shown.source].first]
    if shown.trigger.relation == "meets":
        return told[0] if told else None
    others = [who for who in told if actors[shown.source] not in _speaking(phrases, actors, who)]
    if others and _together(context, phrases, others[0], shown.source):  # أعلنت فرنسا وألمانيا وقوفهما
        others = others[1:]
    if told and told[0] not in others:  # an agency that passes on somebody's own demand is not its speaker
        others = [who for who in others if not is_in(phrases[who].form.split()[0], "media")]
    return others[0] if others else None


def _speaking(phrases: Sequence[Phrase], actors: Sequence[int], speaker: int) -> set[int]:
    """The actor of a speaker, and the other one where a dual stands for both: وأكد الزعيمان رفضهما (Ryding 12)."""
    near = (i for i in (speaker - 1, speaker, speaker + 1) if 0 <= i < len(phrases))
    return {actors[i] for i in near if phrases[i].place == phrases[speaker].place}


def _announcer(context: Context, phrases: Sequence[Phrase], actors: Sequence[int], shown: Candidate) -> int | None:
    """The subject of a verb that carries another's backing in construct: أعلن السفير دعم القاهرة للأطراف.

    So is who calls upon another to cease his backing, which the paper knows from him: طلبت من الهند الكف عن تسليح.
    """
    lexicon, k = load_lexicon(), shown.trigger.token
    asks = who_asks_to_cease(context, phrases, shown.trigger)
    if asks is not None:
        return asks if actors[asks] != actors[shown.source] else None
    around = (t for t in context.triggers if t.start <= k < t.until and t.relation == shown.trigger.relation)
    for trigger in (t for t in around if lexicon[t.entry].kind == "light"):
        frames = filled(context, phrases, actors, trigger, lexicon)
        by = {frame.source_slot: frame.source for frame in reversed(frames)}
        gives, says = by.get("gen"), by.get("subj")
        if gives is not None and says is not None and actors[gives] == actors[shown.source] != actors[says]:
            return says
    return None


def _owner(context: Context, phrases: Sequence[Phrase], source: int) -> int | None:
    """The person before a source that his pronoun tells, who so speaks for it: أكد الوزير وقوف بلاده، حزبه.

    What a relative clause tells of him is the paper's: الرئيس الذي تدعم بلاده (Ryding 2005, 14).
    """
    here = phrases[source]
    head = here.form.split()[0]
    if head.endswith("نا") or not is_in(head, "own_states", "own_bodies"):
        return None
    for j in range(source - 1, -1, -1):
        if phrases[j].sentence != here.sentence:
            return None
        if phrases[j].type == "person" and phrases[j].within is None:
            between = context.tokens[phrases[j].last : here.first]
            return None if any(is_in(token.form, "relatives") for token in between) else j
    return None


def _is_timed(context: Context, token: int) -> bool:
    """Whether a verb only tells, behind a comma, before or after what somebody spoke: عبر فلان، بعد أن التقى، عن."""
    before = [t.form for t in context.tokens[max(0, token - 3) : token]]
    return len(before) == 3 and before[0] in "،," and before[1] in {"بعد", "قبل"} and before[2] == "ان"


def _together(context: Context, phrases: Sequence[Phrase], speaker: int, source: int) -> bool:
    """Whether ``source`` stands in one list with the speaker, so that both speak (Ryding 2005, 18.1)."""
    if phrases[speaker].sentence != phrases[source].sentence or speaker >= source:
        return False
    listed = [i for i in context.outer if speaker <= i <= source]
    return source in listed and all(
        phrases[other].clitics.startswith("و")
        and phrases[other].first - phrases[one].last <= 1
        and not context.prepositions[other]
        for one, other in pairwise(listed)
    )


def _speakers(found: Sequence[Speech], shown: Candidate) -> list[int]:
    """The phrases whose words the trigger belongs to, the innermost speech first; none for the paper's own."""
    token = shown.trigger.token
    inside = [s for s in found if s.context == shown.context and s.first <= token < s.last]
    return [s.speaker for s in sorted(inside, key=lambda s: -s.first)]
