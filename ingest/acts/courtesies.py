"""Words of praise, thanks and welcome that back nobody: thanks for hospitality, a guest's welcome, price and estimate.

Takes a context, the article's phrases and a trigger of support, gives yes or no (guidelines of the task).
"""

from collections.abc import Sequence
from itertools import takewhile

from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

THANKS = frozenset({"shakara", "qaddara", "imtanna", "3irfan", "thammana"})
WELCOME, ESTIMATE, PRICE = "rahhaba", "qaddara", "thammana"
RECOGNISE = "i3tarafa"
GIVE, SUPPLY = "qaddama", "amadda"
GIVEN_REACH = 8  # tokens from a verb of giving to what is given
CAUSE_REACH = 16  # tokens between thanks and what they are for: شكر الملك والمسؤولين في المملكة على حفاوة
COURTESY_REACH = 2  # tokens from على to the courtesy: على هذه الحفاوة
GUEST_REACH = 12  # tokens between a welcome and the guest: رحب معالي الوزير النيبالي أمس بالسفير
MEASURE_REACH = 3  # tokens between who estimates and what: تقدر السلطات المصرية عدد
_GUESTS = frozenset({"person", "group"})


def is_courtesy(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the trigger, whatever it can say elsewhere, tells here of a courtesy, a price or an estimate."""
    return trigger.relation == "supports" and (
        _is_for_courtesy(context, trigger)
        or _is_reception(context, phrases, trigger)
        or _is_estimate(context, phrases, trigger)
        or _is_price(context, trigger)
        or _is_submitted(context, trigger)
        or _is_extended(context, trigger)
        or _is_confessed(context, trigger)
    )


def is_greeting(context: Context, trigger: Trigger, target: Phrase) -> bool:
    """Whether ``target`` is a guest who is only welcomed, or gets a paper, plea or film: رحب بالوفد، قدم له فيلما."""
    welcomed = trigger.entry == WELCOME and is_in(words.without_article(target.form.split()[0]), "greeted")
    return trigger.relation == "supports" and (welcomed or _is_submitted(context, trigger))


def _entries(trigger: Trigger) -> set[str]:
    """The entry of the trigger, and of the noun of its construction: قدم شكره."""
    return {trigger.entry, trigger.entry.partition("-")[2]}


def _is_for_courtesy(context: Context, trigger: Trigger) -> bool:
    """Whether thanks are for hospitality or kind words: شكر الملك على حفاوة الاستقبال."""
    if THANKS.isdisjoint(_entries(trigger)):
        return False
    tokens = context.tokens
    for k in range(trigger.until, min(len(tokens), trigger.until + CAUSE_REACH)):
        if tokens[k].form == "علي":
            near = tokens[k + 1 : k + 1 + COURTESY_REACH]
            return any(is_in(words.without_article(token.form), "courtesies") for token in near)
    return False


def _is_reception(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the one who is welcomed is a guest, so called, in one's own land or at a meeting.

    رحب الوزير بالوفد, رحب بالأمير في بلده الثاني, في مستهل اللقاء رحب الوزير بالسفير.
    """
    if trigger.entry != WELCOME:
        return False
    k = trigger.token
    if _is_return(context, phrases, trigger):
        return True
    guests = (i for i in context.outer if 0 < phrases[i].first - k <= GUEST_REACH and _is_joined(context, phrases[i]))
    guest = next(guests, None)
    if guest is None:
        return False
    if is_in(words.without_article(phrases[guest].form.split()[0]), "greeted") or _is_at_home(context, phrases[guest]):
        return True
    if phrases[guest].type not in _GUESTS:
        return False
    return any(t.relation == "meets" and t.kind in "MN" and t.token < phrases[guest].first for t in context.triggers)


def _is_return(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether it is somebody's return that is welcomed, which is a person's own affair: رحب المجلس بعودة الأمير."""
    near = range(trigger.until, min(len(context.tokens), trigger.until + GUEST_REACH))
    k = next((k for k in near if preposition_of(context.tokens[k].form) == "ب"), None)
    if k is None or not is_in(words.split(context.tokens[k].form)[2], "returns"):
        return False
    return any(phrases[i].first == k + 1 and phrases[i].type in _GUESTS for i in context.outer)


def _is_at_home(context: Context, phrase: Phrase) -> bool:
    """Whether who is welcomed is so in a land that is as his own: بسمو ولي العهد في بلده الثاني."""
    behind = context.tokens[phrase.last : phrase.last + 2]
    return len(behind) > 1 and behind[0].form == "في" and is_in(behind[1].form, "own_states")


def _is_joined(context: Context, phrase: Phrase) -> bool:
    return preposition_of(context.tokens[phrase.first].form) == "ب" or phrase.clitics[-1:] == "ب"


def _is_estimate(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether قدر tells how much somebody takes something to be: تقدر السلطات عدد النازحين بمليون، قدر أن."""
    if trigger.entry != ESTIMATE or trigger.kind not in "VP":
        return False
    tokens = context.tokens
    behind = next((phrases[i].last for i in context.outer if 0 <= phrases[i].first - trigger.until <= 1), trigger.until)
    near = takewhile(lambda token: token.form.isalnum(), tokens[behind : behind + MEASURE_REACH])
    return any(is_in(token.form, "measures") for token in (*tokens[trigger.until : trigger.until + 1], *near))


def _is_price(context: Context, trigger: Trigger) -> bool:
    """Whether ثمن is the noun: indefinite in the accusative (ثمنا), governed (بأي ثمن) or behind a verb of paying."""
    if trigger.entry != PRICE or trigger.kind not in "VP":
        return False
    token = context.tokens[trigger.token]
    before = [t.form for t in context.tokens[max(0, trigger.token - CAUSE_REACH) : trigger.token]]
    bare = token.form.removeprefix("و")
    if bare not in {"ثمن", "ثمنا", "ثمنه", "ثمنها"}:
        return False
    governed = bool(before) and (is_in(before[-1], "prepositions") or words.split(before[-1])[2] == "اي")
    return bare != "ثمن" or governed or any(is_in(form, "paying") for form in before)


def _is_submitted(context: Context, trigger: Trigger) -> bool:
    """Whether what is given is a paper or plea, which aids nobody: قدم شكوى للشرطة، قدم اعتذارا للسفير."""
    if trigger.entry != GIVE:
        return False
    near = takewhile(lambda token: token.form not in {".", "؛"}, context.tokens[trigger.until :][:GIVEN_REACH])
    return any(is_in(words.split(token.form)[2].removesuffix("ا"), "submitted") for token in near)


def _is_confessed(context: Context, trigger: Trigger) -> bool:
    """Whether what is acknowledged is backing itself, which somebody owns to: اعترفت الحركة بدعم إيراني."""
    if trigger.entry != RECOGNISE:
        return False
    near = range(trigger.until, trigger.until + CAUSE_REACH)
    backing = {t.token for t in context.triggers if t.relation == "supports" and t.kind == "M" and t.token in near}
    first = min((k for k in near if _opens_with_bi(context, k)), default=-1)
    return first in backing


def _opens_with_bi(context: Context, k: int) -> bool:
    return k < len(context.tokens) and preposition_of(context.tokens[k].form) == "ب"


def _is_extended(context: Context, trigger: Trigger) -> bool:
    """Whether it is to make longer, spelled like the jussive of أمد (يمدد المجلس ولاية البعثة), or to reach out.

    يمد يده إلى كذا, which with the hand of somebody aids nobody.
    """
    behind = context.tokens[trigger.until].form if trigger.until < len(context.tokens) else ""
    hand = is_in(behind, "own_hands")
    return trigger.entry == SUPPLY and (hand or is_in(context.tokens[trigger.token].form, "extending"))
