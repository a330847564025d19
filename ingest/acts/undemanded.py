"""What looks like a demand and is none by who takes part: an office given, one's own state, a paper that only reports.

Takes a context, the article's phrases, a trigger of demanding and a filled frame, gives yes or no. Who charges
somebody with forming or leading a body gives him an office (كلف الرئيس فلانا بتشكيل الحكومة). Whose act is demanded is
no statesman's own state, which is only named in what he calls for (طالب الوزير السوري بعودة سوريا). Who is asked to a
place is invited (دعا المعارضة إلى لندن). A duty told behind an agency's verb of saying is not the agency's demand
(قالت الوكالة إن الوزير مطالب بالرد; Ryding 2005, 19).
"""

from collections.abc import Sequence

from ingest.acts.answered import Answered
from ingest.acts.filled import Filled
from ingest.grammar.clauses import Clauses
from ingest.naming.names import load_names
from ingest.naming.roles import role, states
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_CHARGE, _CALL, _VISIT = "kallafa", "da3a", "زياره"
OFFICE_REACH = 3  # tokens from who is charged to what with: كلف فلانا رسميا بتشكيل
_UNDERSTOOD = frozenset({"carried", "inherited", "speaker"})


def is_no_demand(context: Context, phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> bool:
    """Whether the frame of a word of demanding tells of something else; false where it names no two."""
    if trigger.relation != "demands" or frame.source is None or frame.target is None:
        return False
    source, target = phrases[frame.source], phrases[frame.target]
    duty = trigger.kind in "NS" or frame.target_slot == "noun"
    if duty and frame.source_how in _UNDERSTOOD and load_names().is_outlet(source):
        return True
    if trigger.verb == _CHARGE:
        return _gives_office(context, phrases, frame.target)
    if invites(context, phrases, trigger, frame.target) or is_answerers(context, phrases, trigger, frame.source):
        return True
    named_within = frame.target_slot == "content" or frame.target_how == "of"
    return named_within and target.type == "state" and load_names().identify(target) in _homes(source)


def is_answerers(context: Context, phrases: Sequence[Phrase], trigger: Trigger, source: int) -> bool:
    """Whether the source answers the demand, which so is another's: رفضت الحكومة مطالبة المعارضة بكذا."""
    return trigger.kind in "AM" and Answered(context, phrases, trigger).answerer() == source


def _gives_office(context: Context, phrases: Sequence[Phrase], target: int) -> bool:
    """Whether what somebody is charged with is to form or lead a body."""
    end = Clauses.of(context, phrases).end_of_list(target)
    behind = (words.split(token.form) for token in context.tokens[end : end + OFFICE_REACH])
    return any(joined[:1] == "ب" and is_in(rest, "offices_given") for _, joined, rest in behind)


def invites(context: Context, phrases: Sequence[Phrase], trigger: Trigger, target: int) -> bool:
    """Whether somebody is only asked to come, to a state, a city or for a visit: دعا المعارضة إلى لندن (Ryding 16)."""
    if trigger.verb != _CALL or phrases[target].sentence != context.number:
        return False
    tokens, end = context.tokens, Clauses.of(context, phrases).end_of_list(target)
    if end + 1 < len(tokens) and tokens[end].form == f"ل{_VISIT}":
        return True
    if end + 1 >= len(tokens) or tokens[end].form != "الي":
        return False
    placed = any(phrases[i].first == end + 1 and phrases[i].type == "state" for i in context.outer)
    return placed or tokens[end + 1].form == _VISIT or is_in(tokens[end + 1].form, "cities")


def _homes(person: Phrase) -> set[str]:
    """The states that a person's title or the gazetteer gives him."""
    names = load_names()
    if person.type != "person":
        return set()
    known = names.identify(person)
    home = None if known is None else names.home(known)
    titled = {state[1:] for state in states(role(person.form.split(), names))}
    return titled or ({home} if home is not None else set())
