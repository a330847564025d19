"""Who is met where a verb of meeting goes on with the clause before, and so is no subject of what comes next.

Takes a context, a verb of meeting and the phrase behind it, gives yes or no: وصل الموفد والتقى الرئيس ثم انتقل, where
he who arrived goes on (pro-drop, Ryding 2005, 3.1); and, of a meeting that comes next, whoever received him:
وصل الموفد حيث استقبله الرئيس، ثم اجتمع بالوزير.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.clauses import Clauses
from ingest.grammar.verbs import Verbs
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

_GOING_ON = frozenset({"حيث", "ثم", "كما"})
_PEOPLE = frozenset({"person", "group"})
_ALSO = "كما"


def is_met(context: Context, phrases: Sequence[Phrase], clauses: Clauses, verb: int, phrase: int, token: int) -> bool:
    """Whether the phrase behind the verb of meeting at ``verb`` is not whom the word at ``token`` goes on with."""
    met = [t for t in context.triggers if t.token == verb and _takes_object(t)]
    topic = context.subject
    answers = context.tokens[token].form.startswith("ف")  # حادث الوزير فطالبه, which is rather the other
    if not met or answers or topic is None or topic == phrase or phrases[topic].last > verb:
        return False
    gender = agreement.of_verb(context.tokens[verb].surface, met[0].entry)
    if phrases[topic].type not in _PEOPLE or clauses.stopped(phrases[topic].last, verb):
        return False
    if any(t.pronoun for t in met):
        return any(t.token == token and t.relation == "meets" for t in context.triggers)
    joined = context.tokens[verb].form[:1] in "وف" or context.tokens[verb - 1].form in _GOING_ON
    if not joined or not clauses.agrees(topic, gender):
        return False
    end = min((k for k in Verbs.of(context, phrases).seen if verb < k < token), default=token)
    behind = clauses.end_of_list(phrase)
    return not any(behind <= phrases[i].first < end and clauses.bare(i) for i in context.outer)


def _takes_object(trigger: Trigger) -> bool:
    """Whether the word is a verb of meeting by itself that has whom one meets for its object."""
    if (trigger.relation, trigger.kind) != ("meets", "V") or trigger.until - trigger.start > 1:
        return False
    entry = load_lexicon()[trigger.entry]
    return entry.alone != "never" and any("obj" in frame.get("target", ()) for frame in entry.frames)


def tells_of_meeting(context: Context, k: int) -> bool:
    """Whether the subject of the verb at ``k`` is a meeting before it, which brings together who follows: لقاء جمع."""
    here = (t for t in context.triggers if t.token == k and t.start < k and t.relation == "meets")
    return any(all("subj" not in frame.get("source", ()) for frame in load_lexicon()[t.entry].frames) for t in here)


def tells_again(context: Context, low: int, high: int) -> bool:
    """Whether another meeting is told behind كما between the two tokens: هاتف نظيره، كما تحدث مع فلان (Ryding 18)."""
    again = (t.token for t in context.triggers if t.relation == "meets" and t.kind == "V" and low < t.token < high)
    return any(context.tokens[k - 1].form == _ALSO for k in again)
