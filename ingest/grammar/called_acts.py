"""Masdars of what somebody else is called upon to do: دعت الحكومة إلى دعم اليونان، طالب الاتحاد بفتح حوار مع موسكو.

Takes a context, the article's phrases and a masdar, gives yes or no. Who calls does not do it, and whether whoever is
called upon will is not told (guidelines of the task); so nobody's is the act that the call governs, right behind a
preposition or as its object (Ryding 2005, 5.1). Nor does he who blames, warns of, opposes or forbids a backing do it:
أدان الوزير دعم الميليشيات، احتجت بلغراد على تسليح البوسنة, which is another's, whoever that is.
"""

from collections.abc import Iterator, Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.nobodys_backing import is_nobodys
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of, pronominal
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

CALL_REACH = 14  # tokens between a call and the act, over who calls and who is called upon
DECRIED_REACH = 12  # tokens between a word of blame and the backing blamed, over who blames
_AGAINST, _UPON = "ضد", "علي"
_OBJECTS = frozenset({"علي", "من", "عن"})  # before what is blamed; so is بـ, joined to it, and nothing
_THAT, _IMPERFECT = frozenset({"ان", "بان"}), frozenset("يت")
_OFF, _ASKED = "عن", frozenset({"من", "الي", "علي"})
_PRONOUNS, _GENDERS = {"ها": "3fs", "هم": "3mp", "ه": "3ms"}, {"3fs": "f", "3ms": "m"}
_CALLED_TO = frozenset({"الي", "علي"})
_SIGNS, _COMMAS = frozenset("،,.؛:!؟…"), frozenset("،,")


def is_of_another(context: Context, phrases: Sequence[Phrase], trigger: Trigger, near: int | None) -> bool:
    """Whether the masdar is called for or blamed; ``near``: who seems to do it, where somebody stands beside it."""
    called = is_called_for(context, phrases, trigger) and not _is_committed(context, phrases, near)
    called = called or is_decried(context, phrases, trigger, near)
    return called or is_nobodys(context, phrases, trigger)


def _is_committed(context: Context, phrases: Sequence[Phrase], near: int | None) -> bool:
    """Whether who seems to do it is told to be committed to it: شدد على التزام بلاده بدعم (Ryding 5.1)."""
    before = "" if near is None or not phrases[near].first else context.tokens[phrases[near].first - 1].form
    return is_in(before, "commitments") or is_in(words.split(before)[2], "commitments")  # التزام, whose ال is its own


def asked_to_cease(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """Who is called upon to cease a backing, which he so gives: طلبت باكستان من الهند الكف عن تسليح الجبهة.

    The last before the call's content, who is governed or stands behind who calls; None for no such call.
    """
    between = _named_in_call(context, phrases, trigger)
    named = len(between) > 1 or (between and context.prepositions[between[-1]] in _ASKED)
    return between[-1] if named else None


def who_asks_to_cease(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """Who stands right behind the call to cease a backing and before who is called upon; None for nobody."""
    between = _named_in_call(context, phrases, trigger)
    return between[0] if len(between) > 1 and not context.prepositions[between[0]] else None


def _named_in_call(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> list[int]:
    """The phrases between a call and the ceasing that it calls for, in text order; none for no such call."""
    start, tokens = trigger.start, context.tokens
    ceasing = start > 1 and tokens[start - 1].form == _OFF and is_in(tokens[start - 2].form, "ceasing")
    if trigger.relation != "supports" or not ceasing or not is_called_for(context, phrases, trigger):
        return []
    call = max(k for k in _calls(context, phrases) if k < start)
    return [i for i in context.outer if call < phrases[i].first and phrases[i].last <= start - 2]


def is_called_for(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the masdar is within the content of a call, in its clause and with nobody's pronoun."""
    if trigger.kind != "M" or trigger.pronoun or trigger.relation not in {"supports", "meets"}:
        return False
    return _call_before(context, phrases, trigger.start) is not None


def called_upon(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> int | None:
    """Who is called upon to do what the masdar with a pronoun tells: دعت قطر إيران إلى وقف دعمها للحوثيين (12.3).

    He stands last before the content, behind who calls or what governs him; None for no call or nobody called upon.
    """
    surface = context.tokens[trigger.until - 1].surface  # also of a construction: مواصلة دعمها
    pronoun = trigger.pronoun or next((p for ending, p in _PRONOUNS.items() if surface.endswith(ending)), "")
    own = trigger.kind == "M" and pronoun[:1] == "3" and trigger.relation == "supports"
    call = _call_before(context, phrases, trigger.start) if own else None
    if call is None:
        return None
    between = [i for i in context.outer if call < phrases[i].first and phrases[i].last <= trigger.start]
    by = context.prepositions.get(between[-1], "") if between else "ل"
    asked = between[-1] if by in _ASKED or (not by and len(between) > 1) else None
    gender = _GENDERS.get(pronoun, "")
    return asked if asked is not None and Clauses.of(context, phrases).agrees(asked, gender) else None


def _call_before(context: Context, phrases: Sequence[Phrase], start: int) -> int | None:
    """The token of the call within whose content token ``start`` is, in its clause; None for none."""
    calls, commas = _calls(context, phrases), 0
    for k in _before(context, phrases, start):
        token = context.tokens[k]
        if k in calls:
            return k if commas % 2 == 0 else None  # دعا الوزير، فلان، الاتحاد إلى دعم
        told = token.form in _THAT and k + 1 < start and context.tokens[k + 1].form[:1] in _IMPERFECT
        if told and not _has_subject(context, phrases, k, start):
            continue  # طلبت من دمشق أن تكف عن إيواء
        if token.surface in _COMMAS and not is_in(context.tokens[k + 1].form, "expressing"):
            commas += 1
            continue
        bounds = ("complementizers", "relatives", "clause_openers", "temporals", "promises")  # يدعو إلى، ويتعهد دعم
        if token.surface in _SIGNS or is_in(token.form, *bounds):
            return None
    return None


def is_asked_for(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the backing with its doer is what somebody is called upon to give: طلب من السفيرة دعم بلادها للجيش.

    The masdar stands right behind whoever is called upon, or behind بـ or إلى there; what is to go on or to end is so.
    """
    k, tokens = trigger.start, context.tokens
    call = _call_before(context, phrases, k) if trigger.relation == "supports" else None
    if call is None or not is_called_for(context, phrases, trigger) or is_in(tokens[call].form, "affirming"):
        return False  # شدد الوزير على دعم بلاده للجيش
    k -= k > 0 and tokens[k - 1].form in _CALLED_TO
    joined = preposition_of(tokens[trigger.start].form) in {"", "ب"}
    of_whom = k > 0 and bool(pronominal(tokens[k - 1].form))  # وطلب منها دعم بلادها للجيش
    return joined and (of_whom or any(phrases[i].last == k for i in context.outer))


def _before(context: Context, phrases: Sequence[Phrase], start: int) -> Iterator[int]:
    """The tokens before ``start`` within reach of a call, the nearest first: طالب الوزير، وهو طبيب، بدعم."""
    clauses, k = Clauses.of(context, phrases), start
    for _ in range(CALL_REACH):
        k = min(k, clauses.before_aside(k)) - 1
        if k < 0:
            return
        yield k


def is_to_meet(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether somebody is called upon to meet, so that who calls does not: طالب الحزب الرئيس بأن يستقبل الوزير.

    Whoever is called upon stands between, behind who calls; who asks to meet himself names nobody there (Ryding 34).
    """
    that, tokens = trigger.start - 1, context.tokens
    if that < 1 or tokens[that].form not in _THAT:
        return False
    call = max((k for k in _calls(context, phrases) if 0 < that - k <= CALL_REACH), default=None)
    if call is None:
        return False
    between = [i for i in context.outer if call < phrases[i].first and phrases[i].last <= that]
    addressed = bool(between) and context.prepositions[between[-1]] in _ASKED
    spoken = bool(between) and any(t.token == call and t.kind == "A" for t in context.triggers)
    return len(between) > 1 or addressed or spoken


def is_obliged(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the verb is of what somebody has a duty to do, which nobody is told to do: على إيران أن تدعم الحكومة."""
    that, calls = trigger.start - 1, _calls(context, phrases)
    if that < 2 or context.tokens[that].form not in _THAT:
        return False
    upon = (i for i in context.outer if phrases[i].first - 1 in calls and context.prepositions[i] == _UPON)
    return any(Clauses.of(context, phrases).end_of_list(i) == that for i in upon)


def is_decried(context: Context, phrases: Sequence[Phrase], trigger: Trigger, near: int | None) -> bool:
    """Whether a word of blame governs the backing, and nobody but who blames stands between (``near``).

    Of an accusation who stands between is the accused: اتهم إيران بتسليح.
    """
    if trigger.kind != "M" or trigger.pronoun or trigger.relation != "supports":
        return False
    start, tokens = trigger.start, context.tokens
    if _is_to_end(context, start) or (_is_ending(context, start, "ب") and is_called_for(context, phrases, trigger)):
        return True
    before, (_, joined, _) = tokens[start - 1].form if start else "", words.split(tokens[start].form)
    if before in _THAT and (_is_feared(context, start - 1) or _is_condemned(context, phrases, trigger)):
        return True
    if before == _AGAINST:  # تظاهروا ضد ترشيح فلان
        return True
    governed = joined in {"", "ب"} and (before in _OBJECTS or not is_in(before, "prepositions", "temporals"))
    return governed and _is_blamed(context, phrases, start, near)


def _is_blamed(context: Context, phrases: Sequence[Phrase], start: int, near: int | None) -> bool:
    """Whether a word of blame or accusing before token ``start`` governs it, nobody but ``near`` between."""
    tokens = context.tokens
    further = words.split(tokens[start].form)[:2] == ("و", "ب")  # ندد بالقمع منذ أشهر وبتسليح
    for k in range(start - 1, max(-1, start - 1 - DECRIED_REACH), -1):
        form = tokens[k].form.removeprefix("و")
        if is_in(form, "accused"):
            return False
        if is_in(form, "decrying", "accusing"):
            between = [i for i in context.outer if k < phrases[i].first < start]
            alone = between == [near] and not form.startswith("م")
            by = near is None or phrases[near].last <= k or (alone and phrases[near].first == k + 1)
            return not between if is_in(form, "accusing") else by
        if form == _AGAINST:  # صوتوا ضد قانون يقضي بتسليح الحركة
            return not any(k < phrases[i].first < start for i in context.outer)
        timed = is_in(form, "temporals") and not further
        if timed or tokens[k].surface in _SIGNS or is_in(form, "complementizers", "relatives", "clause_openers"):
            return False
    return False


def _is_feared(context: Context, that: int) -> bool:
    """Whether أن at token ``that`` opens what is warned of or feared (Ryding 19.1): حذر من أن تسليح الحركة سيؤدي."""
    tokens = context.tokens
    if not that or tokens[that - 1].form != "من":
        return False
    near = tokens[max(0, that - 1 - DECRIED_REACH) : that - 1]
    return any(is_in(token.form.removeprefix("و"), "warnings") for token in near)


def _is_condemned(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a predicate right behind whom the backing is for condemns it: إن تسليح الحركة خطأ (Ryding 3.1)."""
    ends = (phrases[i].last for i in context.outer if phrases[i].first == trigger.until)
    end = next(ends, len(context.tokens))
    return any(is_in(token.form, "condemnations") for token in context.tokens[end : end + 2])


def _is_to_end(context: Context, start: int) -> bool:
    """Whether the backing is what somebody strives to end: سعت فرنسا إلى وقف تمويل الجماعة، لوقف تمويلها."""
    to = start > 1 and context.tokens[start - 2].form == "الي"
    return _is_ending(context, start, "" if to else "ل")


def _is_ending(context: Context, start: int, joined: str) -> bool:
    """Whether a noun of ending stands before the backing with that preposition joined: طالب بوقف تسليح الحركة."""
    ending = context.tokens[start - 1].form if start else ""
    return ending.startswith(joined) and is_in(ending.removeprefix(joined), "cessations")


def _has_subject(context: Context, phrases: Sequence[Phrase], low: int, high: int) -> bool:
    """Whether somebody stands between who may act in the clause of أن: طلب أن تواصل روسيا تزويد."""
    return any(low < phrases[i].first < high for i in context.outer)


def _calls(context: Context, phrases: Sequence[Phrase]) -> set[int]:
    """The tokens of the sentence's calls, none of them in a name (طالبان), and of على before a duty; made once."""
    if _calls not in context.once:
        named = {k for i in context.outer for k in range(phrases[i].first, phrases[i].last)}
        calls = {t.token for t in context.triggers if _is_call(t)} - named
        context.once[_calls] = calls.union(*(_duty(context, phrases, t) for t in context.triggers))
    found: set[int] = context.once[_calls]
    return found


def _duty(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> Iterator[int]:
    """The token of على by which the trigger tells upon whom a duty is, right before him: على إيران أن، يجب على (16)."""
    entry = load_lexicon()[trigger.entry]
    upon = any("3ala" in frame.get("target", ()) and "source" not in frame for frame in entry.frames)
    if trigger.relation == "demands" and upon and not entry.alone:
        named = {phrases[i].first for i in context.outer}
        behind = range(trigger.start, min(trigger.until, len(context.tokens) - 1) + 1)
        yield from (k for k in behind if context.tokens[k].form.endswith(_UPON) and k + 1 in named)


def _is_call(trigger: Trigger) -> bool:
    """Whether the trigger tells by itself of somebody who calls for something."""
    entry = load_lexicon()[trigger.entry]
    uttered = any("subj" in frame.get("source", ()) and "content" in frame for frame in entry.frames)
    return trigger.relation == "demands" and trigger.kind in "VAMN" and uttered and not entry.alone
