"""Who stands by a word of threatening and has no part in it, though he stands where a part would: spokesmen, members.

Takes a context, the article's phrases, a trigger of threatening and a pair, gives yes or no. On whose tongue somebody
threatens is neither who threatens nor whom (أنذر الحزب على لسان الناطق باسمه فلان); nor is whom an apposition behind
the subject names (توعدت الكتائب، الجناح المسلح للحركة، Ryding 2005, 8.5), who is told as a member of who threatens
(أمهلت أربعة فصائل، أبرزها), to whom it is told (لوح في حديث لقناة). Who finds a threat in another's words does not
threaten: رأى الوزير في كلامه تهديدا.
"""

from collections.abc import Sequence

from ingest.acts.provokers import WHOEVER
from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class

TONGUE_REACH = 12  # tokens from on whose tongue to the end of the spokesman's name: على لسان الناطق باسمه النائب فلان
APPOSED_REACH = 5  # tokens from the comma of an apposition to whom it names
DEEMED_REACH = 14  # tokens from a verb of deeming over who deems to the threat that he finds
_COMMAS, _ON, _TONGUE = frozenset("،,"), "علي", "لسان"
_PRONOUNS = frozenset({"هو", "هي", "هم"})
_OTHERS = frozenset({"state", "group"})  # who stand in apposition to no person
_IN = frozenset({"في", "خلال", "عبر", "ضمن"})


def is_bystander(context: Context, phrases: Sequence[Phrase], trigger: Trigger, source: int, target: int) -> bool:
    """Whether one of the pair has no part in the threat that the trigger tells of."""
    if trigger.relation != "threatens":
        return False
    here = [i for i in (source, target) if phrases[i].sentence == context.number]
    if any(_is_tongue(context, phrases, i) for i in here):
        return True
    if source in here and _deems(context, phrases, trigger, source):
        return True
    if target not in here:
        return False
    if _is_told(context, phrases, target) or _is_cleft(context, phrases, trigger, target):
        return True
    return source in here and (
        _is_apposed(context, phrases, trigger, source, target) or target in Clauses.of(context, phrases).members(source)
    )


def _is_tongue(context: Context, phrases: Sequence[Phrase], phrase: int) -> bool:
    """Whether the phrase is who speaks for another behind على لسان, the first person there or a part of his name."""
    first = phrases[phrase].first
    for k in range(first - 1, max(0, first - 1 - TONGUE_REACH), -1):
        if not context.tokens[k].form.isalnum():
            return False
        if context.tokens[k].form == _TONGUE and context.tokens[k - 1].form == _ON:
            before = [i for i in context.outer if phrases[i].last < k and not context.prepositions[i]]
            behind = (i for i in context.outer if phrases[i].first > k and phrases[i].type == "person")
            own = next(behind, None)
            relayed = any(is_in(token.form, "relaying") for token in context.tokens[:k])
            return bool(before) and not relayed and own is not None and first < phrases[own].last
    return False


def _is_apposed(context: Context, phrases: Sequence[Phrase], trigger: Trigger, source: int, target: int) -> bool:
    """Whether the target is named in an apposition between commas behind a subject that follows its verb."""
    tokens, start, end = context.tokens, phrases[source].last, phrases[target].last
    if not trigger.token < phrases[source].first or not 0 < phrases[target].first - start <= APPOSED_REACH:
        return False
    opened, closed = tokens[start], tokens[end : end + 2]
    noun = word_class(tokens[start + 1].form, tokens[start + 1].surface) == "n" and not is_in(
        tokens[start + 1].form, "prepositions", "relatives", "times", "adverbs"
    )
    within = tokens[start + 1 : phrases[target].first]
    if not within and phrases[target].type in _OTHERS and phrases[source].type == "person":
        return False  # هدد الرئيس، الدول الغربية، بضرب أهداف: between commas, and yet its object
    return (
        opened.form in _COMMAS
        and noun
        and not any(t.form in _COMMAS for t in within)
        and any(t.form in _COMMAS for t in closed)
    )


def _is_told(context: Context, phrases: Sequence[Phrase], target: int) -> bool:
    """Whether the target is only to whom words are given: لوح في حديث لقناة، توعد في بلاغ لوزارة."""
    first = phrases[target].first
    if first < 2 or preposition_of(context.tokens[first].form) != "ل":
        return False
    noun, before = context.tokens[first - 1].form, context.tokens[first - 2].form
    return before in _IN and is_in(noun, "documents", "utterances")


def _is_cleft(context: Context, phrases: Sequence[Phrase], trigger: Trigger, target: int) -> bool:
    """Whether the target is only who did it, a predicate behind a pronoun (12.2): الوزير هو من يقف خلف القرار."""
    first = phrases[target].first
    return trigger.entry == WHOEVER and first > 0 and context.tokens[first - 1].form in _PRONOUNS


def _deems(context: Context, phrases: Sequence[Phrase], trigger: Trigger, source: int) -> bool:
    """Whether the source is who finds a threat, an indefinite object of a verb of deeming: اعتبره الناطق تهديدا."""
    tokens, k = context.tokens, trigger.token
    form = tokens[k].form
    if trigger.kind not in "MN" or not form.endswith("ا") or words.split(form)[1]:
        return False
    for j in range(k - 1, max(-1, k - 1 - DEEMED_REACH), -1):
        if not tokens[j].form.isalnum():
            return False
        if is_in(tokens[j].form.lstrip("وف"), "deeming") or is_in(tokens[j].form, "deeming"):
            first = next((i for i in context.outer if phrases[i].first > j), source)
            return phrases[first].first <= phrases[source].first and phrases[source].last <= phrases[first].last <= k
    return False
