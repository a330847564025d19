"""Whether a text denies or refuses what a trigger says.

Takes the scope of a trigger. In this order: a negative particle right before a verb or masdar, or an
auxiliary between (لم يكن قد التقى); a noun of absence (دون لقاء, عدم دعم); a verb of denying further off (نفى
الاتهامات بدعم); a word of refusing or ending that governs a meeting or a backing; a denied verb that would
have brought it about (لا يعتزم لقاء). To refuse a demand or a threat does not deny that it was made, and what
somebody is asked to end is going on (طالب بوقف دعم).
"""

from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from ingest.text import words
from ingest.text.prepositions import preposition_of
from ingest.text.scope import Scope, is_in, without_preposition

REACH = 10  # words: نفى الاتهامات الموجهة إلى بلاده بدعم
RUMOUR = 3  # words from the relative pronoun of reports to what they tell of: الأنباء التي تحدثت عن لقاء
PLAN_REACH = 4  # words between a plan and the meeting, or its negation and it: لم تكن هناك أي نية لعقد لقاء
WILL_REACH = 2  # words from a word of will to the meeting: عدم رغبته في لقاء
JOINED = 3  # tokens of a light verb, its first noun and what that is of, before a backing that و joins to it
WITHIN = 2  # tokens from a word of refusing to the backing refused, where a light verb tells of it
PLACE = 4  # words from the last of a place to its preposition: في مقر إقامته
GRANTING_REACH = 6  # لم تقدم حتى الآن أي دعم
_ADVERBS = frozenset({"ان", "اي", "لاي", "باي", "عن", "علي", "كل", "من", "في", "ما", "مضي", "سبق"})
_FORMS = frozenset({"اشكال", "انواع", "صور", "اوجه", "شتي"})
_COMMAS = frozenset("،,")
_THAT, _NOT, _IN, _HOLD = "ان", "ما", "في", "3aqada"
_FOR_WHAT = "لما"  # ممتن لما قدمته; which denies only an imperfect (Ryding 37.2)
_EXCEPT = "الا"  # لم يتم إلا بدعم: it did take place


def is_denied(scope: Scope) -> bool:
    """Whether what the trigger says is denied; an attribute (الفصائل المدعومة) only by غير before it."""
    before = list(takewhile(lambda word: word != _EXCEPT, scope.before(REACH)))
    before = before[scope.is_backed :]
    if scope.kind in "AS":
        return is_in(scope.previous(), "noun_negatives")
    if scope.kind == "V" and scope.previous() == _EXCEPT and not scope.is_perfect:  # ألا يلتقي, that he not meet
        return True
    near = next((word for word in before if not is_in(word, "auxiliaries") and word not in {"اي", _THAT}), "")
    if _is_denied_perfect(scope) or _is_refused_within(scope):
        return True
    for_what = near == _FOR_WHAT and scope.is_perfect
    lacking = is_in(without_preposition(near), "noun_negatives")  # تعهدت بعدم دعم
    if lacking or (is_in(near, "negatives") and scope.kind != "N" and not for_what):
        return True
    if (any(is_in(word, "denials") for word in before) and not _goes_on(scope)) or _is_rumour(scope):
        return True
    held = scope.trigger.relation == "meets" and bool(before) and is_in(before[0], "holding")  # استبعد عقد قمة بين
    event = (held and scope.kind == "N") or (scope.trigger.relation in {"meets", "supports"} and scope.kind in "MV")
    undone = _is_not_granted(before) or _is_not_planned(before) or _is_unwilling(before)
    undone |= scope.trigger.relation == "meets" and (_is_shut_out(before) or _is_called_off(scope, before))
    return event and (undone or _is_ended(scope, before) or _is_refused(scope, before))


def _goes_on(scope: Scope) -> bool:
    """Whether a perfect that و joins behind a comma tells a thing more (Ryding 18.1): نفى الحزب كذا، ودعا الرئيس."""
    tokens, k = scope.context.tokens, scope.trigger.start
    joined = scope.kind == "V" and scope.is_perfect and tokens[k].form.startswith("و")
    return joined and k > 0 and tokens[k - 1].surface in _COMMAS


def _is_refused_within(scope: Scope) -> bool:
    """Whether a light verb tells of the refusing or the lack of a backing: أعلن رفضه دعم فلان، أكد عدم دعمه لفلان."""
    trigger = scope.trigger
    if trigger.relation != "supports" or trigger.kind != "V":
        return False
    between = scope.context.tokens[max(trigger.token + 1, trigger.until - 1 - WITHIN) : trigger.until - 1]
    if scope.context.tokens[trigger.until - 1].form.startswith("و") and trigger.until - trigger.token > JOINED:
        return False  # جددت التزامها بعدم التدخل ودعمها لفلان, a second thing
    return any(is_in(token.form, "refusals", "noun_negatives") for token in between)


def _is_denied_perfect(scope: Scope) -> bool:
    """Whether ما before a perfect that opens a clause denies it (Ryding 37.2): ما التقى الوزير أحدا; not ما قاله."""
    tokens, k = scope.context.tokens, scope.trigger.start
    if scope.trigger.kind != "V" or scope.trigger.pronoun or k == 0 or tokens[k - 1].form != _NOT:
        return False
    return scope.is_perfect and (k == 1 or is_in(tokens[k - 2].form, "complementizers"))


def _is_rumour(scope: Scope) -> bool:
    """Whether the reports that tell of it are denied: نفى الوزير الأنباء التي تحدثت عن لقائه (Ryding 14.3)."""
    tokens, k = scope.context.tokens, scope.trigger.start
    if k < RUMOUR or not (is_in(tokens[k - 1].form, "prepositions") and is_in(tokens[k - RUMOUR].form, "relatives")):
        return False
    told = is_in(words.without_article(tokens[k - RUMOUR - 1].form), "reports")
    return told and any(is_in(token.form, "denials") for token in tokens[max(0, k - RUMOUR - 1 - REACH) : k - RUMOUR])


def _is_not_planned(before: Sequence[str]) -> bool:
    """Whether nothing is planned for it: لم تكن هناك أي نية لعقد لقاء."""
    plan = next((i for i, word in enumerate(before[:PLAN_REACH]) if is_in(word, "plans")), None)
    near = [] if plan is None else before[plan + 1 : plan + 1 + PLAN_REACH]
    return any(is_in(word, "negatives") for word in near)


def _is_unwilling(before: Sequence[str]) -> bool:
    """Whether the will to it is denied by a noun (Ryding 37): عدم نيته لقاء الوزير، عدم رغبة الرئيس في لقائه."""
    near = pairwise(before[: WILL_REACH + 1])
    return any(is_in(word, "wills") and is_in(negative, "noun_negatives") for word, negative in near)


def _is_shut_out(before: Sequence[str]) -> bool:
    """Whether the door is shut to a meeting: أغلق الباب أمام أي لقاء."""
    words_ = list(dropwhile(lambda word: word == "اي" or is_in(word, "quantifiers"), before))
    return words_[:2] == ["امام", "الباب"] and any(is_in(word, "shutting") for word in words_[2:4])


def _is_called_off(scope: Scope, before: Sequence[str]) -> bool:
    """Whether what was to be held is called off: ألغى اجتماعا كان مقررا عقده أمس، ألغت اللقاء الذي كان سيعقد."""
    held = scope.trigger.verb == _HOLD and (bool(scope.trigger.pronoun) or scope.kind in "VP")
    planned = list(before) if held else []
    rest = list(dropwhile(lambda word: is_in(word, "past", "future", "relatives", "prepositions"), planned))
    noun = words.without_article(rest[0].removesuffix("ا")) if rest and len(rest) < len(planned) else ""
    return is_in(noun, "gatherings") and any(is_in(word, "cancelling") for word in rest[1:3])


def _is_ended(scope: Scope, before: Sequence[str]) -> bool:
    """A noun of ending in construct with the masdar, which itself stands behind no preposition.

    A meeting called off is told of behind one too: أعلن عن إلغاء اللقاء.
    """
    off = without_preposition(before[0]) if before and scope.trigger.relation == "meets" else ""
    if is_in(off, "cancellations"):
        return True
    before = list(dropwhile(lambda word: is_in(word, "quantifiers") or word in _FORMS, before))  # وقف كل أشكال الدعم
    if scope.kind != "M" or not before or not is_in(before[0], "cessations"):
        return False
    return len(before) < 2 or not is_in(before[1], "prepositions")


def _is_refused(scope: Scope, before: Sequence[str]) -> bool:
    """A verb of refusing; between stand adverbs, a subject, or one other masdar: رفضت الكتلة الجلوس والتحاور."""
    if scope.kind == "V" and not scope.may_be_masdar and _THAT not in before:
        return False
    joined = preposition_of(scope.form)
    bare = not joined or (joined == "ل" and scope.may_be_masdar and not scope.is_purpose)  # لقاءه, whose ل is its own
    end = int(scope.form.startswith("و"))
    meets = scope.trigger.relation == "meets"
    while end < len(before) and not _refuses(before[end]):
        place = meets and _IN in before[end + 1 : end + PLACE]  # ألغى في مقر إقامته لقاءه
        time = end > 0 and is_in(before[end], "temporals") and is_in(before[end - 1], "times")  # ألغى بعد ظهر أمس لقاءه
        if not (_is_between(before[end], bare=bare, meets=meets) or place or time):
            break
        end += 1
    governor, denied = [*before[end : end + 2], "", ""][:2]
    refused = _refuses(governor) and not (meets and is_in(governor, "beginning"))  # أنهى محادثاته مع: they were held
    return refused and not is_in(denied, "negatives")


def _refuses(word: str) -> bool:
    """Whether it is a word of refusing itself, which may only look like what stands between: برفضه, رافضا."""
    return is_in(word, "refusals") or is_in(without_preposition(word), "refusals")


def _is_not_granted(before: Sequence[str]) -> bool:
    near = pairwise(before[:GRANTING_REACH])
    return any(is_in(word, "granting") and is_in(particle, "negatives") for word, particle in near)


def _is_between(word: str, *, bare: bool, meets: bool) -> bool:
    """An adverb, the holding of a meeting (رفض عقد لقاء), or before what no preposition governs a definite subject.

    A word of refusing itself only looks like either: ألغى definite, رفضها لقاء, برفضه لقاء and رافضا لقاء adverbs.
    """
    return (meets and is_in(word, "holding")) or _is_adverb(word) or (bare and word[:2] == "ال")


def _is_adverb(word: str) -> bool:
    """A word that may stand between verb and object: بشدة, أخيرا, أي, أن, أمس, صباح اليوم."""
    if word in _ADVERBS or is_in(word, "quantifiers", "adverbs", "times", "spans_of_time"):
        return True
    return len(word) > 3 and (word[0] == "ب" or word[-1] == "ا")
