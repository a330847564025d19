"""Where an argument without a name can stand, seen from its trigger: right behind it, over parentheses, behind deeds.

Takes the tokens of a sentence, a trigger and where phrases begin and end; gives tokens at which a phrase may begin.
Adverbs of time and parentheses stand between verb, subject and object (Ryding 2005, 16), a demonstrative before a noun
(13), and what is demanded, threatened, praised or at risk in construct with whose it is (8.1).
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.text import words
from ingest.text.context import QUOTES
from ingest.text.prepositions import preposition_of
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words

_BEFORE = frozenset({"من", "الي", "علي", "مع", "عن", "ضد"})
_TOWARDS = frozenset({"الي", "علي", "ضروره", "اهميه", "وجوب"})  # before what is demanded
_BY = frozenset({"قبل", "جانب", "طرف"})  # behind من, by whom: تهديدات من قبل أحد النواب
_GOVERNED = frozenset({"عن", "منذ"})  # behind a participle: المنشقة عن
_AGAINST = frozenset({"علي", "ضد"})
_AGAINST_WHOM = frozenset({"ضد", "بحق"})
_WHOEVER = frozenset({"threatens", "demands"})
_COMMAS, _STOPS = frozenset("،,"), frozenset(".؛:!؟")
_LIGHT = 2  # tokens of a light verb with its noun, where nothing stands between
ADJECTIVES = 3  # of an act that is called for: بتحرك عاجل وحازم من قبل
ACT_REACH = 8  # tokens between a call and what it is for
ASIDE_REACH = 30  # tokens from a subject to its object where parentheses stand between them


def places(tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]) -> Iterator[int]:
    """The tokens at which an argument can begin, also behind a quotation mark; of a demand behind its act too."""
    over = trigger.relation == "demands" or trigger.until > trigger.token + _LIGHT  # أعلنت القبائل وقوفها إلى جانب
    within = trigger.token + 1 if trigger.kind == "V" and over else trigger.until
    for start in dict.fromkeys((trigger.until, named.get(trigger.until, trigger.until), within)):  # يريد النواب من
        for k in dict.fromkeys((start, behind_time(tokens, start), behind_asides(tokens, start))):
            quoted = k < len(tokens) and tokens[k].surface in QUOTES
            place = k + (quoted or (k < len(tokens) and tokens[k].form in _BEFORE))
            place += place < len(tokens) and tokens[place - 1].form == "من" and tokens[place].form in _BY
            shown = place < len(tokens) and is_one(tokens[place].form, "demonstratives")
            yield place + shown  # هذه الجماعات (Ryding 13)
        if trigger.relation == "threatens":
            yield from _at_risk(tokens, start)
    if trigger.until > trigger.token + 1 and trigger.relation == "demands":  # أسدى تعليمات صارمة للولاة
        yield from _agent_places(tokens, trigger.until)
    if trigger.relation in _WHOEVER:
        yield from _behind_acts(tokens, trigger)
    elif trigger.relation == "supports" and trigger.kind in "VA":
        yield from _behind_deeds(tokens, trigger)


def _behind_acts(tokens: Sequence[Token], trigger: Trigger) -> Iterator[int]:
    """The tokens behind what is demanded or threatened, in construct with whose it is (8.1): إلى خروج كل المقاتلين.

    Harm may have على, and a quotation mark may stand before whom it is done to: بالقبض على، بسحق «المخربين».
    """
    if trigger.relation == "threatens":
        yield from behind_harms(tokens, trigger)
        return
    for k in range(trigger.until, min(len(tokens), trigger.until + ACT_REACH)):
        if tokens[k].surface in _STOPS:
            return
        joined, rest = words.split(tokens[k].form)[1:]
        if rest in load_function_words()["acts"] and (joined[:1] in {"ب", "ل"} or tokens[k - 1].form in _TOWARDS):
            yield k + 1
            yield from _agent_places(tokens, k + 1)


def _agent_places(tokens: Sequence[Token], k: int) -> Iterator[int]:
    """Where who is to act stands behind an act's indefinite adjectives, with لـ or من قبل (5.1): بتحرك سريع للأطراف."""
    for j in range(k, min(len(tokens) - 2, k + ADJECTIVES + 1)):
        joined = preposition_of(tokens[j].form)
        if joined == "ل" and j > k:
            yield j
        if tokens[j].form == "من":
            yield j + 1 + is_one(tokens[j + 1].form, "agent_words") + (tokens[j + 1].form == "قبل")
        if joined or not tokens[j].form.isalnum():
            return


def _behind_deeds(tokens: Sequence[Token], trigger: Trigger) -> Iterator[int]:
    """The tokens behind what is praised or backed, in construct with whose it is (8.1): أشاد فلان بجهود الأطباء."""
    classes = load_function_words()
    for k in range(trigger.until, min(len(tokens) - 1, trigger.until + ACT_REACH)):
        if tokens[k].surface in _STOPS:
            return
        joined, rest = words.split(tokens[k].form)[1:]
        if rest in classes["deeds"] - classes["entitlements"] and joined in {"", "ب", "ل"}:
            yield k + 1


def behind_harms(tokens: Sequence[Token], trigger: Trigger) -> Iterator[int]:
    """The tokens behind the harm threatened, with على or not, at which whoever is to suffer it can begin (8.1)."""
    for k in range(trigger.token + 1, min(len(tokens) - 1, trigger.until + ACT_REACH)):
        if tokens[k].surface in _STOPS:
            return
        if tokens[k].form in _AGAINST_WHOM:  # بشن عملية ضد الأكراد
            yield k + 1
        joined, rest = words.split(tokens[k].form)[1:]
        if joined[:1] in {"ب", "ل"} and rest in load_function_words()["harms"]:
            on = k + 1 + (k + 2 < len(tokens) and is_one(tokens[k + 1].form, "harms"))  # برفع دعوى على
            on += tokens[on].form in _AGAINST
            yield on + (on < len(tokens) and tokens[on].surface in QUOTES)
            if on + 1 < len(tokens) and is_one(tokens[on].form, "harmed_things"):  # بقصف مواقع الأكراد (8.1)
                yield on + 1


def _at_risk(tokens: Sequence[Token], k: int) -> Iterator[int]:
    """Where those can stand who own what is at risk, or behind an adjective: يهدد أمن واستقرار الدول، تهديد كبير من."""
    if k + 2 < len(tokens) and tokens[k + 1].form in _BEFORE and not tokens[k].form.startswith("ال"):
        yield k + 2 + (tokens[k + 1].form == "من" and tokens[k + 2].form in _BY)
    described = k + 1 < len(tokens) and words.split(tokens[k + 1].form)[1] in {"ل", "لل"}
    if described and not tokens[k].form.startswith("ال"):  # إنذارا أخيرا للأكراد
        yield k + 1
    owned = k
    while owned < len(tokens) and is_one(tokens[owned].form.removeprefix("و"), "at_risk"):
        owned += 1
    if owned > k:
        yield owned


def behind_time(tokens: Sequence[Token], k: int) -> int:
    """The token behind adverbs and spans of time (Ryding 11, 15): حث الوزير مساء أمس (الأحد) النازحين."""
    while k < len(tokens) and is_one(words.without_article(tokens[k].form), "adverbs", "times", "spans_of_time"):
        k += 1
    closed = k + 2
    if closed < len(tokens) and (tokens[k].surface, tokens[closed].surface) == ("(", ")"):
        day = is_one(words.without_article(tokens[k + 1].form), "adverbs", "times", "spans_of_time")
        return closed + 1 if day else k
    return k


def behind_asides(tokens: Sequence[Token], k: int) -> int:
    """The token behind the parentheses between commas that begin at ``k`` (Ryding 16): حث الوزير، في بيان، النازحين."""
    start = k
    for comma in range(k, min(len(tokens), k + ASIDE_REACH)):
        if tokens[comma].surface in _STOPS or (comma == k and tokens[comma].form not in _COMMAS):
            return start
        if comma > k and tokens[comma].form in _COMMAS and not _opens_aside(tokens, comma + 1):
            return comma + 1 if _opens_aside(tokens, k + 1) else start
    return start


def _opens_aside(tokens: Sequence[Token], k: int) -> bool:
    """Whether a preposition or relative pronoun opens a parenthesis at token ``k``, or a definite word with one.

    الجماعة، المنشقة عن الجيش، (Ryding 11, 14 and 16).
    """
    form = tokens[k].form.removeprefix("و") if k < len(tokens) else ""
    behind = tokens[k + 1].form if k + 1 < len(tokens) else ""
    if behind in _GOVERNED and form.startswith("الم") and form.endswith("ه"):
        return True
    if is_one(form[2:], "tied_ones") and (is_one(behind, "prepositions") or words.split(behind)[1] in {"ل", "لل"}):
        return form.startswith("ال")  # التحالف، المؤيد للرئيس،
    return is_one(form, "prepositions", "relatives", "temporals", "times")


def is_one(form: str, *names: str) -> bool:
    """Whether the folded word is of one of these classes."""
    classes = load_function_words()
    return any(form in classes[name] for name in names)
